"""What a check has to say, in words for staff."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _


class Tier(Enum):
    """How much a finding weighs: it refuses the publication, or asks for a reason."""

    BLOCKS = "blocks"
    ADVISES = "advises"


@dataclass(frozen=True)
class Spot:
    """Where a finding is mended: its name for staff, and the address of the form."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Finding:
    """One thing to mend: what is wrong and how to mend it, where, and the words it is about."""

    tier: Tier
    message: str
    spot: Spot
    quote: str = ""
    rule: str = ""

    @property
    def key(self):
        """Name the finding across versions, in which blocks have other numbers, and across the languages of staff."""
        return f"{self.rule}: {self.quote}"


def blocks(message, spot, quote=""):
    """Say what must be mended before anyone may publish."""
    return Finding(Tier.BLOCKS, message, spot, quote)


def advises(message, spot, quote=""):
    """Say what should be mended; whoever publishes past it gives a reason."""
    return Finding(Tier.ADVISES, message, spot, quote)


class Refused(Exception):
    """A publication that the gate refuses, with the findings that stand in its way."""

    def __init__(self, version, findings):
        self.version, self.findings = version, findings
        words = _("“%(title)s” is not ready to publish.") % {"title": version.content}
        super().__init__(" ".join([words, *(str(finding.message) for finding in findings)]))
