"""Drafts of the real content, for tests of what may be published."""

from io import BytesIO

from cms.api import add_plugin
from cms.models import PageContent, Placeholder
from cms.utils.placeholder import rescan_placeholders_for_obj
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.urls import reverse
from djangocms_versioning.models import Version
from filer.models import Image
from PIL import Image as PIL

from techniques.models import TechniqueContent


def content_user():
    return get_user_model().objects.get(username="content")


def draft_page(key="contact", language="en", user=None):
    """Return the version of a new draft of a page."""
    content = PageContent.objects.get(page__reverse_id=key, language=language)
    return Version.objects.get_for_content(content).copy(user or content_user())


def draft_technique(key="manipulation", language="en", user=None):
    content = TechniqueContent.objects.get(technique__key=key, language=language)
    return Version.objects.get_for_content(content).copy(user or content_user())


def add(version, plugin_type, slot="content", **values):
    """Place a block on a draft."""
    rescan_placeholders_for_obj(version.content)
    placeholder = Placeholder.objects.get_for_obj(version.content).get(slot=slot)
    return add_plugin(placeholder, plugin_type, version.content.language, **values)


def picture():
    drawn = BytesIO()
    PIL.new("RGB", (80, 45), "teal").save(drawn, "PNG")
    return Image.objects.create(owner=content_user(), file=ContentFile(drawn.getvalue(), "picture.png"))


def publish_address(version):
    """Return where the publish button of a version sends."""
    proxy = version.convert_to_proxy()._meta
    return reverse(f"admin:{proxy.app_label}_{proxy.model_name}_publish", args=[version.pk])
