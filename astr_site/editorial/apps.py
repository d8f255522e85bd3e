from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """What all subjects share: versioned content, sources and reviews."""

    name = "astr_site.editorial"
    verbose_name = _("Sources and reviews")

    def ready(self):
        from django.apps import apps
        from djangocms_alias.models import AliasContent
        from djangocms_versioning.helpers import replace_admin_for_models
        from djangocms_versioning.signals import post_version_operation, pre_version_operation

        from astr_site.desk.mended import AliasContentAdmin

        from .admin import HistoryAdmin
        from .gate import checks, publishing  # noqa: F401 - importing registers the checks
        from .records import carry_over
        from .reviews.fingerprint import judge
        from .versioning import forget_what_is_taken_down, tell_of_what_is_published

        post_version_operation.connect(carry_over, dispatch_uid="editorial.carry_over")
        post_version_operation.connect(judge, dispatch_uid="editorial.judge_reviews")
        pre_version_operation.connect(forget_what_is_taken_down, dispatch_uid="editorial.taken_down")
        post_version_operation.connect(tell_of_what_is_published, dispatch_uid="editorial.published")
        pre_version_operation.connect(publishing.guard, dispatch_uid="editorial.gate")
        versionables = apps.get_app_config("djangocms_versioning").cms_extension.versionables
        for each in versionables:
            # The model of a list of versions is made on the fly and named after its class, in English.
            each.version_model_proxy._meta.verbose_name = _("version")
            each.version_model_proxy._meta.verbose_name_plural = _("versions")
        replace_admin_for_models(
            [(AliasContent, AliasContentAdmin), *((each.version_model_proxy, HistoryAdmin) for each in versionables)]
        )
