import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.analysis.language.normal_form import normal_form
from dossier.model.offsets import OffsetMap
from dossier.model.passage import Anchor, Anchoring, Change, ChangeKind, Selector
from dossier.model.source import Block, BlockKind, Reading
from dossier.store.anchors.changes import compare
from dossier.store.anchors.finding import QuoteFinder, anchor
from dossier.store.anchors.selectors import selector_for
from dossier.store.anchors.snapshots import version_of
from dossier.store.anchors.surroundings import turning_changes


def reading(*blocks):
    """A reading of blocks, each a text or a text and its kind."""
    texts = [(block, BlockKind.BODY) if isinstance(block, str) else block for block in blocks]
    spans, at = [], 0
    for text, kind in texts:
        spans.append(Block(kind, at, at + len(text)))
        at += len(text) + 2
    return Reading("\n\n".join(text for text, _ in texts), tuple(spans), OffsetMap())


def words(selector, text):
    found, start, end = anchor(selector, text)[:3]
    return found, text.text[start:end] if start >= 0 else None


def test_exact_words_are_found():
    assert words(Selector("pledged $1.3 billion"), reading("They pledged $1.3 billion.")) == (
        Anchor.FOUND,
        "pledged $1.3 billion",
    )


MINE = "It will create 18,000 jobs for $1.25 billion, says 8,000."


@pytest.mark.parametrize("quote", ["$1.2", "18,000 kinds", "", "   ", "1.2", "8,00", "the ferry was late"])
def test_other_words_are_orphans(quote):
    assert anchor(Selector(quote), reading(MINE)) == Anchoring(Anchor.ORPHAN)


@pytest.mark.parametrize(
    ("quote", "there", "kind", "old", "new"),
    [
        ("8,000 jobs", "18,000 jobs", ChangeKind.NUMBER, "8,000", "18,000"),
        ("25 billion", "1.25 billion", ChangeKind.NUMBER, "25", "1.25"),
        ("will not create", "will create", ChangeKind.NEGATION, "not", ""),
        ("may create 18,000 jobs", "will create 18,000 jobs", ChangeKind.MODAL, "may", "will"),
        ("for €1.25 billion", "for $1.25 billion", ChangeKind.CURRENCY, "€", "$"),
    ],
)
def test_other_words_at_a_place_are_told(quote, there, kind, old, new):
    found = anchor(Selector(quote), reading(MINE))
    assert (found.anchor, MINE[found.start : found.end]) == (Anchor.ALTERED, there)
    assert found.changes == (Change(kind, old, new),)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("the “US–Pakistan” deal", 'the "US-Pakistan" deal'),
        ("a  copper\u00a0mine", "a copper mine"),
        ("min\u00aderals and mine-\nrals", "minerals and minerals"),
        ("THE MINE", "the mine"),
        ("e\u0301lan vital", "élan vital"),
        ("wait… what", "wait... what"),
        ("so\u200bme words", "some words"),
    ],
)
def test_changes_of_looks_are_cosmetic(text, quote):
    assert words(Selector(quote), reading(f"Before {text} after")) == (Anchor.CHANGED, text)


@pytest.mark.parametrize("quote", ["one two three", "one\ntwo", "one\n\ntwo"])
def test_a_quote_may_span_blocks(quote):
    found, text = words(Selector(quote), reading("zero one", "two three"))
    assert found is (Anchor.FOUND if "\n\n" in quote else Anchor.CHANGED)
    assert text is not None
    assert text.split() == quote.split()


def test_a_pull_quote_is_not_a_second_place():
    dimmed = [("We will mine", kind) for kind in (BlockKind.PULL_QUOTE, BlockKind.BOILERPLATE)]
    text = reading(dimmed[0], "He said: We will mine now.", dimmed[1])
    assert anchor(Selector("We will mine"), text)[:3] == (Anchor.FOUND, 23, 35)


def test_a_pull_quote_is_better_than_nothing():
    assert anchor(Selector("We"), reading(("We", BlockKind.PULL_QUOTE)))[0] is Anchor.FOUND


