"""The guides of content/guides/, one for each role, as HTML with their pictures."""

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

from astr_site.roles.roles import ROLES

FOLDER = settings.ROOT / "content" / "guides"

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
    """Return the guide of a role as HTML; it is our own text, and Markdown lets no markup of its own through."""
    return mark_safe(markdown.render((FOLDER / f"{role.slug}.md").read_text()))  # noqa: S308 - see above
