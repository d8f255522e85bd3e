"""What a clinician read: two versions say the same exactly when their fingerprints are equal."""

import hashlib
import json

from cms.models import CMSPlugin, PageContent
from djangocms_versioning.constants import DRAFT, OPERATION_PUBLISH

from ..gate.manuscript import Manuscript
from ..gate.words import OF_A_PAGE, own_rows
from ..models import Review

# Where a text stands, and in which language, is not what it says.
NOT_SAID = {"slug", "language"}


def fingerprint(version):
    """Return a fingerprint of everything that a version says: its fields, rows, blocks and sources."""
    manuscript = Manuscript(version)
    told = {
        "text": said(manuscript.content),
        "rows": [said(row) for row in own_rows(manuscript.content)],
        "blocks": blocks(manuscript.plugins),
        "sources": [citation.source_id for citation in manuscript.citations],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def said(row):
    """Return {name: value} of what staff fill in, without what only says where the row belongs."""
    model = type(row)
    if issubclass(model, PageContent):
        return {name: getattr(row, name) for name in OF_A_PAGE}
    return {
        field.name: getattr(row, field.attname)
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in NOT_SAID and not belongs(field)
    }


def belongs(field):
    """Say whether a field is the CMS's own, or leads from a text to its subject, or from a row to its text."""
    if issubclass(field.model, CMSPlugin):
        return field.model is CMSPlugin or field.name == "cmsplugin_ptr"
    if not field.is_relation:
        return False
    target = field.related_model
    return hasattr(target, "versions") or field.name == getattr(field.model, "grouper_field", None)


def blocks(plugins):
    """Return what each block says, and in which it stands, in reading order."""
    plugins = sorted(plugins, key=lambda plugin: (plugin.placeholder.slot, plugin.position))
    places = {plugin.pk: place for place, plugin in enumerate(plugins)}
    return [
        [plugin.placeholder.slot, plugin.plugin_type, places.get(plugin.parent_id), said(plugin)] for plugin in plugins
    ]


def is_changed(review, version):
    """Say whether a version's words are other than those that the clinician read."""
    if version.state != DRAFT:
        return review.text_changed
    return review.fingerprint != fingerprint(version)


def judge(sender, operation, obj, **kwargs):
    """Once a version is public and stays as it is, keep which of its reviews are of other words."""
    reviews = Review.objects.filter(record__version=obj)
    if operation == OPERATION_PUBLISH and reviews.exists():
        same = fingerprint(obj)
        reviews.filter(fingerprint=same).update(text_changed=False)
        reviews.exclude(fingerprint=same).update(text_changed=True)
