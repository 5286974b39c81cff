"""From where the reader is to the next claim, mention, hit or source. Every jump lands on exact words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from dossier.model.claim import Claim
from dossier.model.passage import Passage
from dossier.session.session import Session, View


def next_claim(session: Session, step: int) -> None:
    """Go to the next (1) or previous (-1) piece of evidence in this article, round the end to the start."""
    tab = session.tab
    spans = session.marks(tab.source).claims
    if not len(spans):
        session.notice = "No claims are recorded for this article"
        return
    at = _claim_beside(session, step)
    round_again = "" if 0 <= at < len(spans) else ", round again"
    at %= len(spans)
    session.notice = f"Claim passage {at + 1:,} of {len(spans):,} in this article{round_again}"
    claim, evidence = session.marks(tab.source).evidence[spans.numbers[at]]
    session.focus_evidence(claim, evidence)


def _claim_beside(session: Session, step: int) -> int:
    """The index, among the claims of this article in order, of the one after or before where the reader is."""
    tab = session.tab
    marks = session.marks(tab.source)
    if tab.spot is None:
        return _beside(marks.claims.starts, tab.offset, step, landed=False)
    here = range(bisect_left(marks.claims.starts, tab.spot.start), bisect_right(marks.claims.starts, tab.spot.start))
    for at in here:  # several claims may begin at one place: go through all of them
        claim, evidence = marks.evidence[marks.claims.numbers[at]]
        if claim.id == session.claim and evidence.passage == tab.spot:
            return at + step
    return _beside(marks.claims.starts, tab.spot.start, step, landed=True)


def _beside(
    starts: Sequence[Any], here: int, step: int, *, landed: bool, key: Callable[[Any], int] | None = None
) -> int:
    """The index of the span after or before ``here`` in a sequence sorted by its starts, which ``key`` gives.

    A span that begins at the reading position counts as next, unless the reader has already landed on it.
    """
    if step > 0:
        return (bisect_right if landed else bisect_left)(starts, here, key=key)
    return bisect_left(starts, here, key=key) - 1


def evidence_of_claim(session: Session, k: int, *, other: bool = False) -> None:
    """Go to the k-th piece of evidence, from 1, of the focused claim."""
    claim = session.focused
    if claim is None:
        session.notice = "No claim is focused: press c for the next one"
    elif not 1 <= k <= len(claim.evidence):
        session.notice = f"This claim has {len(claim.evidence)} passages"
    else:
        session.focus_evidence(claim, claim.evidence[k - 1], other=other)


def compare_claim(session: Session) -> None:
    """Show the focused claim's next passage in the other pane: each call goes on to the next one."""
    claim = session.focused
    placed = [e for e in claim.evidence if e.passage] if claim else []
    if claim is None or len(placed) < 2:
        session.notice = "Only one passage states this claim" if claim else "No claim is focused: press c for the next"
        if not session.empty:
            session.other_pane()
        return
    here = session.tab
    others = [e for e in placed if e.source != here.source] or [e for e in placed if e.passage != here.spot]
    spots = [e.passage for e in others]
    shown = session.other_pane().tab.spot
    at = spots.index(shown) + 1 if shown in spots else 0
    at %= len(others)
    session.focus_evidence(claim, others[at], other=True)
    where = "in other sources" if others[at].source != here.source else "in this source"
    session.notice = f"Passage {at + 1} of {len(others)} {where}"


def show_both(session: Session, claim: Claim) -> None:
    """Show a claim in two sources side by side: where they differ most, else in this one and the first other."""
    from dossier.analysis.agreement.agreement import differences

    session.claim = claim.id
    placed = [e for e in claim.evidence if e.passage]
    told = [e for e in placed if e.counts]
    pairs = [(told[one.a], told[one.b]) for one in differences(told)]
    pair = next((pair for pair in pairs if pair[0].source != pair[1].source), None)
    if pair is not None:
        session.focus_evidence(claim, pair[0])
        session.focus_evidence(claim, pair[1], other=True)
        return
    here = [e for e in placed if not session.empty and e.source == session.tab.source]
    if placed:
        session.focus_evidence(claim, (here or placed)[0])
    compare_claim(session)


