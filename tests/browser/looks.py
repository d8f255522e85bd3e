"""Questions that a look at a page answers. Each returns what is wrong, so that an empty list is the good answer."""

# Words that the edge of the window, or of a box that hides what is too long, cuts off; not those for ears alone.
CUT_WORDS = """() => {
    const hides = (value) => value === "hidden" || value === "clip";
    const boxes = [...document.body.querySelectorAll(":not(svg, svg *)")].map((each) => {
        const { overflowX, overflowY } = getComputedStyle(each);
        return { each, across: hides(overflowX), down: hides(overflowY) };
    }).filter((box) => box.across || box.down);
    const whole = (node, words) => words.left >= -1 && words.right <= document.documentElement.clientWidth + 1 &&
        boxes.filter((box) => box.each.contains(node)).every(({ each, across, down }) => {
            const edge = each.getBoundingClientRect();
            return (!across || words.left >= edge.left - 1 && words.right <= edge.right + 1) &&
                (!down || words.top >= edge.top - 1 && words.bottom <= edge.bottom + 1);
        });
    const unseen = (node) => node && (getComputedStyle(node).clipPath === "inset(50%)" || unseen(node.parentElement));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const cut = [];
    while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (!data.trim() || !parentElement.checkVisibility({ visibilityProperty: true })) continue;
        if (parentElement.closest("svg, script, .skip") || unseen(parentElement)) continue;
        range.selectNodeContents(walker.currentNode);
        if (!whole(parentElement, range.getBoundingClientRect())) cut.push(data.trim());
    }
    return cut;
}"""

# The window itself, or a box in it, that has to be scrolled sideways to be read; a field scrolls what is typed into it.
SIDEWAYS = """() => [document.documentElement, ...document.body.querySelectorAll(":not(svg, svg *, input, textarea)")]
    .filter((each) => each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX))
    .filter((each) => each.scrollWidth > each.clientWidth)
    .map((each) => each.cloneNode().outerHTML)"""

# A link inside a sentence is as high as its line. A link that covers its whole row is as large as the row, and a box
# that stands in its own label is as large as the label, which is measured.
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, summary, label, select, input, textarea, video")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => !each.matches(".skip, .visually-hidden, label input"))
    .filter((each) => getComputedStyle(each).display !== "inline" || each.matches(".cover"))
    .filter((each) => {
        const { width, height } = (each.matches(".cover") ? each.closest(".box-link") : each).getBoundingClientRect();
        return width < 44 || height < 44;
    }).map((each) => each.outerHTML)"""

# What stands alone in its paragraph, cell or item is no link in text, even if it is drawn like one.
LONELY_LINKS = """() => [...document.querySelectorAll("a:not(.cover)")]
    .filter((each) => each.checkVisibility() && getComputedStyle(each).display === "inline")
    .filter((each) => each.parentElement.textContent.trim() === each.textContent.trim())
    .map((each) => each.outerHTML)"""

# Reading goes down a column: no step of the Tab key may lead to a place above, unless it begins another column.
UPWARDS = """() => {
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter((each) => !each.disabled && each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }));
    return stops.slice(1).map((each, index) => [stops[index], each]).filter(([from, to]) => {
        const a = from.getBoundingClientRect(), b = to.getBoundingClientRect();
        return to.tabIndex > 0 || b.bottom <= a.top && b.left < a.right && a.left < b.right;
    }).map((pair) => pair.map((each) => each.outerHTML));
}"""

# WCAG 2.2, AA with the contrast of AAA. Without `preload` axe would fetch every style sheet again for itself.
# A color that is on its way to another when the mode changes has to have arrived, or axe judges one in between.
AXE = """async () => {
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
    const { violations } = await axe.run({
        preload: false,
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
        resultTypes: ["violations"],
    });
    return violations.map((rule) => [rule.id, ...rule.nodes.map((node) => node.html)]);
}"""

# WCAG 2.2, 1.4.12: what a reader may ask for, and what must then still be there whole.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }"""
