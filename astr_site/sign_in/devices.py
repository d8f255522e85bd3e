"""The second step itself: an app on the phone that shows codes (RFC 6238), and recovery codes on paper."""

from base64 import b32encode

import segno
from django.db import transaction
from django.utils.safestring import mark_safe
from django_otp import verify_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
PHONE, PAPER = "phone", "paper"


def phone_of(person):
    return TOTPDevice.objects.filter(user=person, confirmed=True).first()


def paper_of(person):
    return StaticDevice.objects.filter(user=person, name=PAPER, confirmed=True).first()


def codes_left(person):
    return StaticToken.objects.filter(device__user=person, device__name=PAPER).count()


def device_of(person, code):
    """Return the device that a code proves, or nothing; each code proves it once."""
    code = "".join(character for character in code.lower() if character.isalnum())
    device = phone_of(person) if code.isdecimal() and len(code) <= 6 else paper_of(person)
    return verify_token(person, device.persistent_id, code) if device and code else None


def new_phone(person):
    """Return the phone that is being set up; it opens nothing before its first code was right."""
    return TOTPDevice.objects.get_or_create(user=person, confirmed=False, defaults={"name": PHONE})[0]


def confirm(phone, code):
    """Take a phone into use once its code is right, in place of any earlier one; say whether it was."""
    code = "".join(code.split())
    with transaction.atomic():
        phone = TOTPDevice.objects.select_for_update().get(pk=phone.pk)
        right = phone.verify_token(code)
        if right:
            TOTPDevice.objects.filter(user=phone.user).exclude(pk=phone.pk).delete()
            phone.confirmed = True
            phone.save()
    return phone if right else None


def write_recovery_codes(person):
    """Make new recovery codes; the old ones open nothing any more."""
    paper, _made = StaticDevice.objects.get_or_create(user=person, name=PAPER)
    paper.token_set.all().delete()
    for _number in range(RECOVERY_CODES):
        paper.token_set.create(token=StaticToken.random_token())


def recovery_codes(person):
    """Return the codes as people read them, in two groups of four."""
    tokens = StaticToken.objects.filter(device__user=person, device__name=PAPER).order_by("pk")
    return [f"{token[:4]}-{token[4:]}" for token in tokens.values_list("token", flat=True)]


def forget(person):
    """Take the second step away: for a lost phone, at the word of an administrator."""
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()


def key_in_words(phone):
    """Return the phone's key for typing, in groups of four letters."""
    letters = b32encode(phone.bin_key).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def square(phone):
    """Draw the square that the app scans, black on white in every theme; a camera reads nothing else well."""
    drawn = segno.make(phone.config_url, micro=False)
    return mark_safe(drawn.svg_inline(scale=5, border=4, dark="#000", light="#fff", svgclass="sign-in__square"))  # noqa: S308 - drawn by segno from our own address
