from django.apps import AppConfig
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.signals import post_version_operation


class TestimonialsConfig(AppConfig):
    """People's stories, and when each may be seen."""

    name = "testimonials"
    verbose_name = _("Patient stories")

    def ready(self):
        from . import gate, moments  # noqa: F401 - importing registers checks and moments
        from .keeping import refuse_early_deletion
        from .models import Authorization, CaptionTrack, Testimonial

        for kept in (Authorization, Authorization.history.model):
            pre_delete.connect(refuse_early_deletion, sender=kept, dispatch_uid=f"keep {kept.__name__}")

        # What is not versioned takes effect at once, and so must reach what is kept for readers.
        for sender in (Testimonial, CaptionTrack, Authorization):
            for signal in (post_save, post_delete):
                signal.connect(tell_readers, sender=sender, dispatch_uid=f"tell of {sender.__name__}")
        post_version_operation.connect(tell_caches_of_words, dispatch_uid="tell caches of words")
        m2m_changed.connect(tell_readers, sender=Testimonial.techniques.through, dispatch_uid="tell of techniques")


def tell_readers(instance, **kwargs):
    from astr_site.editorial.versioning import clear_public_caches

    transaction.on_commit(clear_public_caches)
    tell_caches(getattr(instance, "testimonial", instance))


def tell_caches(story):
    """Tell caches in front of the site what shows this story (issue 6, Revocation)."""
    from astr_site.purging import purge

    from .addresses import addresses_of

    if story.pk:
        purge(addresses_of(story))


def tell_caches_of_words(obj, **kwargs):
    from astr_site.page_cache.changes import stories_changed

    from .models import TestimonialContent

    if isinstance(obj.content, TestimonialContent):
        transaction.on_commit(stories_changed)
        tell_caches(obj.content.testimonial)
