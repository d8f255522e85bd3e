"""What waits for staff about texts: their drafts, what may be published, and what a clinician has to read."""

from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version

from astr_site.desk.sections import Check, Line, Section, check, section

from .gate.returning import checklist_address
from .models import EditorialRecord, Review
from .standing import Standing


def drafts(**conditions):
    versions = Version.objects.filter(state=DRAFT, **conditions).order_by("-modified")
    return [version for version in versions.prefetch_related("content") if version.content is not None]


def changed_on(version):
    return _("changed on %(day)s") % {"day": date_format(localtime(version.modified), "DATE_FORMAT")}


@section(10)
def my_drafts(user):
    mine = [version for version in drafts(created_by=user) if version.has_change_permission(user)]
    lines = [Line(named(each), get_object_edit_url(each.content), changed_on(each)) for each in mine]
    return Section(_("My drafts"), lines, _("You have no drafts. Open a page and choose “New Draft”."))


@section(20)
def waiting_for_publication(user):
    """List the drafts of others, for those who may publish them."""
    others = [each for each in drafts() if each.created_by_id != user.pk and each.has_publish_permission(user)]
    lines = [
        Line(named(each), checklist_address(each), f"{each.created_by.get_username()}, {changed_on(each)}")
        for each in others
    ]
    return Section(_("Waiting for publication"), lines, _("Nothing waits.")) if lines or user.is_superuser else None


@section(30)
def reviews(user):
    if not user.has_perm("editorial.view_editorialrecord"):
        return None
    lines = [
        Line(
            named(record.version),
            reverse("admin:editorial_record_of_version", args=[record.version_id])
            if user.has_perm("editorial.change_editorialrecord")
            else get_object_preview_url(record.version.content),
            standing_of(record),
            pressing=record.standing == Standing.OVERDUE,
        )
        for record in EditorialRecord.objects.needing_review()
        if record.version.content is not None
    ]
    return Section(_("Clinical reviews"), lines, _("Every public page has a review that is in date."))


def standing_of(record):
    words = [str(Standing(record.standing).label)]
    if record.next_due:
        words.append(_("due on %(day)s") % {"day": date_format(record.next_due, "DATE_FORMAT")})
    return ", ".join(words)


def named(version):
    language = getattr(version.content, "language", "")
    return f"{version.content} ({language})" if language else str(version.content)


@check(60)
def first_review(user):
    if not user.has_perm("editorial.change_editorialrecord"):
        return None
    first = EditorialRecord.objects.needing_review().first()
    url = reverse("admin:editorial_record_of_version", args=[first.version_id]) if first else ""
    return Check(_("A clinician has recorded a first review"), Review.objects.exists(), url)
