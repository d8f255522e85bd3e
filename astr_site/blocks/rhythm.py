"""Sections that are set apart are kept apart (DESIGN.md, Section rhythm)."""

from .models import Band


def keep_apart(blocks):
    """Turn the second of two neighboring sections plain; the third is set apart again."""
    before = None
    for block in blocks:
        if isinstance(block, Band):
            block.turned_plain = isinstance(before, Band) and before.tone_shown != Band.Tone.PLAIN
        before = block
    return blocks
