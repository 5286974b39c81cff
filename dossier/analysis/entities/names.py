"""The names in one text: people, bodies, places, facilities, events and things.

Names are found by their capitals; where a capital says nothing (the first word of a sentence, a headline in title
case, a text in capitals) a name has to stand somewhere else in the text, or in the lists of known names, too.
The rules are those measured for the project on CoNLL-like news: capitalised runs cut at offices, lists and places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dossier.analysis.entities.agreed_kinds import agreed
from dossier.analysis.entities.bearing import bearing
from dossier.analysis.entities.capitals import Word, capitals
from dossier.analysis.entities.chunks import known_at, names_nothing, pieces, runs
from dossier.analysis.entities.kinds import Guess, guess, sure_kind
from dossier.analysis.entities.named import Named
from dossier.analysis.entities.people import last_name
from dossier.analysis.entities.roles import Office, is_title, office, office_before
from dossier.analysis.entities.starts import is_borne_out, is_plain_start
from dossier.analysis.language.lexicon import heads, is_common, known_names, peoples, plain, shouted_names
from dossier.analysis.language.lists import words
from dossier.model.entity import EntityKind

LONGEST_PERSON = 6
"""Words of a person's name; more are a list or a headline."""


_HEADLINE = 5
"""Words of a block that are nearly all capitalised: then a full stop makes it no sentence."""


class _Piece(NamedTuple):
    """Words of one name, before it is settled whether it is one."""

    words: Sequence[Word]
    role: str
    person: bool
    block: tuple[int, int]


class _Seen(NamedTuple):
    """What stands elsewhere in a text: names, words in small letters, and the surnames of those named in full."""

    names: frozenset[str]
    lower: frozenset[str]
    surnames: frozenset[str]


def find_names(text: str, blocks: Sequence[tuple[int, int]]) -> list[Named]:
    """The names in the blocks of one text (code points), in order, none overlapping."""
    running: list[_Piece] = []
    headlines: list[tuple[tuple[int, int], list[Word]]] = []
    for block in blocks:
        found = capitals(text, *block)
        if _capitals_say_nothing(text, block, found):
            headlines.append((block, found))
        else:
            running.extend(_pieces(text, block, found))
    surnames = frozenset(_surnames_in_headlines(found for _, found in headlines))
    evidence = _evidence(running) | surnames
    lower = frozenset(_lower().findall(text)) if running else frozenset()
    seen = _Seen(evidence, lower, frozenset(_surnames_in_full(evidence)))
    named = agreed(text, [one for piece in running for one in _settled(text, piece, seen)], surnames)
    people = [one for one in named if one.kind is EntityKind.PERSON]
    known = {last_name(plain(one.name).lower()): one.kind for one in people}
    known.update((plain(one.name).lower(), one.kind) for one in named)
    for block, found in headlines:
        named.extend(_in_headline(text, block, found, known))
    return [_borne(text, one) for one in _apart(named)]


def _borne(text: str, one: Named) -> Named:
    return one._replace(**bearing(text, one.start, one.end)._asdict()) if one.kind is EntityKind.PERSON else one


@cache
def _lower() -> re.Pattern[str]:
    return re.compile(r"\b[a-z]{3,}\b")


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3,}")


def _capitals_say_nothing(text: str, block: tuple[int, int], found: Sequence[Word]) -> bool:
    """Whether all words of a block but function words are capitalised, or it is in capitals throughout."""
    if block[1] - block[0] > 400:
        return text[block[0] : block[0] + 400].isupper()
    if len(found) * 3 < text.count(" ", *block):
        return False
    part = text[block[0] : block[1]]
    longer = _letters().findall(part)
    if any(word[0].islower() and word not in words("starters") for word in longer) or not longer:
        return False
    if not part.endswith((".", "!", "”", '"')) or part.isupper():
        return True
    count = part.count(" ") + 1
    return count >= _HEADLINE and len(found) * 10 >= count * 9


