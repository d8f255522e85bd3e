"""Waiting for a page to come to a state."""

import time

from playwright.sync_api import Error


def wait_until(page, question, patience=10):
    """Ask the page again and again until the answer is yes.

    Playwright's own `wait_for_function` builds its question inside the page, which our policy refuses.
    """
    end = time.monotonic() + patience
    while not answer(page, question):
        assert time.monotonic() < end, f"never came true: {question}"
        page.wait_for_timeout(50)


def answer(page, question):
    try:
        return page.evaluate(question)
    except Error:
        # The page is on its way to the next one.
        return False
