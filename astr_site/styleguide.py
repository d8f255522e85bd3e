"""Every component in one page, for staff and developers, in each state and with content of the kind it carries."""

from pathlib import Path

import yaml
from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static

from .blocks import samples as blocks

WASHES = ("sage", "ochre", "water", "clay", "paper", "pine")
STATES = Path(__file__).with_suffix(".yaml")


def components() -> list[dict]:
    """Each component with its states, drawn; which states there are stands in styleguide.yaml."""
    return [
        {
            "name": name,
            "states": [
                {"name": state, "html": render_to_string(f"components/{name}.html", arguments(parts))}
                for state, parts in states.items()
            ],
        }
        for name, states in yaml.safe_load(STATES.read_text()).items()
    ]


def arguments(parts: dict | None) -> dict:
    """The arguments of one state, with the addresses of our own pictures as they are served."""
    return {name: static(value) if name == "poster_url" else value for name, value in (parts or {}).items()}


def styleguide(request):
    """Show the page to staff, and to everyone while developing."""
    if not (settings.DEBUG or request.user.is_staff):
        raise Http404
    return render(
        request, "styleguide.html", {"washes": WASHES, "components": components(), "blocks": blocks.drawn(request)}
    )
