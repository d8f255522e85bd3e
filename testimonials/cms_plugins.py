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
    render_template = "testimonials/plugins/story.html"


@plugin_pool.register_plugin
class StoryWallPlugin(StoriesPlugin):
    model = models.StoryWall
    name = _("Wall of stories")
    render_template = "testimonials/plugins/story_wall.html"
