"""What one of our own pages says, so that the neighbours can say the same with what each of them has for it."""

from copy import deepcopy
from dataclasses import asdict, dataclass, field

from lxml import etree, html

# What a text editor offers; of anything else only the words are kept.
INLINE = {"a", "strong", "b", "em"}
BLOCKS = {"p", "ul", "ol", "li", "h3", "h4"}
FOREIGN = ("svg", "button", "input", "label", "script", "style")


@dataclass
class Part:
    """A piece of a section: `text`; a `card` with a heading above its text; or `facts`, pairs of a name and a text."""

    kind: str
    html: str = ""
    heading: str = ""
    facts: list = field(default_factory=list)

    @property
    def plain(self):
        """The same as a text and nothing else."""
        above = f"<h3>{self.heading}</h3>" if self.heading else ""
        return above + self.html + "".join(f"<p><strong>{name}</strong> {text}</p>" for name, text in self.facts)


@dataclass
class Section:
    heading: str
    parts: list


@dataclass
class Text:
    """A page: its title, summary and sections, pairs of the name and summary of others, and the names in our menus."""

    title: str
    summary: str
    sections: list
    others: list
    menu: list
    below: list
    foot: list

    def told(self):
        """Return it as plain data, with `blocks` for those who have one kind of block: plain HTML of each section."""
        blocks = [
            f"<h2>{section.heading}</h2>" + "".join(part.plain for part in section.parts) for section in self.sections
        ]
        return asdict(self) | {"blocks": blocks}


def words(element):
    return " ".join(element.text_content().split())


def plain(element, tags=INLINE | BLOCKS):
    """Return an element as a text editor would write it: its words, lists and links, without anything of ours."""
    copy = deepcopy(element)
    copy.tail = None
    etree.strip_elements(copy, *FOREIGN, with_tail=False)
    for each in copy.iter():
        address = each.get("href") if isinstance(each.tag, str) else None
        each.attrib.clear()
        if address:
            each.set("href", address)
    others = {each.tag for each in copy.iterdescendants() if isinstance(each.tag, str)} - tags
    etree.strip_tags(copy, etree.Comment, *others)
    return " ".join(html.tostring(copy, encoding="unicode").split()).replace("> <", "><").replace("<li> ", "<li>")


def inside(element):
    """Return the same of what is inside an element, in one line."""
    whole = plain(element, INLINE)
    return whole[whole.index(">") + 1 : whole.rindex("<")].strip()


def read_parts(element):
    """Yield the Parts of an element in their order."""
    children = [child for child in element if isinstance(child.tag, str) and child.tag not in (*FOREIGN, "h2")]
    for child in children:
        boxed = next((each for each in child if isinstance(each.tag, str)), None)
        if boxed is not None and boxed.tag == "h3":
            below = "".join(plain(each) for each in child if each is not boxed and each.tag not in FOREIGN)
            yield Part("card", below, words(boxed))
        elif child.tag == "dl":
            names = [words(name) for name in child.iter("dt")]
            yield Part("facts", facts=list(zip(names, map(inside, child.iter("dd")), strict=True)))
        elif child.tag in BLOCKS and child.find(".//h3") is None:
            yield Part("text", plain(child))
        else:
            yield from read_parts(child)


def joined(parts):
    """Return the parts with texts that follow each other as one, as they are written."""
    found = []
    for part in parts:
        if found and found[-1].kind == part.kind == "text":
            found[-1].html += part.html
        else:
            found.append(part)
    return found


def read(page):
    """Return the Text of a page of this site, given its HTML."""
    root = html.fromstring(page)
    main, head, foot = root.find(".//main"), root.find(".//header"), root.find(".//footer")
    sections = [Section(words(each.find(".//h2")), joined(read_parts(each))) for each in main.iter("section")]
    [pager] = main.xpath(".//nav[contains(@class, 'pager')]")
    others = [[words(strong), " ".join(strong.tail.split())] for strong in pager.iter("strong")]
    top = [words(link) for link in head.findall(".//nav[@aria-label='Main']/ul/li/a") if not link.get("lang")]
    below = [words(link) for link in head.findall(".//ul[@class='menu__techniques']/li/a")]
    named = {*top, *below}
    rest = [name for name in dict.fromkeys(map(words, foot.iter("a"))) if name and name not in named]
    return Text(words(root.find(".//h1")), words(main.find(".//p")), sections, others, top, below, rest)
