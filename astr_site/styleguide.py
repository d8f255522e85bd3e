"""Every component in one page, for staff and developers, with content of the kind it carries."""

from datetime import date, time
from types import SimpleNamespace as Sample

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static

WASHES = ("sage", "ochre", "water", "clay", "paper", "pine")
ROWS = [
    Sample(heading="You talk", text="<p>About your pain and what you want to do again.</p>"),
    Sample(heading="They look", text="<p>At how you move, and feel the joint by hand.</p>"),
    Sample(heading="You decide", text="<p>You can say no, or ask for a gentler way.</p>"),
]
OPEN = [Sample(opens=time(8, 30), closes=time(12)), Sample(opens=time(13), closes=time(17))]
WEEK = [Sample(name="Monday", spans=OPEN), Sample(name="Tuesday", spans=[], today=True, reason="Holiday")]
SIGNS = ["numbness between the legs", "new weakness in an arm or leg"]
POSTER = "img/poster-armchair.svg"


def samples() -> dict[str, dict]:
    """The arguments of each component, by its name."""
    story = {"heading": "Sample story: neck", "poster_url": static(POSTER), "sample": True, "duration": 65}
    return {
        "button": {"href": "#main", "label": "Compare the techniques", "emphasis": "main"},
        "onward": {"href": "#main", "label": "How massage works"},
        "chip": {"url": "#main", "name": "Massage", "key": "massage"},
        "search_form": {"id": "sample-search", "label": "Search this site"},
        "note": {"heading": "Where does ASTR fit?", "text": "<p>It works on soft tissue, as massage does.</p>"},
        **{
            f"care_card {level}": {
                "level": level,
                "heading": heading,
                "heading_level": 3,
                "items": SIGNS,
                "closing": "Do not wait.",
            }
            for level, heading in (
                ("non_urgent", "Talk with your clinician if you have"),
                ("urgent", "See a doctor today if you have"),
                ("emergency", "Call 911 if you have"),
            )
        },
        "key_facts": {"heading": "At a glance", "facts": ROWS},
        "steps": {"heading": "What happens", "steps": ROWS},
        "accordion": {"heading": "Plain answers", "entries": ROWS},
        "points": {"heading": "Three points", "points": ROWS},
        "two_lists": {
            "first_heading": "It may be an option if",
            "first_items": ["a joint feels stiff"],
            "second_heading": "Tell the clinician first if you",
            "second_items": ["have thin bones", "take blood thinners"],
        },
        "tell_first": {"heading": "Tell your clinician first if you", "items": ["have thin bones"]},
        "questions": {
            "heading": "Before you book, ask",
            "heading_level": 3,
            "questions": ["Are you licensed in this state?"],
        },
        "review": {"review": None},
        "block_fault": {"name": "Steps", "kind": "StepsPlugin", "number": 12},
        "announcement": {"text": "We close early on Friday.", "url": "#main", "url_text": "See our hours"},
        "week": {"name": "Main Street", "week": WEEK},
        "changes": {"changes": [Sample(first_day=date(2026, 11, 26), one_day=True, reason="Thanksgiving", spans=[])]},
        "lens": {"drawing": "scar", "heading": "Scar tissue", "text": "New fibers can grow in every direction."},
        **{
            f"technique_words {key}": {"part": "movement", "key": key, "name": key.capitalize(), "id": f"sample-{key}"}
            for key in ("manipulation", "mobilization", "massage")
        },
        "story_card": {**story, "url": "#main", "summary": "Shows how a story looks."},
        "disclosure": {"sample": True},
        "video": {**story, "video_url": "#transcript"},
        "transcript": {"rows": [("0:00", "Every spoken word."), ("0:12", "In the order it was said.")]},
    }


def styleguide(request):
    """Show the page to staff, and to everyone while developing."""
    if not (settings.DEBUG or request.user.is_staff):
        raise Http404
    shown = [
        {"name": name, "html": render_to_string(f"components/{name.split()[0]}.html", parts)}
        for name, parts in samples().items()
    ]
    return render(request, "styleguide.html", {"washes": WASHES, "samples": shown})
