"""Deciding what the loader may write: what is missing, or what nobody has changed since it last wrote."""

import hashlib
import json

from djangocms_versioning.models import Version

from ..models import LoadedContent

CREATED, UPDATED, UNCHANGED, LEFT = "created", "updated", "unchanged", "left alone"


def fingerprint(data):
    """Return a fingerprint of a content file's meaning, so that layout and comments do not count."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, default=str).encode()).hexdigest()


def changed_by_staff(version):
    """Say whether staff have made a version of this content after the one that the loader published."""
    siblings = Version.objects.filter_by_content_grouping_values(version.content)
    return version.state != "published" or siblings.filter(pk__gt=version.pk).exists()


def decide(kind, key, language, data, existing):
    """Return (what to do, the mark): `existing` says whether the CMS holds this content already."""
    mark = LoadedContent.objects.filter(kind=kind, key=key, language=language).select_related("version").first()
    if mark is None:
        mark = LoadedContent(kind=kind, key=key, language=language)
        return (LEFT if existing else CREATED), mark
    if mark.version is None or changed_by_staff(mark.version):
        return LEFT, mark
    return (UNCHANGED if mark.fingerprint == fingerprint(data) else UPDATED), mark


def remember(mark, data, content):
    mark.fingerprint = fingerprint(data)
    mark.version = Version.objects.get_for_content(content)
    mark.save()
