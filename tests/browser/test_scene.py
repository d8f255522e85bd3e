"""The drawing at the head of a technique goes from edge to edge, so that its hand lies beside the words (DESIGN.md)."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.mark.parametrize("address", ["/techniques/manipulation/", "/astr/"])
def test_the_drawing_of_a_technique_is_as_wide_as_the_window(window, address):
    page = window(1360)
    page.goto(address)
    drawing = page.locator(".movement--wide .movement__art").bounding_box()
    assert (drawing["x"], drawing["width"]) == (0, 1360)
