"""The guides of content/en/guides/ and content/es/guides/, one for each role, as HTML with their pictures."""

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt

from astr_site.roles.roles import ROLES

FOLDER = settings.ROOT / "content"

markdown = MarkdownIt("commonmark", {"html": False}).enable("table")


def picture(self, tokens, index, options, env):
    """Draw a picture by its name: the files are made by `make guides` and lie among the static files."""
    token = tokens[index]
    token.attrSet("src", static(f"staff/guides/{token.attrGet('src')}"))
    return self.image(tokens, index, options, env)


markdown.add_render_rule("image", picture)


def roles_of(user):
    """Return the roles that a person has; someone who may do everything has every role."""
    if user.is_superuser:
        return list(ROLES)
    held = set(user.groups.values_list("name", flat=True))
    return [role for role in ROLES if role.name in held]


def guide(role):
    """Return a role's guide in the language of the page, as HTML; it is our own text, and no markup comes through."""
    words = (FOLDER / get_language() / "guides" / f"{role.slug}.md").read_text(encoding="utf-8")
    return mark_safe(markdown.render(words))  # noqa: S308 - see above
