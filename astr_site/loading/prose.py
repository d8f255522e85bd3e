"""Markdown of the content files, as the clean HTML that the editor stores."""

import re

from markdown_it import MarkdownIt

markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
KNOWN = re.compile(r'href="(page|technique|practitioner):([a-z0-9-]+)"')


class UnknownLink(ValueError):
    """A content file links to a key that no file has."""


def html(text, addresses):
    """Return the HTML of `text`, its `page:key` links led to their `addresses`.

    Raises UnknownLink for a key that no content file has.
    """

    def address(match):
        kind, key = match.groups()
        try:
            return f'href="{addresses[kind, key]}"'
        except KeyError:
            raise UnknownLink(f"There is no {kind} with the key “{key}”.") from None

    return KNOWN.sub(address, markdown.render(text or "").strip())
