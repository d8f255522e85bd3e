"""One usual sample of each block, for the style guide and for the tests."""

from dataclasses import dataclass, field
from types import SimpleNamespace

from cms.models import CMSPlugin, Page, Placeholder
from cms.plugin_pool import plugin_pool
from cms.toolbar.utils import get_toolbar_from_request
from django.template import RequestContext
from django.templatetags.static import static
from django.utils.translation import get_language

from astr_site.editorial.models import Source
from astr_site.pictures.sizes import Offer

# Blocks of the CMS itself, which show what stands elsewhere.
NOT_OURS = {"AliasPlugin", "Alias", "PlaceholderPlugin"}
TEXT = (
    "<h2>What it is</h2><p>Care given mostly with the <strong>hands</strong>.</p><ul><li>Slow</li><li>Quick</li></ul>"
)


@dataclass
class Sample:
    """What a block holds, and what stands inside it."""

    kind: str
    values: dict = field(default_factory=dict)
    inside: list["Sample"] = field(default_factory=list)


def samples():
    """Return a sample of each block that stands by itself."""
    known = {sample.kind: sample for sample in told()}
    kinds = {kind for kind, plugin in plugin_pool.plugins.items() if plugin.render_plugin} - NOT_OURS
    for kind in kinds:
        known.setdefault(kind, Sample(kind)).values.update(records(kind, known[kind].values))
    return [known[kind] for kind in sorted(kinds)]


def records(kind, given):
    """Return a record for each that the block has to point to, such as a technique or a story."""
    model = plugin_pool.get_plugin(kind).model
    of_the_cms = {each.name for each in CMSPlugin._meta.fields} | {"cmsplugin_ptr", *given}
    wanted = [each for each in model._meta.fields if each.is_relation and not each.null and each.name not in of_the_cms]
    found = {
        each.name: each.related_model._default_manager.first() for each in wanted if not each.remote_field.parent_link
    }
    return {name: record for name, record in found.items() if record}


def told():
    """Return the samples whose words are written here; the other blocks show what is on record."""
    rows = [
        Sample("ItemPlugin", {"heading": "You talk", "text": "<p>About your pain and what you want to do again.</p>"}),
        Sample("ItemPlugin", {"heading": "They look", "text": "<p>At how you move, and feel the joint by hand.</p>"}),
        Sample("ItemPlugin", {"heading": "You decide", "text": "<p>You can say no, or ask for a gentler way.</p>"}),
    ]
    text = Sample("TextPlugin", {"body": TEXT})
    note = Sample("NotePlugin", {"heading": "Where does ASTR fit?", "text": "<p>It works on soft tissue.</p>"})
    term = Sample("TermPlugin", {"heading": "Fascia", "text": "<p>Tough tissue that links muscles and bones.</p>"})
    button = Sample("ButtonPlugin", {"label": "Compare the techniques", "address": "#main", "emphasis": "main"})
    words = {"scar": "Scar tissue", "trigger": "Trigger points", "fascia": "Fascia"}
    lenses = [
        Sample(
            "LensPlugin", {"drawing": drawing, "heading": word, "text": "ASTR clinicians say that it can stay tight."}
        )
        for drawing, word in words.items()
    ]
    cards = [Sample("CardPlugin", {"destination": page}) for page in Page.objects.order_by("pk")[:3]]
    lists = {"first_heading": "It may be an option if", "second_heading": "Tell the clinician first if you"}
    lists |= {"first_items": "a joint feels stiff", "second_items": "have thin bones\ntake blood thinners"}
    signs = "numbness between the legs\nnew weakness in an arm or leg"
    return [
        Sample("HeroPlugin", {"heading": "Patient hands", "lede": "Learn what manual therapy is."}, [button]),
        Sample("BandPlugin", {"heading": "A section", "lede": "It holds other blocks.", "tone": "emphasis"}, [text]),
        Sample("ColumnsPlugin", {}, [text, note]),
        Sample("KeyFactsPlugin", {"heading": "At a glance"}, rows),
        Sample("StepsPlugin", {"heading": "What happens"}, rows),
        Sample("AccordionPlugin", {"heading": "Plain answers"}, rows),
        Sample("PointsPlugin", {"heading": "Three points"}, rows),
        Sample("TwoListsPlugin", lists),
        Sample("FigurePlugin", {"alternative_text": "An empty armchair", "caption": "Where the first talk is held."}),
        Sample("CareCardPlugin", {"level": "emergency", "heading": "Call 911 if you have", "items": signs}),
        Sample("QuestionsPlugin", {"heading": "Before you book, ask", "questions": "Are you licensed in this state?"}),
        Sample("VisitSheetPlugin", {"heading": "Questions for your visit", "intro": "Tick the ones that matter."}),
        Sample("LensesPlugin", {"heading": "Three tissues"}, lenses),
        Sample("GlossaryPlugin", {"heading": "Words"}, [term]),
        Sample("CardsPlugin", {"heading": "Read on"}, cards),
        Sample("SourcesPlugin", {"heading": "Sources"}),
        Sample("MovementPlugin", {"caption": "The hand presses and lets go."}),
        *(text, note, term, button, lenses[0]),
    ]


def drawn(request):
    """Return (name, HTML) of each block, drawn by its own template from a sample that is in no database."""
    renderer = get_toolbar_from_request(request).get_content_renderer()
    context = RequestContext(request, {"request": request})
    for number, sample in enumerate(samples(), 1):
        yield plugin_pool.get_plugin(sample.kind).name, renderer.render_plugin(unsaved(sample, number), context)


def unsaved(sample, number):
    values = dict(sample.values)
    if sample.kind == "FigurePlugin":
        values.pop("picture", None)
    block = plugin_pool.get_plugin(sample.kind).model(
        pk=number, plugin_type=sample.kind, language=get_language(), **values
    )
    block.placeholder = Placeholder(slot="content")
    block.child_plugin_instances = [unsaved(child, number * 100 + row) for row, child in enumerate(sample.inside)]
    if sample.kind == "FigurePlugin":
        block.offered = Offer(static("img/poster-armchair.svg"), 640, 360)
    if sample.kind == "SourcesPlugin":
        block.citations = [SimpleNamespace(source=source) for source in Source.objects.all()[:2]]
    return block
