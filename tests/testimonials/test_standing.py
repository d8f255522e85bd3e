"""The list of stories tells staff what is shown, what runs out, what was withdrawn and what lacks captions."""

import pytest

from testimonials.actions import withdraw
from testimonials.dates import months_before

from .factories import DAY, NOW, authorize, make_story, whole_story, write

pytestmark = pytest.mark.usefixtures("site")

LIST = "/admin/testimonials/testimonial/"


def listed(client, standing):
    rows = client.get(LIST, {"standing": standing}).context["cl"].result_list
    return {story.display_name for story in rows if not story.sample}


def test_each_story_is_found_under_how_it_stands(admin_client):
    whole_story(1)
    whole_story(2, authorization={"expires_at": NOW + 20 * DAY})
    whole_story(3, authorization={"expires_at": NOW + 50 * DAY})
    whole_story(4, confirmed_on=months_before((NOW + 80 * DAY).date(), 24))
    withdraw(whole_story(5).testimonial, "staff")
    write(make_story(6), slug="made-up6")
    for standing, numbers in {
        "live": "1234",
        "within-30": "2",
        "within-60": "23",
        "within-90": "234",
        "withdrawn": "5",
        "captions": "6",
        "nonsense": "123456",
        "within-1000": "123456",
    }.items():
        assert listed(admin_client, standing) == {f"Made Up {number}" for number in numbers}, standing


def test_a_story_with_a_longer_permission_does_not_run_out(admin_client):
    authorize(whole_story(1, authorization={"expires_at": NOW + 20 * DAY}).testimonial)
    assert listed(admin_client, "within-30") == set()


def test_a_story_is_found_by_its_title_and_by_its_display_name(admin_client):
    whole_story(1)
    for words in ("made-up story", "Made Up 1"):
        assert admin_client.get(LIST, {"q": words}).context["cl"].result_count == 1


def test_the_list_costs_the_same_however_long_it_is(admin_client, django_assert_max_num_queries):
    for number in range(6):
        whole_story(number)
    with django_assert_max_num_queries(40):
        assert admin_client.get(LIST).status_code == 200
