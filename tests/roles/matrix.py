"""Every staff address, asked by everybody: which of them is let in (issue 10, Done when).

    .venv/bin/python -m pytest -q -s tests/roles/test_matrix.py    prints it and compares it with matrix.txt

A line of matrix.txt is an address, and for reading and for sending a letter for each who is let in.
"""

import re
from functools import cached_property

from cms.models import CMSPlugin, PageContent, Placeholder
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.messages import WARNING, get_messages
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from djangocms_alias.models import Alias, AliasContent, Category
from filer.models import Folder

from astr_site.clinic.models import Clinic
from astr_site.roles.roles import ROLES
from astr_site.sign_in.models import Entry
from techniques.models import TechniqueContent
from tests.editorial.drafts import draft_page, picture
from tests.staff import member
from tests.testimonials.factories import whole_story

# Everybody who may ask, and the letter that stands for each.
LETTERS = {role.name: role.name[0] for role in ROLES} | {"Publisher": "P", "Privacy officer": "O", "nobody": "-"}
# Signing out is for all who are in, and would only be taken back.
LEFT_OUT = {"admin/logout/"}
GROUP = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|<[^<>]*>")
# What answered with a fault of ours.
FAULTS = []
# Steps of a version that need another state than a draft.
OF_PUBLISHED = {"unpublish", "edit-redirect"}


def addresses(resolver=None, before=""):
    """Yield every pattern of a staff address, as a readable text."""
    for each in (resolver or get_resolver()).url_patterns:
        path = before + str(each.pattern).lstrip("^")
        if not isinstance(each, URLPattern):
            yield from addresses(each, path)
        elif path.startswith("admin/") and path not in LEFT_OUT and not leads_to_the_form(each):
            yield path.rstrip("$")


def leads_to_the_form(pattern):
    """Say whether this is only Django's older address of a form, which leads everybody to the form itself."""
    return pattern.name is None and "object_id" in str(pattern.pattern)


class UnpaintedMiddleware:
    """Leaves pages unpainted: who is let in is decided before, and painting takes most of the time."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        response.content = b""
        return response


def shown(path):
    """Return a pattern with each of its gaps as a star."""
    return GROUP.sub("*", path.replace("(?P<app_label>", "(")).replace("\\", "")


class Filled:
    """Gives each gap of an address a thing that exists, so that the question is only who asks."""

    def __init__(self, owner):
        self.owner = owner
        self.page, self.public = (
            draft_page(user=owner),
            PageContent.objects.get(page__reverse_id="privacy", language="en"),
        )
        self.technique = TechniqueContent.objects.get(technique__key="massage", language="en").versions.get()
        self.drafted = self.technique.copy(owner)
        self.picture, self.folder = picture(), Folder.objects.create(name="A folder", owner=owner)
        self.place = Clinic.objects.get().locations.create(name="Main Street", address="1 Main Street")
        self.story = whole_story()
        self.alias = Alias.objects.create(category=Category.objects.create(name="A kind"))
        AliasContent.objects.with_user(owner).create(alias=self.alias, name="A text", language="en")
        self.entry = Entry.objects.latest("pk")

    @cached_property
    def slot(self):
        return Placeholder.objects.get_for_obj(self.page.content).first()

    def version(self, model, step):
        content = {"techniquecontentversion": self.technique, "pagecontentversion": self.public.versions.get()}
        draft = {"techniquecontentversion": self.drafted, "pagecontentversion": self.page}
        of_story = self.story.versions.get()
        return (content if step in OF_PUBLISHED else draft).get(model, of_story).pk

    def number(self, path):
        """Return the number of the thing that an address is about."""
        _admin, label, name, *rest = (path + "//").split("/")
        step = rest[1] if len(rest) > 1 else ""
        if label == "djangocms_versioning":
            return self.version(name, step)
        if name in {"editorialrecord", "scheduledpublication"} and ("of/" in path or "version/" in path):
            return self.page.pk
        if "plugin/alias" in path:
            return self.alias.pk
        if path.startswith("admin/blocks/"):
            return CMSPlugin.objects.filter(placeholder__content_type__model="pagecontent").first().pk
        own = {
            "cms.page": self.page.content.page_id,
            "cms.pagecontent": self.page.content.pk,
            "cms.placeholder": self.slot.pk,
            "filer.folder": self.folder.pk,
            "clinic.openingweek": self.place.pk,
            "clinic.location": self.place.pk,
            "auth.user": get_user_model().objects.get(username="content").pk,
            "testimonials.testimonial": self.story.testimonial_id,
            "testimonials.testimonialcontent": self.story.pk,
            "testimonials.authorization": self.story.testimonial.authorizations.get().pk,
            "techniques.techniquecontent": self.drafted.object_id,
            "sign_in.entry": self.entry.pk,
        }
        if "folder_id" in path:
            return self.folder.pk
        if "file_id" in path:
            return self.picture.pk
        try:
            model = apps.get_model(label, name)
        except (LookupError, ValueError):
            return 1
        if number := own.get(f"{label}.{name}"):
            return number
        first = model._base_manager.order_by("pk").first()
        return first.pk if first else 1

    def address(self, path):
        number = str(self.number(path))
        special = {
            "admin/guide/": ["editor"],
            "admin/desk/confirmation/": ["phone"],
            "admin/password/": ["MQ", "no-token"],
        }
        words = next((words for start, words in special.items() if path.startswith(start) and "<" in path), [number])
        if path.startswith("admin/^") or "app_label" in path:
            words = ["techniques"]
        if "edit-field" in path:
            words = [number, "en"]
        left = iter(words)
        filled = GROUP.sub(lambda _gap: next(left, words[-1]), path.replace("(?P<app_label>", "("))
        return "/" + filled.replace("^", "").replace("$", "").replace("\\", "")


def askers():
    """Return a browser for everybody: a person in each role, and nobody."""
    people = {role.name: member(role.name, f"the-{role.slug}") for role in ROLES}
    browsers = {name: Client(raise_request_exception=False) for name in LETTERS}
    for name, person in people.items():
        browsers[name].force_login(person)
    return browsers


def let_in(browser, method, address):
    """Ask, take back whatever that did, and say whether it was allowed.

    Refused is who is sent to sign in, gets 403, 404 or the like, or is sent back with a warning. Whoever is let in
    without what the address wants to be told gets 400 or 405, which counts as refused too.
    """
    mark = transaction.savepoint()
    try:
        answer = getattr(browser, method)(address)
        if answer.status_code >= 500:
            FAULTS.append(f"{method} {address}")
        if answer.status_code in {301, 302}:
            login = answer.headers["Location"].startswith((reverse("admin:login"), "/en/admin/login"))
            wrong = any(message.level >= WARNING for message in get_messages(answer.wsgi_request))
            return not login and not wrong
        return answer.status_code < 400
    finally:
        transaction.savepoint_rollback(mark)


def line(browsers, filled, path):
    """Return one line of the matrix."""
    address = filled.address(path)
    told = []
    for method in ("get", "post"):
        answers = {name: let_in(browser, method, address) for name, browser in browsers.items()}
        told.append("".join(LETTERS[name] if allowed else "·" for name, allowed in answers.items()))
    return f"{told[0]} {told[1]}  {shown(path)}"
