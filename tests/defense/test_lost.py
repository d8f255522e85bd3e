"""What is sent to an address that is none is never read, so that nothing in it can be a fault of ours."""

import pytest

pytestmark = pytest.mark.usefixtures("site")


@pytest.mark.parametrize("path", ["/nowhere/", "/es/nada/", "/testimonials/none/", "/media/none.jpg"])
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=x", "x" * 100),
        ("multipart/form-data", ""),
        ("application/x-www-form-urlencoded", "&".join(f"a{number}=1" for number in range(1500))),
    ],
)
def test_a_form_that_cannot_be_read_is_not_found_all_the_same(client, path, kind, body):
    assert client.generic("POST", path, body, content_type=kind).status_code in {400, 403, 404, 405}
