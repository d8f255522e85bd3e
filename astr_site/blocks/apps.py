from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class BlocksConfig(AppConfig):
    """The blocks that belong to no single subject."""

    name = "astr_site.blocks"
    verbose_name = _("Blocks")

    def ready(self):
        from cms.utils import plugins
        from django.db.models.signals import pre_save
        from djangocms_text.html import cms_parser

        from . import cleaning, fetching

        cleaning.narrow(cms_parser)
        for model in apps.get_models():
            if cleaning.rich_text_fields(model):
                pre_save.connect(cleaning.clean_before_saving, sender=model)

        # The CMS offers no setting for how it fetches blocks.
        plugins.downcast_plugins = fetching.downcast_plugins
