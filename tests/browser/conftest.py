"""What the tests that only look at the site share: its answers, its addresses, and windows on it."""

import pytest
from django.test import Client

from tests.addresses import few_that_show_every_template
from tests.browser.complaints import take_all
from tests.browser.shown import gathered, shown
from tests.browser.survey import Survey
from tests.conftest import load_site


@pytest.fixture(scope="session")
def made(django_db_setup, django_db_blocker, snapshot):
    """What the site answers, at its public addresses and at all that these need."""
    with django_db_blocker.unblock():
        load_site(snapshot)
        return gathered(Client())


@pytest.fixture(scope="session")
def responses(made):
    """The answer at every public address in both languages, and what stands where there is no page."""
    return made[0]


@pytest.fixture(scope="session")
def addresses(responses):
    return list(responses)


@pytest.fixture(scope="session")
def few_addresses(responses):
    """So few of them that each template is still shown."""
    return few_that_show_every_template(responses)


@pytest.fixture(scope="session")
def shown_site(made):
    """The address of a server that gives out these answers; tests that change what they see use `live_site`."""
    with shown(made[1]) as server:
        yield server.url


@pytest.fixture(scope="module")
def window(chromium, shown_site):
    """Open a browser window on that site: `window(width=320)`."""
    opened = []

    def open_window(width, height=900, **options):
        context = chromium.new_context(base_url=shown_site, viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(20_000)
        opened.append(context)
        return context.new_page()

    yield open_window
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def flaws(chromium, shown_site, addresses, few_addresses):
    """What a survey of all pages has found, by question."""
    page = chromium.new_page(base_url=shown_site)
    survey = Survey(page)
    for address in addresses:
        survey.look_at(address, in_all_modes=address in few_addresses)
    page.close()
    return survey.flaws | {"complaint": take_all()}
