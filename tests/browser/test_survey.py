"""Every public page is accessible and fits: in any colors, on small screens, with letters set apart, under a finger.

PRODUCT.md, rules 6 and 7; issue 3. All in one file, because one process makes the survey and asks it everything.
"""

import pytest

from tests.browser.complaints import take_all
from tests.browser.survey import MODES, Survey

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def test_axe_finds_nothing_on_any_page(flaws):
    assert flaws["axe"] == []


@pytest.mark.parametrize("mode", list(MODES)[1:])
def test_axe_finds_nothing_in_any_mode(flaws, mode):
    assert flaws[f"axe, {mode}"] == []


def test_nothing_scrolls_sideways_in_the_smallest_window(flaws):
    assert flaws["sideways"] == []


def test_no_words_are_cut_in_the_smallest_window(flaws):
    assert flaws["cut words"] == []


def test_every_target_fits_a_finger(flaws):
    assert flaws["small targets"] == []
    assert flaws["lonely links"] == []


def test_letters_and_lines_set_apart_cut_nothing(flaws):
    assert flaws["wide letters"] == []


def test_no_page_leads_the_focus_back_up(flaws):
    assert flaws["upwards"] == []


def test_no_page_makes_the_browser_complain_or_refuse(flaws):
    assert flaws["complaint"] == []


def test_the_comparison_is_still_a_table_where_it_is_drawn_as_cards(window):
    """A table that CSS draws as blocks keeps its rows and headers for a screen reader."""
    page = window(390)
    page.goto("/techniques/compare/")
    assert page.evaluate("getComputedStyle(document.querySelector('.compare-table')).display") == "block"
    table = page.get_by_role("table")
    assert table.get_by_role("rowheader").count() == table.get_by_role("row").count() - 1
    assert table.get_by_role("columnheader").count() == 4


def test_a_survey_sees_what_is_wrong(window):
    """Words wider than a phone, in gray on gray, with a small link alone in its line, and a focus that jumps back."""
    page = window(320)
    page.set_content("""<!doctype html><html lang="en"><title>A page</title><main><h1>Headings</h1>
        <p style="width: 40rem; color: #999; background: #aaa">Many words in a line that is wider than the window</p>
        <p style="width: 9rem; overflow: hidden; white-space: nowrap">These words are longer than their own box</p>
        <div style="width: 9rem; overflow: auto"><p style="width: 20rem">Words</p></div>
        <a href="#b" style="position: absolute; top: 90rem">Down</a><p><a href="#a">Up again</a></p></main>""")
    survey = Survey(page)
    survey.fits("page")
    survey.suits_axe("page", in_all_modes=False)
    survey.bears_wide_letters("page")
    assert {name for name, flaws in survey.flaws.items() if not flaws} == set()


def test_whatever_a_browser_complains_of_is_heard(chromium, shown_site):
    """An error in the console, one in a script, and what our policy refuses."""
    page = chromium.new_page(base_url=shown_site)
    page.goto("/privacy/")
    page.evaluate("console.error('Heard in the console')")
    page.evaluate("setTimeout(() => { throw new Error('Heard in a script') })")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_timeout(200)
    page.close()
    complaints = "\n".join(take_all())
    for words in ("Heard in the console", "Heard in a script", "style-src"):
        assert words in complaints
