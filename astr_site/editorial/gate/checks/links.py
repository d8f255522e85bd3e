"""Where links lead, and what they say (WCAG 2.4.4)."""

import re
from urllib.parse import urlsplit

from cms.views import details
from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from ..findings import blocks
from ..registry import check

SAYS_NOTHING = {
    *(
        "click here",
        "here",
        "this",
        "this link",
        "link",
        "read more",
        "more",
        "learn more",
        "see more",
        "go",
        "details",
    ),
    *(
        "haga clic aquí",
        "haga clic",
        "clic aquí",
        "aquí",
        "este enlace",
        "enlace",
        "leer más",
        "lea más",
        "más",
        "ver más",
    ),
}
BARE_ADDRESS = re.compile(r"^(https?://|www\.)\S+$", re.IGNORECASE)
TRIM = " .…:»›→>"


@check()
def links(manuscript):
    """Every link of a block leads to something that readers can open, and says where it leads."""
    for link in manuscript.main.iter("a"):
        plugin = manuscript.plugin_of(link)
        if plugin is None:
            continue
        words, spot = text_of(link), manuscript.block(plugin)
        if fault := fault_of_text(words):
            yield blocks(fault, spot, words)
        if fault := fault_of_address(manuscript, link.get("href") or ""):
            yield blocks(fault, spot, words or link.get("href", ""))


def text_of(link):
    pictures = " ".join(picture.get("alt") or "" for picture in link.iter("img"))
    return " ".join((link.get("aria-label") or f"{link.text_content()} {pictures}").split())


def fault_of_text(words):
    if not words:
        return _("A link has no text. Write where it leads.")
    if words.casefold().strip(TRIM) in SAYS_NOTHING:
        return _("The text of a link says nothing about where it leads. Name the page instead.")
    if BARE_ADDRESS.match(words):
        return _("A link shows a bare address. Write the name of the page instead.")
    return ""


def fault_of_address(manuscript, address):
    """Say what is wrong with an address inside this site, or return ""; other sites are not asked."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return _("The address of a link cannot be read. Correct it.")
    if parts.scheme not in ("", "http", "https") or (
        parts.netloc and parts.netloc != urlsplit(settings.SITE_URL).netloc
    ):
        return ""
    if not parts.path and not parts.netloc:
        if not parts.fragment:
            return _("A link leads nowhere: its page is not published in this language. Publish it, or choose another.")
        if not manuscript.main.getroottree().xpath("//*[@id=$id]", id=parts.fragment):
            return _("A link leads to a place that this page does not have. Correct the part after “#”.")
        return ""
    if parts.path and not parts.path.startswith("/"):
        return _("A link’s address begins neither with “/” nor with https://. Correct it.")
    if not exists(manuscript.surroundings, parts.path or "/"):
        return _("A link leads to a page that does not exist or is not published. Choose another, or publish it first.")
    return ""


def exists(surroundings, path):
    """Say whether readers can open this path of the site."""
    if not path.endswith("/") and "." not in path.rsplit("/", 1)[-1]:
        path += "/"
    if surroundings.is_live(path):
        return True
    try:
        found = resolve(path)
    except Resolver404:
        return False
    # What is left are addresses of ours that no content has, such as pictures.
    return found.func is not details and not found.namespaces and found.url_name != "home"
