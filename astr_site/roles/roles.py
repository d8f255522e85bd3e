"""Who may do what: the one table of it (issue 4, Roles)."""

from dataclasses import dataclass, field

from django.utils.text import slugify
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    """A group of staff. `name` is the group's name in the database, `does` tells what it is for.

    `models` says what may be done with each model (add, change, delete, view); `rights` names the permissions
    that stand for themselves. `blocks` allows filling pages with blocks; `everything` allows all there is.
    """

    name: str
    does: str
    models: dict[str, str] = field(default_factory=dict)
    rights: tuple[str, ...] = ()
    blocks: bool = False
    everything: bool = False

    def __str__(self):
        return gettext(self.name)

    @property
    def slug(self):
        """Return the name as addresses and file names carry it."""
        return slugify(self.name)


LOOK = {
    "cms.page": "view",
    "techniques.technique": "view",
    "techniques.techniquecontent": "view",
    "providers.practitionertype": "view",
    "providers.practitionertypecontent": "view",
    "providers.techniqueuse": "view",
    "testimonials.testimonial": "view",
    "testimonials.testimonialcontent": "view",
    "editorial.editorialrecord": "view",
    "editorial.source": "view",
    "editorial.citation": "view",
    "editorial.review": "view",
    "editorial.claim": "view",
    "editorial.efficacyword": "view",
    "editorial.pastadvice": "view",
    "clinic.clinic": "view",
    "clinic.location": "view",
}

# Pictures may be added and described; only administrators delete them, because other pages may show them.
PICTURES = {"filer.folder": "view add", "filer.image": "view add change", "filer.file": "view add"}

# Writing drafts of pages. A draft belongs to who made it until somebody takes it over (delete_versionlock).
PAGES = LOOK | PICTURES
PAGES |= {"cms.page": "view add change", "djangocms_alias.aliascontent": "view add change"}
# To see who changed what, to compare and to go back. To do so takes the right to change the text itself as well.
PAGES |= {"djangocms_versioning.pagecontentversion": "view change"}
DRAFTING = ("cms.use_structure", "djangocms_versioning.delete_versionlock", "filer.can_use_directory_listing")

SUBJECTS = {
    "techniques.technique": "view add change",
    "techniques.techniquecontent": "view add change",
    "providers.practitionertype": "view add change",
    "providers.practitionertypecontent": "view add change",
    "providers.techniqueuse": "view add change delete",
    "djangocms_versioning.techniquecontentversion": "view change",
    "djangocms_versioning.practitionertypecontentversion": "view change",
}
RECORDS = {
    "editorial.source": "view add change",
    "editorial.citation": "view add change delete",
    "editorial.editorialrecord": "view change",
}
# What may be promised: a claim or a word ends or is switched off, and never goes.
REGISTER = {"editorial.claim": "view add change", "editorial.efficacyword": "view add change"}
STORIES = {
    "testimonials.testimonial": "view add change",
    "testimonials.testimonialcontent": "view add change",
    "testimonials.captiontrack": "view add change delete",
    "djangocms_versioning.testimonialcontentversion": "view change",
}
LINK_CHECK = {"links.linkcheck": "view add"}
HOURS = {
    "clinic.openingweek": "view change",
    "clinic.openinghours": "view add change delete",
    "clinic.specialdays": "view add change delete",
    "clinic.specialhours": "view add change delete",
}
CLINIC = {"clinic.clinic": "view change", "clinic.announcement": "view change", "clinic.location": "view add change"}

# What readers type is put into our words by whoever writes; what may be an emergency, by whoever publishes.
SEARCH = {"search.synonym": "view add change", "search.miss": "view", "search.redflag": "view"}
RED_FLAGS = {"search.redflag": "view add change"}

EDITOR = Role(
    gettext_noop("Editor"),
    _("Writes drafts of pages, techniques and practitioner types, and keeps the opening hours. Cannot publish."),
    models=PAGES | SUBJECTS | RECORDS | HOURS | LINK_CHECK | SEARCH,
    rights=DRAFTING,
    blocks=True,
)
PUBLISHER = Role(
    gettext_noop("Publisher"),
    _("Does what an editor does, publishes and takes down, and keeps the clinic’s facts and announcements."),
    models=EDITOR.models | CLINIC | REGISTER | RED_FLAGS,
    rights=(
        *EDITOR.rights,
        "cms.publish_page",
        "techniques.publish_techniquecontent",
        "providers.publish_practitionertypecontent",
    ),
    blocks=True,
)
REVIEWER = Role(
    gettext_noop("Clinical reviewer"),
    _("Reads every text and records that it was reviewed. Changes no text."),
    models=LOOK
    | {"editorial.review": "view add", "editorial.claim": "view add change"}
    | {"search.synonym": "view", "search.redflag": "view add change"},
)
MARKETING = Role(
    gettext_noop("Marketing"),
    _("Makes and publishes patient stories, and places them in drafts of pages."),
    models=PAGES | STORIES | {"testimonials.authorization": "view"},
    rights=(*DRAFTING, "testimonials.publish_testimonialcontent"),
    blocks=True,
)
PRIVACY_OFFICER = Role(
    gettext_noop("Privacy officer"),
    _("Keeps the patients’ authorizations and records withdrawals. Changes no story’s words."),
    models=LOOK
    | {"testimonials.authorization": "view add change delete", "testimonials.privatelink": "view add change"},
)
ADMINISTRATOR = Role(gettext_noop("Administrator"), _("May do everything, also give roles to people."), everything=True)

ROLES = (EDITOR, PUBLISHER, REVIEWER, MARKETING, PRIVACY_OFFICER, ADMINISTRATOR)
