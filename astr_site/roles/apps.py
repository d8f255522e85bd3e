from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RolesConfig(AppConfig):
    """The six roles of staff, kept equal to the table in roles.py by every `migrate`.

    This app stands last in INSTALLED_APPS: Django makes an app's permissions only after all migrations have
    run, app by app, so that a plain data migration would not find them.
    """

    name = "astr_site.roles"
    verbose_name = _("Roles")

    def ready(self):
        from . import pages
        from .granting import grant_roles

        pages.narrow()
        post_migrate.connect(grant_roles, sender=self, dispatch_uid="roles.grant")
