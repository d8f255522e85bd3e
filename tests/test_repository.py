"""The rules of the house that a machine can hold (HOUSE-STYLE 5.7, rule 40)."""

import re
import subprocess
from pathlib import PurePath

import pytest

from astr_site.environment import ROOT
from astr_site.stylesheet import LIST, contents
from astr_site.stylesheet import SHEETS as CONTENTS_PAGES

COMPONENTS = sorted((ROOT / "templates/components").glob("*.html"))
SHARED_LISTS = {f"css/{name}" for page in CONTENTS_PAGES for name in LIST.findall((ROOT / "static" / page).read_text())}
SHEETS = sorted(
    path
    for path in (ROOT / "static/css").rglob("*.css")
    if str(path.relative_to(ROOT / "static")) not in {*CONTENTS_PAGES, *SHARED_LISTS}
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
TOP_LEVEL = {
    "astr_site",
    "techniques",
    "providers",
    "testimonials",
    "templates",
    "static",
    "tests",
    "content",
}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(", re.IGNORECASE)


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def tracked_files():
    """What would be in a fresh clone, and is there to be read."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).is_file()]


def readable(paths):
    """Text files with their text; pictures, fonts and films have none."""
    for path in paths:
        try:
            yield path, path.read_text()
        except UnicodeDecodeError:
            continue


def without_comments(css):
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def classes_in(template):
    """Every class name that a template can write, found inside its tags as well."""
    found = set()
    for value in re.findall(r'class="((?:[^"{]|{[%{].*?[%}]}|{)*)"', template):
        found.update(re.sub(r"{[%{].*?[%}]}", " ", value).split())
    return found


@pytest.mark.parametrize("name", names(COMPONENTS))
def test_a_component_opens_by_saying_what_it_is_for_and_what_it_takes(name):
    head = re.match(r"{% comment %}(.+?){% endcomment %}|{# (.+?) #}", (ROOT / name).read_text(), re.DOTALL)
    assert head, "no comment at its head"
    assert "Takes" in (head[1] or head[2])


@pytest.mark.parametrize("name", names(COMPONENTS))
def test_a_component_with_a_class_of_its_own_has_a_style_sheet_of_its_stem(name):
    stem = PurePath(name).stem.replace("_", "-")
    if stem in classes_in((ROOT / name).read_text()):
        assert styles(stem), f"no rule for .{stem}"


def styles(stem):
    """A component's own sheet, or that of the block of which it is a part."""
    rule = re.compile(rf"\.{re.escape(stem)}(?![\w-])")
    return [path for path in SHEETS if rule.search(without_comments(path.read_text()))]


@pytest.mark.parametrize("name", names(SHEETS))
def test_a_style_sheet_opens_by_saying_what_it_is_for(name):
    assert re.match(r"/\*\s*\S+\s+\S+", (ROOT / name).read_text())


@pytest.mark.parametrize("name", names(SHEETS))
def test_a_style_sheet_is_named_at_most_once_in_each_contents_page_and_in_one_at_least(name):
    path = name.removeprefix("static/css/")
    pages = [contents(lambda name: (ROOT / "static" / name).read_text(), page) for page in CONTENTS_PAGES]
    named = [page.count(f'url("{path}") layer(') for page in pages]
    assert max(named) == 1


def test_colours_are_written_in_the_tokens_and_nowhere_else():
    # The print sheet is excepted: paper is white and ink black, whatever the theme.
    found = {
        path.name: COLOUR.findall(without_comments(path.read_text()))
        for path in SHEETS
        if path.name not in {"tokens.css", "print.css"}
    }
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_important_is_for_print_and_for_what_must_win():
    found = [path.name for path in SHEETS if "!important" in without_comments(path.read_text())]
    assert set(found) <= {"print.css", "utilities.css", "states.css", "base.css", "forced-colours.css"}


@pytest.mark.parametrize("name", names(TEMPLATES))
def test_a_template_holds_no_style_no_script_and_no_handler_of_its_own(name):
    text = (ROOT / name).read_text()
    assert not re.search(r"<[^>]*\sstyle=", text)
    assert not re.search(r"<[^>]*\son[a-z]+=", text)
    # The page for when nothing works must not need a second file.
    assert name.endswith("500.html") or not re.search(r"<style\b", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)", text)
    assert name == "templates/components/rich_text.html" or "|safe" not in text


@pytest.mark.parametrize("name", names(TEMPLATES))
def test_a_template_fetches_nothing_from_another_host(name):
    pattern = r"<(?:script|link|img|iframe|video|source)\b[^>]*(?:src|href)=\"(?:https?:)?//"
    assert not re.search(pattern, (ROOT / name).read_text())


def test_the_top_level_holds_the_agreed_folders_only():
    folders = {path.relative_to(ROOT).parts[0] for path in tracked_files() if path.parent != ROOT}
    assert {folder for folder in folders if not folder.startswith(".")} == TOP_LEVEL


def test_the_folder_table_of_the_readme_names_the_folders_that_exist():
    readme = (ROOT / "README.md").read_text()
    named = set(re.findall(r"^\|\s*`(\w+)/`", readme, re.MULTILINE))
    assert named == TOP_LEVEL


def test_the_readme_gives_the_commands_that_exist():
    readme = (ROOT / "README.md").read_text()
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`make ([\w-]+)`", readme)) <= targets
    assert {"make serve", "make test"} <= set(re.findall(r"make \w+", readme))


def test_ci_runs_the_commands_that_people_run():
    script = (ROOT / ".ci/run").read_text().splitlines()
    assert [line for line in script if line.startswith("make ")] == ["make check", "make test"]


def test_no_file_names_a_registry_or_a_machine():
    # Written in pieces, so that this file passes its own rule.
    words = [
        "py" + "pi.org",
        "python" + "hosted.org",
        "registry.np" + "mjs",
        "--index" + "-url",
        "--find" + "-links",
    ]
    paths = re.compile(r"(?<![\w.])/(?:ro" + r"ot|wo" + r"rk|ho" + r"me/\w+|Us" + r"ers/\w+)/")
    found = []
    for path, text in readable(tracked_files()):
        if any(word in text for word in words) and path.name != "lock":
            found.append(f"{path.relative_to(ROOT)}: a registry")
        if paths.search(text):
            found.append(f"{path.relative_to(ROOT)}: a path of one machine")
    assert found == []


def test_nothing_is_left_for_later():
    words = ["TO" + "DO", "FIX" + "ME", "lorem " + "ipsum", "X" + "XX"]
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path, text in readable(tracked_files())
        for word in words
        if re.search(rf"\b{word}\b", text, re.IGNORECASE if " " in word else 0)
    ]
    assert found == []


def test_every_locked_version_carries_hashes():
    for lock in (ROOT / ".ci").glob("*.lock"):
        blocks = re.split(r"\n(?=\S)", lock.read_text())
        assert len(blocks) > 10
        assert all("--hash=sha256:" in block for block in blocks if "==" in block)


def test_every_dependency_has_its_reason_on_its_line():
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    wanted = re.compile(r'^  "[A-Za-z][\w.-]*(?:\[\w+\])?[~<>=]')
    dependencies = [line for line in lines if wanted.match(line)]
    assert len(dependencies) > 20
    assert [line for line in dependencies if not re.search(r"# \S+ \S+", line)] == []


def test_every_folder_of_tests_is_a_package_so_that_no_test_sits_unrun():
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
