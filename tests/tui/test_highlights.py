from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.session import marks as bits
from dossier.session.layout import Shelf, plan_screen
from dossier.session.session import Session
from dossier.tui.edges import EdgeDrag
from dossier.tui.widgets.highlights import Highlights

from ..session.made import ALPHA, dossier_of
from .screens import desk

DOSSIER = dossier_of()
SPAN = st.tuples(st.integers(0, len(ALPHA)), st.integers(1, 30)).map(lambda t: (t[0], t[0] + t[1]))
HITS = st.lists(st.integers(0, len(ALPHA)), max_size=12, unique=True).map(
    lambda starts: [(a, min(a + 5, b)) for a, b in pairwise([*sorted(starts), 10**6])]
)


@settings(max_examples=300)
@given(
    st.lists(SPAN, max_size=3).map(tuple),
    st.lists(SPAN, max_size=3).map(tuple),
    HITS,
    st.one_of(st.none(), SPAN),
    st.sampled_from(("", "baker", "munir", "nobody")),
    st.integers(0, len(ALPHA) - 1),
    st.integers(1, 80),
)
def test_pieces_carry_what_covers_each_code_point(
    focus: tuple[tuple[int, int], ...],
    differs: tuple[tuple[int, int], ...],
    hits: list[tuple[int, int]],
    selection: tuple[int, int] | None,
    entity: str,
    start: int,
    size: int,
) -> None:
    marks = Session(DOSSIER).marks("alpha")
    made = Highlights(marks, focus, differs, entity, hits, selection=selection)
    end = min(start + size, len(ALPHA))
    pieces = made.line(start, end)[2]
    assert [(pieces[0][0], pieces[-1][1])] == [(start, end)]
    assert all(a[1] == b[0] for a, b in pairwise(pieces))
    lasting = [(bits.CLAIM, marks.claims), (bits.ENTITY, marks.mentions)]
    passing = [(bits.FOCUS, focus), (bits.DIFFERS, differs), (bits.HIT, hits)]
    passing.append((bits.SELECTED, [selection] if selection else []))
    for first, last, mask in pieces:
        assert first < last
        for n in range(first, last):
            for bit, spans in lasting:
                covered = any(a <= n < b for a, b in zip(spans.starts, spans.ends, strict=True))
                assert bool(mask & bit) == covered
            for bit, given_spans in passing:
                assert bool(mask & bit) == any(a <= n < b for a, b in given_spans)


@given(st.integers(1, 250), st.integers(1, 60), st.integers(-5, 260), st.integers(0, 60), st.integers(-50, 300))
def test_a_dragged_edge_stays_within_bounds(width: int, height: int, x: int, y: int, to: int) -> None:
    shelf = Shelf()
    plan = plan_screen(width, height, shelf)
    edge = EdgeDrag()
    taken = edge.take(x, y, plan)
    assert edge.pull(to, width, shelf) == taken
    for wish, least, most in ((shelf.entities_width, 20, 80), (shelf.claims_width, 26, 100)):
        assert wish == 0 or least <= wish <= most
    edge.let_go()
    assert not edge.pull(to, width, shelf)


async def test_signs_stand_beside_the_lines_of_claims(vale: Path) -> None:
    async with desk(vale) as at:
        await at.press("c", "c")
        lines = at.lines()
        assert any("▸≈ The work costs $1.3" in line for line in lines)
        assert any(" · " in line and "200 berths" in line for line in lines)
        assert any("▸" in line and "The work on the harbour" in line for line in lines)


async def test_the_mention_and_the_hit_one_is_on_stand_out(vale: Path) -> None:
    async with desk(vale) as at:

        def marked() -> str:
            style = at.reading.look.mark(bits.ENTITY | bits.ENTITY_FOCUS | bits.SPOT)
            strips = at.reading._compositor.render_strips()
            return "".join(s.text for strip in strips for s in strip if s.style and s.style.bgcolor == style.bgcolor)

        await at.press("e")
        first = marked()
        assert first
        assert first == at.spot
        await at.press("c")
        assert not marked()
        await at.press("slash", *"the", "enter")
        assert marked() == at.spot
