"""One language of content/, brought into the CMS."""

from cms.api import create_page, create_page_content
from cms.models import Page, PageContent, Placeholder
from cms.utils.placeholder import rescan_placeholders_for_obj
from django.conf import settings
from django.core.files import File
from djangocms_versioning.models import Version

from astr_site.editorial.models import EditorialRecord, Source
from astr_site.editorial.records import cite, ensure_record
from providers.models import PractitionerType, PractitionerTypeContent, TechniqueUse
from techniques.models import Technique, TechniqueContent
from testimonials.models import CaptionTrack, Testimonial, TestimonialContent

from ..models import LoadedContent
from . import marks
from .addresses import addresses
from .blocks import BlockBuilder
from .files import ContentError, read_all
from .gaps import says_gap

APPHOOKS = {
    "techniques": "TechniquesApp",
    "providers": "ProvidersApp",
    "testimonials": "TestimonialsApp",
    "search": "SearchApp",
}
MULTILINE = ("aims", "may_not_suit", "common_effects", "rare_risks")
NOT_FIELDS = {"key", "position", "home_page", "sources", "about_health", "body", "uses"}


class LanguageLoader:
    """Loads one language; `report` is called with (what was done, kind, key)."""

    def __init__(self, folder, language, user, report):
        self.folder, self.language, self.user, self.report = folder, language, user, report
        self.page_files = read_all(folder / language / "pages")
        self.technique_files = read_all(folder / language / "techniques")
        self.practitioner_files = read_all(folder / language / "practitioners")
        self.story_files = read_all(folder / language / "testimonials")
        self.addresses = addresses(language, self.page_files, self.technique_files, self.practitioner_files)
        self.pages = {}

    def load(self):
        for position, data in enumerate(self.technique_files, 1):
            Technique.objects.get_or_create(key=data["key"], defaults={"position": data.get("position", position)})
        waiting = [self.open_page(data) for data in self.parents_first()]
        self.builder = BlockBuilder(self.language, self.addresses, self.pages)
        for data in self.technique_files:
            self.load_technique(data)
        for data in self.practitioner_files:
            self.load_practitioner(data)
        for data in self.story_files:
            self.load_story(data)
        for data, decision, mark, content in waiting:
            self.finish_page(data, decision, mark, content)

    # Pages

    def parents_first(self):
        return sorted(self.page_files, key=lambda data: bool(data.get("parent")))

    def open_page(self, data):
        """Make the page or its draft, still empty: other pages may link to it."""
        key = data["key"]
        page = Page.objects.filter(reverse_id=key).first()
        content = page and PageContent.admin_manager.filter(page=page, language=self.language).first()
        decision, mark = marks.decide("page", key, self.language, data, bool(content))
        if decision == marks.CREATED:
            page, content = self.create_page(data, page)
        elif decision == marks.UPDATED:
            content = mark.version.copy(self.user).content
            for placeholder in Placeholder.objects.get_for_obj(content):
                placeholder.clear(self.language)
            content.title, content.meta_description = data["title"], data["summary"]
            content.menu_title = data.get("navigation_title", "")
            content.save()
        elif page and key in APPHOOKS and not page.application_urls:
            # It was loaded before there was anything to hang on it.
            page.application_urls, page.application_namespace = APPHOOKS[key], key
            page.save()
        self.pages[key] = page
        return data, decision, mark, content

    def create_page(self, data, page):
        values = {
            "title": data["title"],
            "language": self.language,
            "menu_title": data.get("navigation_title") or None,
            "meta_description": data["summary"],
            "in_navigation": data.get("in_navigation", False),
            "created_by": self.user,
        }
        slug, template = data["slug"], f"pages/{data['template']}.html"
        parent = self.pages.get(data.get("parent"))
        if page is None:
            hook = APPHOOKS.get(data["key"])
            page = create_page(
                **values,
                template=template,
                slug=slug,
                parent=parent,
                reverse_id=data["key"],
                apphook=hook,
                apphook_namespace=data["key"] if hook else None,
            )
            if data["key"] == "home":
                page.set_as_homepage()
        else:
            create_page_content(**values, page=page, slug=slug, template=template)
        return page, PageContent.admin_manager.get(page=page, language=self.language)

    def finish_page(self, data, decision, mark, content):
        """Fill and publish a page that was opened."""
        if decision in (marks.CREATED, marks.UPDATED):
            rescan_placeholders_for_obj(content)
            slots = {placeholder.slot: placeholder for placeholder in Placeholder.objects.get_for_obj(content)}
            self.fill(slots, data)
            self.publish(content, data, mark)
        self.report(decision, "page", data["key"])

    # Subjects

    def load_technique(self, data):
        technique = Technique.objects.get(key=data["key"])
        if (key := data.get("home_page")) and technique.home_page_id is None:
            technique.home_page = self.pages[key]
            technique.save()
        self.load_subject("technique", TechniqueContent, technique, data)

    def load_practitioner(self, data):
        practitioner, _created = PractitionerType.objects.get_or_create(
            key=data["key"], defaults={"position": data.get("position", 0)}
        )
        content = self.load_subject("practitioner", PractitionerTypeContent, practitioner, data)
        for use in data.get("uses", ()) if content else ():
            TechniqueUse.objects.create(
                content=content,
                technique=Technique.objects.get(key=use["technique"]),
                scope=use["scope"],
                note=use.get("note") or "",
                source=self.source(use["source"]) if use.get("source") else None,
            )

    def load_story(self, data):
        story = self.story(data)
        names = {"title", "slug", "summary", "transcript"}
        words = {name: value for name, value in data.items() if name in names | {"key", "sources", "body"}}
        self.load_subject("testimonial", TestimonialContent, story, words)

    def story(self, data):
        """Return the story's record, with its files stored once."""
        mark = LoadedContent.objects.filter(kind="testimonial", key=data["key"]).exclude(version=None).first()
        if mark:
            return mark.version.content.testimonial
        media = self.folder / "media"
        story = Testimonial(
            display_name=data["display_name"],
            poster_alt=data["poster_alt"],
            recorded_on=data["recorded_on"],
            spoken_language=data["spoken_language"],
            body_area=data["body_area"],
            duration=data.get("duration", 15),
            sample=bool(data.get("sample")),
            no_patient=bool(data.get("no_patient")),
        )
        with (media / data["video"]).open("rb") as video, (media / data["poster"]).open("rb") as poster:
            story.video.save(data["video"], File(video), save=False)
            story.poster.save(data["poster"], File(poster), save=False)
        story.full_clean()
        story.save()
        story.techniques.set(Technique.objects.filter(key__in=data.get("techniques", ())))
        for track in data["captions"]:
            with (media / track["file"]).open("rb") as captions:
                CaptionTrack(testimonial=story, language=track["language"]).file.save(track["file"], File(captions))
        return story

    def load_subject(self, kind, model, grouper, data):
        """Write one subject's content where that is allowed; return it, or None where it was left."""
        of_grouper = {model.grouper_field: grouper, "language": self.language}
        existing = model.admin_manager.filter(**of_grouper).exists()
        decision, mark = marks.decide(kind, data["key"], self.language, data, existing)
        content = None
        if decision in (marks.CREATED, marks.UPDATED):
            fields = {name: self.value(name, value) for name, value in data.items() if name not in NOT_FIELDS}
            content = model(**of_grouper, **fields)
            content.full_clean(exclude=["placeholders"])
            content = model.objects.with_user(self.user).create(**of_grouper, **fields)
            self.fill(content.slots, data)
            self.publish(content, data, mark)
        self.report(decision, kind, data["key"])
        return content

    @staticmethod
    def value(name, value):
        if name in MULTILINE and isinstance(value, list):
            return "\n".join(value)
        return value.strip() if isinstance(value, str) else value

    # What both share

    def fill(self, slots, data):
        for slot, blocks in (data.get("body") or {}).items():
            if slot not in slots:
                raise ContentError(f"{data['key']}: there is no part “{slot}”. Parts are: {', '.join(slots)}.")
            try:
                self.builder.fill(slots[slot], blocks)
            except (ValueError, KeyError, TypeError) as error:
                raise ContentError(f"{data['key']}, part “{slot}”: {error}") from error

    def publish(self, content, data, mark):
        cite(content, [self.source(key) for key in data.get("sources") or ()])
        if "about_health" in data:
            EditorialRecord.objects.filter(pk=ensure_record(content).pk).update(about_health=data["about_health"])
        if settings.LOCAL or not says_gap(data):
            Version.objects.get_for_content(content).publish(self.user)
        marks.remember(mark, data, content)

    @staticmethod
    def source(key):
        try:
            return Source.objects.get(key=key)
        except Source.DoesNotExist:
            raise ContentError(f"sources.yaml has no source “{key}”.") from None
