"""Draws the grounds of the social pictures anew, from the site's own drawings: `python -m tests.sharing.plates`.

Pillow cannot draw SVG, so the drawings are photographed once, in the browser that shows them to readers. Run it after
a drawing or a color of the light theme has changed; a title is set on the ground whenever a picture is asked for.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from astr_site.environment import ROOT
from astr_site.sharing.pictures import HEIGHT, INK, ON_PINE, PLATES, WIDTH

from ..chromium import FLAGS, program

COLORS = 96
STYLE = """
@font-face {{ font-family: Brygada; src: url({root}/static/fonts/brygada-1918-sub.woff2) }}
body {{ margin: 0; width: {width}px; height: {height}px; overflow: hidden; position: relative; background: {wash} }}
b {{ position: absolute; left: 64px; top: 44px; font: 600 40px/56px Brygada; letter-spacing: .06em; color: {ink};
  display: flex; gap: 16px }}
b svg {{ width: 56px; stroke: currentColor; fill: none; stroke-width: 2.1; stroke-linecap: round }}
.art {{ position: absolute; {place} }}
.art :is(.ky, .kd, .ld) {{ display: none }}
"""
SIDE = "right: 0; top: 0; width: 540px; height: 630px"
BELOW = "left: 0; bottom: -12px; width: 1200px; height: 333px; border-top: 2px solid #12302b"

# For each ground: its wash (DESIGN 2.1), the drawing on it, and where that stands.
GROUNDS = {
    "page": ("#e4ecdf", "hero-hands-on-back", "left: -60px; bottom: -150px; width: 1320px"),
    "story": ("#e4ecdf", "thread-404", "left: 0; bottom: -64px; width: 1200px"),
    "astr": ("#143a34", "scene-astr", BELOW.replace("2px solid #12302b", "0")),
    "manipulation": ("#f7e6bf", "scene-manipulation", BELOW),
    "mobilization": ("#dcebe8", "scene-mobilization", BELOW),
    "massage": ("#f9e2d5", "scene-massage", BELOW),
    "physical-therapist": ("#f9e2d5", "profession-physical-therapist", SIDE),
    "massage-therapist": ("#f9e2d5", "profession-massage-therapist", SIDE),
    "occupational-therapist": ("#f9e2d5", "profession-occupational-therapist", SIDE),
    "athletic-trainer": ("#f9e2d5", "profession-athletic-trainer", SIDE),
    "chiropractor": ("#f9e2d5", "profession-chiropractor", SIDE),
}


def page(wash, drawing, place):
    """Return a page that shows one ground, with the mark and the name of the site on it."""
    mark = (ROOT / "templates/drawings/mark.svg").read_text()
    art = (ROOT / f"static/img/{drawing}.svg").read_text()
    # The panel beside a title is taller than the drawing, which fills it and is cut where the hand is not.
    kept = "xMaxYMid" if drawing == "profession-chiropractor" else "xMidYMid"
    art = art.replace("<svg ", f'<svg preserveAspectRatio="{kept} slice" class="art" ', 1)
    ink = ON_PINE if wash == "#143a34" else INK
    style = STYLE.format(root=ROOT.as_uri(), width=WIDTH, height=HEIGHT, wash=wash, ink=ink, place=place)
    return f'<!doctype html><style>{style}</style>{art}<b><svg viewBox="0 0 48 48">{mark}</svg>ASTR</b>'


def photograph(folder: Path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, ground in GROUNDS.items():
            source, target = folder / f"{name}.html", PLATES / f"{name}.png"
            source.write_text(page(*ground))
            tab.goto(source.as_uri())
            tab.evaluate("document.fonts.ready")
            tab.screenshot(path=target)
            Image.open(target).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(target, optimize=True)
        browser.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        photograph(Path(folder))
