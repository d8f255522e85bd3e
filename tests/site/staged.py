"""Puts pictures of the library on a page of a site of its own: `python -m tests.site.staged`, with DATA_DIR set."""

import django

if __name__ == "__main__":
    django.setup()

    from django.contrib.auth import get_user_model
    from djangocms_versioning.models import Version

    from astr_site.blocks.samples import Sample
    from tests.blocks.pages import draft, picture, place

    content, slot = draft()
    for size in ((1300, 800), (900, 600)):
        place(slot, Sample("FigurePlugin", {"picture": picture(size), "alternative_text": "A test"}))
    Version.objects.get_for_content(content).publish(get_user_model().objects.get(username="content"))
