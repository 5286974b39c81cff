import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.analysis.normal_form import normal_form
from dossier.model.offsets import OffsetMap
from dossier.model.passage import Anchor, Anchoring, Change, ChangeKind, Selector
from dossier.model.source import Block, BlockKind, Reading
from dossier.store.anchors.finding import QuoteFinder, anchor


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


def test_whole_words_are_preferred_to_parts():
    assert anchor(Selector("pact"), reading("impact of the pact"))[:3] == (Anchor.FOUND, 14, 18)
    assert anchor(Selector("pact"), reading("impact"))[:3] == (Anchor.FOUND, 2, 6)


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
    import dossier.analysis.normal_form as module

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
    found, at, stop = anchor(Selector(quote, start=start), reading(text))[:3]
    assert found is Anchor.FOUND
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
