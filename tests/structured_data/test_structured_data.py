"""Search engines read schema.org's words, and nothing that the page's reader does not see (issue 6, item 7)."""

import pytest
from django.core.cache import cache
from django.utils import timezone
from djangocms_versioning.models import Version

from testimonials.actions import withdraw
from testimonials.models import TestimonialContent
from tests.site.test_pages import LANGUAGES, public_addresses
from tests.testimonials.factories import SIGNED, staff, whole_story

from .cases import (
    CASES,
    DAY,
    TODAY,
    answers_in_two_blocks,
    contact,
    page_content,
    review,
    reviewed_technique,
    technique,
)
from .reading import Page, unseen
from .vocabulary import complaints

pytestmark = pytest.mark.usefixtures("site")


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return Page(response)


def of_kind(page, kind):
    return [node for node in page.data if node["@type"] == kind]


def everything_in(node):
    """Yield each node, and each within it."""
    yield node
    for value in node.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from everything_in(each)


@pytest.mark.parametrize("case", CASES)
def test_every_value_is_in_the_vocabulary_and_equals_what_the_page_shows(client, case):
    prepare, kinds = CASES[case]
    address = prepare()
    cache.clear()
    # The second answer comes out of the cache, where the blocks do not run again.
    for _time in range(2):
        page = read(client, address)
        assert {node["@type"] for node in page.data} == kinds
        assert [complaint for node in page.data for complaint in complaints(node)] == []
        assert unseen(page) == []


def test_the_data_of_every_public_page_is_sound_and_rates_nothing(client):
    for address in public_addresses(*LANGUAGES):
        page = read(client, address)
        assert page.data, address
        assert [complaint for node in page.data for complaint in complaints(node)] == [], address
        assert unseen(page) == [], address
        told = [each for node in page.data for each in everything_in(node)]
        assert not {"Review", "AggregateRating", "Rating"} & {each["@type"] for each in told}
        assert not {"review", "aggregateRating", "starRating"} & {name for each in told for name in each}


def test_a_review_is_told_with_its_day_and_reviewer(client):
    (page,) = of_kind(read(client, reviewed_technique()), "MedicalWebPage")
    assert page["lastReviewed"] == (TODAY - 9 * DAY).isoformat()
    assert page["reviewedBy"] == {"@type": "Person", "name": "Made Up Reviewer", "honorificSuffix": "PT, DPT"}


@pytest.mark.parametrize("made", [False, True])
def test_a_review_that_is_missing_or_of_other_words_is_not_told(client, made):
    if made:
        review(technique(), text_changed=True)
    (page,) = of_kind(read(client, "/techniques/manipulation/"), "MedicalWebPage")
    assert not {"lastReviewed", "reviewedBy"} & set(page)


def test_a_technique_is_told_with_its_common_effects_and_its_rare_risks(client):
    (page,) = of_kind(read(client, "/techniques/manipulation/"), "MedicalWebPage")
    therapy, content = page["mainEntity"], technique()
    assert therapy["@type"] == "MedicalTherapy"
    assert [each["name"] for each in therapy["adverseOutcome"]] == content.common_effects_list
    assert [each["name"] for each in therapy["seriousAdverseOutcome"]] == content.rare_risks_list


def test_the_breadcrumb_of_a_page_is_the_one_that_it_shows(client):
    (crumbs,) = of_kind(read(client, "/techniques/manipulation/"), "BreadcrumbList")
    steps = [(step["name"], step.get("item", {}).get("@id")) for step in crumbs["itemListElement"]]
    site = "http://127.0.0.1:8000"
    assert steps == [("Home", f"{site}/"), ("Techniques", f"{site}/techniques/"), ("Manipulation", None)]


