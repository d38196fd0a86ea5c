"""Plans that hold any text in every place."""

from hypothesis import strategies as st

from facilitation.board import Option, Result, Share, Worry
from facilitation.plan import Decided, Plan, Section, Task

TRICKY = (
    "<w:br/>&<b>bold</b>",
    "<script>alert(1)</script>",
    "]]><!-- & &amp; &#60;",
    "{{title}} {{repeat actions}} {% if x %}",
    "# no heading\n- no item\n1. no number",
    "*a* _b_ `c` ~~d~~ [e](http://f) ![g](h) | i | <j>",
    "    four spaces\n\n\ttab",
    "---\n===\n> quote\n+ plus",
    "https://example.org www.example.org a@example.org",
    "עם ישראל \u202e turned",
    "bell\x07 nul\x00 surrogate\ud800 end\ufffe",
    "👩‍🦳 e\u0301 Gŵyl",
    "\\ backslash \\",
    "$x^2$ a^b^ ==c== :smile: H~2~O",
)

text = st.one_of(st.sampled_from(TRICKY), st.text(st.characters(codec=None), min_size=1, max_size=40))
texts = st.lists(text, max_size=3).map(tuple)
maybe = st.just("") | text


def weighed(reference=st.just(""), name=st.just("")):
    worries = st.lists(st.builds(Worry, text, texts), max_size=2).map(tuple)
    return st.builds(Option, reference, name, st.booleans(), texts, texts, worries, texts)


shares = st.lists(st.builds(Share, text, st.integers(0, 99), st.integers(0, 99)), max_size=3).map(tuple)

any_plan = st.builds(
    Plan,
    kind=text,
    title=text,
    question=maybe,
    date=text,
    agenda=text,
    notes=texts,
    to_agree=texts,
    sections=st.lists(st.builds(Section, text, text, texts, st.booleans(), st.booleans()), max_size=3).map(tuple),
    facts=texts,
    gaps=texts,
    options=st.lists(weighed(text, text), max_size=2).map(tuple),
    rest=weighed(),
    results=st.lists(st.builds(Result, text, st.sampled_from(["Picks", "Dots"]), text, maybe, shares), max_size=2).map(
        tuple
    ),
    decisions=st.lists(st.builds(Decided, text, texts), max_size=2).map(tuple),
    tasks=st.lists(st.builds(Task, text, maybe, maybe, text), max_size=3).map(tuple),
)


def full(words):
    """A plan with these words in every place, once each."""
    lines = (words,)
    option = Option(words, words, True, lines, lines, (Worry(words, lines),), lines)
    return Plan(
        kind=words,
        title=words,
        question=words + words,
        date=words,
        agenda=words,
        notes=lines,
        to_agree=lines,
        sections=(Section("a", words, lines, False, False), Section("b", words, (words, words), False, True)),
        facts=lines,
        gaps=lines,
        options=(option,),
        rest=option,
        results=(Result(words, words, words, words, (Share(words, 1, 1),)),),
        decisions=(Decided(words, lines),),
        tasks=(Task(words, words, words, words),),
    )


OUR_WORDS = frozenset({"unit", "place", "actions", "chosen"})
"""Names under which nobody typed anything, or what is printed elsewhere already."""


def strings(value):
    """Every text in the fields of a plan that somebody typed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    else:
        for name, one in value.items():
            if name not in OUR_WORDS:
                yield from strings(one)
