"""An address that changes leaves a permanent redirect, for pages and all subjects, in each language."""

from cms.models import Page, PageContent, PageUrl
from cms.operations import MOVE_PAGE
from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override
from djangocms_versioning.constants import OPERATION_PUBLISH
from djangocms_versioning.models import Version


def page_address(path, language):
    with override(language):
        try:
            return reverse("pages-details-by-slug", kwargs={"slug": path}) if path else reverse("pages-root")
        except NoReverseMatch:
            return ""


def addresses_of_pages(page):
    """Return {what: public address} for a page and all below it, in every language."""
    below = Page.objects.filter(path__startswith=page.path)
    urls = PageUrl.objects.filter(page__in=below).exclude(path=None)
    return {(url.page_id, url.language): page_address(url.path, url.language) for url in urls}


def public_addresses(content):
    """Return {what: public address} for everything whose address hangs on this content."""
    if isinstance(content, PageContent):
        return addresses_of_pages(content.page)
    public = type(content).objects.filter(pk__in=sisters(content)).first()
    return {content.language: public.get_absolute_url()} if public else {}


def sisters(content):
    """Return the numbers of all versions of the same subject in the same language."""
    return list(Version.objects.filter_by_content_grouping_values(content).values_list("object_id", flat=True))


@transaction.atomic
def moved(old, new):
    """Lead from `old` to `new` for good: chains become one step, and nothing leads from a live address."""
    of_site = Redirect.objects.filter(site_id=settings.SITE_ID)
    of_site.filter(new_path=old).update(new_path=new)
    of_site.filter(old_path=new).delete()
    of_site.update_or_create(site_id=settings.SITE_ID, old_path=old, defaults={"new_path": new})


def remember_moves(before, after):
    for what, old in before.items():
        new = after.get(what)
        if old and new and old != new:
            moved(old, new)
    # What comes back to life at an address needs no redirect there any more.
    Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=[new for new in after.values() if new]).delete()


def before_publication(sender, operation, obj, **kwargs):
    if operation == OPERATION_PUBLISH:
        obj.addresses_before = public_addresses(obj.content)


def after_publication(sender, operation, obj, **kwargs):
    if operation == OPERATION_PUBLISH:
        remember_moves(obj.addresses_before, public_addresses(obj.content))


def before_move(sender, operation, obj=None, **kwargs):
    if operation == MOVE_PAGE:
        obj.addresses_before = addresses_of_pages(obj)


def after_move(sender, operation, obj=None, **kwargs):
    if operation == MOVE_PAGE:
        remember_moves(obj.addresses_before, addresses_of_pages(Page.objects.get(pk=obj.pk)))
