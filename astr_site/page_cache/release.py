"""Which code makes the pages: after an upgrade, what the code before it made is not shown."""

import hashlib

from astr_site.environment import ROOT

FOLDERS = ("astr_site", "techniques", "providers", "testimonials", "templates", "static")
KINDS = {".py", ".html", ".mo", ".css", ".js", ".svg"}


def release():
    """Return a word that changes whenever code, templates, words or styles do."""
    digest = hashlib.sha256()
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in KINDS:
                digest.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:12]
