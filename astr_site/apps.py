from django.apps import AppConfig
from django.db.models.signals import post_delete, pre_save
from django.utils.translation import gettext_lazy as _


class AstrSiteConfig(AppConfig):
    """The project itself, as an app: commands, template tags and checks that belong to no subject."""

    name = "astr_site"
    verbose_name = _("The site")

    def ready(self):
        from filer.models import Image

        from . import checks  # noqa: F401 - importing registers the checks
        from .pictures.changes import note_change, note_end
        from .pictures.uploads import measure_again

        pre_save.connect(measure_again, sender=Image)
        pre_save.connect(note_change, sender=Image)
        post_delete.connect(note_end, sender=Image)
