"""The settings, in reading order. What differs from place to place is read in environment.py."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from . import environment, operation
from .blocks.slots import placeholder_conf
from .defense.policies import public_policy
from .health.logs import configuration as log_configuration

ENV = environment.read()
ROOT = environment.ROOT
DATA_DIR = ENV.data_dir
# Backups, signals, and how long things are kept: read by astr_site/backups and astr_site/health.
OPERATION = operation.read(DATA_DIR)

DEBUG = ENV.debug
SECRET_KEY = ENV.secret_key
SITE_URL = ENV.site_url
ALLOWED_HOSTS = ENV.allowed_hosts
WSGI_APPLICATION = "astr_site.wsgi.application"
ROOT_URLCONF = "astr_site.urls"
SITE_ID = 1

INSTALLED_APPS = [
    "astr_site",
    "astr_site.page_cache",
    "astr_site.defense",
    "astr_site.desk",
    "astr_site.clinic",
    "astr_site.health",
    "astr_site.backups",
    "astr_site.schedule",
    "astr_site.blocks",
    "astr_site.guides",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    # After those whose screens it takes away.
    "astr_site.sign_in",
    "astr_site.handouts",
    "techniques",
    "providers",
    "testimonials",
    "django.contrib.admin",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sites",
    "django.contrib.redirects",
    "django.contrib.sitemaps",
    # Static files are served by whitenoise in development too, so that both behave alike.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "cms",
    "menus",
    "treebeard",
    "sekizai",
    "parler",
    "easy_thumbnails",
    "filer",
    "djangocms_text",
    "djangocms_versioning",
    "djangocms_alias",
    "djangocms_history",
    "simple_history",
    # After the CMS and its versions, whose staff screens and conditions they add to.
    "astr_site.editorial",
    "astr_site.links",
    "modelsearch",
    "astr_site.search",
    # Last, because it hands out the permissions that all others bring.
    "astr_site.roles",
]

# LanguageCookieMiddleware is left out: the address carries the language, and readers get no cookie.
MIDDLEWARE = [
    # Outermost, so that every answer carries its headers.
    "astr_site.defense.middleware.DefenseMiddleware",
    # First, so that nothing else has to be well for it: is the site there, is it ready, how is it.
    "astr_site.health.middleware.HealthMiddleware",
    "astr_site.health.requests.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "astr_site.compressing.CompressingMiddleware",
    # Before any page is built: what is due is public first.
    "astr_site.schedule.middleware.ScheduleMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "astr_site.links.middleware.MovedMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "astr_site.desk.language.StaffLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "astr_site.sign_in.middleware.SessionEndsMiddleware",
    "astr_site.sign_in.middleware.StaffOnlyMiddleware",
    # A form of a package that expects more than was sent says so.
    "astr_site.desk.mended.HalfFilledMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "astr_site.page_cache.middleware.KeptPagesMiddleware",
    # A publication that the gate refuses leads to the list of what to mend.
    "astr_site.editorial.gate.views.GateMiddleware",
    # A form that was opened from that list leads back to it.
    "astr_site.editorial.gate.returning.WayBackMiddleware",
    "cms.middleware.user.CurrentUserMiddleware",
    "astr_site.current_page.CurrentPageMiddleware",
    # The CMS's toolbar middleware, with a renderer in which one failing block takes nothing else with it.
    "astr_site.blocks.rendering.BlockToolbarMiddleware",
    # Answers who is locked out; nothing else comes after it.
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sekizai.context_processors.sekizai",
                "cms.context_processors.cms_settings",
            ],
        },
    },
]

# Widgets of forms find their templates where all others are.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data
DATABASES = {"default": ENV.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# What is made from public facts is kept under a key that changes with them.
CACHES = {
    "default": ENV.cache | {"KEY_FUNCTION": "astr_site.page_cache.generation.key_in_cache"},
    "schedule": ENV.schedule_cache,
    "limits": ENV.limits_cache,
    "pages": ENV.pages_cache,
}

# Finished pages for visitors (astr_site/page_cache). What begins so is no page, and Django is asked as it stands.
PAGE_CACHE = ENV.page_cache
PAGE_CACHE_PASSES = [
    "/admin/",
    "/cards/",
    "/csp-reports/",
    "/embed",
    "/es/embed",
    "/es/my-story/",
    "/favicon.ico",
    "/healthz",
    "/media/",
    "/metrics",
    "/my-story/",
    "/oembed/",
    "/readyz",
    "/static/",
    "/stories/",
]

# Search: the database itself, or the cluster that SEARCH_URL names. Each index is made from what is public here.
MODELSEARCH_BACKENDS = {"default": ENV.search}

# Languages: English at the root, Spanish below /es/.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
# Ours first; then Spanish for those parts of the CMS that bring none.
LOCALE_PATHS = [ROOT / "astr_site" / "locale", ROOT / "astr_site" / "locale_of_others"]
FORMAT_MODULE_PATH = "astr_site.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = ENV.time_zone

# Static files are served by whitenoise under names that carry a hash, the style sheets joined into one.
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [ROOT / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
PLAIN_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
HASHED_STATIC = "astr_site.stylesheet.OneStylesheetStorage"

# Media are the pictures that staff upload. Stories are kept apart and have no address of their own:
# a story's files are handed out only by the view that knows what the person in it has allowed.
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORIES_ROOT = DATA_DIR / environment.STORIES_FOLDER
STORAGES = {
    "default": ENV.media,
    "stories": ENV.stories,
    "staticfiles": {"BACKEND": PLAIN_STATIC if DEBUG else HASHED_STATIC},
}

# A story is hidden when its person has not confirmed it for so long (PRODUCT.md, F5).
STORY_CONFIRM_MONTHS = ENV.story_confirm_months
# Where nginx hands out the files of stories, "" where the site itself does.
STORIES_ACCEL = ENV.stories_accel
# The websites that may frame our stories, [] for any (testimonials/embeds).
EMBED_HOSTS = ENV.embed_hosts
# The cache in front of the site that is told at once what has changed (astr_site/purging).
CDN_PURGE_URL, CDN_PURGE_TOKEN = ENV.cdn_purge_url, ENV.cdn_purge_token
STORY_VIDEO_LIMIT = ENV.story_video_mb * 2**20
# Where the server itself asks once for a video's title, length and poster, which are then kept here.
OEMBED = {
    "youtube": {"endpoint": "https://www.youtube.com/oembed", "pictures": ["https://i.ytimg.com/"]},
    "vimeo": {"endpoint": "https://vimeo.com/api/oembed.json", "pictures": ["https://i.vimeocdn.com/"]},
}
FILE_UPLOAD_HANDLERS = [
    "astr_site.uploads.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Staff
LOGIN_URL = "admin:login"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24  # The first password is set within a day of the first start.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
# A session ends with the browser, after a working day, and after a long pause (sign_in/middleware.py).
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
STAFF_SESSION_HOURS, STAFF_PAUSE_MINUTES = ENV.staff_session_hours, ENV.staff_pause_minutes
OTP_TOTP_ISSUER = urlsplit(SITE_URL).hostname
# Who fails too often in one name from one place waits; the same name from anywhere else does not (sign_in/browsers.py).
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "astr_site.sign_in.browsers.asker"
AXES_LOCKOUT_CALLABLE = "astr_site.sign_in.locked.locked_out"
# Our own log tells of sign-ins; a second one would only be more to keep.
AXES_DISABLE_ACCESS_LOG, AXES_ENABLE_ADMIN, AXES_VERBOSE = True, False, False

# Nobody but this machine sees such a site; legal pages may show their gaps on it.
LOCAL = urlsplit(SITE_URL).hostname in ("127.0.0.1", "localhost", "::1")

# Security. A site with an https address is taken to stand behind a proxy that says so.
HTTPS = urlsplit(SITE_URL).scheme == "https"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# Only this host can set a cookie of such a name. Scripts of the CMS read the other cookie by the name it has.
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "sessionid"
# Messages go with the session, so that staff have two cookies and visitors none.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": public_policy(HTTPS, ENV.stories_hosts)}
# How many proxies of our own stand in front; the last of them says who asks.
PROXIES = ENV.proxies

# django CMS
CMS_CONFIRM_VERSION4 = True
CMS_PERMISSION = False
CMS_TEMPLATES = [
    ("pages/standard.html", _("Standard page")),
    ("pages/feature.html", _("Feature page, with a dark head")),
    ("pages/home.html", _("Home page")),
]
# A page that does not exist in a language is not found there; another language never stands in for it.
CMS_LANGUAGES = {
    1: [
        {"code": code, "name": name, "public": True, "fallbacks": [], "redirect_on_fallback": False}
        for code, name in LANGUAGES
    ],
    "default": {"fallbacks": [], "public": True, "redirect_on_fallback": False, "hide_untranslated": True},
}
# The CMS's own page cache knows neither our techniques nor our stories, and would show them stale.
CMS_PAGE_CACHE = False
# Finished pages are kept whole; to keep their parts as well costs a new page more than it spares a later one.
CMS_PLACEHOLDER_CACHE = False
# While developing, a failing block stops its page; in public it alone is missing (astr_site/blocks/rendering.py).
CMS_CATCH_PLUGIN_500_EXCEPTION = not DEBUG
CMS_TOOLBAR_ANONYMOUS_ON = False
# The toolbar's “Help” leads to the guides of this site; the CMS's own entries lead to other websites.
CMS_ENABLE_HELP = False
CMS_PLACEHOLDER_CONF = placeholder_conf(_)
DJANGOCMS_VERSIONING_VERBOSE_UI = False
# A draft belongs to who began it; somebody else takes it over by a step of their own, never by accident.
DJANGOCMS_VERSIONING_LOCK_VERSIONS = True

# The rich-text editor offers meaning, never appearance.
TEXT_TOOLBAR = [
    ["Undo", "Redo"],
    ["Heading2", "Heading3"],
    ["Bold", "Italic", "-", "RemoveFormat"],
    ["Link", "Unlink"],
    ["BulletedList", "NumberedList"],
    ["Blockquote", "Table"],
]
TEXT_EDITOR_SETTINGS = {"toolbar_CMS": TEXT_TOOLBAR, "toolbar_HTMLField": TEXT_TOOLBAR}
TEXT_CHILDREN_ENABLED = False
TEXT_PLUGIN_MODULE_NAME = _("Text")

# Pictures
THUMBNAIL_HIGH_RESOLUTION = True
THUMBNAIL_PRESERVE_EXTENSIONS = ("png", "webp")
# A picture that is cut keeps the focus that staff set on it.
THUMBNAIL_PROCESSORS = [
    "easy_thumbnails.processors.colorspace",
    "filer.thumbnail_processors.scale_and_crop_with_subject_location",
    "easy_thumbnails.processors.filters",
]
FILER_ENABLE_LOGGING = False
# Left to itself, filer would take the class of the storage and forget how to reach it.
LIBRARY = {"ENGINE": ENV.media["BACKEND"], "OPTIONS": ENV.media["OPTIONS"]}
FILER_STORAGES = {"public": {"main": LIBRARY, "thumbnails": LIBRARY}}
# Only pictures of these kinds are kept, drawn anew (astr_site/pictures/uploads.py).
FILER_MIME_TYPE_WHITELIST = ["image/jpeg", "image/png", "image/webp"]
FILER_REMOVE_FILE_VALIDATORS = FILER_MIME_TYPE_WHITELIST
FILER_ADD_FILE_VALIDATORS = {kind: ["astr_site.pictures.uploads.redraw"] for kind in FILER_MIME_TYPE_WHITELIST}
FILER_MAX_IMAGE_PIXELS = 40_000_000
FILER_UPLOADER_MAX_FILE_SIZE = 20  # MB

# The link check asks no host of our own network; while developing, all hosts are of it.
LINK_CHECK_OWN_NETWORK = DEBUG

# Logs: one line for each request, without anything of a person (astr_site/health).
LOGGING = log_configuration(OPERATION.log_format, DEBUG)

# Messages
vars().update(ENV.email)
