"""What people did not find, each with the way to a synonym."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from astr_site.desk.sections import Line, Section, section

from .models import Miss


@section(60)
def not_found(user):
    if not (user.has_perm("search.view_miss") and user.has_perm("search.add_synonym")):
        return None
    lines = [
        Line(miss.words, add_synonym(miss), ngettext("%(n)s search", "%(n)s searches", miss.count) % {"n": miss.count})
        for miss in Miss.objects.all()
    ]
    empty = _("Nothing that five or more searches looked for.")
    heading = _("What people did not find")
    return Section(heading, lines, empty, reverse("admin:search_miss_changelist"), _("All of it, by language"))


def add_synonym(miss):
    """Return the address of a new synonym with what people typed filled in."""
    return reverse("admin:search_synonym_add") + "?" + urlencode({"language": miss.language, "term": miss.words})
