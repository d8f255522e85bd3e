from cms.app_base import CMSApp
from cms.apphook_pool import apphook_pool
from django.utils.translation import gettext_lazy as _


@apphook_pool.register
class ProvidersApp(CMSApp):
    """Hangs the practitioner types on the page /providers/."""

    app_name = "providers"
    name = _("Who provides it")

    def get_urls(self, page=None, language=None, **kwargs):
        return ["providers.urls"]