class _Pending(NamedTuple):
    """An office that stands alone so far, where it ends, and what it names if no person comes after it."""

    role: str
    end: int
    held: tuple[_Piece, ...]


_NOTHING = _Pending("", -1, ())


def _pieces(text: str, block: tuple[int, int], found: Sequence[Word]) -> Iterator[_Piece]:
    """The names of a block, offices cut off; an office before a comma goes to the name after it."""
    pending = _NOTHING
    for run in runs(found):
        before = text[max(block[0], run[0].start - 5) : run[0].start].lower()
        determined = before.endswith(("the ", "'s ", "’s ")) or run[0].text in peoples()
        for piece in pieces(run, determined):
            found_office = _free(text, piece, office(piece))
            split = tuple(_without_office(text, piece, found_office, block))
            if _takes_office(text, pending, split):
                split = (split[0]._replace(role=pending.role, person=True), *split[1:])
            else:
                yield from pending.held
            if found_office is not None and found_office.end == len(piece) and not found_office.address:
                pending = _Pending(text[piece[0].start : piece[-1].end], piece[-1].end, split)
            else:
                yield from split
                pending = _NOTHING
    yield from pending.held


def _free(text: str, piece: Sequence[Word], found: Office | None) -> Office | None:
    """An office that is no owner and begins no listed name: not that of King's College, nor that of the MS Orla."""
    if found is None or found.end == len(piece):
        return found
    ship = (
        piece[0].text in words("leading_heads") and text[max(piece[0].start - 4, 0) : piece[0].start].lower() == "the "
    )
    if ship or known_at(piece, 0) > found.end:
        return None
    return None if text.startswith(("'s ", "’s "), piece[found.end - 1].end) else found


def _takes_office(text: str, pending: _Pending, split: Sequence[_Piece]) -> bool:
    """Whether the office that stands before, with a comma or white space between, belongs to this name."""
    if not pending.role or not split or split[0].role or not _may_be_person(split[0].words):
        return False
    return text[pending.end : split[0].words[0].start] in (", ", " ")


def _without_office(text: str, piece: Sequence[Word], found: Office | None, block: tuple[int, int]) -> Iterator[_Piece]:
    if found is None:
        trimmed = _without_people(piece)
        if trimmed:
            role = office_before(text, block[0], trimmed[0].start) if _may_be_person(trimmed) else ""
            yield _Piece(trimmed, role, bool(role), block)
        return
    rest = piece[found.end :]
    body = list(_body_before(piece[: found.head]))
    if not rest or all(word.lower in words("portfolios") for word in rest):
        named = body or list(_place_before(piece[: found.head]))
        if len(piece) == 1 and piece[0].lower in words("word_surnames"):
            named = [list(piece)]  # a name perhaps: King, Bishop
        yield from (_Piece(one, "", False, block) for one in (*named, *_field(piece[found.head : found.end])))
        return
    if rest[0].tie not in ("", " ") or (len(rest) > LONGEST_PERSON):
        yield _Piece(list(rest), "", False, block)
        return
    yield from (_Piece(one, "", False, block) for one in body)
    role = "" if found.address else text[piece[0].start : piece[found.end - 1].end]
    if not found.address and text[piece[found.end - 1].end : rest[0].start].startswith("."):
        role += "."
    yield _Piece(list(rest), role, True, block)


def _body_before(run: Sequence[Word]) -> Iterator[list[Word]]:
    """A listed organisation before an office, or a name with a head noun: Apple in Apple CEO Tim Cook."""
    trimmed = _without_people(run)
    while trimmed and trimmed[-1].lower in words("portfolios"):
        trimmed = trimmed[:-1]
    if trimmed and sure_kind(trimmed) is not EntityKind.PLACE:
        yield trimmed


