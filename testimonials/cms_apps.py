from cms.app_base import CMSApp
from cms.apphook_pool import apphook_pool
from django.utils.translation import gettext_lazy as _


@apphook_pool.register
class TestimonialsApp(CMSApp):
    """Hangs the stories on the page /testimonials/."""

    app_name = "testimonials"
    name = _("Patient stories")

    def get_urls(self, page=None, language=None, **kwargs):
        return ["testimonials.urls"]
