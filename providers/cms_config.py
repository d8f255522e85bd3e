from cms.app_base import CMSAppConfig
from djangocms_versioning.datastructures import default_copy

from astr_site.editorial.versioning import versionable

from .models import PractitionerTypeContent
from .views import show_practitionertype


def copy_with_uses(original):
    """Copy a text for a new draft, with what the profession may use (versioning copies no relations)."""
    draft = default_copy(original)
    for use in original.uses.all():
        use.pk, use.content = None, draft
        use._state.adding = True
        use.save()
    return draft


class ProvidersCMSConfig(CMSAppConfig):
    """Practitioner types are edited, previewed and published in the same toolbar as pages."""

    cms_enabled = True
    cms_toolbar_enabled_models = [(PractitionerTypeContent, show_practitionertype, "practitioner_type")]
    djangocms_versioning_enabled = True
    versioning = [versionable(PractitionerTypeContent, copy_function=copy_with_uses)]
