"""Telling owners by e-mail that a review comes near: 60 days ahead, 30 days ahead, and on its day."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from astr_site.desk.language import language_of

from ..models import EditorialRecord, Review
from ..names import named

BOUNDARIES = (60, 30, 0)


class Reminder:
    """One page whose review crossed a boundary that nobody was told of yet."""

    def __init__(self, record, review, boundary):
        self.record, self.review, self.boundary = record, review, boundary
        self.name, self.overdue = named(record.version.content), boundary == 0
        self.url = settings.SITE_URL + reverse("admin:editorial_record_of_version", args=[record.version_id])


def boundary_of(next_due, today):
    """Return the last boundary that was crossed, or None while the review is more than 60 days ahead."""
    days = (next_due - today).days
    return min((boundary for boundary in BOUNDARIES if days <= boundary), default=None)


def reminders(today):
    """Return what is to be told, the most pressing first."""
    found = []
    for record in EditorialRecord.objects.public().select_related("owner", "version").prefetch_related("reviews"):
        review = record.review
        boundary = boundary_of(review.next_due, today) if review else None
        if boundary is not None and (review.reminded is None or boundary < review.reminded):
            found.append(Reminder(record, review, boundary))
    return sorted(found, key=lambda reminder: reminder.review.next_due)


def by_recipient(found):
    """Return {address: reminders}; what nobody looks after goes to those who may do everything."""
    digests = {}
    for reminder in found:
        owner = reminder.record.owner
        addresses = [owner.email] if owner and owner.is_active and owner.email else stewards()
        for address in addresses:
            digests.setdefault(address, []).append(reminder)
    return digests


def stewards():
    """Return the addresses of the administrators."""
    people = get_user_model().objects.filter(is_active=True).exclude(email="")
    by_role = people.filter(groups__name="Administrator")
    return sorted({person.email for person in [*by_role, *people.filter(is_superuser=True)]})


def send(address, told):
    """Send one digest in its reader's language; it is noted as told only once it is on its way."""
    reader = get_user_model().objects.filter(email=address, is_active=True).first()
    with translation.override(language_of(reader)):
        subject = ngettext("Clinical reviews: %(n)s page to read", "Clinical reviews: %(n)s pages to read", len(told))
        context = {"reminders": told, "list_url": settings.SITE_URL + reverse("admin:editorial_reviews")}
        body = render_to_string("editorial/review_reminder.txt", context)
        send_mail(subject % {"n": len(told)}, body, None, [address])
    for reminder in told:
        Review.objects.filter(pk=reminder.review.pk).update(reminded=reminder.boundary)
