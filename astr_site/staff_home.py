"""What the site as a whole has left to do before launch."""

from datetime import timedelta

from cms.models import PageContent
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from astr_site.backups.making import last_made
from astr_site.desk.models import Confirmation
from astr_site.desk.sections import Check, check
from astr_site.loading.gaps import with_gaps
from testimonials.models import TestimonialContent

# A night, and room for a slow one.
BACKUP_EVERY = timedelta(hours=26)
LEGAL_PAGES = ("privacy", "accessibility", "language-help")


@check(30)
def legal_pages(user):
    if not user.has_perm("cms.change_page"):
        return None
    public = PageContent.objects.filter(page__reverse_id__in=LEGAL_PAGES)
    missing = [
        f"{key} ({language})"
        for key in LEGAL_PAGES
        for language, _name in settings.LANGUAGES
        if not any((each.page.reverse_id, each.language) == (key, language) for each in public.select_related("page"))
    ]
    url = reverse("admin:cms_pagecontent_changelist")
    gaps = [f"{each.page.reverse_id or each} ({each.language})" for each in with_gaps()]
    note = " ".join(
        words.format(pages=", ".join(pages))
        for words, pages in ((_("Not public: {pages}."), missing), (_("With gaps: {pages}."), gaps))
        if pages
    )
    done = not missing and not gaps
    return Check(_("Privacy, accessibility and language help are filled in and public"), done, url, note=note)


@check(50)
def samples_removed(user):
    if not user.has_perm("testimonials.change_testimonial"):
        return None
    samples = TestimonialContent.objects.shown().filter(testimonial__sample=True).count()
    note = _("%(n)s sample texts are still public.") % {"n": samples} if samples else ""
    url = reverse("admin:testimonials_testimonial_changelist") + "?sample__exact=1"
    return Check(_("The sample stories are taken down"), not samples, url, note=note)


@check(80)
def https(user):
    if not user.is_superuser:
        return None
    note = "" if settings.HTTPS else _("The operator sets SITE_URL to an address that begins with https.")
    return Check(_("The site is served over HTTPS"), settings.HTTPS, note=note)


@check(85)
def fresh_backup(user):
    """What a program can judge of it; whether one can be restored, a person confirms below."""
    if not user.is_superuser:
        return None
    made = last_made()
    fresh = made is not None and timezone.now() - made < BACKUP_EVERY
    return Check(_("A backup was made within the last day"), fresh, note="" if fresh else "manage.py backup")


@check(90)
def backups(user):
    if not user.is_superuser:
        return None
    found = Confirmation.objects.filter(name="backups").select_related("confirmed_by").first()
    text = _("Backups are made every night, and one was restored as a trial")
    if found is None:
        return Check(text, False, name="backups", note=_("The operator confirms it."))
    by = {"name": found.confirmed_by.get_username(), "day": found.confirmed_on}
    return Check(text, True, note=_("Confirmed by %(name)s on %(day)s.") % by)
