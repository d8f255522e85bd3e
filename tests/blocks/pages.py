"""Drafts of pages, filled with blocks."""

from io import BytesIO

from cms.api import add_plugin
from cms.models import PageContent, Placeholder
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from djangocms_versioning.models import Version
from filer.models import Image
from PIL import Image as PIL


def draft(key="your-visit", user=None):
    """Return a draft of a page and its slot, emptied; only `user` may change it."""
    content = PageContent.objects.get(page__reverse_id=key, language="en")
    user = user or get_user_model().objects.get(username="content")
    content = Version.objects.get_for_content(content).copy(user).content
    slot = Placeholder.objects.get_for_obj(content).get(slot="content")
    slot.clear("en")
    return content, slot


def picture(size=(80, 45), focus="", name="picture.png"):
    """Return a picture in the library: blue, with a red spot at its focus, written as x,y."""
    drawn = PIL.new("RGB", size, "blue")
    if focus:
        x, y = map(int, focus.split(","))
        drawn.paste("red", (max(0, x - 40), max(0, y - 40), x + 40, y + 40))
    file = BytesIO()
    drawn.save(file, name.rpartition(".")[2].upper().replace("JPG", "JPEG"))
    return Image.objects.create(file=ContentFile(file.getvalue(), name), subject_location=focus)


def place(slot, sample, parent=None):
    """Store a sample and what stands inside it."""
    values = dict(sample.values)
    if sample.kind == "FigurePlugin":
        values.setdefault("picture", picture())
    block = add_plugin(slot, sample.kind, "en", target=parent, **values)
    for child in sample.inside:
        place(slot, child, block)
    return block
