from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Finding what is public, in the words of people in pain."""

    name = "astr_site.search"
    verbose_name = _("Search")

    def ready(self):
        from django.db.models.signals import post_delete, post_save
        from djangocms_versioning.signals import post_version_operation

        from . import indexing, vocabulary
        from .models import RedFlag, Synonym

        post_version_operation.connect(indexing.follow, dispatch_uid="search.follow")
        for model in (Synonym, RedFlag):
            for signal in (post_save, post_delete):
                signal.connect(vocabulary.forget, sender=model, dispatch_uid=f"search.{model.__name__}.{id(signal)}")
