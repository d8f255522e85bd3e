"""Blocks are moved without dragging, wherever they may stand and nowhere else (issue 4, Done when)."""

import pytest
from django.urls import reverse

from astr_site.blocks.samples import Sample
from techniques.models import TechniqueContent

from .pages import draft, place

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def page(editor):
    """A note, a section that holds a text, and steps with two rows."""
    _content, slot = draft(user=editor)
    note = place(slot, Sample("NotePlugin", {"heading": "A note"}))
    text = Sample("TextPlugin", {"body": "<p>Inside</p>"})
    band = place(slot, Sample("BandPlugin", {"heading": "A section"}, [text]))
    rows = [Sample("ItemPlugin", {"heading": "One"}), Sample("ItemPlugin", {"heading": "Two"})]
    steps = place(slot, Sample("StepsPlugin", {"heading": "Steps"}, rows))
    slot.note, slot.band, slot.steps = note, band, steps
    return slot


def choices(staff, plugin):
    return {each["where"]: each["label"] for each in staff.get(address(plugin)).json()["choices"]}


def address(plugin):
    return reverse("move-block", args=[plugin.pk])


def go(staff, plugin, where):
    answer = staff.post(f"{address(plugin)}?cms_path=/", {"where": where})
    assert answer.status_code == 200, answer.content
    plugin.refresh_from_db()


def order(slot):
    """The kinds of the blocks in their order, each with how deep it stands."""
    plugins = list(slot.get_plugins("en").order_by("position"))
    assert [each.position for each in plugins] == list(range(1, len(plugins) + 1))
    parents = {each.pk: each.parent_id for each in plugins}

    def depth(key):
        return 0 if parents[key] is None else 1 + depth(parents[key])

    return [f"{'.' * depth(each.pk)}{each.plugin_type.removesuffix('Plugin')}" for each in plugins]


def test_a_block_goes_down_and_up_again_with_all_that_stands_in_it(staff, page):
    before = order(page)
    go(staff, page.band, "down")
    assert order(page) == ["Note", "Steps", ".Item", ".Item", "Band", ".Text"]
    go(staff, page.band, "up")
    assert order(page) == before
    go(staff, page.band, "up")
    assert order(page) == ["Band", ".Text", "Note", "Steps", ".Item", ".Item"]


def test_a_block_goes_into_a_neighbor_and_out_again(staff, page):
    go(staff, page.note, "into-below")
    assert order(page) == ["Band", ".Note", ".Text", "Steps", ".Item", ".Item"]
    go(staff, page.note, "out")
    assert order(page) == ["Band", ".Text", "Note", "Steps", ".Item", ".Item"]
    go(staff, page.note, "into-above")
    assert order(page) == ["Band", ".Text", ".Note", "Steps", ".Item", ".Item"]
    go(staff, page.note, "up")
    assert order(page) == ["Band", ".Note", ".Text", "Steps", ".Item", ".Item"]


def test_the_places_are_named_and_only_those_that_take_the_block(staff, page):
    assert choices(staff, page.note) == {
        "down": "Down, after Section “A section”",
        "into-below": "Into Section “A section”, below",
    }
    row = page.steps.get_children().first()
    assert choices(staff, row) == {"down": "Down, after Row “Two”"}
    assert staff.post(address(row), {"where": "out"}).status_code == 400


def test_a_block_goes_to_another_part_of_a_technique_that_offers_it(staff, editor):
    published = TechniqueContent.objects.get(technique__key="massage", language="en")
    content = published.versions.get().copy(editor).content
    card = place(content.slots["help"], Sample("CareCardPlugin", {"level": "urgent", "heading": "X", "items": "x"}))
    labels = choices(staff, card)
    assert "To the part “Risks”" in labels.values()
    assert "To the part “Recovery”" not in labels.values()
    go(staff, card, f"part-{content.slots['risks'].pk}")
    assert card.placeholder_id == content.slots["risks"].pk


def test_a_published_page_is_not_moved_about(staff, page):
    page.source.versions.get().publish(page.source.versions.get().created_by)
    assert staff.get(address(page.note)).status_code == 400
    before = order(page)
    assert staff.post(address(page.note), {"where": "down"}).status_code == 400
    assert order(page) == before


def test_a_stranger_moves_nothing(client, page):
    assert client.get(address(page.note)).status_code == 302
