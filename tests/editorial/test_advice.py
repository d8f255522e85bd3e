"""What could read better is said with its spot; who publishes past it gives a reason, which is kept."""

import html
import re

import pytest
from cms.models import PageContent
from djangocms_versioning.models import Version

from astr_site.editorial.gate import findings
from astr_site.editorial.models import PastAdvice

from .drafts import add, draft_page, publish_address

pytestmark = pytest.mark.usefixtures("site")

LONG_SPANISH = " ".join(["Vamos", "a", "la", "puerta", "y", "volvemos", "luego"] * 4) + "."
LONG = " ".join(["We", "walk", "to", "the", "door", "and", "back"] * 4) + "."
HARD = (
    "Musculoskeletal rehabilitation necessitates multidisciplinary collaboration. "
    "Neurophysiological mechanisms presumably contribute considerably. "
    "Histological examination demonstrates proliferation. "
) * 4
HARD_SPANISH = (
    "La rehabilitación musculoesquelética necesita la colaboración multidisciplinaria. "
    "Los mecanismos neurofisiológicos contribuyen considerablemente. "
    "La examinación histológica demuestra proliferación. "
) * 5


def advice(version):
    return {finding.rule: finding for finding in findings(version)}


def page_with(text, language="en", user=None):
    version = draft_page(language=language, user=user)
    add(version, "TextPlugin", body=text)
    return version


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("long_sentences", LONG),
        ("passive_runs", "The back is pressed by hand. The skin is moved a little."),
        ("abbreviations", "Ask for an MRI."),
        ("reading_grade", HARD),
    ],
)
def test_each_piece_of_advice_names_the_words_it_is_about(rule, text):
    found = advice(page_with(f"<p>{text}</p>"))
    assert set(found) == {rule}
    assert found[rule].quote
    assert found[rule].quote.split(" … ")[0] in text
    assert "/edit-plugin/" in found[rule].spot.url


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("long_sentences", LONG_SPANISH),
        ("passive_runs", "La espalda es presionada. La piel es movida un poco."),
        ("abbreviations", "Pida una RMN."),
        ("reading_grade", HARD_SPANISH),
    ],
)
def test_spanish_is_read_as_spanish(rule, text):
    assert rule in advice(page_with(f"<p>{text}</p>", language="es"))


@pytest.mark.parametrize(
    "text",
    [
        LONG.replace("door and", "door. And"),
        "The back is pressed by hand. You feel it a little. The skin is moved.",
        "Ask for an MRI (magnetic resonance imaging). An MRI takes half an hour.",
        "The cat sat on the mat. " * 20,
    ],
)
def test_what_reads_well_passes(text):
    assert advice(page_with(f"<p>{text}</p>")) == {}


def test_the_hardest_sentences_are_named_and_the_easy_ones_are_not():
    found = advice(page_with(f"<p>{HARD} We walk to the door and back.</p>"))
    assert "Neurophysiological" in found["reading_grade"].quote
    assert "door" not in found["reading_grade"].quote


def test_a_missing_summary_and_a_long_title_are_named():
    version = draft_page()
    words = {"meta_description": " ", "title": "How to reach us " * 5}
    PageContent.admin_manager.filter(pk=version.object_id).update(**words)
    assert set(advice(version)) == {"summary", "title"}


def publish(staff, version, reason=None):
    """Press the publish button, or that of the checklist with a reason; return the page that staff land on."""
    if reason is None:
        return staff.post(publish_address(version), follow=True).content.decode()
    address = f"/admin/editorial/editorialrecord/of/{version.pk}/ready/"
    return staff.post(address, {"reason": reason}, follow=True).content.decode()


def state(version):
    return Version.objects.get(pk=version.pk).state


def test_publishing_past_advice_asks_for_a_reason_and_keeps_it(staff, editor):
    version = page_with("<p>Ask for an MRI.</p>", user=editor)
    page = publish(staff, version)
    assert "“MRI” is not explained." in page
    assert '<textarea id="reason" name="reason"' in page
    assert state(version) == "draft"
    assert "Say why you publish past the advice" in publish(staff, version, " ")
    assert state(version) == "draft"
    publish(staff, version, "Our patients know the word.")
    assert state(version) == "published"
    kept = PastAdvice.objects.get(version=version)
    assert (kept.given_by, kept.reason) == (editor, "Our patients know the word.")
    assert kept.findings[0]["quote"] == "MRI"


def test_a_reason_is_shown_in_the_history_and_holds_while_the_words_stand(staff, editor):
    first = page_with("<p>Ask for an MRI.</p>", user=editor)
    publish(staff, first, "Our patients know the word.")
    history = staff.get(f"/admin/djangocms_versioning/pagecontentversion/?page={first.content.page_id}&language=en")
    assert "Our patients know the word." in history.content.decode()
    second = Version.objects.get(pk=first.pk).copy(editor)
    page = staff.get(f"/admin/editorial/editorialrecord/of/{second.pk}/ready/").content.decode()
    assert "Advice that somebody gave a reason for" in page
    assert "Our patients know the word." in page
    publish(staff, second)
    assert state(second) == "published"


def test_the_checklist_says_what_it_cannot_check(staff, editor):
    page = staff.get(f"/admin/editorial/editorialrecord/of/{draft_page(user=editor).pk}/ready/").content.decode()
    assert "What this list cannot check" in page
    assert "Whether what the text says is true" in page


def link(answer, beginning):
    return html.unescape(re.search(rf'href="({beginning}[^"]+checklist=[^"]+)"', answer.content.decode())[1])


def test_a_finding_leads_to_its_form_and_saving_leads_back(staff, editor):
    version = page_with("<p>Ask for an MRI.</p>", user=editor)
    checklist = f"/admin/editorial/editorialrecord/of/{version.pk}/ready/"
    form = link(staff.get(checklist), "/admin/cms/placeholder/edit-plugin/")
    opened = staff.get(form).content.decode()
    assert f'href="{checklist}"' in opened
    saved = staff.post(form, {"body": "<p>Ask for a scan.</p>", "language": "en"})
    assert (saved.status_code, saved.url) == (302, checklist)
    page = staff.get(checklist).content.decode()
    assert "The block is saved." in page
    assert "Nothing stands in the way." in page


def test_the_form_of_a_page_leads_back_as_well(staff, editor):
    version = draft_page(user=editor)
    PageContent.admin_manager.filter(pk=version.object_id).update(meta_description="")
    checklist = f"/admin/editorial/editorialrecord/of/{version.pk}/ready/"
    form = link(staff.get(checklist), "/admin/cms/pagecontent/")
    fields = staff.get(form).context["adminform"].form
    sent = {name: fields[name].value() or "" for name in fields.fields} | {"meta_description": "Where we are."}
    saved = staff.post(form, sent)
    assert saved.status_code == 302, saved.context["adminform"].form.errors
    assert saved.url == checklist
    assert "Nothing stands in the way." in staff.get(checklist).content.decode()
