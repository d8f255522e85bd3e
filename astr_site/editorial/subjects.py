"""The base of everything that staff edit like a page: one row per language and version."""

from cms.models import Placeholder
from cms.models.fields import PlaceholderRelationField
from cms.models.managers import ContentAdminManager, WithUserMixin
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


class SubjectContentQuerySet(models.QuerySet):
    """Queries on content; `objects` starts from what is published, `admin_manager` from everything."""

    def in_language(self, language):
        return self.filter(language=language)

    def shown(self):
        """Keep what readers may see now; a subject that is bound to more than being published says so here."""
        return self.all()


class SubjectContentManager(WithUserMixin, models.Manager.from_queryset(SubjectContentQuerySet)):
    """Manager that djangocms-versioning narrows to published rows."""


class SubjectContent(models.Model):
    """Title, address, summary and text of a subject, in one language and one version.

    A concrete class names its grouper by `grouper_field`, its address by `url_name`, and by `slot_names`
    the parts of its page that staff fill with blocks; its template shows each by `{% slot %}`. `rests_on_sources`
    says whether its text makes statements about health that need sources and a review. `spoken_fields` names those
    that hold what a person said, which nobody may word otherwise.
    """

    grouper_field = None
    url_name = None
    slot_names = ()
    rests_on_sources = True
    spoken_fields = ()

    language = models.CharField(_("language"), max_length=15, db_index=True)
    title = models.CharField(
        _("title"), max_length=120, help_text=_("The heading of the page, in words that patients use.")
    )
    slug = models.SlugField(
        _("address"), max_length=120, help_text=_("The last part of the page’s web address, such as “massage”.")
    )
    summary = models.TextField(
        _("summary"),
        max_length=200,
        help_text=_("One or two short sentences. They open the page and stand in lists and search results."),
    )
    placeholders = PlaceholderRelationField()

    objects = SubjectContentManager()
    admin_manager = ContentAdminManager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.title

    def get_absolute_url(self, language=None):
        """Return the public address, or "" while the section page is not published in that language."""
        return self.address(self.slug, language or self.language)

    @classmethod
    def address(cls, slug, language):
        """Return the address of the subject with this slug below its section, or ""."""
        with override(language):
            try:
                return reverse(cls.url_name, kwargs={"slug": slug})
            except NoReverseMatch:
                return ""

    @classmethod
    def get_placeholder_slots(cls):
        """Name the parts that staff fill with blocks (django CMS asks for them)."""
        return list(cls.slot_names)

    @property
    def grouper(self):
        return getattr(self, self.grouper_field)

    def has_publish_permission(self, user):
        """Say whether `user` may publish (django CMS asks); drafts need no more than the change right."""
        return user.has_perm(f"{self._meta.app_label}.publish_{self._meta.model_name}")

    @cached_property
    def slots(self):
        """Return this version's placeholders by slot, fetched once and made where one is missing."""
        found = {placeholder.slot: placeholder for placeholder in Placeholder.objects.get_for_obj(self)}
        if missing := [name for name in self.slot_names if name not in found]:
            Placeholder.objects.bulk_create(Placeholder(slot=name, source=self) for name in missing)
            found = {placeholder.slot: placeholder for placeholder in Placeholder.objects.get_for_obj(self)}
        return found


def lines(text):
    """Split a one-item-per-line field into its items."""
    return [line.strip() for line in text.splitlines() if line.strip()]
