"""Every way a page may look: light, dark, and in the colours that a reader's own system forces on it."""

from tests.browsing import AXE

LOOKS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
LANGUAGES = ("en", "cy", "ar")
"""English, one with long words, and one from right to left."""
# What is on a page does not change with its colours, so the whole of axe looks once and the rest at colours.
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}

# It need not load what our pages lack (sound, films, frames within them): a third of the time.
# axe takes a text's colour from -webkit-text-fill-color, which Chromium does not report as forced: what it says
# about a colour counts if that colour is the one that is painted.
FIND = """rules => {
  const two = part => Number(part).toString(16).padStart(2, "0");
  const hex = colour => "#" + colour.match(/\\d+/g).slice(0, 3).map(two).join("");
  const painted = node => hex(getComputedStyle(document.querySelector(node.target[0])).color);
  const real = node => !node.any[0]?.data?.fgColor || node.any[0].data.fgColor === painted(node);
  const what = { ...rules, resultTypes: ["violations"], preload: false, iframes: false };
  return axe.run(document, what).then(({ violations }) => violations
    .map(one => ({ ...one, nodes: one.nodes.filter(real) })).filter(one => one.nodes.length > 0)
    .map(one => `${one.id}: ${one.help} at ${one.nodes[0].target}`));
}"""


def barriers(person, looks=tuple(LOOKS)):
    """What axe finds on somebody's page, in each of these looks: one line for each barrier, with the first place."""
    if not person.at.evaluate("'axe' in window"):
        person.at.evaluate(AXE.read_text())
    found = []
    for look in looks:
        person.page.emulate_media(**LOOKS[look], reduced_motion="reduce")
        rules = {} if look == looks[0] else OF_COLOURS
        found += [f"{look}: {line}" for line in person.at.evaluate(FIND, rules)]
    person.page.emulate_media(**LOOKS["light"])
    return found


def speak(person, language):
    """The page changes its language where it stands, as when another tab of the device has chosen one."""
    person.at.evaluate(
        """code => { localStorage.setItem("folkmoot-language", code);
        dispatchEvent(new StorageEvent("storage", { key: "folkmoot-language", newValue: code })); }""",
        language,
    )
    person.at.wait_for_function("code => document.documentElement.lang.startsWith(code)", arg=language)


def barriers_in_each_language(person):
    """The same in English, Welsh and Arabic; the page speaks English again afterwards."""
    found = []
    for language in LANGUAGES:
        speak(person, language)
        found += [f"{language}, {line}" for line in barriers(person)]
    speak(person, "en")
    return found
