"""Photographs every screen at three widths, light and dark (`make shots`).

Starts a site of its own, which stays in the data folder so that the next time is quick; the
pictures lie beside it in `shots`. With an address as its argument it photographs that site instead.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from django.template import Context, Engine
from playwright.sync_api import Browser, Page, sync_playwright

from astr_site.environment import ROOT, read

from .chromium import FLAGS, program
from .commands import free_port, surroundings

WIDTHS = (390, 820, 1360)
THEMES = ("light", "dark")
# What no link leads to.
OTHERS = {
    "home-es": "/es/",
    "search-found": "/search/?q=neck",
    "search-empty": "/search/?q=zzzzzz",
    "search-corrected": "/search/?q=manipluation",
    "search-red-flag": "/search/?q=cant+pee",
    "not-found": "/no-such-page/",
}
LINK = re.compile(r'href="(/(?!es/|static/|media/)[\w/-]*/|/)"')


@contextmanager
def own_site(folder: Path) -> Iterator[str]:
    """Serve the site from this folder for as long as it is needed."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "serve.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=surroundings(folder, PORT=str(port)),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        print("Starting a site of its own, a minute or two the first time", flush=True)
        wait_for(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    """Return once the site answers; end with what it said when it stops before."""
    for _second in range(600):
        if server.poll() is not None:
            raise SystemExit(f"The site did not start:\n{log.read_text()}")
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(1)
    raise SystemExit(f"The site did not answer within ten minutes:\n{log.read_text()}")


def screens(site: str) -> dict[str, str]:
    """Return every page that English pages link to, by a name made of its path, and the others."""
    found, waiting = {}, ["/"]
    while waiting:
        path = waiting.pop(0)
        if path in found.values():
            continue
        try:
            with urlopen(site + path) as answer:
                text = answer.read().decode() if answer.headers.get_content_type() == "text/html" else ""
        except HTTPError as problem:
            print(f"Left out: {path} answers {problem.code}", flush=True)
            continue
        if not text:
            continue
        found[path.strip("/").replace("/", "-") or "home"] = path
        waiting += LINK.findall(text)
    return found | OTHERS


def photograph(browser: Browser, site: str, paths: dict[str, str], folder: Path) -> int:
    """Save one picture for each screen, width and theme; return how many."""
    taken, all_of_them = 0, (len(paths) + 1) * len(WIDTHS) * len(THEMES)
    for theme in THEMES:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)
            page.route("**/server-error/", show_the_error_page)
            for name, path in (paths | {"server-error": "/server-error/"}).items():
                page.goto(site + path)
                load_lazy_pictures(page)
                page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=True)
                taken += 1
            page.close()
            print(f"{theme}, {width} px: {taken} of {all_of_them} pictures", flush=True)
    return taken


def show_the_error_page(route) -> None:
    """A site in order never shows it, so it is drawn here, without any of the site's settings."""
    templates = Engine(dirs=[ROOT / "templates"])
    route.fulfill(status=500, content_type="text/html", body=templates.get_template("500.html").render(Context()))


def load_lazy_pictures(page: Page) -> None:
    """Lazy pictures below the fold would stay empty in a picture of the whole page."""
    page.evaluate("document.querySelectorAll('img, iframe').forEach((picture) => (picture.loading = 'eager'))")
    page.wait_for_load_state("networkidle")


def take(site: str, folder: Path) -> None:
    paths = screens(site)
    print(f"{len(paths) + 1} screens: {', '.join(paths)}, server-error", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        taken = photograph(browser, site, paths, folder)
        browser.close()
    print(f"{taken} pictures are in {os.path.relpath(folder)}")


def main() -> None:
    if not program():
        raise SystemExit("No Chromium: install it, or set CHROMIUM to where it lies.")
    data = read().data_dir
    if len(sys.argv) > 1:
        take(sys.argv[1].rstrip("/"), data / "shots")
        return
    with own_site(data / "shots-site") as site:
        take(site, data / "shots")


if __name__ == "__main__":
    main()
