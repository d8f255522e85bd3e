from cms.app_base import CMSApp
from cms.apphook_pool import apphook_pool
from django.utils.translation import gettext_lazy as _


@apphook_pool.register
class TechniquesApp(CMSApp):
    """Hangs the techniques on the page /techniques/."""

    app_name = "techniques"
    name = _("Techniques")

    def get_urls(self, page=None, language=None, **kwargs):
        return ["techniques.urls"]
