"""What anchoring looks at is bounded, however hostile a text is; and a plain start loads none of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from dossier.model.passage import Anchor, Selector
from dossier.store.anchors import likely as likely_module
from dossier.store.anchors.candidates import Places
from dossier.store.anchors.finding import QuoteFinder
from dossier.store.anchors.tokens import tokens
from tests.benchmarks.mutations.case import reading

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.mark.parametrize("count", [100, 10_000])
def test_few_windows_are_aligned_however_common_the_words(count, monkeypatch):
    aligned = []
    real = likely_module.aligned

    def counting(pattern, text, at):
        aligned.append(at)
        return real(pattern, text, at)

    monkeypatch.setattr(likely_module, "aligned", counting)
    QuoteFinder(reading("mine gold " * count)).find(Selector("mine gold and gold mine"))
    assert 0 < len(aligned) <= 6


def test_a_common_word_is_looked_up_in_a_bounded_number_of_places():
    places = Places(tokens("mine gold " * 50_000))
    row = ["mine", "gold", "and", "gold", "mine"]
    assert sum(len(found) for _, found in places._telling(row)) <= 6 * 24


@pytest.mark.parametrize("text", ["a" * 200_000, "1" * 200_000, "a b " * 50_000, "e\u0301" * 50_000, "\n" * 200_000])
@pytest.mark.parametrize("quote", ["a" * 20, "aab", "1 1", "the mine is open", "e\u0301e"])
def test_hostile_texts_have_an_answer(text, quote):
    found = QuoteFinder(reading(text)).find(Selector(quote, "a" * 40, "b" * 40, 70))
    assert found.anchor in Anchor
    assert found.start == -1 or 0 <= found.start < found.end <= len(text)


def test_a_quote_as_long_as_a_book_is_not_aligned():
    quote = " ".join(f"word{n}" for n in range(5000))
    assert QuoteFinder(reading(quote.replace("word77 ", "other "))).find(Selector(quote)).anchor is Anchor.ORPHAN


def test_opening_a_dossier_whose_quotes_hold_loads_none_of_it():
    code = (
        "import sys; from pathlib import Path; from dossier.store.opening import open_dossier\n"
        f"open_dossier(Path({str(SEEDS)!r}))\n"
        "print(*(name for name in sys.modules if name.startswith(('rapidfuzz', 'dossier.store.anchors.'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    base = "dossier.store.anchors."
    assert set(done.stdout.split()) == {base + name for name in ("finding", "context", "occurrences", "scoring")}