def _field(run: Sequence[Word]) -> Iterator[list[Word]]:
    """What an office without a person is of, if that has a name: CEO of Barclays, not Secretary of State."""
    at = next((n for n, word in enumerate(run) if word.tie in ("of", "for", "to")), 0)
    if not at or any(word.tie not in (" ", "~", "of") for word in run[at + 1 :]):
        return
    field = [run[at]._replace(tie=""), *run[at + 1 :]]
    plainly = all(word.lower in words("portfolios") or is_common(word.lower) for word in field)
    if known_at(field, 0) == len(field) or sure_kind(field) is not None or not plainly:
        yield field


def _place_before(run: Sequence[Word]) -> Iterator[list[Word]]:
    size = known_at(run, 0)
    if size:
        yield list(run[:size])


def _without_people(run: Sequence[Word]) -> list[Word]:
    """The words without leading adjectives of nations, unless they begin a name of a body: American Airlines."""
    at = 0
    while at < len(run) and run[at].tie in ("", " ") and (size := _people_at(run, at)):
        at += size
    rest = list(run[at:])
    if not at:
        return rest
    if not rest or rest[0].tie != " ":
        return []
    named = sure_kind(run) is not None or any(word.text in heads() for word in rest[1:])
    return list(run) if named and rest[0].text not in words("leading_heads") else rest


def _people_at(run: Sequence[Word], at: int) -> int:
    """How many words from ``at`` on are an adjective of a nation, or the name of a kind of people."""
    text = run[at].text
    if " ".join(word.text for word in run[at : at + 2]) in peoples():
        return min(2, len(run) - at)
    if text in peoples():
        return 1
    member = text in words("stop_capitals") and text not in heads()
    return int(member and (len(run) == at + 1 or run[at + 1].text in words("given_names")))


def _may_be_person(name: Sequence[Word]) -> bool:
    return len(name) <= LONGEST_PERSON and sure_kind(name) is None and all(w.tie in ("", " ", "~", "]") for w in name)


def _evidence(found: Iterable[_Piece]) -> frozenset[str]:
    """Names, and last words of people's names, that stand with a capital where it says something."""
    seen: set[str] = set()
    for piece in found:
        whole = len(piece.words) == 2 and (_is_full_name(piece.words, 0) or _is_surely_given(piece.words))
        if not piece.words[0].initial or piece.person or whole:
            seen.add(" ".join(word.text for word in piece.words))
            if piece.person or (len(piece.words) < 4 and sure_kind(piece.words) is None):
                seen.add(piece.words[-1].text)
    return frozenset(seen)


def _settled(text: str, piece: _Piece, seen: _Seen) -> Iterator[tuple[Named, int]]:
    """The name that a piece is, if it is one, and how sure its kind is."""
    name = list(piece.words)
    article = name[0].text in ("The", "A") and text[name[0].end : name[0].end + 1] != "."  # A. J. Smith
    if article and (name[0].initial or len(name) == 1 or known_at(name, 1) == len(name) - 1):
        name = name[1:]
    if len(name) > 1 and _is_party(name, seen):
        name = [name[1].first(), *name[2:]]
    while name and name[0].initial and not piece.person and is_plain_start(name, seen.names, seen.lower):
        name = [one._replace(tie="", initial=n == 0 and len(name) == 2) for n, one in enumerate(name[1:])]
    while len(name) > 2 and name[-1].text in words("postnominals"):
        name.pop()
    if not name or not _is_name(name, piece, seen):
        return
    if (
        len(name) == 1
        and name[0].initial
        and not piece.person
        and not is_borne_out(text, piece.block, name[0], seen.names)
    ):
        return
    start, end = name[0].start, name[-1].end
    written = " ".join(text[start:end].split())
    if written in words("stop_capitals"):
        return
    kind = Guess(EntityKind.PERSON, 2 if len(name) == 1 and piece.role.islower() else 4)
    if not piece.person:
        kind = guess(name, text, piece.block)
    if text[start - 1 : start] == "[" and "]" in written:
        start, written = start - 1, f"[{written}"
    yield Named(start, end, written, kind.kind, piece.role), kind.strength


