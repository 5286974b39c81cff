"""Items of a list of figures, told with what the list is about: "The field holds ... 3 million tonnes of zinc".

Figures of one sentence are claims of their own (see ``clauses``). The first item has the subject and
the verb; from the second on they are left out, as in English coordination (Quirk et al., A Comprehensive Grammar of
the English Language, 13.44 ff.), and a reader of the claim alone would not know what it is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from dossier.analysis.attribution.lexemes import has_verb, run_of
from dossier.analysis.claims.clauses import Figure, Span
from dossier.analysis.language.lists import table

LONGEST_LEAD = 160
"""Code points of what a list is about; of a longer one the end is kept."""
LONGEST_LIST = 12
"""Clauses of a sentence that are looked through for what its list is about: it may have ten thousand items."""
FEWEST_WORDS = 2
"""A lead of fewer words says nothing: the list is the subject of its sentence."""
LEFT_OUT = " … "
DETERMINER, COMPLEMENTIZER, INFINITIVE, PARTICIPLE, PREPOSITION = "D", "W", "T", "g", "I"
"""Letters of "the", of "that", of "to", of words in -ing and of "in", see
:mod:`dossier.analysis.attribution.lexemes`."""


def told(
    text: str, spans: Sequence[Span], at: int, figures: Sequence[Figure], lead: str = "", *, denied: bool = False
) -> str:
    """The words of clause ``at`` of ``spans``, after those its sentence leaves out, if it has no verb of its own.

    ``lead`` are words such as "The minister promised" that lead to what is reported, ``denied`` says that they deny it.
    """
    start, end = spans[at]
    words = _closed(" ".join(text[start:end].split()))
    if at == 0:
        return _reported(words, " ".join(lead.split()), denied=denied) if lead else words
    return LEFT_OUT.join((*_left_out(text, spans, at, figures), words))


def _left_out(text: str, spans: Sequence[Span], at: int, figures: Sequence[Figure]) -> list[str]:
    """What clause ``at`` goes on from: an item from the first of its list, a participle from the clause with a verb."""
    near = range(at - 1, max(-1, at - 1 - LONGEST_LIST), -1)
    found = [at]
    if _is_included(text, spans[at]):
        found += [n for n in near if n == 0 or _has_verb(text, spans[n])][:1]
    elif _is_item(text, spans[at]):
        found += [n for n in near if n == 0 or not _is_item(text, spans[n])][:1]
    if _is_participle(text, spans[found[-1]]):
        found += [n for n in near if n < found[-1] and _has_verb(text, spans[n])][:1]
    return [lead for n in reversed(found[1:]) if (lead := _lead(text, spans[n], figures))]


def _is_included(text: str, span: Span) -> bool:
    """Whether it has no verb and begins with a preposition: "including 2,300 in the state"."""
    tags = _tags(text, span)
    return tags.startswith(PREPOSITION) and not has_verb(_hanging().split(tags, 1)[0])


def _is_participle(text: str, span: Span) -> bool:
    """Whether it has a word in -ing and no verb."""
    tags = _tags(text, span)
    return PARTICIPLE in tags and not has_verb(tags)


def _closed(words: str) -> str:
    """Without a comma at the end, and without a quotation mark there that was opened before them."""
    bare = words.rstrip(",;: ")
    for opening, closing in ("“”", '""'):
        if bare.endswith(closing) and bare.count(opening) == (opening == closing):
            bare = bare[:-1].rstrip(",;: ")
    return bare


def _has_verb(text: str, span: Span) -> bool:
    return has_verb(_tags(text, span))


def _tags(text: str, span: Span) -> str:
    """The letters of its words; a quotation that begins with it is no word, and "an estimated" has no verb."""
    start, end = span
    while start < end and text[start] in _OPENED:
        start += 1
    return run_of(text, start, end, 0).tags.replace(f"{DETERMINER}V", DETERMINER)


def stands_alone(words: str) -> bool:
    """Whether words as they are told begin as a sentence does."""
    return not words.lstrip(_OPENED)[:1].islower()


_OPENED = "\"“‘'`"


def _reported(words: str, lead: str, *, denied: bool) -> str:
    """What is reported: a clause without "that", anything else, and what is denied, after the words that lead to it."""
    if denied and len(lead) <= LONGEST_LEAD:
        return f"{lead} {words}"
    opener, _, rest = words.partition(" ")
    letter = table("function_words").get(opener.lower(), "")
    if letter == COMPLEMENTIZER and rest:
        return rest
    is_clause = letter != INFINITIVE and has_verb(run_of(words, 0, len(words), 0).tags)
    return words if is_clause or len(lead) > LONGEST_LEAD else f"{lead} {words}"


def _is_item(text: str, span: Span) -> bool:
    """Whether it is joined as an item of a list and has no verb before a clause that hangs on it ("when it sank")."""
    if _joined().search(text, max(0, span[0] - 6), span[0]) is None:
        return False
    return not has_verb(_hanging().split(_tags(text, span), 1)[0])


@cache
def _hanging() -> re.Pattern[str]:
    """The letters of "when", "which" and "who"."""
    return re.compile("[SwY]")


@cache
def _joined() -> re.Pattern[str]:
    items = "|".join(re.escape(word) for word, joins in table("coordinators").items() if joins == "items")
    return re.compile(rf"\b(?:{items})\s$")


def _lead(text: str, span: Span, figures: Sequence[Figure]) -> str:
    """What stands before the first figure of a clause, without "over" or "about"; empty where that says nothing."""
    at = bisect_left(figures, span[0], key=lambda figure: figure[0])
    figure = figures[at][0] if at < len(figures) and figures[at][0] < span[1] else span[0]
    found = text[span[0] : figure].split()
    for qualifier in sorted(table("qualifiers"), key=len, reverse=True):
        size = qualifier.count(" ") + 1
        if " ".join(found[-size:]).lower() == qualifier:
            found = found[:-size]
            break
    if found and table("function_words").get(found[-1].lower()) == DETERMINER:
        found.pop()
    if len(found) < FEWEST_WORDS or found[-1].endswith((",", ";", ":")):
        return ""
    lead = " ".join(found)
    lead = lead if "”" in lead else lead.lstrip(_OPENED)
    return lead if len(lead) <= LONGEST_LEAD else "… " + lead[-LONGEST_LEAD:].partition(" ")[2]
