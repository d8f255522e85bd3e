from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TestimonialsConfig(AppConfig):
    """People's stories, and when each may be seen."""

    name = "testimonials"
    verbose_name = _("Patient stories")
