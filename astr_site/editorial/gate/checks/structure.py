"""What a page is built of: its blocks, pictures and headings (WCAG 1.1.1, 1.3.1, 2.4.6)."""

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
        declared = plugin is not None and getattr(plugin, "decorative", False)
        missing = picture.get("alt") is None or (hasattr(plugin, "decorative") and not picture.get("alt").strip())
        if missing and not declared:
            yield blocks(
                _("A picture has no alternative text. Say in words what it shows, or tick “decorative”."),
                manuscript.spot_of(picture),
                picture.get("src", "").rsplit("/", 1)[-1],
            )


@check()
def headings(manuscript):
    level = 0
    for heading in manuscript.main.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        text, own_level = " ".join(heading.text_content().split()), int(heading.tag[1])
        if not text:
            yield blocks(_("A heading is empty. Write it, or take it out."), manuscript.spot_of(heading))
        elif level and own_level > level + 1:
            yield blocks(
                _("A heading of level {own} follows one of level {before}. Leave no level out.").format(
                    own=own_level, before=level
                ),
                manuscript.spot_of(heading),
                text,
            )
        level = own_level
