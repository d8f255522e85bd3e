"""What is typed in quotation marks stands on each result in this order."""

import pytest

from astr_site.search.finding import find

from .test_page import text, titles

pytestmark = pytest.mark.usefixtures("site")


def found(typed, language="en"):
    return [document.title for document in find(typed, language, exactly=True).documents]


def test_words_in_quotation_marks_are_found_in_their_order_alone():
    assert found('"trigger points"')
    assert found('"points trigger"') == []
    assert set(found('"trigger points"')) < set(found("points trigger"))


def test_endings_accents_and_small_words_count_as_little_as_elsewhere():
    assert found('"trigger point"') == found('"the Trigger Points"')
    assert found('"puntos gatillo"', "es") == found('"Púntos de gatillo"', "es") != []


@pytest.mark.parametrize("typed", ["“trigger points”", "«trigger points»", "„trigger points“", '“trigger points"'])
def test_quotation_marks_may_be_those_of_any_phone(typed):
    assert found(typed) == found('"trigger points"')


def test_what_is_quoted_is_needed_and_the_rest_helps():
    both = found('massage "trigger points"')
    assert both
    assert set(both) <= set(found('"trigger points"'))


def test_a_mark_without_a_second_is_no_quotation():
    assert found('points "trigger') == found("points trigger")
    assert found('"" trigger') == found("trigger")


def test_where_nobody_says_it_so_the_words_are_searched_for_and_the_page_says_so(client):
    page = client.get("/search/", {"q": '"points trigger"'})
    assert titles(page)
    assert "Showing results for <strong>points trigger</strong>." in text(page)
    assert "Nothing was found" in text(client.get("/search/", {"q": '"points trigger"', "exactly": 1}))
