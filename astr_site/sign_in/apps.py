from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignInConfig(AppConfig):
    """How staff get in, how long they stay in, and the log of both and of who may do what."""

    name = "astr_site.sign_in"
    verbose_name = _("Sign-in")

    def ready(self):
        from . import middleware, recording  # noqa: F401 - importing connects what sign-ins set off
