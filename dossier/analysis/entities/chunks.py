"""Runs of capitalised words, cut where one name ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dossier.analysis.entities.capitals import Word
from dossier.analysis.entities.people import is_given_and_surname
from dossier.analysis.entities.roles import is_title
from dossier.analysis.language.lexicon import broad_heads, countries, heads, is_common, known_names, peoples, plain
from dossier.analysis.language.lists import table, words

LONGEST_RUN = 30
"""Words of a run; a longer one is a list or in capitals, and is cut."""


def runs(found: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that are tied to each other in any way but by a comma, words of the calendar left out."""
    run: list[Word] = []
    for at, word in enumerate(found):
        apart = not word.tie or word.tie in ",]" or len(run) >= LONGEST_RUN
        if run and apart and not (len(run) < LONGEST_RUN and (_lasts(run[-1], word) or _is_of_list(run, found, at))):
            yield run
            run = []
        if _is_stop(found, at):
            if run:
                yield run
            run = []
            continue
        run.append(word if run else word.first())
    if run:
        yield run


def _lasts(before: Word, word: Word) -> bool:
    """Whether a comma or bracket stands within a name: Washington, D.C.; [Donald] Trump."""
    if word.tie == "]":
        return before.text in words("given_names")
    return word.tie == "," and plain(f"{before.text}, {word.text}") in known_names()


def _is_of_list(run: Sequence[Word], found: Sequence[Word], at: int) -> bool:
    """Whether a comma stands in what an office or a body is for: Minister for Labour, Energy and the Environment."""
    fields = words("portfolios")
    if found[at].tie != "," or run[-1].lower not in fields or all(word.tie not in ("of", "for") for word in run[1:]):
        return False
    while at < len(found) and found[at].tie in (",", " ") and found[at].lower in fields:
        at += 1
    return at < len(found) and found[at].tie in ("and", "and the") and found[at].lower in fields


def _is_stop(found: Sequence[Word], at: int) -> bool:
    """Whether a word begins a sentence or belongs to the calendar rather than to a name."""
    word = found[at]
    following = found[at + 1] if at + 1 < len(found) and found[at + 1].tie == " " else None
    if len(word.text) == 1 and following is not None and following.start - word.end > 1:
        return False  # an initial with a stop: A. J. Smith
    if word.text in ("The", "A") and not word.initial:
        return following is None
    low = plain(word.lower)
    function = (low.partition("'")[0] if "'" in low else low) in words("starters")
    function = function and (len(word.text) == 1 or not word.text.isupper()) and not known_at(found, at)
    if function and (word.initial or len(word.text) < 3):
        return True
    if word.text not in words("stop_capitals") or word.text in peoples():
        return False
    if following is not None and following.text[:1].isupper():
        return following.text not in heads() and word.text in _calendar()
    return word.tie == "" or (word.tie == " " and word.text in _calendar())


def _calendar() -> frozenset[str]:
    return words("calendar")


def spelled(name: Sequence[Word]) -> str:
    """The words of a name with what ties them, white space made even."""
    if len(name) == 1:
        return name[0].text
    rest = ((" " if one.tie == " " else ", " if one.tie == "," else f" {one.tie} ") + one.text for one in name[1:])
    return name[0].text + "".join(rest)


def known_at(run: Sequence[Word], at: int) -> int:
    """How many words from ``at`` on make the longest listed name; 0 for none."""
    reach = _reach().get(plain(run[at].text), 0) if at < len(run) else 0
    names = known_names()
    for size in range(min(reach, len(run) - at), 0, -1):
        if plain(spelled(run[at : at + size])) in names:
            return size
    return 0


@cache
def _reach() -> dict[str, int]:
    """How many capitalised words the longest listed name has that begins with a word."""
    reach: dict[str, int] = {}
    for name in known_names():
        count = sum(not part.islower() for part in name.split())
        first = name.replace(",", "").split(" ")[0]
        reach[first] = max(reach.get(first, 0), count)
    return reach


