"""One walk through every public page, with every question that needs no more than looking (issue 3).

Opening a page costs far more than a question, so each is opened once and brought from one state into the next.
"""

from axe_playwright_python.sync_playwright import Axe

from tests.browser.looks import AXE, CUT_WORDS, LONELY_LINKS, SIDEWAYS, SMALL_TARGETS, SPACING, UPWARDS

# A window of 1280 by 1024 at 400 % zoom leaves this much; 320 px is also the narrowest phone.
SMALLEST = {"width": 320, "height": 256}
PHONE = {"width": 360, "height": 800}
DESK = {"width": 1280, "height": 900}
PLAIN = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}
MODES = {
    "light": PLAIN,
    "dark": PLAIN | {"color_scheme": "dark"},
    "forced": PLAIN | {"forced_colors": "active"},
    "still": PLAIN | {"reduced_motion": "reduce"},
}

# A sheet that a script makes; the page's policy refuses a style element, as it should.
ADD_STYLE = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
}"""


class Survey:
    """What is wrong, by question: `survey.flaws["cut words"]` lists the page, the state and the words."""

    def __init__(self, page):
        self.page = page
        self.flaws = {}

    def ask(self, name, question, state):
        answer = self.page.evaluate(question)
        self.flaws.setdefault(name, [])
        if answer:
            self.flaws[name].append((state, answer))

    def look_at(self, address, in_all_modes):
        self.page.emulate_media(**PLAIN)
        self.page.set_viewport_size(SMALLEST)
        self.page.goto(address)
        self.fits(address)
        self.suits_axe(address, in_all_modes)
        self.bears_wide_letters(address)

    def fits(self, address):
        self.ask("sideways", SIDEWAYS, address)
        self.ask("cut words", CUT_WORDS, address)
        self.ask("small targets", SMALL_TARGETS, address)
        self.ask("lonely links", LONELY_LINKS, address)

    def suits_axe(self, address, in_all_modes):
        """All pages in one state; what the modes change lies in the components, and few pages show them all."""
        self.page.evaluate(Axe().axe_script)
        for size in (PHONE, DESK) if in_all_modes else (PHONE,):
            self.page.set_viewport_size(size)
            for mode, media in MODES.items() if in_all_modes else [("light", PLAIN)]:
                self.page.emulate_media(**media)
                name = "axe" if media is PLAIN else f"axe, {mode}"
                self.ask(name, AXE, (address, size["width"]))
        self.page.emulate_media(**PLAIN)

    def bears_wide_letters(self, address):
        self.page.set_viewport_size(DESK)
        self.ask("upwards", UPWARDS, address)
        self.page.evaluate(ADD_STYLE, SPACING)
        for size in (DESK, SMALLEST):
            self.page.set_viewport_size(size)
            self.ask("wide letters", SIDEWAYS, (address, size["width"]))
            self.ask("wide letters", CUT_WORDS, (address, size["width"]))
