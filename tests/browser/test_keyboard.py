"""Every control is reached by the Tab key, in the order of reading, and shows that it has the focus (issue 3)."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# Notes how each control looks without focus, then, whenever one gets it, what has changed.
# What shows the focus may be the control, the label that stands for it, or the row that its link covers.
WATCH = """() => {
    // A sheet that is made so needs no leave of our policy.
    const still = new CSSStyleSheet();
    still.replaceSync("* { transition: none !important }");
    document.adoptedStyleSheets.push(still);
    const controls = "a[href], button, input, select, textarea, summary, video[controls], iframe, [tabindex='0']";
    const look = (each) => {
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(each);
        return [outlineStyle !== "none" && outlineWidth, boxShadow, backgroundColor, borderColor].join();
    };
    const shown = (each) => [each, ...(each.labels ?? []), each.closest(".box-link")].filter(Boolean);
    const open = () => document.querySelectorAll("details").forEach((each) => { each.open = true; });
    open();
    window.expected = [...document.querySelectorAll(controls)].filter((each) =>
        !each.disabled && each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }));
    window.compare = () => {
        document.activeElement.blur();
        open();
        window.before = new Map(expected.flatMap(shown).map((each) => [each, look(each)]));
        window.reached = [];
        window.unseen = [];
    };
    compare();
    document.addEventListener("focusin", ({ target }) => {
        if (reached.at(-1) === target) return;
        reached.push(target);
        if (!shown(target).some((each) => look(each) !== before.get(each))) unseen.push(target.outerHTML);
    });
    return expected.length + 8 * document.querySelectorAll("video").length;
}"""
OUT_OF_ORDER = """() => {
    const wrong = expected.findIndex((each, index) => reached[index] !== each);
    return wrong < 0 ? null : [expected[wrong].outerHTML, reached[wrong]?.outerHTML];
}"""
# After the keys a script's focus shows as theirs does.
FOCUS_EACH = """() => {
    compare();
    for (const each of expected) each.focus();
    return [expected.filter((each) => !reached.includes(each)).map((each) => each.outerHTML), unseen];
}"""


@pytest.mark.parametrize("width", [1280, 360])
def test_tab_reaches_every_control_in_order_and_shows_where_it_is(window, few_addresses, width):
    """The order lies in the templates, so the pages that show all of these are walked; a survey looks at all pages.

    Forced colors take away shadows and grounds, so that only a real outline still shows the focus.
    """
    page = window(width)
    for address in few_addresses:
        page.emulate_media(forced_colors="none")
        page.goto(address)
        for _ in range(page.evaluate(WATCH)):
            page.keyboard.press("Tab")
        assert page.evaluate("reached[0].matches('.skip')"), address
        assert page.evaluate(OUT_OF_ORDER) is None, address
        assert page.evaluate("unseen") == [], address
        page.emulate_media(forced_colors="active")
        assert page.evaluate(FOCUS_EACH) == [[], []], address