def pieces(run: Sequence[Word], determined: bool) -> Iterator[list[Word]]:
    """The names in a run of words; ``determined`` if an article or a possessive stands before it."""
    start = 0
    for at in range(1, len(run)):
        tie = run[at].tie
        left, right = run[start:at], run[at:]
        keeps = (
            tie in (" ", "&", ",", "]")
            or (tie == "~" and _takes_particle(left, right))
            or (tie == "of" and _takes_of(left, right))
            or (tie in ("for", "to") and _takes_for(left, tie))
            or (tie == "and" and _takes_and(left, right, determined))
            or (tie == "and the" and any(word.tie == "," for word in left))  # of a list of fields
        )
        if not keeps:
            yield from _apart(left)
            start = at
    yield from _apart(run[start:])


def _apart(run: Sequence[Word]) -> Iterator[list[Word]]:
    """Two places side by side are two names, unless a head noun after them makes them one."""
    run = [run[0].first(), *run[1:]]
    first = known_at(run, 0)
    if 0 < first < len(run) and run[first].tie == " " and known_at(run, first) and _all_places(run):
        yield list(run[:first])
        yield from _apart(run[first:])
    elif 0 < first == len(run) - 1 and run[-1].text in words("stop_capitals") and run[-1].text not in heads():
        yield list(run[:first])
    elif len(run) > 2 and run[1].tie == " " and known_at(run, 1) == len(run) - 1 and not _begins_body(run[0]):
        yield [run[0]]
        yield [run[1].first(), *run[2:]]
    else:
        yield run


def _begins_body(word: Word) -> bool:
    """Whether a word before a listed name may be part of it: no surname as in the Obama White House."""
    name = word.text
    return is_common(word.lower) or plain(name) in known_names() or name in peoples() or name in words("given_names")


def _all_places(run: Sequence[Word]) -> bool:
    at = 0
    names = countries()
    while at < len(run):
        size = known_at(run, at)
        if not size or plain(" ".join(word.text for word in run[at : at + size])) not in names:
            return at > 0 and all(is_common(word.lower) and word.text not in heads() for word in run[at:])
        at += size
    return True


def _takes_particle(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """A particle belongs to a person: Ursula von der Leyen; not after a place or a body."""
    return left[-1].text not in heads() and plain(left[-1].text) not in known_names()


def _takes_of(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether "of" joins two words of one name: not after a place or a person, seldom before a country."""
    if spelled([*left, right[0]]) in words("stop_capitals"):
        return True
    if known_at([*left, *right], 0) > len(left):
        return True
    if is_given_and_surname([word.text for word in left]):
        return False  # Michael Power of Beacon
    if left[-1].text in heads() or is_title(left[-1]):
        return True
    if known_at(left, 0) == len(left) or left[0].text in words("given_names") or left[-1].text in peoples():
        return False
    return is_common(left[-1].lower)


def _takes_for(left: Sequence[Word], tie: str) -> bool:
    """Bodies and offices are for something, only offices to something: Ambassador to Alpha."""
    return any((tie == "for" and word.text in heads()) or word.lower in words("roles") for word in left)


def _takes_and(left: Sequence[Word], right: Sequence[Word], determined: bool) -> bool:
    """Whether "and" joins two words of one name: Bureau of South and Central Asian Affairs."""
    whole = [*left, *right]
    if known_at(whole, 0) > len(left):
        return True
    end = next((n for n in range(1, len(right)) if right[n].tie != " "), len(right))
    group = right[:end]
    inner = next((n for n in range(len(left) - 1, 0, -1) if left[n].tie in ("of", "for")), 0)
    if inner:
        broad = any(word.text in broad_heads() or word.lower in words("roles") for word in left[:inner])
        return broad and not known_at(left, inner) and not known_at(group, 0)
    if len(left) > _LONG_FIELD or any(word.tie not in ("", " ") for word in left):
        return False
    if len(left) > 2:
        return group[-1].text in heads() and all(is_common(word.lower) for word in (*left, *group))
    if known_at(left, 0) or known_at(group, 0) or left[-1].text in heads():
        return False
    common = all(is_common(word.lower) for word in left) and is_common(group[0].lower)
    return len(group) > 1 and group[-1].text in heads() and (determined or common)


_LONG_FIELD = 4
"""Words before "and" in the longest name of a body: National Disaster Risk Reduction and Management Authority."""


def names_nothing(word: Word) -> bool:
    """Whether a word with a capital is no part of a name: of a nation, or an article or number in ONE AUSTRALIAN."""
    if word.text in words("stop_capitals") or not peoples().isdisjoint((word.text, word.text.title())):
        return True
    return word.text.isupper() and (word.lower in words("articles") or word.lower in table("number_words"))
