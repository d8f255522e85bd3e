from django.apps import AppConfig
from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _


class TestimonialsConfig(AppConfig):
    """People's stories, and when each may be seen."""

    name = "testimonials"
    verbose_name = _("Patient stories")

    def ready(self):
        from . import gate  # noqa: F401 - importing registers the checks
        from .keeping import refuse_early_deletion
        from .models import Authorization

        for kept in (Authorization, Authorization.history.model):
            pre_delete.connect(refuse_early_deletion, sender=kept, dispatch_uid=f"keep {kept.__name__}")
