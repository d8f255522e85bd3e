"""Who stands beside our site: the limits of a server, our site in other servers, and two CMSs."""

from astr_site.environment import ROOT

from .field import PAGE
from .servers import beside, granian, one_file, ours, ours_in_granian

BARE, BARE_304, NGINX = "bare app", "bare app, 304", "nginx, one file"
CMS, WAGTAIL = "django CMS, page cache", "Wagtail, wagtail-cache"
GRANIAN, BARE_GRANIAN = "this site in granian", "bare app in granian"
OTHER, BARE_OTHER = "this site, other worker", "bare app, other worker"
CMS_COLD, CMS_MENUS = "django CMS, no page cache", "django CMS, menus kept alone"
CMS_NOTHING, WAGTAIL_COLD = "django CMS, no cache at all", "Wagtail, no cache"
BARE_APPS = {"gthread": "tests.bench.peers.bare", "asgi": "tests.bench.peers.bare:asgi"}
# The kind of worker that our site might run in as well.
OTHERS = {"gthread": "asgi", "asgi": "gthread"}
ENTRIES = {"gthread": "astr_site.wsgi", "asgi": "astr_site.asgi"}


def all_of_them(field, python):
    limits(field, python)
    other_servers(field, python)
    neighbours(field, python)


def limits(field, python):
    """The very bytes that our site gives, from those who do nothing else."""
    kept, folder, kind = str(field.answer.keep(field.folder("answer"))), field.folder("bare"), field.settings
    app = BARE_APPS[kind["worker_class"]]
    field.race(BARE, beside(python, app, kind, folder, "/", ANSWER=kept))
    if field.unchanged:
        small = str(field.unchanged.keep(field.folder("unchanged")))
        field.race(BARE_304, beside(python, app, kind, folder, "/", ANSWER=small))
    field.race(NGINX, one_file(field.answer, field.folder("nginx"), kind["workers"]))


def other_servers(field, python):
    kept, folder = str(field.place / "answer"), field.place / "bare"
    threads = field.of_worker("gthread")
    field.race(GRANIAN, ours_in_granian(python, threads, field.site, PAGE), PAGE)
    field.race(BARE_GRANIAN, granian(python, f"{BARE_APPS['gthread']}:application", threads, folder, "/", ANSWER=kept))
    other = OTHERS[field.settings["worker_class"]]
    field.race(BARE_OTHER, beside(python, BARE_APPS[other], field.of_worker(other), folder, "/", ANSWER=kept))
    entry = ENTRIES[other]
    if (ROOT / entry.replace(".", "/")).with_suffix(".py").exists():
        field.race(OTHER, ours(field.site, PAGE, entry=entry, worker=field.of_worker(other)), PAGE)


def neighbours(field, python):
    words = field.words()
    start, path = field.neighbour(python, "stock_cms", words)
    field.race(CMS, start("page"), path)
    field.stand(CMS_COLD, start("parts"), path)
    field.stand(CMS_MENUS, start("menus"), path)
    field.stand(CMS_NOTHING, start("nothing"), path)
    start, path = field.neighbour(python, "stock_wagtail", words)
    field.race(WAGTAIL, start("page"), path)
    field.stand(WAGTAIL_COLD, start("nothing"), path)
