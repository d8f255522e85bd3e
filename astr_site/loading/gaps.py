"""Pages that wait for words of the clinic: which they are, and that none of them is public where readers come."""

from functools import reduce
from operator import or_

from cms.models import PageContent
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from djangocms_text.models import Text
from djangocms_versioning.models import Version

from astr_site.editorial.gate.checks.gaps import MARKS


def with_gaps():
    """Return the public pages in whose text a gap is marked."""
    marked = reduce(or_, (Q(body__contains=mark) for mark in MARKS))
    pages = ContentType.objects.get_for_model(PageContent)
    texts = Text.objects.filter(marked, placeholder__content_type=pages)
    return PageContent.objects.filter(pk__in=texts.values("placeholder__object_id")).select_related("page")


def says_gap(data):
    """Say whether a content file marks a gap."""
    return any(mark in str(data.get("body")) for mark in MARKS)


def withhold(user):
    """Take down what a first run on one's own machine made public, once the site has an address of its own."""
    if settings.LOCAL:
        return
    for content in with_gaps():
        Version.objects.get_for_content(content).unpublish(user)
