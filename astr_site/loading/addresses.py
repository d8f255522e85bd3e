"""The public address of everything in the content files, worked out before anything is stored."""

from django.conf import settings


def prefix(language):
    """Return what stands before every path of a language: nothing for the default one."""
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


def page_paths(pages):
    """Return {key: path without slashes at the ends} for the page files of one language."""
    by_key = {page["key"]: page for page in pages}

    def path(page):
        if page["key"] == "home":
            return ""
        parent = by_key.get(page.get("parent"))
        return "/".join(part for part in (path(parent) if parent else "", page["slug"]) if part)

    return {key: path(page) for key, page in by_key.items()}


def addresses(language, pages, techniques, practitioners):
    """Return {(kind, key): address} for the links of one language."""
    paths = page_paths(pages)
    found = {("page", key): f"{prefix(language)}/{path}/".replace("//", "/") for key, path in paths.items()}
    for kind, section, subjects in (
        ("technique", "techniques", techniques),
        ("practitioner", "providers", practitioners),
    ):
        for subject in subjects:
            if own_page := subject.get("home_page"):
                found[kind, subject["key"]] = found["page", own_page]
            else:
                found[kind, subject["key"]] = f"{found['page', section]}{subject['slug']}/"
    return found