def test_a_part_of_a_word_is_no_place_but_where_it_was_noted():
    assert anchor(Selector("pact"), reading("impact of the pact"))[:3] == (Anchor.FOUND, 14, 18)
    assert anchor(Selector("pact"), reading("impact")).anchor is Anchor.ORPHAN
    assert anchor(Selector("pact", start=2), reading("impact")).anchor is Anchor.ORPHAN
    noted = Selector("pact", start=2, version=version_of("impact"))
    assert anchor(noted, reading("impact"))[:3] == (Anchor.FOUND, 2, 6)
    assert anchor(Selector("约"), reading("条约规定"))[:3] == (Anchor.FOUND, 1, 2)


@pytest.mark.parametrize("start", [None, 13, 15, 400])
def test_a_word_that_grew_at_the_edge_of_a_quote_has_changed(start):
    text = "The bank was unable to pay what it owed to the mine."
    version = version_of(text.replace("unable", "able"))
    for selector in (Selector("able to pay what it owed", start=start), Selector("able to pay", "", "", 13, version)):
        found = anchor(selector, reading(text))
        assert found.anchor is Anchor.ALTERED
    found = anchor(Selector("what it owed to the min", "", "", 27, version), reading(text))
    assert found.anchor is Anchor.ALTERED


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        (Selector("mine"), (Anchor.AMBIGUOUS, 2, 6)),
        (Selector("mine", prefix="the "), (Anchor.FOUND, 15, 19)),
        (Selector("mine", prefix="the\n"), (Anchor.FOUND, 15, 19)),
        (Selector("mine", suffix=", B"), (Anchor.FOUND, 2, 6)),
        (Selector("mine", start=20), (Anchor.MOVED, 23, 27)),
        (Selector("mine", start=23), (Anchor.FOUND, 23, 27)),
        (Selector("mine", prefix="nothing like it"), (Anchor.AMBIGUOUS, 2, 6)),
        (Selector("mine", start=19), (Anchor.AMBIGUOUS, 15, 19)),
        (Selector("MINE", prefix="the "), (Anchor.CHANGED, 15, 19)),
    ],
)
def test_context_and_hint_decide_between_several(selector, expected):
    assert anchor(selector, reading("A mine, B, the mine, C mine."))[:3] == expected


def test_the_normal_form_is_made_once_and_only_when_needed(monkeypatch):
    import dossier.analysis.language.normal_form as module

    made = []

    def counted(text):
        made.append(text)
        return normal_form(text)

    monkeypatch.setattr(module, "normal_form", counted)
    finder = QuoteFinder(reading("Some words here"))
    finder.find(Selector("words"))
    assert made == []
    finder.find(Selector("WORDS"))
    finder.find(Selector("HERE"))
    assert made.count("Some words here") == 1


def test_a_hostile_text_of_one_figure():
    assert anchor(Selector("11"), reading("1" * 300_000))[0] is Anchor.ORPHAN


TEXTS = st.text(st.sampled_from("abcé ,.'“”—\n9"), min_size=1, max_size=80)


@given(TEXTS, st.data())
def test_any_part_of_a_text_anchors_back_to_itself(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    beside = (text[start - 1 : start] + quote[:1], quote[-1:] + text[end : end + 1])
    assume(not any(c.isdigit() or c in ".," for pair in beside for c in pair))
    assume(start == 0 or end == len(text) or not (text[start - 1].isalnum() and quote[0].isalnum()))
    found, at, stop = anchor(Selector(quote, start=start, version=version_of(text)), reading(text))[:3]
    assert found is (Anchor.FOUND if at == start else Anchor.MOVED)
    assert text[at:stop] == quote
    if text.count(quote) == 1:
        assert (at, stop) == (start, end)


WORDS = ["mine", "Reko", "Diq's", "“more”", "8,000", "$1.3", "pact—deal", "é"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=5)


@given(SENTENCES, st.data())
def test_a_quote_whose_looks_changed_anchors_at_the_same_place(row, data):
    text = "Start " + " ".join(f"{word}{n}x" for n, word in enumerate(row)) + " end"
    first = data.draw(st.integers(0, len(row) - 2))
    last = data.draw(st.integers(first + 1, len(row) - 1))
    quote = " ".join(f"{word}{n}x" for n, word in list(enumerate(row))[first : last + 1])
    change = data.draw(st.sampled_from(["spaces", "nbsp", "case", "quotes", "soft"]))
    changed = {
        "spaces": quote.replace(" ", "  "),
        "nbsp": quote.replace(" ", "\u00a0"),
        "case": quote.upper(),
        "quotes": quote.replace("“", '"').replace("”", '"').replace("—", "-").replace("'", "’"),
        "soft": quote.replace("o", "o\u00ad"),
    }[change]
    assume(changed != quote)
    start = text.index(quote)
    assert anchor(Selector(changed), reading(text))[:3] == (Anchor.CHANGED, start, start + len(quote))
    # and the other way round: the text has changed, the quote is as it was
    other = text.replace(quote, changed)
    found, at, stop = anchor(Selector(quote), reading(other))[:3]
    assert (found, other[at:stop]) == (Anchor.CHANGED, changed)


JOBS = (
    "The port will create 8,000 jobs in the province of Vale, Holm said.\n\nWork begins in May, and it ends next year."
)


def noted(words, text=JOBS):
    start = text.index(words)
    return selector_for(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (JOBS, Anchor.FOUND),
        (f"One more line.\n\n{JOBS}", Anchor.MOVED),
        (JOBS.replace("8,000 jobs", "8,000\u00a0jobs"), Anchor.CHANGED),
        (JOBS.replace("8,000", "9,000"), Anchor.ALTERED),
        (JOBS.replace("create 8,000 jobs in the province", "open"), Anchor.ORPHAN),
        (f"{JOBS}\n\n{JOBS}", Anchor.AMBIGUOUS),
        (f"{JOBS}\n\nIn short: create 8,000 jobs in the province, and more.", Anchor.FOUND),
    ],
)
def test_what_becomes_of_a_quote(text, expected):
    found = anchor(noted("create 8,000 jobs in the province"), reading(*text.split("\n\n")))
    assert found.anchor is expected
    assert (found.score >= 0.75) == (expected is not Anchor.ORPHAN)


