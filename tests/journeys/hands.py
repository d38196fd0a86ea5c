"""How somebody works a page: with a mouse, with a finger, or with nothing but the keys.

Each hand has the same verbs, so that a journey does not say which one it is."""

from playwright.sync_api import expect

TABS = 150  # a page with more stops than this is a fault of its own

# Whether the wanted element comes after the one that has the focus, so that a person would press Tab.
LIES_AHEAD = """(wanted) => {
  const here = document.activeElement ?? document.body;
  return here === document.body || Boolean(here.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
# What brings the focus closer: nothing when it is there, an arrow among the choices of one question, else Tab.
NEXT_KEY = """(wanted) => {
  const here = document.activeElement;
  if (here === wanted) return "";
  return wanted.type === "radio" && here?.type === "radio" && here.name === wanted.name ? "ArrowDown" : "Tab";
}"""


class Mouse:
    """Clicks, and types where it has clicked."""

    def __init__(self, page, at=None):
        self.page, self.at = page, at or page

    def press(self, target):
        target.click()

    def type(self, target, text):
        target.fill(text)

    def tick(self, target, *, on=True):
        target.set_checked(on)

    def choose(self, target, text):
        value = target.locator("option", has_text=text).get_attribute("value")
        target.select_option(value=value)

    def date(self, target, iso):
        target.fill(iso)

    def enter(self, target):
        target.press("Enter")

    def unfold(self, name, within=""):
        """Open what stands behind one tap, unless it is open; `within`: what the line says that it belongs to."""
        line = self.at.get_by_role("listitem").filter(has_text=within) if within else self.at
        folded = line.locator("summary", has_text=name).first
        if not folded.evaluate("summary => summary.parentElement.open"):
            self.press(folded)


class Finger(Mouse):
    """Taps."""

    def press(self, target):
        target.tap()


class Keys(Mouse):
    """Never points at anything: goes there with Tab, and presses Enter, Space or the arrows."""

    def reach(self, target):
        """Go to the target with Tab, forward or back; a target that cannot be reached so is a fault."""
        expect(target).to_be_visible()
        tab = "Tab" if target.evaluate(LIES_AHEAD) else "Shift+Tab"
        for _ in range(TABS):
            key = target.evaluate(NEXT_KEY)
            if not key:
                return
            self.page.keyboard.press(tab if key == "Tab" else key)
        raise AssertionError(f"{target} cannot be reached with the keyboard")

    def press(self, target):
        self.reach(target)
        self.page.keyboard.press("Enter")

    def type(self, target, text):
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def tick(self, target, *, on=True):
        self.reach(target)
        if target.is_checked() != on:
            self.page.keyboard.press("Space")
        expect(target).to_be_checked(checked=on)

    def choose(self, target, text):
        """Type the beginning of an option: the way to choose in a list without a mouse."""
        self.reach(target)
        self.page.keyboard.type(text)

    def date(self, target, iso):
        year, month, day = iso.split("-")
        self.reach(target)
        self.page.keyboard.type(f"{month}{day}{year}")  # the browser asks in the order of its own language
        expect(target).to_have_value(iso)

    def enter(self, target):
        expect(target).to_be_focused()
        self.page.keyboard.press("Enter")
