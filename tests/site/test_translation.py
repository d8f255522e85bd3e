"""Every word of ours has its Spanish, for staff as for readers (issue 7, Spanish)."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from cms.plugin_pool import plugin_pool
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.utils import label_for_field
from django.template.base import Lexer, TokenType
from django.utils.translation import override
from django.utils.translation.trans_real import DjangoTranslation

from tests.wording import all_messages, messages

APPS = ("astr_site", "techniques", "providers", "testimonials")
TEMPLATES = settings.ROOT / "templates"
# Words that stand in both languages, and pages that are no part of the interface.
SAME = {"ASTR", "Error:", "Fascia", "Fig. 1", "Roles", "no"}
NAMES = {"ASTR", "Advanced Soft Tissue Release", "| ASTR", "ASTR, Advanced Soft Tissue Release"}
UNTRANSLATED = {
    "500.html",  # It has to work with everything down, gettext too, and says it in both languages itself.
    "robots.txt",  # Programs read it.
    "styleguide.html",  # For those who build the site.
}
SPOKEN = re.compile(r'\b(?:alt|title|aria-label|aria-description|placeholder|data-done|data-failed)="([^"]*)"')
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[\w:.]*\}")


@cache
def catalogue():
    with (settings.LOCALE_PATHS[0] / "es/LC_MESSAGES/django.po").open("rb") as file:
        return [message for message in read_po(file, locale="es") if message.id]


def parts(text):
    """Return a message, or its translations, as a tuple: one, or one for each number."""
    return (text,) if isinstance(text, str) else tuple(text)


def test_every_message_of_our_code_has_spanish_that_nobody_has_to_check():
    kept = {(each.context or "", parts(each.id)[0]): each for each in catalogue()}
    wanted = all_messages(settings.ROOT, *APPS, "templates")
    assert len(wanted) > 1000
    lacking = [f"{file}: {key[1]!r}" for key, (_plural, file) in wanted.items() if key not in kept]
    lacking += [f"{parts(each.id)[0]!r}" for each in kept.values() if not all(parts(each.string)) or each.fuzzy]
    lacking += [key[1] for key, (plural, _) in wanted.items() if key in kept and bool(plural) != kept[key].pluralizable]
    assert not lacking, "run `make messages`, then write the Spanish of:\n" + "\n".join(lacking)


def test_no_spanish_is_kept_for_words_that_are_gone():
    wanted = all_messages(settings.ROOT, *APPS, "templates")
    gone = [parts(each.id)[0] for each in catalogue() if (each.context or "", parts(each.id)[0]) not in wanted]
    assert not gone, gone


def test_no_spanish_is_the_english_or_loses_what_is_filled_in():
    for each in catalogue():
        english = parts(each.id)[0]
        # One form of a plural may leave the number out: “a minute”.
        filled_in = [sorted(PLACEHOLDER.findall(form)) for form in parts(each.id)]
        for spanish in parts(each.string):
            assert spanish != english or english in SAME, english
            assert sorted(PLACEHOLDER.findall(spanish)) in filled_in, english


def test_what_is_compiled_is_what_is_written():
    """The site reads the compiled file, which `make messages` makes."""
    for path in settings.LOCALE_PATHS:
        written, compiled = path / "es/LC_MESSAGES/django.po", path / "es/LC_MESSAGES/django.mo"
        with written.open("rb") as po, compiled.open("rb") as mo:
            told = [
                {parts(each.id): parts(each.string) for each in file if each.id} for file in (read_po(po), read_mo(mo))
            ]
        assert told[0] == told[1]


@pytest.mark.parametrize("package", ["djangocms_versioning", "simple_history"])
def test_parts_of_the_cms_that_bring_no_spanish_have_it_from_us(package):
    """They name what staff press most: “New Draft”, “Publish”. An upgrade may bring new words."""
    folder = Path(__import__(package).__file__).parent
    lacking = set()
    with override("es"):
        known = DjangoTranslation("es")._catalog
        for path in [*folder.glob("*.py"), *folder.rglob("templates/**/*.html"), *folder.rglob("templates/**/*.txt")]:
            for _context, message, plural in messages(path):
                if message and (message, 0) not in known and message not in known and not plural:
                    lacking.add(message)
    assert not lacking, sorted(lacking)


def bare_words(path):
    """Yield the words of a template that stand outside gettext: its text, and what its attributes say."""
    text, translated = "", 0
    for token in Lexer(path.read_text(encoding="utf-8")).tokenize():
        command = token.contents.split()[0] if token.token_type is TokenType.BLOCK and token.contents else ""
        if command in ("blocktranslate", "blocktrans", "comment"):
            translated += 1
        elif command in ("endblocktranslate", "endblocktrans", "endcomment"):
            translated -= 1
        elif token.token_type is TokenType.TEXT and not translated:
            text += token.contents
        else:
            text += " "
    text = re.sub(r"<(script|style)\b.*?</\1>|<!--.*?-->", "", text, flags=re.DOTALL)
    yield from SPOKEN.findall(text)
    for line in re.sub(r"&\w+;", " ", re.sub(r"<[^>]*>", "\n", text)).splitlines():
        yield " ".join(line.split())


def test_no_template_says_anything_outside_gettext():
    paths = [path for kind in ("html", "txt", "svg") for path in TEMPLATES.rglob(f"*.{kind}")]
    found = [
        f"{path.relative_to(TEMPLATES)}: {words}"
        for path in paths
        if path.name not in UNTRANSLATED
        for words in bare_words(path)
        # A lone “w-pine” is the name of a class in a block of base.html.
        if re.search(r"[A-Za-z]{2,}", words) and words not in NAMES and not re.fullmatch(r"w-\w+", words)
    ]
    assert not found, "\n".join(found)


def test_the_detector_of_bare_words_finds_them(tmp_path):
    template = tmp_path / "bare.html"
    told = '{% comment %}To us.{% endcomment %}<p title="A hint">{{ x }} left over</p>{% translate "Good" %}'
    template.write_text(told)
    assert [words for words in bare_words(template) if words] == ["A hint", "left over"]


def test_no_script_says_anything_by_itself():
    """Scripts show words that templates or the server hand to them."""
    scripts = [*(settings.ROOT / "static/js").glob("*.js"), *(settings.ROOT / "static/staff").glob("*.js")]
    sentence = re.compile(r"""["'`][A-Z][a-z]+ [a-z]+[^"'`]*["'`]""")
    code = {path.name: re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(), flags=re.DOTALL) for path in scripts}
    assert {name: sentence.findall(text) for name, text in code.items() if sentence.search(text)} == {}


def form_words(name, form):
    for field, asked in form.base_fields.items():
        yield f"{name}.{field}", asked.label
        yield f"{name}.{field}, help", asked.help_text
        if hasattr(asked, "choices") and not hasattr(asked, "queryset"):
            yield from ((f"{name}.{field}, choice", words) for _value, words in asked.choices)


def staff_words(request):
    """Yield (place, words) for the names, labels, help texts and choices of all our forms, lists and blocks."""
    for model, site in admin.site._registry.items():
        if not model.__module__.startswith(APPS):
            continue
        name = model.__name__
        yield name, model._meta.verbose_name
        yield name, model._meta.verbose_name_plural
        yield from form_words(name, site.get_form(request))
        shown = [*site.get_readonly_fields(request), *site.get_list_display(request)]
        yield from ((f"{name}.{each}", label_for_field(each, model, site)) for each in shown if not callable(each))
        yield from ((f"{name}, fieldset", heading) for heading, _options in site.get_fieldsets(request))
        for inline in site.get_inline_instances(request):
            yield f"{name}, inline", inline.verbose_name_plural
            yield from form_words(f"{name}, inline", inline.get_formset(request).form)
            for each in inline.get_readonly_fields(request):
                yield f"{name}, inline {each}", label_for_field(each, inline.model, inline)
    for block in plugin_pool.get_all_plugins():
        if block.__module__.startswith(APPS):
            yield from ((block.__name__, words) for words in (block.name, block.module, getattr(block, "purpose", "")))
            yield from form_words(block.__name__, block(block.model, admin.site).get_form(request))


def test_no_word_of_a_staff_form_stays_english(rf, editor):
    """A field without a name of its own would get one from its attribute, which nobody can translate."""
    request = rf.get("/admin/")
    request.user = editor
    said = {}
    for language in ("en", "es"):
        with override(language):
            said[language] = [(place, str(words)) for place, words in staff_words(request) if words]
    assert len(said["en"]) > 500
    same = set(said["en"]) & set(said["es"])
    english = sorted(f"{place}: {words}" for place, words in same if re.search("[a-z]{2}", words) and words not in SAME)
    assert not english, "\n".join(english)
