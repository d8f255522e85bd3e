"""Showing a subject: published for everyone, any version in the toolbar's preview."""

from functools import cache

from cms.toolbar.utils import get_toolbar_from_request
from cms.views import details
from django.http import Http404
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override
from menus.utils import set_language_changer

from .kept import kept

# The place on every page that says: what you were reading does not exist in this language yet.
NOT_HERE_YET = "#not-here-yet"


@kept
def slugs_shown(model, language):
    """Return {subject: slug} of all that readers see of a kind, to whose pages those in other languages lead."""
    return dict(model.objects.in_language(language).shown().values_list(f"{model.grouper_field}_id", "slug"))


def address_of_twin(content, language):
    """Return the public address of the same subject in another language, None where readers see none.

    A kind of subject that can be seen until a certain moment brings a function of its own.
    """
    model, grouper = type(content), content.grouper
    slug = slugs_shown(model, language).get(grouper.pk)
    if slug is None:
        return None
    return model(slug=slug, language=language, **{model.grouper_field: grouper}).get_absolute_url()


def other_language(content, address_of_twin=address_of_twin):
    """Return a function that gives the address of the same subject in another language.

    Where the subject is not published in that language, the address of its section is given, which then says so.
    """

    # The menu asks twice: in the head of the page and in the list on phones.
    @cache
    def address(language):
        if found := address_of_twin(content, language):
            return found
        with override(language):
            try:
                return reverse(content.url_name.replace(":detail", ":list")) + NOT_HERE_YET
            except NoReverseMatch:
                return reverse("pages-root") + NOT_HERE_YET

    return address


def show(request, template, content, address_of_twin=address_of_twin, **context):
    """Render one version of a subject, so that the toolbar and the language switch know it."""
    get_toolbar_from_request(request).set_object(content)
    set_language_changer(request, other_language(content, address_of_twin))
    return render(request, template, {"content": content, "subject": content.grouper, **context})


def find_or_page(request, queryset, slug, view):
    """Show the subject with this slug, or the CMS page that staff placed at this address below the section.

    Raises Http404 where there is neither.
    """
    content = queryset.filter(slug=slug).first()
    if content is not None:
        return view(request, content)
    path = request.path_info.removeprefix(f"/{request.LANGUAGE_CODE}/").strip("/")
    page = request.current_page
    if not page or page.get_path(request.LANGUAGE_CODE) != path:
        raise Http404(slug)
    return details(request, path)
