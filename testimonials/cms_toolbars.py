"""The toolbar's way from a story to the code for other websites."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from .models import TestimonialContent


@toolbar_pool.register
class StoriesToolbar(CMSToolbar):
    def post_template_populate(self):
        content = self.toolbar.get_object()
        if not isinstance(content, TestimonialContent) or not content.slug:
            return
        if not self.request.user.has_perm("testimonials.change_testimonial"):
            return
        try:
            url = reverse("testimonials:embed", args=[content.slug])
        except NoReverseMatch:
            return
        self.toolbar.add_button(_("On other websites"), url=url, side=self.toolbar.RIGHT, position=0)
