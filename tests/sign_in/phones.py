"""A phone whose app shows codes (RFC 6238), as the tests carry one."""

import time
from base64 import b32decode

from django_otp.oath import TOTP

from astr_site.sign_in import devices


def code_of_key(words, ahead=0):
    """Return what an app shows that was given this key by typing; `ahead` of now by so many half minutes."""
    app = TOTP(b32decode(words.replace(" ", "")))
    app.time = time.time() + 30 * ahead
    return f"{app.token():06}"


def code_of(phone, ahead=0):
    return code_of_key(devices.key_in_words(phone), ahead)


def with_phone(person):
    """Give somebody a second step: returns the phone."""
    phone = devices.new_phone(person)
    phone.confirmed = True
    phone.save()
    devices.write_recovery_codes(person)
    return phone
