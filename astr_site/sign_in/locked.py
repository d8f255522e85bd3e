from django.conf import settings

from astr_site.defense.limits import too_many


def locked_out(request, credentials=None, *args, **kwargs):
    """Answer who failed too often in one name from one place; others, and known browsers, are not held up."""
    return too_many(request, int(settings.AXES_COOLOFF_TIME.total_seconds()))
