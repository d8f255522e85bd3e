"""The way to the handouts, for everyone on the staff."""

from django.urls import reverse
from django.utils.translation import gettext as _

from astr_site.desk.sections import Line, Section, section


@section(75)
def handouts(user):
    return Section(_("For patients"), [Line(_("Print handouts"), reverse("handouts"))])
