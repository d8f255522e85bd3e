"""The link check: gathered at once, then tried in steps, so that no request lasts long."""

from concurrent.futures import ThreadPoolExecutor

from cms.toolbar.utils import get_object_preview_url
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.constants import PUBLISHED

from astr_site.clinic.models import Clinic
from astr_site.editorial.gate.surroundings import Surroundings
from astr_site.editorial.models import Source
from astr_site.editorial.names import named

from .found import links
from .models import CheckedAddress, CheckedPlace, LinkCheck, Reason
from .trying import ask, is_own, look_up

AT_ONCE = 8
# No program can try these.
LEFT_OUT = ("mailto:", "tel:", "sms:")


@transaction.atomic
def begin(user=None):
    """Gather all links anew; what an earlier check found is forgotten."""
    LinkCheck.objects.all().delete()
    run = LinkCheck.objects.create(started_by=user)
    places = {}
    for address, place in (*places_of_blocks(), *places_of_sources(), *places_of_clinic()):
        # A place within the same page is judged by the publish gate.
        if not address.startswith(LEFT_OUT) and (address == "#" or not address.startswith("#")):
            places.setdefault(address[:2000], []).append(place)
    checked = CheckedAddress.objects.bulk_create(CheckedAddress(run=run, address=address) for address in places)
    for row in checked:
        for place in places[row.address]:
            place.checked = row
    CheckedPlace.objects.bulk_create(place for each in places.values() for place in each)
    return run


def places_of_blocks():
    for link in links():
        content = link.version.content
        name, url = named(content), get_object_preview_url(content)
        yield link.address, CheckedPlace(version=link.version, name=name[:300], words=link.words[:300], url=url)


def places_of_sources():
    for source in Source.objects.filter(citations__record__version__state=PUBLISHED).exclude(url="").distinct():
        url = reverse("admin:editorial_source_change", args=[source.pk])
        yield source.url, CheckedPlace(name=str(source)[:300], url=url)


def places_of_clinic():
    clinic = Clinic.objects.first()
    if clinic is None:
        return
    url = reverse("admin:clinic_clinic_change", args=[clinic.pk])
    for words, address in [("", clinic.booking_url), ("", clinic.announcement_url), *clinic.social_list]:
        if address:
            yield address, CheckedPlace(name=str(clinic), words=words, url=url)


def step(run):
    """Try all addresses of this site, and some of other sites; return whether the check is finished."""
    waiting = list(run.addresses.waiting())
    own = [each for each in waiting if is_own(each.address)]
    others = [each for each in waiting if not is_own(each.address)][:AT_ONCE]
    surroundings = Surroundings()
    for checked in own:
        checked.reason = look_up(checked.address, surroundings)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for checked, reason in zip(others, pool.map(ask, [each.address for each in others]), strict=True):
            checked.reason = reason
    CheckedAddress.objects.bulk_update(own + others, ["reason"])
    if len(own) + len(others) < len(waiting):
        return False
    LinkCheck.objects.filter(pk=run.pk, finished_at=None).update(finished_at=timezone.now())
    return True


def latest():
    return LinkCheck.objects.select_related("started_by").order_by("-pk").first()


def left(run):
    return run.addresses.filter(reason=Reason.WAITING).count()
