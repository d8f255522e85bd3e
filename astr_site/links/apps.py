from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    """Care for addresses: what moved is still found, what sections hang on stays, and no link leads nowhere."""

    name = "astr_site.links"
    verbose_name = _("Links")

    def ready(self):
        from cms.models import Page, PageContent
        from cms.signals import post_obj_operation, pre_obj_operation
        from djangocms_versioning.helpers import replace_admin_for_models
        from djangocms_versioning.models import Version
        from djangocms_versioning.signals import post_version_operation, pre_version_operation

        from . import apphooks, redirects

        Version.check_publish.append(apphooks.must_keep_address)
        Version.check_unpublish.append(apphooks.must_stay_public)
        replace_admin_for_models(
            ((Page, apphooks.StayingPageAdmin), (PageContent, apphooks.StayingPageContentAdmin)),
        )
        pre_version_operation.connect(redirects.before_publication, dispatch_uid="links.before_publication")
        post_version_operation.connect(redirects.after_publication, dispatch_uid="links.after_publication")
        pre_obj_operation.connect(redirects.before_move, dispatch_uid="links.before_move")
        post_obj_operation.connect(redirects.after_move, dispatch_uid="links.after_move")
