"""Page furniture: share buttons, links to other articles, notices, appeals for money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.ingest.phrases import fold, phrases, words

LONGEST = 240
"""Code points of a line that can be page furniture; a longer one is running text."""

LONGEST_APPEAL = 180
"""Code points of one line of an appeal for money."""

RUN = 12
"""Lines an appeal for money can have."""

_TOKEN = re.compile(r"[\w'-]+")
_ICON = re.compile(r"(?:icon|fa|social|share|btn)[-_]\w+|\w+[-_](?:icon|logo|share)")
_FOLLOW = re.compile(
    r"(?:you can |please )?(?:follow|find|join|connect with) (?:[^\s,.]+ ){1,7}?(?:on|at) (?:our )?(\w+)"
)
_PUBLISHED_IN = re.compile(r"(?:first |originally )?published (?:in|by) ")
_NOTICE = re.compile(r"(?:^\W*(?:copyright|\(c\))|©).{0,120}\b(?:19|20)\d\d\b|\ball rights reserved\W*$")
_NOTICED = ("copyright", "(c)", "©", "all rights reserved")
"""What every notice has in it: most lines have not, and need not be looked at closely."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|https?: / ?/ ?\S")
"""An address alone on its line; with spaces in it, as a machine that takes text apart into words leaves it, too."""
_APART = re.compile(r"[^\W_] [^\W_]")
_SPEECH = re.compile(r"[\"“”«»]|''")
_ADDRESSED = re.compile(r"\byour?\b")
_FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours|you|your|yours|donate|subscribe|support|give|join)\b")


def is_boilerplate(text: str) -> bool:
    """Whether a line is furniture of the page it was taken from, whatever stands around it."""
    if len(text) > LONGEST:
        return False
    folded = fold(text)
    bare = _bare(folded)
    if not bare or bare in words("lines") or _is_notice(folded) or is_address(folded):
        return True
    if folded.startswith(phrases("openings")) and not _SPEECH.search(folded):
        return True
    followed = _FOLLOW.match(folded)
    if followed and followed[1] in words("networks"):
        return True
    return _is_buttons(folded) or _PUBLISHED_IN.match(folded) is not None


def _bare(text: str) -> str:
    """Without the signs at both ends."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def _is_notice(folded: str) -> bool:
    return any(sign in folded for sign in _NOTICED) and _NOTICE.search(folded) is not None


def is_address(text: str) -> bool:
    """Whether a line is nothing but an address: spaces in it stand beside signs."""
    return _ADDRESS.match(text) is not None and _APART.search(text) is None


def is_appeal(text: str) -> bool:
    """Whether a line asks the reader for money: in the publisher's own voice, not in a report of one."""
    if len(text) > LONGEST_APPEAL:
        return False
    folded = fold(text)
    if _SPEECH.search(folded):
        return False
    starts = _appeals()
    for token in dict.fromkeys(_TOKEN.findall(folded)):
        for phrase in starts.get(token, ()):
            at = folded.find(phrase)
            if at >= 0:
                before = folded[:at].rstrip()
                addressed = folded.endswith((":", "!")) or _ADDRESSED.search(folded) is not None
                return addressed or not before or before[-1] in ",:;!?.—–"
    return False


@cache
def _appeals() -> dict[str, list[str]]:
    """The phrases of appeals by their first word, so that a line is only searched for those it may hold."""
    starts: dict[str, list[str]] = {}
    for phrase in phrases("appeals"):
        starts.setdefault(_TOKEN.findall(phrase)[0], []).append(phrase)
    return starts


def appeal_end(texts: Sequence[str], gaps: Sequence[int], start: int, usual_gap: int) -> int:
    """The index after the last line of the appeal for money that starts at ``start``.

    It runs on over short lines to the next gap wider than usual (in blank lines). Where no such gap closes it,
    it ends with the last line in the first or second person, since short paragraphs of the report may follow.
    """
    end = own = start + 1
    bridged = True
    while end < len(texts) and end - start < RUN and len(texts[end]) <= LONGEST_APPEAL:
        if gaps[end] > usual_gap or _SPEECH.search(texts[end]):
            break
        personal = _FIRST_PERSON.search(fold(texts[end])) is not None
        bridged = bridged and (personal or texts[end][-1] not in ".?")
        end += 1
        own = end if bridged and personal else own
    return end if end < len(texts) and gaps[end] > usual_gap else own


def _is_buttons(folded: str) -> bool:
    """Whether every word names a network or stands on a share button, and one at least names a network."""
    tokens: list[str] = []
    networks = 0
    for found in _TOKEN.finditer(folded):  # most lines are told by their first word
        tokens.append(found[0])
        names_network = _ICON.fullmatch(found[0]) is not None or found[0] in words("networks")
        networks += names_network
        if len(tokens) > _BUTTONS or not (names_network or found[0] in words("buttons")):
            return False
    return networks > 1 or (networks == 1 and (len(tokens) > 1 or "-" in tokens[0]))


_BUTTONS = 20
"""Words of a row of buttons at most."""
