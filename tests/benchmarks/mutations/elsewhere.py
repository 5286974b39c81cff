"""The words stay as they are; what is around them, or where they stand, does not."""

from __future__ import annotations

from random import Random

from dossier.model.passage import Anchor
from tests.benchmarks.mutations.case import Case, Mutation, Passage

_PREPENDED = 5000


def prepended(passage: Passage, _: Random) -> Case | None:
    """Five thousand characters of another text before it: the exact words stand at another offset, so it has moved."""
    filler = (passage.other * (_PREPENDED // max(len(passage.other), 1) + 1))[: _PREPENDED - 2] + "\n\n"
    if passage.quote in filler:
        return None
    return _shifted(passage, filler + passage.text, len(filler))


def edited_before(passage: Passage, random: Random) -> Case | None:
    """A sentence more in a paragraph before it."""
    at = passage.text.find("\n\n")
    if not 0 <= at < passage.paragraph[0] - 1:
        return None
    more = " One more sentence stands here" + " now" * random.randint(1, 5) + "."
    return _shifted(passage, passage.text[:at] + more + passage.text[at:], len(more))


def edited_after(passage: Passage, _: Random) -> Case | None:
    """A sentence more after its paragraph: every offset before that holds."""
    end = passage.paragraph[1]
    return _shifted(passage, f"{passage.text[:end]}\n\nOne more sentence stands here.{passage.text[end:]}", 0)


def neighbours_rewritten(passage: Passage, _: Random) -> Case | None:
    """Everything of the paragraph but the sentence is new, in the same number of characters."""
    (first, last), (start, end) = passage.paragraph, passage.sentence
    if last - first == end - start:
        return None
    before = _filled(passage.other, start - first)
    after = _filled(passage.other[::-1], last - end)
    text = passage.text[:first] + before + passage.text[start:end] + after + passage.text[last:]
    return _shifted(passage, text, 0) if text.count(passage.quote) == 1 else None


def _filled(other: str, length: int) -> str:
    return (" ".join(other.split()) * (length // max(len(other), 1) + 2))[: max(length - 1, 0)] + " " * (length > 0)


def moved_to_end(passage: Passage, _: Random) -> Case | None:
    """The paragraph becomes the last one."""
    first, last = passage.paragraph
    if not passage.text[last:].strip():
        return None
    rest = f"{passage.text[:first]}{passage.text[last:].lstrip()}".rstrip() + "\n\n"
    return _shifted(passage, rest + passage.text[first:last], len(rest) - first)


def moved_to_start(passage: Passage, _: Random) -> Case | None:
    """The paragraph becomes the first one."""
    first, last = passage.paragraph
    if first == 0:
        return None
    text = f"{passage.text[first:last]}\n\n{passage.text[:first].rstrip()}{passage.text[last:]}"
    return _shifted(passage, text, -first)


def duplicated_quote(passage: Passage, _: Random) -> Case | None:
    """The words alone stand once more at the end of the text: their surroundings tell which are meant."""
    return _shifted(passage, f"{passage.text}\n\nAs was said above: {passage.quote} and so on.", 0)


def duplicated_before(passage: Passage, _: Random) -> Case | None:
    """The words alone stand once more at the start of the text."""
    more = f"In short: {passage.quote} and so on.\n\n"
    return _shifted(passage, more + passage.text, len(more))


def duplicated_paragraph(passage: Passage, _: Random) -> Case | None:
    """The paragraph stands twice. Where prefix and suffix lie within it, nothing tells the copies apart."""
    first, last = passage.paragraph
    text = f"{passage.text[:last]}\n\n{passage.text[first:]}"
    within = len(passage.selector.prefix) <= passage.start - first
    within = within and len(passage.selector.suffix) <= last - passage.end
    if not within and not _tells(passage, text):
        return None
    return Case(passage.selector, text, Anchor.AMBIGUOUS if within else Anchor.FOUND, passage.start, passage.end)


def _tells(passage: Passage, text: str) -> bool:
    """Whether the first copy alone has the whole prefix and suffix around it."""
    words = passage.selector.prefix + passage.quote + passage.selector.suffix
    return text.count(words) == 1 and text.find(words) == passage.start - len(passage.selector.prefix)


def duplicated_text(passage: Passage, _: Random) -> Case | None:
    """The whole text stands twice, after something else: not even the offset is left."""
    head = "Two copies of one article follow.\n\n"
    start = passage.start + len(head)
    text = f"{head}{passage.text}\n\n{passage.text}"
    words = passage.selector.prefix + passage.quote + passage.selector.suffix
    if text.count(words) != 2:
        return None
    return Case(passage.selector, text, Anchor.AMBIGUOUS, start, start + len(passage.quote))


def by_hand(passage: Passage, random: Random) -> Case | None:
    """Words that were noted without offset and surroundings cannot have moved."""
    case = prepended(passage, random)
    return case and case._replace(
        selector=case.selector._replace(prefix="", suffix="", start=None), anchor=Anchor.FOUND
    )


def _shifted(passage: Passage, text: str, by: int) -> Case:
    anchor = Anchor.MOVED if by else Anchor.FOUND
    return Case(passage.selector, text, anchor, passage.start + by, passage.end + by)


ELSEWHERE: dict[str, Mutation] = {
    "5,000 characters before": prepended,
    "5,000 characters before, quote by hand": by_hand,
    "edited before": edited_before,
    "edited after": edited_after,
    "paragraph rewritten around it": neighbours_rewritten,
    "paragraph moved to the end": moved_to_end,
    "paragraph moved to the start": moved_to_start,
    "words repeated at the end": duplicated_quote,
    "words repeated at the start": duplicated_before,
    "paragraph duplicated": duplicated_paragraph,
    "text duplicated": duplicated_text,
}
