"""Drawing a version as an anonymous reader would get it, each block's markup marked with its number."""

from urllib.parse import urlsplit

from cms.appresolver import applications_page_check
from cms.models import PageContent
from cms.plugin_rendering import ContentRenderer
from cms.toolbar.toolbar import EmptyToolbar
from cms.views import details
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import override
from lxml import html


class MarkingRenderer(ContentRenderer):
    """Wraps what each block draws in an element that carries its number, and notes the blocks that fail."""

    def __init__(self, request):
        super().__init__(request)
        self.drawn, self.failed = {}, []

    def placeholder_cache_is_enabled(self):
        return False

    def render_plugin(self, instance, context, placeholder=None, editable=False):
        self.drawn[str(instance.pk)] = instance
        try:
            markup = super().render_plugin(instance, context, placeholder, editable)
        except Exception as error:  # A block of any app may fail in any way; staff must hear which one.
            self.failed.append((instance, error))
            markup = ""
        return format_html('<astr-block data-block="{}">{}</astr-block>', instance.pk, markup)


class ReaderToolbar(EmptyToolbar):
    """No toolbar, as for any reader; it only knows which version is shown."""

    obj, app_name = None, ""

    def set_object(self, obj):
        self.obj = self.obj or obj

    def get_object(self):
        return self.obj

    @cached_property
    def content_renderer(self):
        return MarkingRenderer(self.request)


class Rendered:
    """The main part of a version, the blocks that drew it, and those that failed."""

    def __init__(self, markup, renderer):
        tree = html.fromstring(markup)
        found = tree.xpath("//main")
        self.main = found[0] if found else tree
        self.drawn, self.failed = renderer.drawn, renderer.failed


def reader_request(content, address):
    """Return the request of an anonymous reader for this address."""
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", address, address
    site = urlsplit(settings.SITE_URL)
    request.META = {"SERVER_NAME": site.hostname, "SERVER_PORT": str(site.port or 80)}
    request.user, request.LANGUAGE_CODE, request.session = AnonymousUser(), content.language, {}
    request.current_page = content.page if isinstance(content, PageContent) else applications_page_check(request)
    request.toolbar = ReaderToolbar(request)
    request.toolbar.set_object(content)
    return request


def draw(request, content, address):
    """Answer with the view that shows this content: its section's own, or the one known to the toolbar."""
    page = request.current_page
    if isinstance(content, PageContent) and page.application_urls:
        page.page_content_cache[content.language] = content
        try:
            view, args, kwargs = resolve(address)
        except Resolver404:
            view = details
        if view is not details:
            return view(request, *args, **kwargs)
    return apps.get_app_config("cms").cms_extension.toolbar_enabled_models[type(content)](request, content)


def render(content):
    """Return a version as `Rendered`."""
    with override(content.language):
        address = content.get_absolute_url() or "/"
        request = reader_request(content, address)
        response = draw(request, content, address)
        markup = response.rendered_content if hasattr(response, "rendered_content") else response.content
    if isinstance(markup, bytes):
        markup = markup.decode()
    return Rendered(markup, request.toolbar.content_renderer)
