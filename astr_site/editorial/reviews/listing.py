"""The list of what clinicians have to read, the most pressing first, and who looks after it."""

from cms.toolbar.utils import get_object_preview_url
from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import EditorialRecord
from ..names import named
from ..standing import Standing
from .recording import recording_address

ON_A_PAGE = 50
MINE, NOBODYS = "mine", "nobody"


def reviews(request):
    """Show the list, narrowed by `whose`; a POST gives the chosen pages to a person to look after."""
    if not request.user.has_perm("editorial.view_editorialrecord"):
        raise PermissionDenied
    may_hand_over = request.user.has_perm("editorial.change_editorialrecord")
    if request.method == "POST":
        if not may_hand_over:
            raise PermissionDenied
        return hand_over(request)
    whose = request.GET.get("whose", "")
    page = Paginator(records(whose, request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": _("Clinical reviews"),
        "groups": grouped(page.object_list, request.user),
        "page": page,
        "whose": whose,
        "choices": [("", _("All")), (MINE, _("Looked after by me")), (NOBODYS, _("Looked after by nobody"))],
        "may_hand_over": may_hand_over,
        "people": staff() if may_hand_over else (),
    }
    return render(request, "editorial/reviews.html", context)


def records(whose, user):
    found = EditorialRecord.objects.needing_review(owner=user if whose == MINE else None)
    return found.without_owner() if whose == NOBODYS else found


def staff():
    return get_user_model().objects.filter(is_staff=True, is_active=True).order_by("username")


def grouped(found, user):
    """Return (standing, rows) for each standing that there is, each row with the way to the next step."""
    may_record = user.has_perm("editorial.add_review")
    groups = {}
    for record in found:
        content = record.version.content
        if content is None:
            continue
        record.name, record.content, record.text = named(content), content, get_object_preview_url(content)
        record.left = left(record.next_due)
        record.next_step = recording_address(record.version) if may_record else ""
        groups.setdefault(Standing(record.standing), []).append(record)
    return groups.items()


def left(next_due):
    """Say in words how many days are left until a review is due, or since when it is."""
    if next_due is None:
        return ""
    days = (next_due - timezone.localdate()).days
    if days == 0:
        return _("Due today.")
    if days > 0:
        return ngettext("Due in %(n)s day.", "Due in %(n)s days.", days) % {"n": days}
    return ngettext("Overdue for %(n)s day.", "Overdue for %(n)s days.", -days) % {"n": -days}


def hand_over(request):
    owner = request.POST.get("owner", "")
    person = staff().filter(pk=owner).first() if owner.isdecimal() else None
    chosen = [number for number in request.POST.getlist("record") if number.isdecimal()]
    if not chosen:
        messages.error(request, _("Nothing was changed: first choose the pages."))
    else:
        count = EditorialRecord.objects.public().filter(pk__in=chosen).update(owner=person)
        said = ngettext(
            "%(n)s page is now looked after by %(who)s.", "%(n)s pages are now looked after by %(who)s.", count
        )
        messages.success(request, said % {"n": count, "who": person or _("nobody")})
    return redirect(reverse("admin:editorial_reviews"))
