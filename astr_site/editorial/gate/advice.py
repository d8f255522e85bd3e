"""Publishing past advice: whoever does it says why, and the reason is kept."""

from djangocms_versioning.models import Version

from ..models import PastAdvice
from .findings import Tier


def given_before(version):
    """Return {key of a finding: the reason that was given}, over all versions of this page in this language."""
    versions = Version.objects.filter_by_content_grouping_values(version.content)
    reasons = {}
    for past in PastAdvice.objects.filter(version__in=versions).order_by("given_at"):
        reasons |= dict.fromkeys((finding["key"] for finding in past.findings), past)
    return reasons


def unanswered(version, found):
    """Return the advice among `found` that nobody has given a reason for yet.

    A reason holds for later versions too, as long as the words that it is about stand.
    """
    advice = [finding for finding in found if finding.tier is Tier.ADVISES]
    answered = given_before(version) if advice else {}
    return [finding for finding in advice if finding.key not in answered]


def keep_reason(version, user, reason, advice):
    """Keep why `user` publishes this version past this advice."""
    told = [{"key": each.key, "message": str(each.message), "quote": each.quote} for each in advice]
    return PastAdvice.objects.create(version=version, given_by=user, reason=reason, findings=told)
