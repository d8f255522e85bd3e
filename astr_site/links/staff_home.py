"""The links that lead nowhere, as the last check found them."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from astr_site.desk.sections import Line, Section, section

from .checking import latest


@section(50)
def broken_links(user):
    if not user.has_perm("links.view_linkcheck"):
        return None
    run = latest()
    lines = [
        Line(place.name, place.url, f"{checked.address} {checked.get_reason_display()}", pressing=True)
        for checked in (run.addresses.broken() if run else ())
        for place in checked.places.all()
    ]
    return Section(_("Broken links"), lines, said(run), reverse("admin:links_check"), _("Check all links"))


def said(run):
    if run is None:
        return _("Nobody has checked the links yet.")
    return _("None was found on %(day)s.") % {"day": date_format(localtime(run.started_at), "DATE_FORMAT")}
