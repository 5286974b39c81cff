"""Statements of different sources that give a figure of the same thing, however differently they are worded.

Two sentences about one loan may share little but the sum and the borrower: words alone do not bring them together.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from dossier.analysis.agreement.figures import common, narrow, overlap, same_figure, same_thing, shown
from dossier.analysis.alignment.alignment import Aligner, Match, Statement
from dossier.analysis.alignment.frequencies import SMALL, Size, sizes

CROWDED = 60
"""Statements with a figure of one kind and size beyond which such a figure tells nothing apart."""
ALIKE = 1.6
"""Times one figure may be the other and still be another rounding of it, whatever "up to" and "over" leave open."""
SAME, NEAR = 0.2, 0.1
"""What figures that may be the same, and figures of the same named thing, add to the score of their statements."""


def figure_matches(aligner: Aligner, statements: Mapping[int, Statement]) -> list[Match]:
    """Pairs that name an entity in common and give figures of the same unit that may be the same, with their scores."""
    found: dict[tuple[int, int], Match] = {}
    for size, bucket in _by_size(statements).items():
        if max(len(bucket), aligner.holders(size)) > CROWDED:
            continue
        for a, b in combinations(sorted(bucket), 2):
            one, other = statements[a], statements[b]
            if one.source == other.source or (a, b) in found or not set(one.entities) & set(other.entities):
                continue
            added, why = _added(one, other)
            if added:
                match = aligner.score(a, b)
                reasons = (("figure", why, added), *match.reasons)
                found[a, b] = Match(match.a, match.b, min(1.0, match.score + added), reasons)
    return list(found.values())


def _by_size(statements: Mapping[int, Statement]) -> dict[Size, set[int]]:
    """Statements by the unit and the size of their figures."""
    found: dict[Size, set[int]] = {}
    for number, statement in statements.items():
        for size in sizes(statement.figures):
            found.setdefault(size, set()).add(number)
    return found


def _added(one: Statement, other: Statement) -> tuple[float, str]:
    """How much the figures speak for one claim, and which; nothing when they are of other things."""
    best, why = 0.0, ""
    for a in one.figures:
        for b in other.figures:
            if a.unit != b.unit or not (a.unit or min(a.value, b.value) >= SMALL):
                continue
            named = bool(a.thing and b.thing and same_thing(a.thing, b.thing))
            told = same_figure(a, b) or (narrow(a) and narrow(b))
            exact = (told or named) and overlap(a, b) and max(a.value, b.value) <= ALIKE * min(a.value, b.value)
            added = SAME if exact and (named or (a.unit and not common(a))) else NEAR if named else 0.0
            if added > best:
                best, why = added, " and ".join(dict.fromkeys((shown(a), shown(b))))
    return best, why
