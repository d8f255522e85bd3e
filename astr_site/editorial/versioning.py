"""How a subject's content joins djangocms-versioning: the same toolbar, states and history as pages."""

from cms.utils.i18n import get_language_tuple
from django.conf import settings
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from djangocms_versioning import constants
from djangocms_versioning.datastructures import VersionableItem, default_copy

from astr_site.page_cache import changes
from astr_site.purging import purge


def refuse_taken_slug(content):
    """Refuse a second published subject under one address.

    The database cannot hold this rule, because all versions of one subject share its slug.

    Raises IntegrityError, which djangocms-versioning shows to staff as a message after rolling back.
    """
    taken = type(content).objects.filter(language=content.language, slug=content.slug)
    if taken.exclude(**{content.grouper_field: content.grouper}).exists():
        raise IntegrityError(
            _("“{slug}” is already the address of another page. Change the address, then publish again.").format(
                slug=content.slug
            )
        )


def clear_public_caches(version=None):
    """Make a change of what is public seen by the next request, in every process."""
    cache.clear()


def forget_what_is_taken_down(operation, obj, to_be_published=None, **kwargs):
    """Let no kept page show again what is about to be taken down, not even while the database is away."""
    if operation == constants.OPERATION_UNPUBLISH and to_be_published is None:
        transaction.on_commit(changes.gone)
        ask_anew(obj.content)  # Afterwards it would have no address any more.


def tell_of_what_is_published(operation, obj, **kwargs):
    if operation == constants.OPERATION_PUBLISH:
        ask_anew(obj.content)


def ask_anew(content):
    """Let caches in front of the site ask anew for a text."""
    if address := content.get_absolute_url():
        purge([address])


def versionable(content_model, copy_function=default_copy):
    """Describe `content_model` to djangocms-versioning."""

    def on_publish(version):
        refuse_taken_slug(version.content)
        clear_public_caches()

    return VersionableItem(
        content_model=content_model,
        grouper_field_name=content_model.grouper_field,
        extra_grouping_fields=["language"],
        version_list_filter_lookups={"language": lambda *args: get_language_tuple(settings.SITE_ID)},
        copy_function=copy_function,
        grouper_selector_option_label=lambda grouper, language: str(grouper),
        grouper_admin_mixin="__default__",
        on_publish=on_publish,
        on_unpublish=clear_public_caches,
    )