def next_difference(session: Session, step: int) -> None:
    """Focus the next (1) or previous (-1) claim on which the sources differ, and land on its first passage."""
    differing = [claim for claim in session.dossier.claims if claim.status.differs]
    if not differing:
        session.notice = "The sources differ on no claim"
        return
    ids = [claim.id for claim in differing]
    at = ids.index(session.claim) + step if session.claim in ids else (0 if step > 0 else -1)
    claim = differing[at % len(differing)]
    placed = next((e for e in claim.evidence if e.passage), None)
    if placed is not None:
        session.focus_evidence(claim, placed)
    session.claim = claim.id
    session.notice = f"Difference {at % len(differing) + 1} of {len(differing)}"


def next_mention(session: Session, step: int) -> None:
    """Go to the next mention of the selected entity, in this source and on through the others.

    With no entity selected, the next mention of any selects one.
    """
    tab = session.tab
    marks = session.marks(tab.source)
    here, landed = (tab.spot.start, True) if tab.spot else (tab.offset, False)
    if not session.entity:
        at = _beside(marks.mentions.starts, here, step, landed=landed)
        if 0 <= at < len(marks.mentions):
            session.entity = marks.entities[marks.mentions.numbers[at]]
            session.visit(Passage(tab.source, marks.mentions.starts[at], marks.mentions.ends[at]))
        else:
            session.notice = "No entity is named further on"
        return
    spans = mentions_of(session, session.entity, tab.source)
    at = _beside(spans, here, step, landed=landed, key=itemgetter(0))
    if 0 <= at < len(spans):
        session.visit(Passage(tab.source, *spans[at]))
        return
    source = _next_naming(session, session.entity, step)
    spans = mentions_of(session, session.entity, source) if source else []
    if spans:
        session.visit(Passage(source, *spans[0 if step > 0 else -1]))
    else:
        session.notice = "No source names it"


def _next_naming(session: Session, entity: str, step: int) -> str:
    dossier = session.dossier
    naming = dossier.texts.tally().get(entity, {})
    order = [s.id for s in dossier.sources if s.id in naming]
    if not order:
        return ""
    numbers = [dossier.number[s] for s in order]
    return order[_beside(numbers, dossier.number[session.tab.source], step, landed=True) % len(order)]


def mentions_of(session: Session, entity: str, source: str) -> list[tuple[int, int]]:
    """The (start, end) code points where ``source`` names ``entity``, in order."""
    return session.marks(source).mentions_of(entity)


def focus_entity(session: Session, entity: str, *, other: bool = False) -> None:
    """Select an entity and land on its first mention: in this article if it is there, else where it first is."""
    session.entity = entity
    here = session.tab.source
    naming = session.dossier.texts.tally().get(entity, {})
    for source in (here, *(s.id for s in session.dossier.sources if s.id in naming)):
        spans = mentions_of(session, entity, source)
        if spans:
            session.visit(Passage(source, *spans[0]), other=other)
            return
    session.notice = "No source names it"


def next_source(session: Session, step: int) -> None:
    """Open the next (1) or previous (-1) source in the active pane, round the ends."""
    sources = session.dossier.sources
    at = session.dossier.number[session.tab.source] - 1
    session.visit(Passage(sources[(at + step) % len(sources)].id, 0, 0))


def step_history(session: Session, step: int) -> None:
    """Go back (-1) or forward (1): in the active pane, or among the cards; back from a view to the articles."""
    reading = session.view is View.READING
    if session.pane.step(step) if reading else session.step_card(step):
        return
    if not reading and step < 0:
        session.view = View.READING
    else:
        session.notice = "Nothing further back" if step < 0 else "Nothing further forward"


def toggle_bookmark(session: Session) -> None:
    """Set a bookmark where the reader is, or take it away."""
    here = session.tab.here
    if here in session.bookmarks:
        session.bookmarks.remove(here)
        session.notice = "Bookmark removed"
    else:
        session.bookmarks.append(here)
        session.notice = "Bookmarked: ' lists the bookmarks"
