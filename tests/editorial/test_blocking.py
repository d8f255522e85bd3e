"""Each rule that blocks: what it refuses, and that mending lets it pass."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from djangocms_versioning.models import Version

from astr_site.editorial.gate import findings
from astr_site.editorial.models import Claim, EditorialRecord, EfficacyWord, Source
from astr_site.editorial.records import cite, ensure_record
from techniques.models import TechniqueContent
from testimonials.models import TestimonialContent

from .drafts import add, content_user, draft_page, draft_technique

pytestmark = pytest.mark.usefixtures("site")


def rules(version):
    return {finding.rule for finding in findings(version) if finding.tier.value == "blocks"}


def page_with(text, key="contact", language="en"):
    version = draft_page(key, language)
    add(version, "TextPlugin", body=text)
    return version


def blamed(version, rule):
    """Return the words that a rule refuses, each once for each time."""
    return sorted(each.quote for each in findings(version) if each.tier.value == "blocks" and each.rule == rule)


LEADS_NOWHERE = {
    "/no-such-page/": "Our prices",
    "/techniques/no-such-technique/": "Cupping",
    "/es/techniques/": "Techniques in no language",
    "/admin/": "The staff screens",
    "#nowhere": "The prices below",
    "#": "The prices above",
    "prices/": "The prices beside",
}
SAYS_NOTHING = {
    "/techniques/": "Click here",
    "/glossary/": "read more …",
    "https://example.org/": "https://example.org/",
}
LEADS_SOMEWHERE = {
    "/techniques/": "All techniques",
    "/techniques/manipulation/": "Manipulation",
    "/techniques/manipulation": "Manipulation as well",
    "/es/tecnicas/": "Techniques in Spanish",
    "/testimonials/?area=neck": "Stories about the neck",
    "https://example.org/here": "A page elsewhere",
    "tel:+15550100": "Call us",
}


def linked(links):
    return page_with("".join(f'<p><a href="{address}">{words}</a></p>' for address, words in links.items()))


def test_a_link_that_leads_nowhere_is_refused():
    assert blamed(linked(LEADS_NOWHERE), "links") == sorted(LEADS_NOWHERE.values())


def test_a_link_that_says_nothing_is_refused():
    assert blamed(linked(SAYS_NOTHING), "links") == sorted(SAYS_NOTHING.values())


def test_a_link_that_leads_somewhere_and_says_where_passes():
    assert rules(linked(LEADS_SOMEWHERE)) == set()


def test_a_link_that_says_nothing_is_refused_in_spanish_too():
    assert rules(page_with('<p><a href="/es/tecnicas/">Haga clic aquí</a></p>', language="es")) == {"links"}


def test_a_link_to_a_page_that_was_taken_down_is_refused(editor):
    version = page_with('<p><a href="/techniques/massage/">Massage</a></p>')
    assert rules(version) == set()
    TechniqueContent.objects.get(technique__key="massage", language="en").versions.get().unpublish(editor)
    assert rules(version) == {"links"}


def test_a_button_to_a_page_that_this_language_does_not_have_is_refused():
    version = draft_page()
    add(version, "ButtonPlugin", label="See our prices", address="#")
    assert rules(version) == {"links"}


def test_a_health_page_needs_a_source():
    version = draft_technique()
    cite(version.content, [])
    assert rules(version) == {"sources"}
    cite(version.content, [Source.objects.first()])
    assert rules(version) == set()


def test_a_page_that_says_nothing_about_health_needs_no_source():
    version = draft_page("your-visit")
    cite(version.content, [])
    assert rules(version) == {"sources"}
    EditorialRecord.objects.filter(pk=ensure_record(version.content).pk).update(about_health=False)
    assert rules(version) == set()


PROMISES = {
    "en": [
        "It is painless.",
        "The relief is permanent.",
        "We guarantee it.",
        "It helps 95% of patients.",
        "Nine years and a success rate to be proud of.",
        "No study has proven it.",
    ],
    "es": ["Es indolora.", "Ayuda al 95 % de los pacientes."],
}


def told(sentences, language="en"):
    return page_with("".join(f"<p>{sentence}</p>" for sentence in sentences), language=language)


@pytest.mark.parametrize("language", PROMISES)
def test_wording_that_promises_an_effect_is_refused(language):
    assert blamed(told(PROMISES[language], language), "efficacy") == sorted(PROMISES[language])


def test_other_wording_passes():
    sentences = ["It may help a little.", "Secure the door.", "It took 10 percents.", "13 in 10,000"]
    assert rules(told(sentences)) == set()


def test_what_a_person_said_stays_as_it_is_and_asks_for_a_reason():
    story = TestimonialContent.objects.filter(language="en").first()
    draft = Version.objects.get_for_content(story).copy(content_user())
    spoken = {"transcript": "0:05 It cured me, and the MRI was used by the doctor. It was written down."}
    TestimonialContent.admin_manager.filter(pk=draft.object_id).update(**spoken)
    assert [(each.rule, each.tier.value) for each in findings(draft)] == [("efficacy", "advises")]
    TestimonialContent.admin_manager.filter(pk=draft.object_id).update(title="It cured me")
    assert rules(draft) == {"efficacy"}


def test_wording_in_a_field_of_a_technique_is_refused_too():
    version = draft_technique()
    TechniqueContent.admin_manager.filter(pk=version.content.pk).update(may_feel="Painless pressure")
    assert rules(version) == {"efficacy"}


@pytest.fixture
def claim():
    claim = Claim.objects.create(
        language="en",
        wording="No study has proven it",
        grade=Claim.Grade.NONE,
        valid_until=timezone.localdate(),
    )
    claim.sources.add(Source.objects.first())
    return claim


def test_a_registered_claim_lets_its_own_wording_pass(claim):
    assert rules(page_with("<p>No study  has <strong>proven</strong> it, so far.</p>")) == set()


def test_a_registered_claim_covers_nothing_outside_its_wording(claim):
    assert rules(page_with("<p>No study has proven it, yet it is painless.</p>")) == {"efficacy"}


def test_a_claim_that_ran_out_covers_nothing(claim):
    Claim.objects.filter(pk=claim.pk).update(valid_until=timezone.localdate() - datetime.timedelta(days=1))
    assert rules(page_with("<p>No study has proven it.</p>")) == {"efficacy"}


def test_staff_add_words_and_switch_words_off():
    version = page_with("<p>Our famous grip is painless.</p>")
    EfficacyWord.objects.filter(wording="painless*").update(in_use=False)
    assert rules(version) == set()
    EfficacyWord.objects.create(language="en", wording="famous", note="Say why.")
    found = findings(version)
    assert [finding.quote for finding in found] == ["Our famous grip is painless."]
    assert "Say why." in found[0].message


@pytest.fixture
def publisher(client, django_user_model):
    person = django_user_model.objects.create_user("publisher", is_staff=True)
    person.groups.add(Group.objects.get(name="Publisher"))
    client.force_login(person)
    return client


def test_a_publisher_adds_a_spanish_word_and_switches_it_off(publisher):
    version = page_with("<p>Un masaje famoso.</p>", language="es")
    sent = {"language": "es", "wording": "famos*", "note": "Diga por qué."}
    publisher.post("/admin/editorial/efficacyword/add/", sent | {"in_use": "on"})
    assert rules(version) == {"efficacy"}
    word = EfficacyWord.objects.get(wording="famos*")
    publisher.post(f"/admin/editorial/efficacyword/{word.pk}/change/", sent)
    assert rules(version) == set()


def test_a_publisher_registers_a_claim_with_its_evidence_and_never_without(publisher):
    version = page_with("<p>No study has proven it.</p>")
    sent = {"language": "en", "wording": "No study has proven it", "grade": "none", "valid_until": "2999-01-01"}
    refused = publisher.post("/admin/editorial/claim/add/", sent).content.decode()
    assert "This field is required." in refused
    assert "No study has proven it" in refused
    publisher.post("/admin/editorial/claim/add/", sent | {"sources": [Source.objects.first().pk]})
    assert rules(version) == set()
