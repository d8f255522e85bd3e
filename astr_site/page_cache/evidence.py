"""What the database answered while a page was made, so that a page can be proved true again after a change (issue 9).

A change moves the mark of every page, though most pages show nothing of it. Before one of these is made anew, the
questions that it was made from are asked again: where each has the answer of before, the page would come out the same.
That takes a fifth of the time. Code and time are told apart elsewhere (`release`, `moments`); whatever a page owes to
anything else than the database must be doubted here.
"""

import datetime
import uuid
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b

from django.db import connections

# Their values say all there is to know of them, here and in another process.
PLAIN = (str, int, float, bytes, Decimal, uuid.UUID, datetime.date, datetime.time, datetime.timedelta, type(None))
# Beyond this it is no quicker to prove a page than to make it.
MOST = 60


@dataclass(frozen=True, slots=True)
class Question:
    """One statement, and the rows that were taken from its answer; `to_the_end` where there were no more."""

    alias: str
    sql: str
    params: tuple
    rows: int
    to_the_end: bool
    digest: bytes

    def has_the_same_answer(self):
        with connections[self.alias].cursor() as cursor:
            cursor.execute(self.sql, self.params)
            found = cursor.fetchmany(self.rows + 1)
        as_many = len(found) == self.rows if self.to_the_end else len(found) >= self.rows
        return as_many and digest(found[: self.rows]) == self.digest


def holds(proof):
    """Say whether the database answers every question of a proof as it did."""
    return proof is not None and all(question.has_the_same_answer() for question in proof)


def digest(rows):
    return blake2b(repr(rows).encode(), digest_size=16).digest()


@dataclass(slots=True)
class Asking:
    """A question whose answer is being read. Once it is settled, whoever reads on is doubted."""

    alias: str
    sql: str
    params: tuple
    rows: list = field(default_factory=list)
    to_the_end: bool = False
    settled: bool = False

    def take(self, rows, wanted):
        if self.settled:
            doubt()
        self.rows += rows
        self.to_the_end |= len(rows) < wanted

    def settle(self):
        self.settled = True
        return Question(self.alias, self.sql, self.params, len(self.rows), self.to_the_end, digest(self.rows))


class Evidence:
    """What something was made from. It proves nothing once it is doubted."""

    def __init__(self):
        self.asked, self.questions, self.doubted = [], set(), False

    def settle(self):
        self.questions |= {asking.settle() for asking in self.asked}
        self.asked = []

    def cite(self, other):
        """Rest on what something was made from that is used here."""
        self.questions |= other.questions
        self.doubted |= other.doubted

    def proof(self):
        """Return the questions to keep with what was made, or None where they would not do, as none at all would."""
        return tuple(self.questions) if 0 < len(self.questions) <= MOST and not self.doubted else None


_collected = ContextVar("evidence", default=None)


@contextmanager
def collected():
    """Yield the Evidence of what is made in here, complete afterwards; what is made around it rests on it too."""
    evidence = Evidence()
    token = _collected.set(evidence)
    try:
        yield evidence
    finally:
        _collected.reset(token)
        evidence.settle()
        cite(evidence)


def cite(evidence):
    """Tell that what is made right now uses something that was made from this."""
    if (around := _collected.get()) is not None:
        around.cite(evidence)


def doubt():
    """Tell that what is made right now rests on something that cannot be asked again."""
    if (around := _collected.get()) is not None:
        around.doubted = True


class Listening:
    """A cursor of the database that tells an Asking which rows are taken from it."""

    def __init__(self, cursor, asking):
        self.listened_to, self.asking = cursor, asking

    def __getattr__(self, name):
        return getattr(self.listened_to, name)

    def __iter__(self):
        return iter(self.fetchone, None)

    def fetchone(self):
        row = self.listened_to.fetchone()
        self.asking.take([] if row is None else [row], 1)
        return row

    def fetchmany(self, size=1):
        rows = self.listened_to.fetchmany(size)
        self.asking.take(rows, size)
        return rows

    def fetchall(self):
        rows = self.listened_to.fetchall()
        self.asking.take(rows, len(rows) + 1)
        return rows


def listen(execute, sql, params, many, context):
    """Note every question and its answer (one of Django's wrappers around statements)."""
    if (evidence := _collected.get()) is not None:
        values, cursor = tuple(params or ()), context["cursor"]
        # What a statement that writes returns, or one that was put together elsewhere, is not asked again.
        plain = str(sql).startswith(("SELECT ", "(SELECT ")) and all(isinstance(value, PLAIN) for value in values)
        if plain and not many:
            evidence.asked.append(asking := Asking(context["connection"].alias, sql, values))
            cursor.cursor = Listening(getattr(cursor.cursor, "listened_to", cursor.cursor), asking)
        else:
            evidence.doubted = True
    return execute(sql, params, many, context)
