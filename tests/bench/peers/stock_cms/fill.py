"""Makes the pages, from the text that the file named first holds; prints the address of the one to measure.

Staff build such a page from the components of djangocms-frontend: headings, texts, cards, lists, a picture.
"""

import json
import os
import sys
from io import BytesIO
from pathlib import Path

import django
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.utils.text import slugify


class Filling:
    """Adds components to the content of a page, each below the one it is told."""

    def __init__(self, content):
        from cms.models import Placeholder

        content.rescan_placeholders()
        [self.placeholder] = Placeholder.objects.get_for_obj(content).filter(slot="content")

    def add(self, kind, below=None, **values):
        from cms.api import add_plugin

        return add_plugin(self.placeholder, kind, "en", target=below, **values)

    def component(self, kind, below=None, **config):
        """Add one of djangocms-frontend, with what its form begins with besides."""
        added = self.add(kind, below, config=config)
        added.initialize_from_form().save()
        return added

    def text(self, html, below=None):
        self.add("TextPlugin", below, body=html)

    def heading(self, words, level="h2", below=None):
        named = {"heading": words, "heading_level": level, "heading_id": slugify(words), "heading_context": ""}
        self.component("HeadingPlugin", below, **named)

    def picture(self, image):
        picture = {"model": "filer.image", "pk": image.pk}
        self.component("ImagePlugin", picture=picture, width=800, use_responsive_image="yes", lazy_loading=False)

    def card(self, heading, html, **link):
        inner = self.component("CardInnerPlugin", self.component("CardPlugin"), inner_type="card-body")
        self.heading(heading, "h3", inner)
        self.text(html, inner)
        if link:
            self.component("TextLinkPlugin", inner, name=heading, link=link)

    def facts(self, pairs):
        group = self.component("ListGroupPlugin")
        for name, html in pairs:
            self.text(f"<p><strong>{name}</strong></p><p>{html}</p>", self.component("ListGroupItemPlugin", group))

    def part(self, told):
        if told["kind"] == "card":
            self.card(told["heading"], told["html"])
        elif told["kind"] == "facts":
            self.facts(told["facts"])
        else:
            self.text(told["html"])


class Project:
    def __init__(self, text):
        from django.contrib.auth import get_user_model

        self.text = text
        self.staff = get_user_model().objects.create_superuser("staff")

    def page(self, title, slug, fill, above=None):
        from cms.api import create_page
        from cms.models import Page, PageContent
        from djangocms_versioning.models import Version

        parent = above and Page.objects.get(pk=above.pk)
        place = {"slug": slug, "parent": parent, "in_navigation": True, "created_by": self.staff}
        page = create_page(title, "stock_page.html", "en", **place)
        content = PageContent.admin_manager.get(page=page, language="en")
        fill(Filling(content))
        Version.objects.get_for_content(content).publish(self.staff)
        return page

    def short(self, filling):
        filling.text(self.text["blocks"][0])

    def whole(self, others):
        """Return what fills the page that is measured."""

        def fill(filling):
            filling.heading(self.text["title"], "h1")
            filling.text(f"<p>{self.text['summary']}</p>")
            filling.picture(image())
            for section in self.text["sections"]:
                filling.heading(section["heading"])
                for part in section["parts"]:
                    filling.part(part)
            for (title, summary), page in zip(self.text["others"], others, strict=True):
                filling.card(title, f"<p>{summary}</p>", internal_link=f"cms.page:{page.pk}")
            filling.component("TOCPlugin")

        return fill

    def make(self):
        """Make all pages; return the one to measure."""
        self.page("Home", "home", self.short).set_as_homepage()
        first, *rest = self.text["menu"]
        above = self.page(first, "page-0", self.short)
        names = [name for name in self.text["below"] if name != self.text["title"]]
        others = [self.page(name, slugify(name), self.short, above) for name in names]
        measured = self.page(self.text["title"], slugify(self.text["title"]), self.whole(others), above)
        for number, title in enumerate([*rest, *self.text["foot"]], 1):
            self.page(title, f"page-{number}", self.short)
        return measured


def image():
    from filer.models import Image
    from PIL import Image as Drawing

    drawn = BytesIO()
    Drawing.effect_noise((1600, 900), 40).save(drawn, "JPEG")
    return Image.objects.create(name="picture", file=ContentFile(drawn.getvalue(), "picture.jpg"))


if __name__ == "__main__":
    made = Path(os.environ["DATA_DIR"]) / "media"
    made.mkdir()
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    with transaction.atomic():
        page = Project(json.loads(Path(sys.argv[1]).read_text())).make()
    print(page.get_absolute_url("en"))
