"""What a browser complains about while a test walks through the site: any complaint, in any window, fails the test.

Where a test provokes one on purpose, it is marked so: `@pytest.mark.complains("refused to display")`.
"""

import re

# A complaint that may stand, with its reason. Each is as narrow as it can be.
ALLOWED = {
    # Chromium's own word for going from a public page, which blends into the next, to a staff page, which does not.
    "Transition was aborted because of invalid state. ViewTransition opt-in disabled",
    # What stands where there is no page is looked at on purpose.
    r"status of 404 \(Not Found\) at \S+/no-such-page/$",
    # The versions' template repeats in a handler what the CMS's own script does for the tabs of languages; they work.
    r"Executing inline event handler .*/admin/cms/pagecontent/\d+/change/$",
    # Words that are pasted with a handler in them: that it never runs, and is thrown away, is the point.
    r"Executing inline event handler .*/bundle\.tiptap\.min\.js$",
    r"Executing inline event handler .*/edit-plugin/\d+/\?cms_path=/$",
    # An address with no page behind it is looked at as well; that it answers 404 is what is wanted.
    r"404 \(Not Found\) at .*/no-such-page/$",
}


# Of every window that a test has opened.
EVERY = []


def listened_to(browser):
    """Hear what every window of a browser complains of."""
    for opens in ("new_context", "new_page"):
        setattr(browser, opens, heard(getattr(browser, opens)))
    return browser


def heard(opens):
    def opened(**options):
        window = opens(**options)
        EVERY.append(Complaints(getattr(window, "context", window)))
        return window

    return opened


def take_all(provoked=()):
    """Return what no test expects, and forget it."""
    standing = [words for each in EVERY for words in each.standing]
    for each in EVERY:
        each.heard.clear()
    return [words for words in standing if not any(re.search(allowed, words) for allowed in provoked)]


class Complaints:
    """Listens to every window of a context: errors of scripts, the console's errors, refusals by our policy."""

    def __init__(self, context):
        self.heard = []
        context.on("console", self.said)
        context.on("weberror", lambda error: self.heard.append(f"script: {error.error}"))

    def said(self, message):
        if message.type == "error" or "Content Security Policy" in message.text:
            self.heard.append(f"{message.text} at {message.location.get('url', '')}")

    @property
    def standing(self):
        return [each for each in self.heard if not any(re.search(allowed, each) for allowed in ALLOWED)]
