"""Every link that readers can follow, read from the database: who links to a page, and what a check has to try."""

from collections import defaultdict
from dataclasses import dataclass

from cms.models import CMSPlugin, Page, Placeholder
from cms.plugin_pool import plugin_pool
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from djangocms_versioning.constants import PUBLISHED
from djangocms_versioning.models import Version
from lxml import etree, html

from astr_site.editorial.names import named

from .redirects import page_address

STARTS = ("https://", "http://", "/")


@dataclass(frozen=True)
class Link:
    """An address, the words that lead to it, and the public version that holds it."""

    version: Version
    address: str
    words: str

    @property
    def name(self):
        return named(self.version.content)


def public_versions():
    return list(Version.objects.filter(state=PUBLISHED).prefetch_related("content"))


def links(versions=None):
    """Yield every link in the blocks of public versions."""
    homes = placeholders(public_versions() if versions is None else versions)
    for model in block_models():
        fields = word_fields(model)
        pages = [field for field in model._meta.concrete_fields if field.related_model is Page]
        if not fields and not pages:
            continue
        rows = model.objects.filter(placeholder__in=homes.keys())
        for row in rows.select_related(*(field.name for field in pages)):
            version = homes[row.placeholder_id]
            if row.language != version.content.language:
                continue
            for field in fields:
                for address, words in addresses(getattr(row, field.name)):
                    yield Link(version, address, words or str(row))
            for field in pages:
                if (page := getattr(row, field.name)) is not None:
                    path = page.get_path(row.language, fallback=False)
                    address = "" if path is None else page_address(path, row.language)
                    yield Link(version, address, str(row))


def placeholders(versions):
    """Return {placeholder: version} for these versions."""
    by_content = {(each.content_type_id, each.object_id): each for each in versions if each.content is not None}
    of_type = defaultdict(list)
    for kind, number in by_content:
        of_type[kind].append(number)
    found = {}
    for kind, numbers in of_type.items():
        rows = Placeholder.objects.filter(content_type=kind, object_id__in=numbers)
        found |= {row.pk: by_content[kind, row.object_id] for row in rows}
    return found


def block_models():
    """Return each table of blocks once; blocks of one shape share theirs."""
    models_of_blocks = {plugin.model._meta.concrete_model for plugin in plugin_pool.registered_plugins}
    return sorted(models_of_blocks - {CMSPlugin}, key=lambda model: model._meta.label)


def word_fields(model):
    """Return the fields of a block that may hold a link: rich text, and plain addresses."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField | models.CharField) and field.model is not CMSPlugin and not field.choices
    ]


def addresses(value):
    """Return (address, words) for each link in the value of a field."""
    if not value:
        return []
    if value.startswith(STARTS) and " " not in value:
        return [(value, "")]
    if "<a " not in value:
        return []
    try:
        tree = html.fragment_fromstring(value, create_parent="div")
    except etree.ParserError:
        return []
    return [(each.get("href") or "", " ".join(each.text_content().split())) for each in tree.iter("a")]


def path_of(address):
    """Return the path of an address of this site, always with a slash at its end."""
    path = address.removeprefix(settings.SITE_URL).split("#")[0].split("?")[0]
    return path if path.endswith("/") or not path else path + "/"


def pointing_at(content):
    """Return the links of other public versions that lead to this content."""
    own = path_of(content.get_absolute_url(content.language) or "")
    kind = ContentType.objects.get_for_model(content)
    others = [each for each in public_versions() if (each.content_type_id, each.object_id) != (kind.pk, content.pk)]
    return [link for link in links(others) if own and path_of(link.address) == own]
