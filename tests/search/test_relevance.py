"""People land on the right page at the first try (issue 8, “Done when”)."""

import pytest

from astr_site.search.finding import find

from .relevance import FIRST, THREE, outcomes, share

pytestmark = pytest.mark.usefixtures("site")


def test_the_right_page_is_first_for_nine_in_ten_and_among_the_first_three_for_nearly_all():
    found = outcomes()
    assert len(found) >= 120
    assert sum(each.kind in ("lay", "typo") for each in found) >= 60
    assert share(found, 1) >= FIRST, [(each.query, each.found) for each in found if not each.among(1)]
    assert share(found, 3) >= THREE, [(each.query, each.found) for each in found if not each.among(3)]


def test_a_technique_stands_above_a_story_that_mentions_it():
    kinds = [document.kind for document in find("back pain", "en").documents]
    assert kinds.index("technique") < kinds.index("story")


def test_the_start_of_a_word_is_enough():
    assert find("mobil", "en").documents[0].title == "Mobilization"
    assert find("fisio", "es").documents[0].title == "Fisioterapeutas"
