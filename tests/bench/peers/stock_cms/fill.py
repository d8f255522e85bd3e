"""Makes the pages, from the text that the file named first holds; prints the address of the one to measure."""

import json
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.db import transaction


def publish(title, slug, blocks, **place):
    from cms.api import add_plugin, create_page
    from cms.models import PageContent, Placeholder

    page = create_page(title, "stock_page.html", "en", slug=slug, **place)
    content = PageContent.admin_manager.get(page=page, language="en")
    content.rescan_placeholders()
    for block in blocks:
        [placeholder] = Placeholder.objects.get_for_obj(content).filter(slot="content")
        add_plugin(placeholder, "TextPlugin", "en", body=block)
    return page


def fill(text):
    from cms.models import Page

    with transaction.atomic():
        publish("Home", "home", text["blocks"][:1], in_navigation=True).set_as_homepage()
    opening = f"<h1>{text['title']}</h1><p>{text['summary']}</p>"
    for number, title in enumerate(text["menu"]):
        above = publish(title, f"page-{number}", text["blocks"][:1], in_navigation=True)
        for below, name in enumerate(text["below"] if not number else []):
            blocks = [opening, *text["blocks"]] if name == text["title"] else text["blocks"][:1]
            page = publish(name, f"below-{below}", blocks, in_navigation=True, parent=Page.objects.get(pk=above.pk))
            if name == text["title"]:
                measured = page
    for number, title in enumerate(text["foot"]):
        publish(title, f"foot-{number}", text["blocks"][:1], in_navigation=True)
    return measured.get_absolute_url("en")


if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    print(fill(json.loads(Path(sys.argv[1]).read_text())))
