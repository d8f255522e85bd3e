"""What the editing screens load for blocks."""

from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool


@toolbar_pool.register
class BlocksToolbar(CMSToolbar):
    class Media:
        css = {"all": ("staff/blocks.css", "staff/editing.css")}
        js = ("staff/move.js",)