def _is_party(name: Sequence[Word], seen: _Seen) -> bool:
    """Whether a name known by itself follows what says of which party somebody is: Republican Doe."""
    if name[0].text not in words("parties") or name[1].tie != " " or sure_kind(name) is not None:
        return False
    return " ".join(word.text for word in name[1:]) in seen.names


def _is_name(name: Sequence[Word], piece: _Piece, seen: _Seen) -> bool:
    """Whether the words name something: not one common word, an adjective of a nation or a bare office."""
    word = name[0]
    if piece.person or len(name) > 1:
        whole = " ".join(one.text for one in name)
        return whole not in peoples() and not all(names_nothing(one) for one in name)
    if known_at(name, 0):
        return True
    if word.text in words("stop_capitals") or word.text.rpartition("-")[2] in peoples():
        return False
    if is_title(word):
        return word.text in seen.surnames  # King of Ann King
    if len(word.text) < 2 or (word.text.isupper() and max(map(len, word.text.split("-"))) > _ACRONYM):
        return plain(word.text) in shouted_names()
    if word.text.isupper():
        return not (len(word.text) > 3 and is_common(word.lower))
    return not is_common(word.lower) or (word.text in seen.names and word.lower not in seen.lower)


_ACRONYM = 6
"""Letters of the longest acronym; longer words in capitals are shouted."""


def _surnames_in_full(names: Iterable[str]) -> Iterator[str]:
    """The second words of names that begin with a given name and have two: King of Ann King."""
    for name in names:
        given, _, last = name.partition(" ")
        if last and " " not in last and given in words("given_names"):
            yield last


def _surnames_in_headlines(headlines: Iterable[Sequence[Word]]) -> Iterator[str]:
    """What follows a given name in a headline: it bears out the same word at the beginning of a sentence."""
    for found in headlines:
        for at in range(len(found) - 1):
            if _is_full_name(found, at):
                yield found[at + 1].text


def _in_headline(
    text: str, block: tuple[int, int], found: Sequence[Word], known: Mapping[str, EntityKind | None]
) -> Iterator[Named]:
    """The names in a headline that the text or the lists know, or that begin with a given name."""
    at = 0
    while at < len(found):
        size, kind = _known_headline(text, found, at, known)
        if not size and _is_full_name(found, at):
            size, kind = 2, EntityKind.PERSON
        if size:
            start, end = found[at].start, found[at + size - 1].end
            yield Named(start, end, " ".join(text[start:end].split()), kind)
        at += size or 1


def _is_full_name(found: Sequence[Word], at: int) -> bool:
    """Whether a given name stands at ``at``, and a word after it that is no ordinary one."""
    following = found[at + 1] if at + 1 < len(found) and found[at].text in words("given_names") else None
    return following is not None and following.tie == " " and not is_common(following.lower)


def _is_surely_given(name: Sequence[Word]) -> bool:
    """Whether the first of two words is a given name and nothing else: Luke Pigeon, not Will Power."""
    first, last = name
    return first.text in words("given_names") and last.tie == " " and not is_common(first.lower)


def _known_headline(
    text: str, found: Sequence[Word], at: int, known: Mapping[str, EntityKind | None]
) -> tuple[int, EntityKind | None]:
    """How many words from ``at`` on are a known name, and its kind."""
    best: tuple[int, EntityKind | None] = (0, None)
    for size in range(1, LONGEST_PERSON + 3):
        if at + size > len(found) or (size > 1 and found[at + size - 1].tie in ("", ",")):
            break
        name = plain(" ".join(text[found[at].start : found[at + size - 1].end].split()))
        if name.lower() in known:
            best = size, known[name.lower()]
        elif name in known_names():
            best = size, known_names()[name].kind
        elif name in shouted_names():
            best = size, known_names()[shouted_names()[name]].kind
    return best


def _apart(named: Iterable[Named]) -> list[Named]:
    """In order, the first of two that overlap."""
    kept: list[Named] = []
    for one in sorted(named):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