def test_a_clinic_is_told_with_its_week_and_its_holidays(client):
    first, second = of_kind(read(client, contact()), "MedicalClinic")
    week = [(each["dayOfWeek"].rpartition("/")[2], each["opens"]) for each in first["openingHoursSpecification"]]
    assert week == [(day, hour) for day in ("Monday", "Tuesday", "Saturday") for hour in ("08:30", "13:00")]
    special = [(each["validFrom"], each["opens"], each["closes"]) for each in first["specialOpeningHoursSpecification"]]
    assert special == [
        ((TODAY + 8 * DAY).isoformat(), "00:00", "00:00"),
        ((TODAY + 12 * DAY).isoformat(), "10:00", "14:00"),
    ]
    assert (first["telephone"], second["telephone"]) == ("(555) 010-0100", "(555) 010-0101")
    assert "openingHoursSpecification" not in second


def test_questions_of_all_blocks_stand_in_one_list_and_headings_that_ask_nothing_do_not(client):
    (page,) = of_kind(read(client, answers_in_two_blocks()), "FAQPage")
    assert [each["name"] for each in page["mainEntity"]] == ["Where do I\u2028park?", "Is there a lift?"]
    assert page["mainEntity"][0]["acceptedAnswer"]["text"] == "Beside the door. Or not & so."


def test_the_search_of_the_site_is_told_only_while_there_is_one(client):
    (site,) = of_kind(read(client, "/"), "WebSite")
    assert site["potentialAction"]["target"]["urlTemplate"] == "http://127.0.0.1:8000/search/?q={words}"
    Version.objects.get_for_content(page_content("search")).unpublish(staff())
    assert "potentialAction" not in of_kind(read(client, "/"), "WebSite")[0]


def test_a_story_is_told_in_the_words_of_its_page(client):
    content = whole_story(words={"title": "Back in </script> the & garden"})
    (video,) = of_kind(read(client, content.get_absolute_url()), "VideoObject")
    assert video["name"] == content.title
    for name in ("contentUrl", "thumbnailUrl"):
        assert client.get(video[name].removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert not {"author", "actor", "creator"} & set(video)


def test_a_story_is_dated_by_its_first_publication_and_not_by_the_day_it_was_recorded(client):
    content = whole_story()
    first = timezone.localtime().date().isoformat()
    draft = Version.objects.get_for_content(content).copy(staff())
    draft.publish(staff())
    (video,) = of_kind(read(client, content.get_absolute_url()), "VideoObject")
    assert video["uploadDate"].startswith(first)
    assert SIGNED.isoformat() not in str(video)


def test_a_sample_is_not_offered_to_search_engines_as_a_story(client):
    sample = TestimonialContent.objects.get(testimonial__sample=True, slug="sample-1", language="en")
    assert of_kind(read(client, sample.get_absolute_url()), "VideoObject") == []


def test_a_withdrawn_story_leaves_no_data_behind(client):
    content = whole_story()
    withdraw(content.testimonial, "staff")
    response = client.get(content.get_absolute_url())
    assert response.status_code == 404
    assert content.title not in response.content.decode()
    assert Page(response).data == []


@pytest.mark.parametrize(
    ("node", "complaint"),
    [
        ({"@type": "MedicalThing"}, "no such type"),
        ({"@type": "WebPage", "lastRevised": "2026-01-01"}, "no property lastRevised"),
        ({"@type": "WebPage", "lastReviewed": "in January"}, "lastReviewed is no"),
        ({"@type": "WebPage", "reviewedBy": {"@type": "Place", "name": "A"}}, "reviewedBy is no"),
        ({"@type": "VideoObject", "name": "A"}, "Google requires uploadDate"),
        ({"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 2, "name": "A"}]}, "two"),
        ({"@type": "MedicalClinic", "openingHoursSpecification": "https://schema.org/Person"}, "is no"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_found(node, complaint):
    found = list(complaints({"@context": "https://schema.org", **node}))
    assert any(complaint in each for each in found), found


def test_a_value_that_the_page_does_not_show_is_found(client):
    page = read(client, "/techniques/manipulation/")
    page.data = [{"@type": "WebPage", "name": "Another title", "url": "http://127.0.0.1:8000/elsewhere/"}]
    assert len(unseen(page)) == 2
