"""Clinicians who reviewed a text, and old versions of texts."""

from django.conf import settings
from django.db.models import ProtectedError
from djangocms_versioning.constants import ARCHIVED, UNPUBLISHED
from djangocms_versioning.models import Version

from astr_site.privacy import Holding, forgets, holds, kept_for, months_ago

from .models import Review


@holds(30)
def reviewers():
    return Holding(
        whose="clinicians",
        what="name and credentials of who reviewed a text, and a note",
        where="editorial.Review",
        why="readers are told who reviewed what they read",
        kept="as long as the version that was reviewed",
        seen_by="readers (name, credentials, day); staff",
        rows=Review.objects.count(),
    )


@holds(31)
def old_versions():
    return Holding(
        whose="staff and patients",
        what="earlier texts, with who wrote and published them",
        where="djangocms_versioning.Version and what hangs on it",
        why="what readers were told is evidence, and staff can go back",
        kept=f"{kept_for(settings.OPERATION.keep_versions_months)} after the last change (KEEP_VERSIONS_MONTHS)",
        seen_by="staff",
        rows=Version.objects.filter(state__in=(ARCHIVED, UNPUBLISHED)).count(),
    )


@forgets("old versions of texts")
def forget_old_versions(now):
    """Remove what is neither public nor a draft; the last version of a text always stays."""
    limit = months_ago(now, settings.OPERATION.keep_versions_months)
    if limit is None:
        return 0
    old = Version.objects.filter(state__in=(ARCHIVED, UNPUBLISHED), modified__lt=limit).order_by("pk")
    return sum(removed(version) for version in old.prefetch_related("content"))


def removed(version):
    content = version.content
    if content is None or Version.objects.filter_by_content_grouping_values(content).count() < 2:
        return False
    # Later versions were copied from it; the CMS would keep it for their sake.
    Version.objects.filter(source=version).update(source=None)
    try:
        version.delete()
    except ProtectedError:
        return False
    return True
