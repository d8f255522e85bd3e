"""The words that Python and templates hand to gettext, gathered without gettext's own programs."""

import io

from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext")}
KEYWORDS |= {"gettext_noop": None}


def messages(path):
    """Yield (context, message, plural) for every message of a file; context and plural are "" where there is none."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Django turns a template into calls of gettext between dummy words, here without their indents.
        source = "\n".join(line.strip() for line in templatize(source).splitlines())
    for _line, words, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
        message, plural = (words, "") if isinstance(words, str) else words[:2]
        yield context or "", message, plural


def all_messages(root, *folders):
    """Return {(context, message): (plural, file)} for what stands below these folders."""
    found = {}
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".py", ".html", ".txt") and "migrations" not in path.parts:
                for context, message, plural in messages(path):
                    found.setdefault((context, message), (plural, path.relative_to(root)))
    return found
