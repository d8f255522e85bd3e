"""Each part of a page offers only the blocks that suit it, named and explained in staff's words (issue 4, item 1)."""

import re

import pytest
from cms.models import CMSPlugin, PageContent, Placeholder
from cms.plugin_pool import plugin_pool
from cms.toolbar.utils import get_object_structure_url
from cms.utils.plugins import get_plugin_restrictions
from django.conf import settings
from django.utils.html import escape

from astr_site.blocks.samples import NOT_OURS, Sample
from providers.models import PractitionerTypeContent
from techniques.models import TechniqueContent

from .pages import draft, place

pytestmark = pytest.mark.usefixtures("site")
OURS = sorted(kind for kind in plugin_pool.plugins if kind not in NOT_OURS | {"TextPlugin"})


def offered(content, slot):
    placeholder = Placeholder.objects.get_for_obj(content).get(slot=slot)
    return {plugin.__name__ for plugin in plugin_pool.get_root_plugins(placeholder)}


def page_content(key):
    return PageContent.objects.get(page__reverse_id=key, language="en")


def test_only_the_home_page_offers_its_opening():
    assert "HeroPlugin" in offered(page_content("home"), "content")
    assert "HeroPlugin" not in offered(page_content("your-visit"), "content")
    assert "BandPlugin" in offered(page_content("your-visit"), "content")


def test_the_part_when_to_get_help_offers_care_cards_and_little_else():
    technique = TechniqueContent.objects.get(technique__key="massage", language="en")
    assert offered(technique, "help") == {"TextPlugin", "NotePlugin", "TermPlugin", "CareCardPlugin", "ButtonPlugin"}
    assert "CareCardPlugin" not in offered(technique, "happens")
    assert "StepsPlugin" in offered(technique, "happens")


@pytest.mark.parametrize("model", [TechniqueContent, PractitionerTypeContent])
def test_every_part_of_a_subject_has_a_name_and_blocks_of_its_own(model):
    for slot in model.slot_names:
        conf = settings.CMS_PLACEHOLDER_CONF[slot]
        assert str(conf["name"])
        assert "HeroPlugin" not in conf["plugins"]
        assert "BandPlugin" not in conf["plugins"]


def test_every_block_that_is_offered_exists():
    for conf in settings.CMS_PLACEHOLDER_CONF.values():
        assert set(conf["plugins"]) <= set(plugin_pool.plugins)


def test_every_block_on_the_site_stands_where_it_is_offered():
    for plugin in CMSPlugin.objects.select_related("placeholder", "parent"):
        if plugin.parent:
            assert plugin.plugin_type in get_plugin_restrictions(plugin.parent)[0], plugin
        elif plugin.placeholder.source:
            assert plugin.plugin_type in offered(plugin.placeholder.source, plugin.placeholder.slot), plugin


def test_rows_go_only_into_their_own_blocks():
    _content, slot = draft()
    steps = place(slot, Sample("StepsPlugin"))
    band = place(slot, Sample("BandPlugin"))
    assert set(get_plugin_restrictions(steps)[0]) == {"ItemPlugin"}
    inside = get_plugin_restrictions(band)[0]
    assert "ColumnsPlugin" in inside
    assert not {"BandPlugin", "HeroPlugin", "ItemPlugin", "LensPlugin", "CardPlugin"} & set(inside)


@pytest.mark.parametrize("kind", OURS)
def test_every_block_has_a_name_a_purpose_and_a_sign(kind):
    plugin = plugin_pool.get_plugin(kind)
    assert not re.search(r"plugin|component", str(plugin.name), re.IGNORECASE)
    assert str(plugin.purpose).endswith(".")
    stem = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.removesuffix("Plugin")).lower()
    assert (settings.ROOT / f"templates/icons/blocks/{stem}.svg").exists()


@pytest.mark.parametrize("kind", OURS)
def test_every_field_explains_itself_in_a_sentence_and_none_is_about_looks(kind):
    plugin = plugin_pool.get_plugin(kind)
    of_the_cms = {each.name for each in CMSPlugin._meta.fields} | {"cmsplugin_ptr"}
    for field in (*plugin.model._meta.fields, *plugin.model._meta.many_to_many):
        if field.name not in of_the_cms:
            assert re.search(r"[.”]$", str(field.help_text)), field.name
            assert not re.search(r"colou?r|spacing|margin|class|css|align|width|size", field.name), field.name


def test_the_list_to_choose_from_shows_the_sign_and_the_purpose_of_each_block(client, editor):
    client.force_login(editor)
    content, _slot = draft(user=editor)
    board = client.get(get_object_structure_url(content)).content.decode()
    assert 'data-purpose="What happens, in order, with a number before each step."' in board
    assert board.count('class="block-choice"') > 20
    assert not re.search(r'class="block-choice"[^>]*>(?!<svg)', board)


@pytest.mark.parametrize("kind", [kind for kind in OURS if plugin_pool.get_plugin(kind).render_plugin])
def test_every_form_opens_with_what_the_block_is_for(client, editor, kind):
    client.force_login(editor)
    _content, slot = draft("home", editor)
    parent = {"ItemPlugin": "StepsPlugin", "LensPlugin": "LensesPlugin"}.get(kind)
    address = f"/admin/cms/placeholder/add-plugin/?placeholder_id={slot.pk}&plugin_type={kind}&cms_path=/"
    address += "&plugin_language=en&plugin_position=1"
    if parent:
        address = address.replace("position=1", f"position=2&plugin_parent={place(slot, Sample(parent)).pk}")
    form = client.get(address)
    assert form.status_code == 200
    assert 'class="block-purpose"' in form.content.decode()
    assert f"<h1>{escape(plugin_pool.get_plugin(kind).name)}</h1>" in form.content.decode()
