"""One kind of page, of text blocks, which wagtail-cache may keep."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtailcache.cache import WagtailCacheMixin


class StockPage(WagtailCacheMixin, Page):
    summary = models.TextField(blank=True)
    body = StreamField([("text", RichTextBlock())], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    template = "stock_page.html"

    class Meta:
        app_label = "stock_wagtail"

    def __str__(self):
        return self.title

    def get_context(self, request):
        home = self.get_site().root_page
        return {**super().get_context(request), "menu": home.get_children().live().in_menu()}
