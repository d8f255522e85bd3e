from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool
from django.utils.translation import gettext_lazy as _

from . import models


class StoriesPlugin(CMSPluginBase):
    """A block that shows stories: judged on every request, so never kept."""

    module = _("Our subjects")
    cache = False

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        context["stories"] = instance.stories
        return context


@plugin_pool.register_plugin
class StoryPlugin(StoriesPlugin):
    model = models.Story
    name = _("One story")
    purpose = _("One patient’s story with its video. It leaves the page by itself when it may no longer be shown.")
    render_template = "testimonials/plugins/story.html"


@plugin_pool.register_plugin
class StoryWallPlugin(StoriesPlugin):
    model = models.StoryWall
    name = _("Wall of stories")
    purpose = _("Stories beside each other: the ones that you choose, or the newest that may be shown.")
    render_template = "testimonials/plugins/story_wall.html"
