from cms.app_base import CMSAppConfig

from astr_site.editorial.versioning import versionable

from .models import TestimonialContent
from .views import show_testimonial


class TestimonialsCMSConfig(CMSAppConfig):
    """Stories are edited, previewed and published in the same toolbar as pages."""

    cms_enabled = True
    cms_toolbar_enabled_models = [(TestimonialContent, show_testimonial, "testimonial")]
    djangocms_versioning_enabled = True
    versioning = [versionable(TestimonialContent)]
