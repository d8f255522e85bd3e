"""A page that carries a section of the site stays where it is (STACK.md, decisions).

All addresses of a section hang on its page. While an app hangs on a page, changing its slug, moving,
unpublishing or deleting it is refused with the reason; on a date as well as by hand.
"""

from cms.models import Page, PageContent
from cms.utils.admin import jsonify_request
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponseForbidden
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from djangocms_versioning.exceptions import ConditionFailed


def section_below(page):
    """Return the page at or below `page` that carries a section, or None."""
    return (
        Page.objects.filter(path__startswith=page.path)
        .exclude(Q(application_urls=None) | Q(application_urls=""))
        .first()
    )


def reason(section):
    title = section.get_title() or section.reverse_id
    return _(
        "All pages of the section “%(title)s” hang on this address, so it can be neither moved, renamed, taken down "
        "nor deleted. First take the section off the page, in its advanced settings."
    ) % {"title": title}


def must_stay_public(version, user=None):
    """Refuse to take down a page that carries a section; a version of a subject passes.

    Raises ConditionFailed, as djangocms-versioning's own conditions do.
    """
    content = version.content
    if isinstance(content, PageContent) and content.page.application_urls:
        raise ConditionFailed(reason(content.page))


def must_keep_address(version, user=None):
    """Refuse to publish another slug for a page above or with a section. Raises ConditionFailed."""
    content = version.content
    if not isinstance(content, PageContent):
        return
    public = PageContent.objects.filter(page=content.page_id, language=content.language).first()
    kept = public is None or (public.slug, public.overwrite_url) == (content.slug, content.overwrite_url)
    if not kept and (section := section_below(content.page)):
        raise ConditionFailed(reason(section))


class StayingPageAdmin:
    """Refuses to move or delete a page with a section at or below it."""

    def move_page(self, request, page_id, extra_context=None):
        page = self.get_object(request, object_id=page_id)
        # A new place among its neighbors changes the menu and no address.
        stays = page and str(page.parent_id or "") == request.POST.get("target", "").strip("#")
        if page and not stays and (section := section_below(page)):
            return jsonify_request(HttpResponseForbidden(reason(section)))
        return super().move_page(request, page_id, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        page = self.get_object(request, object_id)
        if page and (section := section_below(page)):
            messages.error(request, reason(section))
            return redirect("admin:cms_pagecontent_changelist")
        return super().delete_view(request, object_id, extra_context)


class StayingPageContentAdmin:
    """Refuses to delete one language of a section's page, and says in the form that its slug stays."""

    def delete_view(self, request, object_id, extra_context=None):
        content = self.get_object(request, object_id)
        if content and content.page.application_urls:
            messages.error(request, reason(content.page))
            return redirect("admin:cms_pagecontent_changelist")
        return super().delete_view(request, object_id, extra_context)

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if obj is None or obj.pk is None:
            return form

        class StayingForm(form):
            def clean(self):
                cleaned = super().clean()
                changed = {"slug", "overwrite_url"} & set(self.changed_data)
                if changed and (section := section_below(obj.page)):
                    raise ValidationError({name: reason(section) for name in changed})
                return cleaned

        return StayingForm
