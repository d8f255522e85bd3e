"""The questions that a page answers, gathered from all its blocks into one list."""

import json
import re
from html import unescape

from django.template.loader import render_to_string
from django.utils.html import strip_tags

from .pages import SCHEMA

# Where words of two blocks of a text would otherwise run together.
BREAK = re.compile(r"(?=</(?:p|li|h\d|td|th|blockquote)>|<br)", re.IGNORECASE)


def plain(html):
    """Return the words of rich text as a reader sees them."""
    return " ".join(unescape(strip_tags(BREAK.sub(" ", html))).split())


def questions(entries):
    """Return the rows that ask something and answer it; “Side effects” is a heading and no question."""
    return [
        {
            "@type": "Question",
            "name": entry.heading,
            "acceptedAnswer": {"@type": "Answer", "text": plain(entry.text)},
        }
        for entry in entries
        if entry.heading.rstrip().endswith("?") and plain(entry.text)
    ]


def faq_page(context, gathered, name):
    """Write one FAQPage from what the blocks have gathered, a JSON list in each line (sekizai's post-processor)."""
    # Only at what parts the lists: pasted words may hold line separators of their own.
    lines = filter(None, gathered.split("\n"))
    asked = [question for line in lines for question in json.loads(line)]
    data = {"@context": SCHEMA, "@type": "FAQPage", "mainEntity": asked} if asked else None
    return render_to_string("partials/structured_data.html", {"data": data})
