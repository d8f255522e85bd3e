"""Waiting for a page to come to a state."""

import time


def wait_until(page, question, patience=10):
    """Ask the page again and again until the answer is yes.

    Playwright's own `wait_for_function` builds its question inside the page, which our policy refuses.
    """
    end = time.monotonic() + patience
    while not page.evaluate(question):
        assert time.monotonic() < end, f"never came true: {question}"
        page.wait_for_timeout(50)
