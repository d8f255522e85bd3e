"""Every block shows its empty, usual and longest content, and is copied whole (issue 4, Done when)."""

import re

import pytest
from cms.models import CMSPlugin, Placeholder
from cms.plugin_pool import plugin_pool
from cms.toolbar.utils import get_object_preview_url
from django.contrib.auth import get_user_model
from django.db import models
from django.utils.html import escape
from djangocms_text.fields import HTMLField
from djangocms_versioning.models import Version
from lxml import html as lxml_html

from astr_site.blocks.samples import NOT_OURS, Sample, samples

from .pages import draft, picture, place

pytestmark = pytest.mark.usefixtures("site")

KINDS = sorted(kind for kind, plugin in plugin_pool.plugins.items() if plugin.render_plugin and kind not in NOT_OURS)
WORD = "Sternocleidomastoideus"
MANY = 6
OF_THE_CMS = {each.name for each in CMSPlugin._meta.fields} | {"cmsplugin_ptr", "json", "rte"}


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


def own_fields(kind):
    return [each for each in plugin_pool.get_plugin(kind).model._meta.fields if each.name not in OF_THE_CMS]


def words(length):
    return (f"{WORD} " * (length // len(WORD) + 1))[:length].strip()


def filled(sample, longest):
    """Fill each text of a sample to its end, or leave out all that may be left out."""
    values = dict(sample.values)
    for field in own_fields(sample.kind):
        if field.is_relation or field.name in ("destination", "address"):
            continue
        if field.choices:
            values.setdefault(field.name, field.choices[0][0])
        elif isinstance(field, HTMLField) or field.name == "body":
            values[field.name] = f"<p>{words(2000)}</p>" * longest
        elif isinstance(field, models.CharField | models.TextField):
            values[field.name] = words(field.max_length or 2000) if longest else "" if field.blank else "X"
    inside = [filled(each, longest) for each in sample.inside * MANY] if longest else []
    return Sample(sample.kind, values, inside)


def page_with(client, sample):
    content, slot = draft()
    block = place(slot, sample)
    answer = client.get(get_object_preview_url(content))
    assert answer.status_code == 200
    return answer.content.decode().split('<main id="main">')[1].split("</main>")[0], block, content


def sound(page):
    """Assert what must be true of any page, whatever the blocks on it hold."""
    assert not re.search(r"<(h\d|p|li|dt|dd|figcaption|summary|a|button)\b[^>]*>\s*</\1>", page)
    assert not re.search(r"<(ul|ol|dl|table|figure)\b[^>]*>\s*</\1>", page)
    assert not re.search(r'(href|src)=""', page)
    assert not re.search(r"<img(?![^>]*\salt=)", page)
    assert not re.search(r">\s*None\s*<", page)
    ids = lxml_html.fragment_fromstring(page, create_parent=True).xpath("//@id")
    assert sorted(ids) == sorted(set(ids))


def by_kind():
    return {sample.kind: sample for sample in samples()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_with_nothing_in_it_leaves_the_page_sound(staff, kind):
    page, _block, _content = page_with(staff, filled(by_kind()[kind], longest=False))
    sound(page)


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_shows_its_usual_content(staff, kind):
    sample = by_kind()[kind]
    page, _block, _content = page_with(staff, sample)
    sound(page)
    told = [value for each in (sample, *sample.inside) for value in each.values.values() if isinstance(value, str)]
    for text in told:
        for line in text.splitlines():
            assert line.startswith(("<", "#")) or line in plain(page) or line in CHOICES, line


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_shows_its_longest_content(staff, kind):
    sample = filled(by_kind()[kind], longest=True)
    page, _block, _content = page_with(staff, sample)
    sound(page)
    for field in own_fields(kind):
        value = sample.values.get(field.name)
        if isinstance(value, str) and WORD in value:
            assert escape(re.sub(r"<[^>]+>", "", value))[:60] in page, field.name


def plain(page):
    return " ".join(lxml_html.fragment_fromstring(page, create_parent=True).text_content().split()) + page


CHOICES = {
    value for kind in [*KINDS, "LensPlugin"] for field in own_fields(kind) for value, _label in field.choices or ()
}


@pytest.mark.parametrize("kind", KINDS)
def test_copying_a_page_copies_the_whole_block(kind):
    content, slot = draft()
    place(slot, by_kind()[kind])
    user = get_user_model().objects.get(username="content")
    copy = Version.objects.get_for_content(content).copy(user).content
    copied = Placeholder.objects.get_for_obj(copy).get(slot="content")
    assert told_by(copied) == told_by(slot)
    assert told_by(copied)


def told_by(slot):
    """Everything that the blocks of a slot hold and point to, in their order."""
    found = []
    for plugin in slot.get_plugins("en").order_by("position"):
        block = plugin.get_bound_plugin()
        values = {each.name: getattr(block, each.attname) for each in own_fields(block.plugin_type)}
        values |= {each.name: list(getattr(block, each.name).order_by("pk")) for each in block._meta.many_to_many}
        found.append((block.plugin_type, block.parent and block.parent.plugin_type, values))
    return found


def test_no_block_has_rows_that_a_copy_would_leave_behind():
    for kind in KINDS:
        model = plugin_pool.get_plugin(kind).model
        behind = [
            each.name
            for each in model._meta.related_objects
            if each.one_to_many and each.field.model is not CMSPlugin and not issubclass(each.related_model, CMSPlugin)
        ]
        if behind or model._meta.many_to_many:
            assert "copy_relations" in model.__dict__, f"{kind}: {behind}"


def test_the_style_guide_draws_every_block(staff):
    page = staff.get("/styleguide/").content.decode()
    for kind in KINDS:
        assert f'aria-label="{escape(plugin_pool.get_plugin(kind).name)}"' in page
    assert "cannot be shown" in page.split("Blocks, as staff place them")[0]
    assert "cannot be shown" not in page.split("Blocks, as staff place them")[1]


def test_two_sections_that_are_set_apart_do_not_touch(staff):
    content, slot = draft()
    for tone in ("emphasis", "astr", "emphasis", "plain", "astr"):
        place(slot, Sample("BandPlugin", {"heading": "A section", "tone": tone}))
    page = staff.get(get_object_preview_url(content)).content.decode()
    bands = re.findall(r'<section class="section band([^"]*)"', page)
    assert bands == [" wash w-sage", "", " wash w-sage", "", " wash w-pine"]


def test_a_picture_is_never_enlarged_and_says_how_large_it_is(staff):
    small = Sample("FigurePlugin", {"picture": picture((300, 200)), "alternative_text": "Blue"})
    page, _block, _content = page_with(staff, small)
    assert 'width="300" height="200"' in page
    large = Sample("FigurePlugin", {"picture": picture((2000, 1000)), "alternative_text": "Blue"})
    page, _block, _content = page_with(staff, large)
    assert 'width="800" height="400"' in page
    assert re.search(r'type="image/avif" srcset="\S+ 320w, \S+ 400w, \S+ 800w, \S+ 1200w, \S+ 1600w"', page)


def test_a_card_of_a_page_that_is_not_published_is_not_shown(staff):
    cards = by_kind()["CardsPlugin"]
    for card in cards.inside:
        for content in card.values["destination"].pagecontent_set.all():
            content.versions.first().unpublish(get_user_model().objects.get(username="content"))
    page, _block, _content = page_with(staff, Sample("CardsPlugin", {"heading": "Read on"}, cards.inside))
    assert "Read on" not in page


def test_a_word_explained_opens_without_a_script_and_has_an_address_in_the_list(client):
    page = client.get("/glossary/").content.decode()
    assert '<div id="term-fascia"><dt>Fascia</dt>' in page
