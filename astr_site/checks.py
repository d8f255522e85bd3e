"""System checks: a mistake in configuration is said at the start, not met later by a reader."""

from django.conf import settings
from django.core.checks import Error, register


@register
def stories_have_no_address(app_configs, **kwargs):
    """A story's files must never lie where the picture view could hand them out."""
    if settings.MEDIA_ROOT in (settings.STORIES_ROOT, *settings.STORIES_ROOT.parents):
        return [
            Error(
                "The folder of stories lies inside the folder of public pictures.",
                hint="Keep STORIES_ROOT outside MEDIA_ROOT in astr_site/settings.py.",
                id="astr_site.E001",
            )
        ]
    return []