def test_the_place_that_was_noted_beats_the_same_words_elsewhere():
    text = JOBS.replace("8,000", "9,000") + "\n\nIt was said to create 8,000 jobs in the province."
    found = anchor(noted("create 8,000 jobs in the province"), reading(*text.split("\n\n")))
    assert (found.anchor, found.start) == (Anchor.ALTERED, JOBS.index("create"))
    assert found.changes == (Change(ChangeKind.NUMBER, "8,000", "9,000"),)


def test_the_end_of_a_word_is_not_the_word_that_was_noted():
    text = "The state is able to pay for it, they say in the capital of the country."
    selector = noted("able to pay", text)
    changed = text.replace("able", "unable")
    found = anchor(selector, reading(changed))
    assert found.anchor is Anchor.ALTERED
    assert changed[found.start : found.end] == "unable to pay"


def test_several_places_with_other_words_count_for_nothing():
    found = anchor(
        Selector("will create 8,000 jobs"), reading("It will create 8,100 jobs.", "It will create 8,200 jobs.")
    )
    assert found.anchor is Anchor.AMBIGUOUS
    assert found.material


_WORDS = ["the", "mine", "will", "not", "open", "in", "May", "for", "$5", "8,000", "Baker", "said"]
_PUT_IN = ["", "not ", "9", " ", "\u00a0", ",", "Cole ", "\n"]
QUOTED = st.lists(st.sampled_from(_WORDS), min_size=3, max_size=9)
EDITS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 12), st.sampled_from(_PUT_IN)), max_size=4)


@given(QUOTED, EDITS, st.booleans())
def test_the_words_at_every_place_are_what_is_reported(row, edits, by_hand):
    text = f"Port Vale grows. {' '.join(row)} and so on in the year. Nobody in the port was asked about it."
    selector = noted(" ".join(row), text)
    if by_hand:
        selector = Selector(selector.exact)
    changed = text
    for at, count, new in edits:
        changed = changed[: at % len(changed)] + new + changed[at % len(changed) + count :]
        assume(changed)
    found = anchor(selector, reading(changed))
    words = changed[found.start : found.end] if found.start >= 0 else ""
    if found.anchor is Anchor.ORPHAN:
        assert (found.start, found.end) == (-1, -1)
        assert not re.search(rf"(?<![\w.,]){re.escape(selector.exact)}(?![\w.,])", changed)
    elif found.anchor.exact:
        assert words == selector.exact
        assert (found.anchor is Anchor.MOVED) == (selector.start not in (None, found.start))
    elif found.anchor is Anchor.CHANGED:
        assert words != selector.exact
        assert not compare(selector.exact, words).material
    elif found.anchor is Anchor.ALTERED:
        assert words
        beside = turning_changes(changed, found.start, found.end, selector)
        assert compare(selector.exact, words).material or beside
