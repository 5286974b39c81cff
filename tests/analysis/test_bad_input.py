"""Reading and studying whatever a file may hold: fewer suggestions, never a crash or a stall.

The cost of a text is the number of function calls it takes, which is the same on every machine. Twice the text may
take but a little more than twice the calls.
"""

import sys
from types import FrameType

import pytest

from dossier.analysis.claims.claims import MOST_NAMES
from dossier.analysis.deriving import derive
from dossier.analysis.findings import Findings
from dossier.analysis.statements import Studied
from dossier.analysis.study import study
from dossier.ingest.reading import read_bytes

SIZE = 8_000
"""Code points of the smaller text."""
GROWTH = 2.2
"""At most so many times the calls for twice the text."""
SLACK = 20_000
"""Calls that say nothing."""

FRENCH = "Le gouvernement a annoncé que la mine de cuivre rouvrira au printemps, après deux ans de travaux. "
PLAIN = "the mine was bought by Asha Ray for 3 million dollars on 5 May 2025 and the men of the town went home "

BAD = {
    "French": FRENCH,
    "Arabic": "أعلنت الحكومة أن المنجم سيفتح في الربيع بعد عامين من العمل. ",
    "Hebrew": "הממשלה הודיעה שהמכרה ייפתח באביב לאחר שנתיים של עבודה. ",
    "Chinese": "政府宣布该矿将在两年后重新开放，他们赢了。",
    "Urdu": "حکومت نے کہا ہے کہ کان دو سال بعد کھلے گی۔ ",
    "letters that a scanner misread": "Tlie rninister s@id tbat 1he c0st w4s $5,O00 rnillion 0f g0ld. ",
    "a list": "- Asha Ray, 5 tonnes\n",
    "a table": "| Asha Ray | 5 | 6.2% |\n",
    "capitals": "THE MINE WAS BOUGHT BY ASHA RAY OF ROE MINING CO. FOR $3 MILLION ON MONDAY. ",
    "no punctuation": PLAIN,
    "one sentence with semicolons": "the old mine gave 5,000 tonnes of ore and Asha Ray sold 300 sheep in May 2025; ",
    "quotation marks": '"',
    "marks of all kinds": "“\"''‘a’«»„",
    "opened quotations": "“I am here and there said Asha Ray. ",
    "a long conversation": '"It is so here," he said, "and that is so," she said. ',
    "speech in speech": "the minister said the president said that the king said ",
    "one figure": "9",
    "long figures": "9" * 400 + " tonnes, 0." + "1" * 400 + " percent, $" + "1" * 400 + ". ",
    "figures": "5,000 tonnes, ",
    "figures of one unit": "the mine sold 5,000 tonnes of ore. ",
    "figures joined": "and 6,000 big fat sheep of the old town ",
    "number words": "one hundred and twenty-",
    "days that are none": "It opened on 31 February 2026, on 30 February and on 45 May 2025. ",
    "months": "May ",
    "years": "2025-",
    "names": "Asha Ray met Omar Khan for five days in Kabul. ",
    "titles": "Gen. Dr. President ",
    "names in brackets": "Roe (ROE) ",
    "relative clauses": "Ray, who ",
    "initials": "J.",
    "hyphened capitals": "AAA-",
    "bylines": "By Asha Ray\n\n",
    "datelines": "KARACHI (Reuters) - The mine opened. \n\n",
    "words parted at line ends": "co-\n",
    "equal sentences": "The mine produced 5,000 tonnes of gold in 2025. ",
    "equal paragraphs": "The mine produced 5,000 tonnes of gold in 2025.\n\n",
    "brackets": "([{",
    "white space": " \n\t\u3000",
    "control characters": "a\0\x1b[31mb\u202e\u200b ",
    "combining marks": "e" + "\u0301" * 50 + " ",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 ",
    "Markdown": "*a* [b](c) > `d` ",
    "elements": "<div><p>a",
}
FILES = ("one.txt", "one.md", "one.html")


def studied(text: str, file: str = "one.txt") -> tuple[str, Findings]:
    reading = read_bytes(text.encode(), file, "one")[1]
    return reading.text, study(reading.text, reading.blocks, "2026-02-12")


def calls(text: str, file: str) -> int:
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        studied(text, file)
    finally:
        sys.setprofile(before)
    return count


def of(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def verified(text: str, found: Findings) -> bool:
    """Whether all that is found is in the text, word for word."""
    spans = [(one.start, one.end) for one in found.names] + [span for one in found.said for span in one.content]
    stated = all(text[one.start : one.end] == one.words for one in found.stated)
    return stated and all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("bad", BAD)
def test_bad_input_is_read_and_studied(bad: str, file: str) -> None:
    for text in (BAD[bad], of(BAD[bad], 3000), f"Mine opens\n\nThe mine opened.\n\n{of(BAD[bad], 3000)}"):
        assert verified(*studied(text, file))


@pytest.mark.parametrize("bad", BAD)
def test_twice_the_text_takes_twice_the_calls(bad: str) -> None:
    studied(of(BAD[bad], SIZE))  # what is read from the data files once is not counted
    half, whole = (calls(of(BAD[bad], size), "one.txt") for size in (SIZE, 2 * SIZE))
    assert whole <= max(SLACK, GROWTH * half)


@pytest.mark.parametrize("language", ["French", "Arabic", "Hebrew", "Urdu"])
def test_another_language_is_read_and_said(language: str) -> None:
    text, found = studied(f"Copper\n\n{of(BAD[language], 2000)}")
    assert found.language is False
    assert len(text) > 1900
    assert derive([Studied("one", text, found)]).foreign == {"one"}


@pytest.mark.parametrize(
    "day",
    ["31 February 2026", "February 31, 2026", "30 February 2026", "31 April 2025", "29 February 2025", "45 May 2025"],
)
def test_a_day_that_is_none_has_no_date(day: str) -> None:
    _, found = studied(f"Mine opens\n\nThe copper mine of the company opened again on {day} after two years of work.")
    days = [date.value for one in found.stated for date in one.dates if len(date.value) > len("2026-02")]
    assert days == []


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", ".", '"', "“", "a", "9", "-", "\u0301", "\U0001f600"])
def test_next_to_nothing_states_nothing(text: str) -> None:
    assert studied(text)[1].stated == ()


def test_a_sentence_of_very_many_words() -> None:
    text = "“" + PLAIN * 2_000 + "9" * 400 + '"' * 10_000
    read, found = studied(text)
    assert verified(read, found)


def test_a_passage_takes_no_more_names_than_one_can_tell() -> None:
    """Each sentence of a paragraph took all the names before it along: 96 million places for 8,000 sentences."""
    _, found = studied(BAD["names"] * 1_000)
    assert found.stated
    assert max(len(one.context) for one in found.stated) <= MOST_NAMES


def test_paragraphs_that_open_with_hyphened_capitals_are_read() -> None:
    """Each pair of letters doubled the time."""
    assert studied(("AAA" + "-AA" * 60 + " opened.\n\n") * 20)[0].count("AAA") == 20
