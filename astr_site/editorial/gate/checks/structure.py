"""What a page is built of: its blocks, pictures and headings (WCAG 1.1.1, 1.3.1, 2.4.6).

Only what blocks draw is judged: staff could not mend what a template draws, and tests hold the templates.
"""

from django.utils.translation import gettext as _

from ..findings import blocks
from ..registry import check


@check()
def failing_blocks(manuscript):
    for plugin, error in manuscript.rendered.failed:
        yield blocks(
            _("This block cannot be shown. Correct it or take it out. The fault: {error}").format(error=error),
            manuscript.block(plugin),
        )


@check()
def pictures(manuscript):
    for picture in manuscript.main.iter("img"):
        plugin = manuscript.plugin_of(picture)
        if plugin is None or getattr(plugin, "decorative", False):
            continue
        # A block without such a tick may draw a picture that only repeats the words beside it.
        if picture.get("alt") is None or (hasattr(plugin, "decorative") and not picture.get("alt").strip()):
            yield blocks(
                _("A picture has no alternative text. Say in words what it shows, or tick “decorative”."),
                manuscript.block(plugin),
                picture.get("src", "").rsplit("/", 1)[-1],
            )


@check()
def headings(manuscript):
    level = 0
    for heading in manuscript.main.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        text, own_level = " ".join(heading.text_content().split()), int(heading.tag[1])
        plugin = manuscript.plugin_of(heading)
        if plugin and not text:
            yield blocks(_("A heading is empty. Write it, or take it out."), manuscript.block(without_heading(plugin)))
        elif plugin and level and own_level > level + 1:
            yield blocks(
                _("A heading of level {own} follows one of level {before}. Leave no level out.").format(
                    own=own_level, before=level
                ),
                manuscript.block(plugin),
                text,
            )
        level = own_level


def without_heading(plugin):
    """Return the row whose heading is empty, where a block draws its own rows, or else the block."""
    rows = plugin.child_plugin_instances or ()
    return next((row for row in rows if not getattr(row, "heading", "none").strip()), plugin)
