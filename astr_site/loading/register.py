"""The efficacy words and the claims register, brought in once; afterwards they belong to staff."""

from astr_site.editorial.models import Claim, EfficacyWord, Source

from .files import ContentError, read_yaml


def load_register(folder):
    """Add the words and claims of the content files that the register does not have yet."""
    for language, words in read_yaml(folder / "efficacy.yaml", dict).items():
        for word in words:
            EfficacyWord.objects.get_or_create(
                language=language, wording=word["wording"], defaults={"note": word["note"]}
            )
    for entry in read_yaml(folder / "claims.yaml", list):
        load_claim(dict(entry))


def load_claim(entry):
    sources = Source.objects.filter(key__in=entry["sources"])
    if len(sources) != len(entry["sources"]):
        raise ContentError(f"claims.yaml: sources.yaml lacks a source of “{entry['wording']}”.")
    defaults = {name: entry[name] for name in ("grade", "valid_until", "note")}
    claim, created = Claim.objects.get_or_create(
        language=entry["language"], wording=entry["wording"], defaults=defaults
    )
    if created:
        claim.sources.set(sources)
