from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HealthConfig(AppConfig):
    """Signals for the operator."""

    name = "astr_site.health"
    verbose_name = _("Signals for the operator")

    def ready(self):
        from django.db.backends.signals import connection_created
        from djangocms_versioning.signals import post_version_operation
        from simple_history.signals import post_create_historical_record

        from . import errors, published, queries

        connection_created.connect(queries.watch, dispatch_uid="health.queries")
        post_version_operation.connect(published.version_changed, dispatch_uid="health.published")
        post_create_historical_record.connect(published.record_changed, dispatch_uid="health.withdrawn")
        errors.report()
