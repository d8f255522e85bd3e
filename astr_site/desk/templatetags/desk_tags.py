from django import template

from ..sections import checks_for, sections_for

register = template.Library()


@register.simple_tag(takes_context=True)
def staff_sections(context):
    return sections_for(context["user"])


@register.inclusion_tag("desk/checklist.html", takes_context=True)
def launch_checklist(context):
    """Show what is left to do before launch, and fold away what is done."""
    checks = checks_for(context["user"])
    return {
        "open": [check for check in checks if not check.done],
        "done": [check for check in checks if check.done],
        "csrf_token": context.get("csrf_token"),
    }
