from cms.app_base import CMSApp
from cms.apphook_pool import apphook_pool
from django.utils.translation import gettext_lazy as _


@apphook_pool.register
class SearchApp(CMSApp):
    """Hangs the search on the page /search/."""

    app_name = "search"
    name = _("Search")

    def get_urls(self, page=None, language=None, **kwargs):
        return ["astr_site.search.urls"]
