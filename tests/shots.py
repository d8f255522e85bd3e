"""Photographs every screen at three widths, light and dark, into var/shots (`make shots`).

Start the site first; the address is the first argument and http://127.0.0.1:8000 without one.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SCREENS = {
    "home": "/",
    "techniques": "/techniques/",
    "technique": "/techniques/manipulation/",
    "compare": "/techniques/compare/",
    "astr": "/astr/",
    "providers": "/providers/",
    "practitioner": "/providers/physical-therapists/",
    "stories": "/testimonials/",
    "visit": "/your-visit/",
    "contact": "/contact/",
    "glossary": "/glossary/",
    "search": "/search/",
    "privacy": "/privacy/",
    "lost": "/no-such-page/",
}
WIDTHS = (390, 820, 1360)
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


def photograph(site: str, folder: Path) -> int:
    """Save one picture for each screen, width and theme; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for theme in ("light", "dark"):
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)
                for name, path in screens(page, site).items():
                    page.goto(site + path)
                    load_lazy_pictures(page)
                    page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=True)
                    taken += 1
                page.close()
        browser.close()
    return taken


def screens(page, site: str) -> dict[str, str]:
    """The screens, with the first story that the gallery lists."""
    page.goto(site + "/testimonials/")
    story = page.locator(".story-card a").first
    return SCREENS | ({"story": story.get_attribute("href")} if story.count() else {})


def load_lazy_pictures(page) -> None:
    """Lazy pictures below the fold would stay empty in a picture of the whole page."""
    page.evaluate("document.querySelectorAll('img').forEach((picture) => (picture.loading = 'eager'))")
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    place = Path(__file__).parent.parent / "var" / "shots"
    print(f"{photograph(address, place)} pictures in {place.name} of var")
