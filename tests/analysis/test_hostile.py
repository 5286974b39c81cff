"""Every step of the analysis over texts made to stall it: twice the text takes about twice the time.

A step is added to ``STEPS``: a function of one text. Times are the best of three, and the bound is generous, because
other work goes on; what is quadratic over 100,000 code points is far beyond it.
"""

from collections.abc import Callable
from time import process_time

import pytest

from dossier.analysis.details.details import find_details
from dossier.analysis.entities.names import find_names
from dossier.analysis.quantities.running import find_quantities
from dossier.analysis.sentences.quotations import quotation_spans
from dossier.analysis.sentences.sentences import sentences, split
from dossier.model.source import Block, BlockKind

SIZE = 50_000
"""Code points of the smaller text."""
GROWTH = 4
"""At most so many times as long for twice the text."""
NOISE = 0.01
"""Seconds below which a time says nothing."""

STEPS: dict[str, Callable[[str], object]] = {
    "split": split,
    "sentences": lambda text: sentences(text, [Block(BlockKind.BODY, 0, len(text))]),
    "quotations": quotation_spans,
    "details": lambda text: find_details(text, find_names(text[-20:], [(0, 20)]), find_quantities(text)),
}

PIECES = {
    "letters": "a",
    "capitals": "A",
    "one long sentence": "the ore and the gold of the mine ",
    "spaces": " ",
    "line breaks": "\n",
    "blank lines": "\n \n",
    "lines": "Ore and gold\n",
    "stops": ".",
    "spaced stops": ". ",
    "initials": "J. ",
    "letters with stops": "a.b.",
    "abbreviations": "Gen. ",
    "semicolons": "; he ",
    "ellipses": "… ",
    "bullets": "• a ",
    "straight marks": '"',
    "spaced marks": '" ',
    "opening marks": "“",
    "opened words": "“a ",
    "marked words": "“a” ",
    "mixed marks": "“\"''‘a’",
    "apostrophes": "'",
    "apostrophed words": "'a s' ",
    "backquotes": "`",
    "brackets": "(",
    "bracketed stops": "(a. B ",
    "closed brackets": "a)",
    "references": ". [1]",
    "figures": "9",
    "amounts": "$9,999.99 billion ",
    "ranges": "9-9",
    "dates": "31 February 2026, ",
    "weekdays": "on Monday ",
    "hours": "about 5:30 p.m. ",
    "ranks": "the third title ",
    "ages": "the 36-year-old fell. ",
    "spoken": "“It is,” he said. ",
    "names": "Asha Ray of Roe Mining Co. ",
    "capitalised words": "Ore ",
    "dashes": "-",
    "addresses": "http://a.b/?c=",
    "combining": "e\u0301",
    "joined": "\U0001f468\u200d",
    "Arabic": "مرحبا؟ ",
    "Chinese": "我们赢了。",
}


def seconds(step: Callable[[str], object], text: str) -> float:
    begin = process_time()
    step(text)
    return process_time() - begin


def growth(step: Callable[[str], object], text: str, tries: int = 3) -> float:
    """How many times as long ``text`` takes as its half: the least of some tries, the first in order is enough."""
    least = float("inf")
    for _ in range(tries):
        half, whole = seconds(step, text[: len(text) // 2]), seconds(step, text)
        least = min(least, max(whole, NOISE) / max(half, NOISE))
        if least <= GROWTH:
            break
    return least


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(step, piece):
    assert growth(STEPS[step], PIECES[piece] * (2 * SIZE // len(PIECES[piece]))) <= GROWTH


@pytest.mark.parametrize("step", STEPS)
def test_a_sentence_of_a_megabyte(step):
    text = "“" + PIECES["one long sentence"] * 30_000 + "9" * 400 + '"' * 10_000
    assert seconds(STEPS[step], text) < 1


def test_the_bound_finds_what_is_cubic():
    assert growth(lambda text: [1 for _ in range((len(text) // 10) ** 3)], "a" * 1600) > GROWTH
