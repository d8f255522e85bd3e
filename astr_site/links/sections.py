"""The addresses below pages that carry a section, as the CMS knows them from the database."""

from cms import urls
from cms.appresolver import get_app_patterns
from django.db import connection
from django.urls import include
from django.urls.resolvers import RegexPattern


def section_patterns():
    """Return the addresses of all sections. Raises OperationalError while the database is away.

    The CMS takes a database that is away for one without sections, and would then believe so until it is restarted.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return get_app_patterns()


def cms_urls():
    """Return the CMS's own addresses, with `section_patterns` in the place of what comes first among them."""
    sections = urls.LazyURLResolver(RegexPattern(r""), "app_resolver", get_urlpatterns=section_patterns)
    return include([sections, *urls.urlpatterns[1:]])
