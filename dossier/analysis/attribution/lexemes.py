"""Words of a block with what each does in a sentence: the small grammar that attribution reads.

A quotation stands as one word in the run around it: that keeps the sentence around a quotation whole, and what somebody
is quoted as saying that others say is no attribution of the article. Every word gets one letter, so that regular
expressions over letters can find phrases; the letters are in ``data/en/function_words.txt``, and besides those:

A name, n other word, d word in -ed, g word in -ing, 0 number, V cue verb, U cue noun or either, J cue adjective,
q quotation, s quotation of few words, ' possessive, and punctuation as itself.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.analysis.language.lists import entries, table, words
from dossier.analysis.sentences.quoting import quoted_spans

SHORT = 5
"""A quotation of at most so many words may be part of a phrase rather than speech."""

_KINDS = {"v": "V", "n": "U", "b": "U", "a": "J"}
_TITLE_SHARE = 0.65
"""Above this share of capitals among the longer words, a block is set in title case."""


class Cue(NamedTuple):
    """What is known of a word that can be a cue: the share of its occurrences that are, its letter and its stem."""

    share: float
    letter: str
    stem: str


class Run(NamedTuple):
    """Words in order, each with its place in the text (code points), and the sentences as ranges of words."""

    tags: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    sentences: list[tuple[int, int]]
    title: bool
    block: int

    @property
    def quotations(self) -> list[int]:
        """The words that stand for quotations."""
        return [match.start() for match in _quotation().finditer(self.tags)]


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile("[qs]")


@cache
def cue_words(language: str = "en") -> dict[str, Cue]:
    """The words of ``cues.txt``. Do not change what is returned."""
    found = {}
    for word, value in table("cues", language).items():
        share, kind = value.split()
        found[word] = Cue(float(share), _KINDS[kind], _stem(word, language))
    return found


def _stem(word: str, language: str) -> str:
    """A word without its ending, so that the forms of a verb have their coefficients in common."""
    for ending in entries("cue_endings", language):
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST + 1 and word[-1] == word[-2] else word


@cache
def _hours() -> frozenset[str]:
    """ "a.m.": such abbreviations end a sentence before a capital, unless a day or a time zone follows."""
    return frozenset(f"{word}." for word, kind in table("abbreviations").items() if kind == "time" and "." in word)


_SHORTEST = 2
"""Letters a stem has at least, and one more."""


@cache
def _letters(language: str = "en") -> dict[str, str]:
    known = {word: cue.letter for word, cue in cue_words(language).items()}
    known.update(table("function_words", language))
    return known


@cache
def _pattern() -> re.Pattern[str]:
    words = r"(?:[A-Za-z]\.){2,}|(?:[A-Z]['’](?=[A-Z]))?[^\W\d_]+(?:-[^\W_]+(?:\.\d+)?)*|['’](?:s|t|re|ve|ll|d|m)(?!\w)"
    numbers = r"\d+(?:-[^\W_]+)+|[$€£]?\d[\d.,]*\d%?|[$€£]?\d%?"
    # With the space after it, or the engine would look for a word there.
    return re.compile(rf"({words}|{numbers}|--|\S) ?")


@cache
def _verbal() -> re.Pattern[str]:
    """A word that may be noun or verb where only a verb can stand."""
    return re.compile("(?<=[PFMTNY])U|(?<=[An])U(?=[DGPOF])")


@cache
def _attributive() -> re.Pattern[str]:
    """A verb between an article or a possessive and a noun: "his accused killer", "the expected result"."""
    return re.compile("(?<=[DG])V(?=[nUA])")


def run_of(text: str, start: int, end: int, block: int) -> Run:
    """The words of a block, which stands between two places of a text in code points."""
    return _Builder(text, block).outer(start, end, quoted_spans(text, start, end))


def common(run: Run, at: int) -> str:
    """A word as a trait: itself, or its letter where it is a name, a number or a quotation, of which every article has
    its own."""
    letter = run.tags[at]
    return letter if letter in "A0qs" else run.words[at]


def has_verb(tags: str) -> bool:
    """Whether there is a verb, an auxiliary or a participle among the letters of some words."""
    return not _VERBAL.isdisjoint(tags)


_VERBAL = frozenset("VvBMHd")


@lru_cache(maxsize=1 << 15)
def _form(word: str) -> tuple[str, bool, str, str, str]:
    """A word in lower case, whether it has a capital, and its letter: usually, as a capital inside a sentence, and
    in a title. The letters are empty for punctuation, which depends on what is before it."""
    lower = word.lower()
    first = lower[0]
    if not first.isalnum():
        letter = "0" if len(lower) > 1 and first in "$€£" else ""
        return lower, False, letter, letter, letter
    if first.isdigit():
        return lower, False, "0", "0", "0"
    capital = word[0] != first
    letter = _letters().get(lower, "")
    if not capital:
        if not letter:
            letter = (
                "d" if lower.endswith("ed") else "g" if lower.endswith("ing") else "R" if lower.endswith("ly") else "n"
            )
        return lower, False, letter, letter, letter
    if not letter:
        return lower, True, "A", "A", "A"
    shouted = len(word) > 1 and word.isupper() and not lower.isupper()
    named = letter if letter == "K" or (letter not in "VUJvRPn" and not shouted) else "A"
    return lower, True, letter, named, letter


class _Builder:
    def __init__(self, text: str, block: int) -> None:
        self.text = text
        self.block = block
        self.tags: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.breaks: list[int] = [0]
        self.pending = False
        self.title = False

    def outer(self, start: int, end: int, quotations: list[tuple[int, int]]) -> Run:
        """The block with each quotation as one word."""
        self.title = _title_case(self.text[start:end]) if end - start < 250 else False
        at = start
        for opened, closed in quotations:
            self.add(at, opened)
            self._quotation(opened, closed)
            at = closed
        self.add(at, end)
        return self.finish()

    def finish(self) -> Run:
        """What was added, as one run."""
        bounds = [*dict.fromkeys(self.breaks), len(self.tags)]
        sentences = [(a, b) for a, b in itertools.pairwise(bounds) if b > a]
        tags = _verbal().sub("V", "".join(self.tags))
        return Run(
            _attributive().sub(self._participle, tags),
            self.starts,
            self.ends,
            self.words,
            sentences,
            self.title,
            self.block,
        )

    def _participle(self, found: re.Match[str]) -> str:
        """The letter of a verb before a noun; after "some" it is one all the same: "some warned prices would rise"."""
        at = found.start()
        before = self.tags[at - 1] == "G" or self.words[at - 1] in words("articles")
        return "d" if before and self.words[at].endswith("ed") else found[0]

    def _quotation(self, opened: int, closed: int) -> None:
        text = self.text
        if self.pending:
            self.breaks.append(len(self.tags))
            self.pending = False
        inside = text[opened:closed].strip("\"“”'‘’ ")
        self.tags.append("s" if inside.count(" ") < SHORT and not inside.endswith((".", "?", "!", ",")) else "q")
        self.starts.append(opened)
        self.ends.append(closed)
        self.words.append('"')
        self.pending = inside.endswith((".", "?", "!"))

    def add(self, start: int, end: int) -> None:
        """Reads the words between two places that hold no quotation."""
        tags, starts, ends, forms = self.tags, self.starts, self.ends, self.words
        first = not tags or self.breaks[-1] == len(tags)
        title, pending, hours = self.title, self.pending, _hours()
        for match in _pattern().finditer(self.text, start, end):
            word = match[1]
            lower, capital, tag, named, titled = _form(word)
            at = match.start()
            if pending:
                first = self._begins(word, capital, at)
                pending = self.pending
            if capital:
                if lower == "a" and self.text[at + 1 : at + 2] == ".":
                    tag = "A"  # A. J. Smith
                elif title:
                    tag = titled
                elif not first:
                    tag = named
            elif lower in hours:
                pending = self.pending = True
            elif not tag:
                tag = self._mark(lower)
                if tag == ".":
                    if lower == "." and (self._abbreviated(at) or self._within_code(at)):
                        continue
                    pending = self.pending = True
            tags.append(tag)
            starts.append(at)
            ends.append(at + len(word))
            forms.append(lower)
            first = False

    def _begins(self, word: str, capital: bool, at: int) -> bool:
        """Whether a word after the end of a sentence begins the next."""
        if word in ")]’'\"":
            return False
        self.pending = False
        if word in ",;:":
            return False
        if not capital and word[0].isalnum() and not word[0].isdigit():
            return False
        if capital and self._goes_on(at):
            return False
        if self.words[-1] in _hours():
            if word.lower() in words("date_parts"):
                return False
            self.tags[-1] = "."
        self.breaks.append(len(self.tags))
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether a sentence goes on after a quotation that ends like one: "Is it?" Ms. Doe asked."""
        if not self.tags or self.tags[-1] not in "qs" or self.text[self.ends[-1] - 2 : self.ends[-1] - 1] == ".":
            return False
        after = re.match(r"(?:[^\W\d_]+[.]? ?){1,4}", self.text[at : at + 60])
        cues = cue_words()
        return after is not None and any(
            word.strip(".") in cues and cues[word.strip(".")].share > 0.5 for word in after[0].split()[1:]
        )

    def _abbreviated(self, at: int) -> bool:
        if not self.words or self.ends[-1] != at:
            return False
        last = self.words[-1]
        if len(last) == 1 and last.isalpha() and last != "i":
            return self.tags[-1] == "A"
        return last.rpartition("-")[2] in words("titles_short") and self.text[self.starts[-1]].isupper()

    def _within_code(self, at: int) -> bool:
        """Whether a full stop stands within what is no word: the "(HLDN.L)" of a share."""
        if not self.words or self.ends[-1] != at:
            return False
        start, after = self.starts[-1], self.text[at + 1 : at + 2]
        return (
            at - start > 1 and self.text[start - 1 : start] == "(" and self.text[start:at].isupper() and after.isalpha()
        )

    def _mark(self, lower: str) -> str:
        if lower[0] in "'’":
            if lower[1:] == "s":
                last = self.tags[-1] if self.tags else ""
                return "B" if last in ("P", "W", "w", "Y", "R") else "'"
            if len(lower) > 1:
                return _letters().get("'" + lower[1:], "'")
            return "'"
        if lower in ("--", "—", "–", "-"):
            return "-"
        if lower in "!?…":
            return "."
        if lower in "[(":
            return "("
        if lower in "])":
            return ")"
        return "&" if lower == "/" else lower if lower in ".,;:&$" else "#"


def _title_case(line: str) -> bool:
    longer = [word for word in line.split() if len(word) > 3]
    return len(longer) > 3 and sum(
        word[:1].isupper() or not word[:1].isalpha() for word in longer
    ) > _TITLE_SHARE * len(longer)
