"""Staff screens about the person in a story: withdrawing, the private link, removing the media."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..actions import remove_media, withdraw
from ..appearances import appearances
from ..models import Authorization, PrivateLink, Testimonial


class PersonScreens:
    """Adds the screens to the admin of stories; each shows what will happen and acts on POST only."""

    def get_urls(self):
        screens = [("withdraw", self.withdraw), ("private-link", self.private_link), ("media", self.media_removal)]
        return [
            *(
                path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"testimonials_testimonial_{name}")
                for name, view in screens
            ),
            *super().get_urls(),
        ]

    def screen(self, request, story, name, **context):
        return TemplateResponse(
            request,
            f"admin/testimonials/{name}.html",
            {**self.admin_site.each_context(request), "opts": self.opts, "story": story, **context},
        )

    def story(self, request, pk, right):
        story = get_object_or_404(Testimonial, pk=pk)
        if not request.user.has_perm(f"testimonials.{right}"):
            raise PermissionDenied
        return story

    def back(self, story):
        return redirect("admin:testimonials_testimonial_change", story.pk)

    def withdraw(self, request, pk):
        story = self.story(request, pk, "change_authorization")
        if request.method == "POST":
            withdraw(story, Authorization.WithdrawnBy.STAFF)
            messages.success(request, _("The story is withdrawn. It is not shown anywhere any more."))
            return self.back(story)
        return self.screen(request, story, "withdraw", places=appearances(story))

    def media_removal(self, request, pk):
        story = self.story(request, pk, "delete_testimonial")
        if request.method == "POST":
            remove_media(story)
            messages.success(request, _("Video, poster and captions are deleted. What the person signed is kept."))
            return self.back(story)
        return self.screen(request, story, "remove_media")

    def private_link(self, request, pk):
        """List a story's private links; a new one is shown once, here, and takes the place of the old ones."""
        story = self.story(request, pk, "change_authorization")
        address = ""
        if request.method == "POST":
            PrivateLink.objects.filter(testimonial=story, revoked_at=None).update(revoked_at=timezone.now())
            if "new" in request.POST:
                _link, token = PrivateLink.objects.issue(story, request.user)
                with override(story.spoken_language):
                    address = request.build_absolute_uri(reverse("private-story", args=[token]))
        response = self.screen(request, story, "private_link", address=address, links=story.private_links.all())
        response["Cache-Control"] = "no-store, private"
        return response
