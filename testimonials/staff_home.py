"""The way to the stories on other websites, for those who look after them."""

from django.urls import reverse
from django.utils.translation import gettext as _

from astr_site.desk.sections import Line, Section, section


@section(60)
def elsewhere(user):
    if not user.has_perm("testimonials.change_testimonial"):
        return None
    return Section(
        _("Stories on other websites"), [Line(_("Code to copy, and who shows them"), reverse("stories-elsewhere"))]
    )
