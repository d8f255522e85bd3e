"""What every test may ask for."""

import sys

import pytest
from cms.models import Page
from cms.utils.apphook_reload import reload_urlconf
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command
from django.urls import get_resolver
from django.utils import translation
from playwright.sync_api import sync_playwright

from . import staff  # noqa: F401 - it lets `force_login` take the second step as well
from .browser.complaints import listened_to, take_all
from .chromium import FLAGS
from .chromium import program as chromium_program
from .commands import run, served
from .servers import loaded_folder
from .snapshot import Snapshot


@pytest.fixture(autouse=True)
def _fresh_cache():
    """The CMS keeps menus and placeholders in the cache; one test must not see another's."""
    for each in caches.all(initialized_only=True):
        each.clear()
    yield
    for each in caches.all(initialized_only=True):
        each.clear()


@pytest.fixture(autouse=True)
def _first_language(settings):
    """A request leaves its language behind; one test must not speak another's."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests."""
    program = chromium_program()
    if not program:
        pytest.fail("No Chromium: install it, or set CHROMIUM to where it lies.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield listened_to(browser)
        browser.close()


@pytest.fixture(autouse=True)
def _no_browser_complains(request):
    """No error of a script, no error in the console and no refusal by our policy, in any window of any test."""
    yield
    provoked = [words for mark in request.node.iter_markers("complains") for words in mark.args]
    complaints = take_all(provoked)
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def browser_page(chromium, live_server):
    """A fresh browser window on the running site: `browser_page.goto("/")`."""
    context = chromium.new_context(base_url=live_server.url)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def forget_content_types():
    """Emptying the database, as tests with a live server do, gives every model a new content type."""
    ContentType.objects.clear_cache()
    for versionable in apps.get_app_config("djangocms_versioning").cms_extension.versionables:
        versionable.__dict__.pop("content_types", None)


# The addresses that the CMS made of the loaded site. Whatever changes them throws them away, so that only the very
# same object is right; making them anew for each test would take a third of the suite's time.
KNOWN = {}


def load_site(snapshot):
    """Bring the real content in, unless an earlier test has left it in the database."""
    if not Page.objects.exists():
        KNOWN.clear()
        restored = snapshot.restore()
        forget_content_types()
        if not restored:
            call_command("load_content", verbosity=0)
            snapshot.keep()
    if KNOWN.get("addresses") is not get_resolver():
        reload_urlconf()
        KNOWN["addresses"] = get_resolver()


@pytest.fixture(scope="session")
def snapshot(pytestconfig):
    return Snapshot(pytestconfig.cache.mkdir("site"))


@pytest.fixture(scope="session")
def django_db_use_migrations(snapshot, django_db_use_migrations):
    """Migrations run when there is no snapshot, which holds what they made."""
    return django_db_use_migrations and not snapshot.exists


LOAD = pytest.StashKey()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, snapshot, pytestconfig):
    """Load the real content once; each test's own changes are rolled back."""

    def load():
        with django_db_blocker.unblock():
            if not Page.objects.exists():
                load_site(snapshot)

    load()
    pytestconfig.stash[LOAD] = load


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Fill the database again after a test whose live server has emptied it.

    The next test would do so inside its own transaction, slowly and for itself alone.
    """
    result = yield
    if nextitem is not None and (load := item.config.stash.get(LOAD, None)):
        load()
    return result


@pytest.fixture
def site(db, snapshot):
    """The whole site as a newcomer starts it."""
    load_site(snapshot)


@pytest.fixture
def live_site(live_server, snapshot):
    """The whole site behind a real server; returns its address."""
    load_site(snapshot)
    return live_server.url


@pytest.fixture(scope="session")
def served_site(tmp_path_factory):
    """The whole site as `manage.py serve` runs it, made from nothing once; tests only look at it."""
    with served(tmp_path_factory.mktemp("served")) as site:
        yield site


@pytest.fixture
def editor(db):
    """A member of staff who may do everything."""
    return get_user_model().objects.create_superuser("editor", "editor@example.org", "a long pass phrase")


@pytest.fixture(scope="session")
def loaded(tmp_path_factory, snapshot):
    return loaded_folder(tmp_path_factory.mktemp("loaded"), snapshot)


@pytest.fixture(scope="session")
def stage():
    """Put a story on every surface of the site in a folder; returns its number and the secret of the person in it."""

    def put(folder, **values):
        words = [sys.executable, "-m", "tests.testimonials.stage"]
        staged = run(words, folder, DJANGO_SETTINGS_MODULE="astr_site.settings", **values)
        assert staged.returncode == 0, staged.stderr
        return staged.stdout.split()

    return put
