"""Makes the pages, from the text that the file named first holds; prints the address of the one to measure."""

import json
import os
import sys
from pathlib import Path

import django
from django.core.management import call_command


def fill(text):
    from wagtail.models import Page, Site

    from .models import StockPage

    def publish(above, title, slug, blocks):
        body = [("text", block) for block in blocks]
        page = StockPage(title=title, slug=slug, summary=text["summary"], body=body, show_in_menus=True)
        above.add_child(instance=page)
        page.save_revision().publish()
        return page

    home = publish(Page.objects.get(depth=1), "Home", "stock-home", text["blocks"][:1])
    Site.objects.update(root_page=home, hostname="127.0.0.1")
    for number, title in enumerate([*text["menu"], *text["foot"]]):
        above = publish(home, title, f"page-{number}", text["blocks"][:1])
        for below, name in enumerate(text["below"] if not number else []):
            blocks = text["blocks"] if name == text["title"] else text["blocks"][:1]
            page = publish(above, name, f"below-{below}", blocks)
            if name == text["title"]:
                measured = page
    return measured.get_url()


if __name__ == "__main__":
    made = Path(os.environ["DATA_DIR"]) / "made_migrations"
    made.mkdir()
    (made / "__init__.py").touch()
    django.setup()
    call_command("makemigrations", "stock_wagtail", verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    print(fill(json.loads(Path(sys.argv[1]).read_text())))
