"""Hashes of the few scripts that stand inside templates, so that these run and no other does (CSP 3, 2.3.1)."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.template.loader import get_template

# The picture library brings these along. Read from the installed package, so that an upgrade changes nothing here.
LIBRARY = (
    "admin/filer/dismiss_popup.html",
    "admin/filer/folder/new_folder_form.html",
    "admin/filer/folder/directory_listing.html",
    "admin/filer/image/expand.html",
)
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
HANDLER = re.compile(r'\son[a-z]+="([^"{]*)"')
# The CMS's jQuery asks what a browser can by setting a handler that reads “t”. Refusing it would fill the console.
PROBE = "t"


def hashed(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def within(template, pattern):
    text = Path(get_template(template).origin.name).read_text()
    return [hashed(found) for found in pattern.findall(text)]


@cache
def scripts_of_the_library():
    return [each for template in LIBRARY for each in within(template, SCRIPT)]


@cache
def handlers_of_staff_pages():
    return ["'unsafe-hashes'", hashed(PROBE), *(each for template in LIBRARY for each in within(template, HANDLER))]


@cache
def style_of_the_last_resort():
    """The page for when nothing works brings its own style, for it must ask for no file."""
    return within("500.html", STYLE)
