from cms.app_base import CMSAppConfig

from astr_site.editorial.versioning import versionable

from .models import TechniqueContent
from .views import show_technique


class TechniquesCMSConfig(CMSAppConfig):
    """Techniques are edited, previewed and published in the same toolbar as pages."""

    cms_enabled = True
    cms_toolbar_enabled_models = [(TechniqueContent, show_technique, "technique")]
    djangocms_versioning_enabled = True
    versioning = [versionable(TechniqueContent)]
