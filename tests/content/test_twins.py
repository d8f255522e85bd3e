"""Spanish says what English says: every file has its twin, made of the same parts (issue 7, item 2)."""

import pytest
import yaml
from django.conf import settings

CONTENT = settings.ROOT / "content"
FOLDERS = ("pages", "techniques", "practitioners", "testimonials")
FILES = sorted(
    path.relative_to(CONTENT / "en") for folder in FOLDERS for path in (CONTENT / "en" / folder).glob("*.yaml")
)
# What is the same in every language, so that it may differ in none.
SHARED = ("key", "parent", "position", "template", "in_navigation", "about_health", "sources", "home_page", "thrust")
# Spanish needs about a fifth more letters than English; far fewer mean that something was left out.
FEWEST_LETTERS = 0.8


def read(language, name):
    return yaml.safe_load((CONTENT / language / name).read_text())


def shape(value):
    """Return what a text is made of, without its words: fields, blocks, how many rows, paragraphs and headings."""
    if isinstance(value, dict):
        return {
            name: value[name] if name in ("block", "level", "tone", "page") else shape(value[name]) for name in value
        }
    if isinstance(value, list):
        return [shape(each) for each in value]
    if isinstance(value, str):
        lines = value.splitlines()
        return len(value.split("\n\n")), *(sum(line.startswith(mark) for line in lines) for mark in ("#", "- ", "1. "))
    return value


def letters(value):
    if isinstance(value, dict):
        return sum(letters(each) for name, each in value.items() if name not in SHARED)
    if isinstance(value, list):
        return sum(map(letters, value))
    return len(str(value))


def test_no_spanish_file_is_without_its_english_twin():
    spanish = {
        path.relative_to(CONTENT / "es") for folder in FOLDERS for path in (CONTENT / "es" / folder).glob("*.yaml")
    }
    assert spanish == set(FILES)


@pytest.mark.parametrize("name", FILES, ids=str)
def test_a_spanish_page_is_made_of_the_same_parts_as_its_english_twin(name):
    english, spanish = read("en", name), read("es", name)
    assert {field: english.get(field) for field in SHARED} == {field: spanish.get(field) for field in SHARED}
    assert [use["scope"] for use in english.get("uses", ())] == [use["scope"] for use in spanish.get("uses", ())]
    assert shape(spanish.get("body", {})) == shape(english.get("body", {}))
    assert letters(spanish) > FEWEST_LETTERS * letters(english), (letters(spanish), letters(english))


@pytest.mark.parametrize("name", FILES, ids=str)
def test_a_spanish_page_has_an_address_of_its_own(name):
    english, spanish = read("en", name)["slug"], read("es", name)["slug"]
    assert english != spanish or english in ("", "astr")
