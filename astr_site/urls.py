"""Every fixed address on one screen; the CMS, last, answers for the rest."""

from cms.views import details
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.auth import views as auth
from django.contrib.sitemaps import views as sitemaps
from django.urls import path
from django.views.generic import RedirectView, TemplateView

from testimonials import private
from testimonials import views as stories
from testimonials.embeds import provider
from testimonials.embeds import views as embeds
from testimonials.embeds.staff import elsewhere

from . import media
from .blocks import moving
from .defense import reports
from .defense.limits import limited
from .desk.language import choose_language
from .feeds import ChangesFeed, StoriesFeed
from .guides import views as guides
from .handouts.views import handouts
from .links.sections import cms_urls
from .sharing import views as sharing
from .sign_in import own
from .sign_in import views as sign_in
from .sitemaps import SITEMAPS
from .styleguide import styleguide

handler404 = "astr_site.defense.lost.page_not_found"

urlpatterns = [
    path(
        "robots.txt",
        TemplateView.as_view(
            template_name="robots.txt", content_type="text/plain", extra_context={"site_url": settings.SITE_URL}
        ),
    ),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"}, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
    path("csp-reports/", reports.receive, name="csp-reports"),
    path("styleguide/", styleguide, name="styleguide"),
    path("favicon.ico", media.icon),
    path(
        "media/sizes/<int:pk>/<slug:mark>/<slug:shape>/<int:width>.<slug:kind>", media.picture_size, name="picture-size"
    ),
    path("media/<path:path>", media.picture, name="picture"),
    path("cards/<slug:kind>/<int:pk>/<slug:language>.png", sharing.card, name="card"),
    path("stories/<int:pk>/video", stories.video, name="story-video"),
    path("stories/<int:pk>/poster", stories.poster, name="story-poster"),
    path("stories/<int:pk>/poster/<int:width>", stories.poster, name="story-poster"),
    path("stories/<int:pk>/poster/<int:width>.<slug:kind>", stories.poster, name="story-poster"),
    path("stories/<int:pk>/captions/<slug:language>.vtt", stories.captions, name="story-captions"),
    path(
        "admin/password/<uidb64>/<token>/",
        limited(30, 60)(auth.PasswordResetConfirmView.as_view()),
        name="password_reset_confirm",
    ),
    path("admin/password/done/", auth.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
    path("admin/blocks/<int:pk>/move/", admin.site.admin_view(moving.move), name="move-block"),
    path("admin/login/", sign_in.password, name="sign-in"),
    path("admin/login/code/", sign_in.code, name="sign-in-code"),
    path("admin/login/set-up/", sign_in.set_up, name="sign-in-set-up"),
    path("admin/my-sign-in/", admin.site.admin_view(own.my_sign_in), name="my-sign-in"),
    path("admin/my-sign-in/codes/", admin.site.admin_view(own.recovery_codes), name="recovery-codes"),
    path("admin/language/", admin.site.admin_view(choose_language), name="staff-language"),
    path("oembed/", provider.oembed, name="oembed"),
    path("embed.js", embeds.script, name="embed-script"),
    path("admin/guide/", guides.own_guide, name="own-guide"),
    path("admin/guide/<slug:slug>/", guides.role_guide, name="guide"),
    path("admin/stories-elsewhere/", admin.site.admin_view(elsewhere), name="stories-elsewhere"),
    path("admin/handouts/", handouts, name="handouts"),
    path("admin/", admin.site.urls),
]

urlpatterns += i18n_patterns(
    path("feeds/stories.xml", StoriesFeed(), name="feed-stories"),
    path("feeds/changes.xml", ChangesFeed(), name="feed-changes"),
    # Named apart from the CMS's own root, because the CMS sends strangers to the staff screens where a
    # language has no home page yet; here that is a plain 404.
    path("", details, {"slug": ""}, name="home"),
    path("embed/story/<int:pk>/", embeds.story, name="story-embed"),
    path("embed/wall/", embeds.wall, name="wall-embed"),
    # The CMS's own way in asks for no second step.
    path("cms_login/", RedirectView.as_view(pattern_name="admin:login")),
    path("my-story/<str:token>/", private.private_story, name="private-story"),
    path("", cms_urls()),
    prefix_default_language=False,
)
