"""The style sheet and the components keep their promises (HOUSE-STYLE 5.5 and 5.6, issue 3)."""

import re
from pathlib import Path

import pytest

from astr_site.stylesheet import LIST, joined
from astr_site.stylesheet import SHEETS as CONTENTS_PAGES

ROOT = Path(__file__).parent.parent
CSS, TEMPLATES, JS = ROOT / "static" / "css", ROOT / "templates", ROOT / "static" / "js"
SHEETS = sorted(CSS.rglob("*.css"))
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
PAGES = sorted(TEMPLATES.rglob("*.html"))
CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def test_every_sheet_is_imported_into_a_layer():
    pages = [(ROOT / "static" / page).read_text() for page in CONTENTS_PAGES]
    lists = {name for page in pages for name in LIST.findall(page)}
    listed = "".join([*pages, *((CSS / name).read_text() for name in lists)])
    imported = set(re.findall(r'@import url\("([^"]+)"\) layer\(\w+\)[^;]*;', listed))
    own = {page.removeprefix("css/") for page in CONTENTS_PAGES}
    assert imported == {str(path.relative_to(CSS)) for path in SHEETS} - own - lists


@pytest.mark.parametrize("page", CONTENTS_PAGES)
def test_a_joined_sheet_has_no_import_left_and_stays_small(page):
    sheet = joined(lambda name: (ROOT / "static" / name).read_text(), page)
    assert "@import" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert len(sheet) < 80_000


@pytest.mark.parametrize("path", SHEETS, ids=names(SHEETS))
def test_only_the_palette_names_colours(path):
    if path.name in ("tokens.css", "field.css"):
        return
    colours = re.findall(r"#[0-9a-fA-F]{3,8}\b", re.sub(r'url\("data[^"]*"\)', "", path.read_text()))
    assert colours == []


@pytest.mark.parametrize("path", SHEETS, ids=names(SHEETS))
def test_no_sheet_asks_another_host(path):
    assert not re.search(r"url\(\s*[\"']?(https?:)?//", path.read_text())


def test_every_custom_property_in_use_is_set_somewhere():
    text = "\n".join(path.read_text() for path in SHEETS)
    used = set(re.findall(r"var\((--[\w-]+)\)", text))
    assert used <= set(re.findall(r"(--[\w-]+)\s*:", text))


@pytest.mark.parametrize("path", COMPONENTS, ids=names(COMPONENTS))
def test_a_component_says_what_it_is_for_and_takes(path):
    comment = re.match(r"\{% comment %\}(.+?)\{% endcomment %\}", path.read_text(), re.DOTALL)
    assert comment
    assert "Takes:" in comment[1]


@pytest.mark.parametrize("path", PAGES, ids=names(PAGES))
def test_templates_carry_no_inline_style_script_or_handler(path):
    text = path.read_text()
    if path.name == "500.html":  # It is shown when nothing else answers, so it brings its styles along.
        text = re.sub(r"<style>.*</style>", "", text, count=1, flags=re.DOTALL)
    assert not re.search(r"\sstyle=|\son\w+=\"|<style|<script(?![^>]*(\ssrc=|ld\+json))", text)


def test_markup_is_trusted_in_one_place_only():
    trusting = [path.name for path in PAGES if re.search(r"\|\s*(safe|clean)\b|autoescape off", path.read_text())]
    assert trusting == ["rich_text.html"]


@pytest.mark.parametrize("path", sorted(JS.glob("*.js")), ids=names(sorted(JS.glob("*.js"))))
def test_a_module_is_small(path):
    assert len(path.read_text().splitlines()) <= 60


def test_drawings_carry_no_style_of_their_own():
    drawings = sorted((TEMPLATES / "drawings").glob("*.svg"))
    assert [path.name for path in drawings if "style=" in path.read_text() or "<script" in path.read_text()] == []
