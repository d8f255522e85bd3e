"""What staff call a text."""


def named(content):
    """Return its title and language; the CMS adds the language only to some kinds of content."""
    title = getattr(content, "title", "") or str(content)
    return f"{title} ({content.language})" if getattr(content, "language", "") else title
