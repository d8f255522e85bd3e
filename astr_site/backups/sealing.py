"""Encryption by age, for the public key in BACKUP_KEY; the private key is asked for only when restoring."""

import os
import threading
from contextlib import contextmanager

import pyrage

from .archive import Damaged

HEAD = b"age-encryption.org/"


def new_key():
    """Return (private key, public key)."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


@contextmanager
def sealed(file, key):
    """Yield a stream whose bytes arrive in `file`, encrypted where a public key is given."""
    if not key:
        yield file
        return
    recipient = pyrage.x25519.Recipient.from_str(key)
    with through(lambda source: pyrage.encrypt_io(source, file, [recipient]), writing=True) as stream:
        yield stream


@contextmanager
def opened(file, private_key):
    """Yield a stream of what an encrypted or a plain backup holds."""
    head = file.read(len(HEAD))
    file.seek(0)
    if head != HEAD:
        yield file
        return
    if not private_key:
        raise Damaged("The backup is encrypted; name the file of its private key with --identity.")
    try:
        identity = pyrage.x25519.Identity.from_str(private_key)
    except pyrage.IdentityError:
        raise Damaged("The file of the private key holds none; its line begins with AGE-SECRET-KEY-.") from None
    try:
        with through(lambda target: pyrage.decrypt_io(file, target, [identity]), writing=False) as stream:
            yield stream
    except (pyrage.DecryptError, OSError) as problem:  # A changed byte is an OSError to pyrage.
        raise Damaged(f"The backup cannot be decrypted with this key, or it is damaged ({problem}).") from problem


@contextmanager
def through(work, writing):
    """Run `work` on one end of a pipe in a thread, and yield the other end."""
    ends, failed = os.pipe(), []
    theirs, ours = (ends[0], ends[1]) if writing else (ends[1], ends[0])

    def run():
        try:
            with os.fdopen(theirs, "rb" if writing else "wb") as end:
                work(end)
        except BaseException as problem:  # Handed on to whoever waits for the thread.
            failed.append(problem)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        with os.fdopen(ours, "wb" if writing else "rb") as stream:
            yield stream
    except BaseException:
        thread.join()
        # What broke the pipe says more than that it broke.
        if failed and not isinstance(failed[0], BrokenPipeError):
            raise failed[0] from None
        raise
    thread.join()
    if failed:
        raise failed[0]
