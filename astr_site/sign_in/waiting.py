"""Between the password and the code: who has given the right password is noted, and not yet in."""

import time

from django.contrib.auth import get_user_model, login
from django.utils.crypto import constant_time_compare
from django_otp import login as note_device

KEY = "sign_in_waiting"
# After this the password is asked again.
PATIENCE = 10 * 60
MOST_TRIES = 10


def begin(request, person, then):
    """Note who has given the right password, and where the way leads on."""
    # A new key, so that a session that somebody else prepared is worth nothing.
    request.session.cycle_key()
    request.session[KEY] = {
        "person": person.pk,
        "backend": person.backend,
        # A password that changes meanwhile ends the waiting.
        "hash": person.get_session_auth_hash(),
        "since": time.time(),
        "tries": 0,
        "then": then,
    }


def who_waits(request):
    """Return who waits to be let in, or nobody."""
    noted = request.session.get(KEY)
    if not noted or time.time() - noted["since"] > PATIENCE or noted["tries"] >= MOST_TRIES:
        request.session.pop(KEY, None)
        return None
    person = get_user_model().objects.filter(pk=noted["person"], is_active=True, is_staff=True).first()
    if person and constant_time_compare(noted["hash"], person.get_session_auth_hash()):
        return person
    return None


def count_try(request):
    request.session[KEY] = request.session[KEY] | {"tries": request.session[KEY]["tries"] + 1}


def let_in(request, person, device):
    """Sign in who has taken both steps; return where the way leads on."""
    noted = request.session.pop(KEY)
    login(request, person, backend=noted["backend"])
    note_device(request, device)
    return noted["then"]
