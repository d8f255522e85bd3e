"""Whose tries are counted: the address that our own proxy saw, never one that the asker wrote."""

import pytest
from django.test import RequestFactory

from astr_site.defense.clients import client_address, home_of


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "1.1.1.1", "9.9.9.9"),
        (1, "", "9.9.9.9"),
        (1, "2.2.2.2", "2.2.2.2"),
        (1, "made up, 6.6.6.6, 2.2.2.2", "2.2.2.2"),
        (2, "6.6.6.6, 2.2.2.2, 10.0.0.1", "2.2.2.2"),
        (2, "2.2.2.2", "9.9.9.9"),
        (1, "nonsense", "9.9.9.9"),
        (1, "::ffff:2.2.2.2", "2.2.2.2"),
    ],
)
def test_the_asker_is_who_our_proxy_saw(settings, proxies, header, address):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": header}, REMOTE_ADDR="9.9.9.9")
    assert client_address(request) == address


def test_a_socket_without_an_address_is_no_fault():
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) == "0.0.0.0"  # noqa: S104 - only a value


def test_all_addresses_of_one_ipv6_home_count_as_one():
    assert home_of("2001:db8:1:2:3::4") == home_of("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64"
    assert home_of("2.2.2.2") == "2.2.2.2"
