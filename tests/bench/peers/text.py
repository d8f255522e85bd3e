"""The words of one of our own pages as plain blocks that any CMS can hold: the neighbours show like content."""

from dataclasses import asdict, dataclass
from html import escape

from lxml import html

KINDS = ("h2", "h3", "h4", "p", "ul", "ol", "dl", "table")
PLAIN = {"dl": "p", "table": "p"}


@dataclass
class Text:
    """A title, a summary, blocks of plain HTML (one for each section of our page), and the names in our menus."""

    title: str
    summary: str
    blocks: list
    menu: list
    below: list
    foot: list

    told = asdict


def words(element):
    return " ".join(element.text_content().split())


def plain(element):
    """One element without anything of ours: its words, as a list where it is one."""
    if element.tag in ("ul", "ol"):
        items = "".join(f"<li>{escape(words(item))}</li>" for item in element if item.tag == "li")
        return f"<{element.tag}>{items}</{element.tag}>"
    tag = PLAIN.get(element.tag, element.tag)
    return f"<{tag}>{escape(words(element))}</{tag}>"


def outermost(main):
    """Yield the parts of the page in their order, none that lies within another."""
    for element in main.iter(*KINDS):
        if not any(above.tag in (*KINDS, "nav") for above in element.iterancestors()):
            yield element


def read(page):
    """Return the Text of a page of this site, given its HTML."""
    root = html.fromstring(page)
    main, head, foot = root.find(".//main"), root.find(".//header"), root.find(".//footer")
    parts = list(outermost(main))
    blocks, paragraphs = [], [part for part in parts if part.tag == "p"]
    for part in parts:
        if part.tag == "h2" or not blocks:
            blocks.append("")
        blocks[-1] += plain(part)
    top = [words(link) for link in head.findall(".//nav[@aria-label='Main']/ul/li/a") if not link.get("lang")]
    below = [words(link) for link in head.findall(".//ul[@class='menu__techniques']/li/a")]
    named = {*top, *below}
    rest = [name for name in dict.fromkeys(map(words, foot.iter("a"))) if name and name not in named]
    return Text(words(root.find(".//h1")), words(paragraphs[0]), blocks, top, below, rest)
