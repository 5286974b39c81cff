from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.session.layout import MOST_PANES, SMALLEST_PANE, Box, Shelf, divide, plan_screen, side_widths

shelves = st.builds(
    Shelf,
    entities=st.booleans(),
    claims=st.booleans(),
    entities_width=st.one_of(st.just(0), st.integers(1, 120)),
    claims_width=st.one_of(st.just(0), st.integers(1, 120)),
)


def cells(box: Box) -> set[tuple[int, int]]:
    return {(x, y) for x in range(box.x, box.x + box.width) for y in range(box.y, box.y + box.height)}


def spans(boxes: list[Box]) -> list[tuple[int, int]]:
    return sorted((box.x, box.x + box.width) for box in boxes)


@settings(max_examples=1500)
@given(
    width=st.integers(1, 300),
    height=st.integers(1, 100),
    shelf=shelves,
    panes=st.integers(1, 6),
    viewing=st.booleans(),
    zoomed=st.booleans(),
    prefer=st.sampled_from(["", "entities", "claims"]),
    box_rows=st.sampled_from((0, 1, 3, 12, 200)),
)
@example(20, 5, Shelf(), 1, False, False, False, 200)
@example(1, 1, Shelf(), 4, False, False, False, 200)
def test_boxes_fit_the_screen(
    width: int, height: int, shelf: Shelf, panes: int, viewing: bool, zoomed: bool, prefer: str, box_rows: int
) -> None:
    plan = plan_screen(width, height, shelf, panes, viewing=viewing, zoomed=zoomed, prefer=prefer, box_rows=box_rows)
    base = [plan.header, plan.entities, plan.view, plan.claims, plan.status, plan.hints, *plan.panes]
    boxes = [box for box in base if box is not None]
    for box in [*boxes, *([plan.box] if plan.box else [])]:
        assert box.width > 0
        assert box.height > 0
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= width
        assert box.y + box.height <= height
    # nothing overlaps and nothing is left empty: the areas add up to the screen
    rows: dict[tuple[int, int], list[Box]] = {}
    for box in boxes:
        rows.setdefault((box.y, box.height), []).append(box)
    covered = 0
    for (_, tall), row in rows.items():
        covered += tall
        at = 0
        for left, right in spans(row):
            assert left == at
            at = right
        assert at == width
    assert covered == (height if height > 1 else 0)
    assert sum(tall for _, tall in rows) == covered
    taken = sum(box.width for box in (plan.entities, plan.claims) if box)
    assert bool(plan.view) == (viewing and height > 1 and taken < width)
    assert 0 <= len(plan.panes) <= min(panes, MOST_PANES)
    if len(plan.panes) > 1:
        assert min(box.width for box in plan.panes) >= SMALLEST_PANE
    if zoomed:
        assert plan.entities is None
        assert plan.claims is None
    if not shelf.entities:
        assert plan.entities is None
    if not shelf.claims:
        assert plan.claims is None
    assert (plan.box is None) == (not box_rows or height == 1)


@settings(max_examples=60)
@given(width=st.integers(1, 90), height=st.integers(2, 30), shelf=shelves, panes=st.integers(1, 4))
def test_every_cell_belongs_to_exactly_one_box(width: int, height: int, shelf: Shelf, panes: int) -> None:
    plan = plan_screen(width, height, shelf, panes)
    boxes = [b for b in (plan.header, plan.entities, plan.claims, plan.status, plan.hints, *plan.panes) if b]
    seen: set[tuple[int, int]] = set()
    for box in boxes:
        assert not seen & cells(box)
        seen |= cells(box)
    assert len(seen) == width * height


@given(st.integers(0, 100), st.integers(1, 300), st.integers(1, 8))
def test_parts_differ_by_one_column_at_most(x: int, width: int, parts: int) -> None:
    divided = divide(x, width, parts)
    widths = [w for _, w in divided]
    assert sum(widths) == width
    assert max(widths) - min(widths) <= 1
    assert [a for a, _ in divided] == [x + sum(widths[:n]) for n in range(parts)]


def test_usual_sizes() -> None:
    small, middle, large = (plan_screen(w, h, Shelf(), 2) for w, h in ((80, 24), (120, 40), (240, 60)))
    assert small.entities is None
    assert small.claims is not None
    assert len(small.panes) == 2
    for plan in (middle, large):
        assert plan.entities is not None
        assert plan.claims is not None
        assert len(plan.panes) == 2
    assert plan_screen(80, 24, Shelf(), 1, prefer="entities").entities is not None


def test_panels_keep_a_wished_width_while_there_is_room() -> None:
    assert side_widths(200, Shelf(entities_width=50, claims_width=60), "") == (50, 60)
    assert side_widths(200, Shelf(entities=False), "")[0] == 0


def test_the_box_leaves_the_prompt_above_the_hints() -> None:
    plan = plan_screen(80, 24, Shelf(), box_rows=200)
    assert plan.box is not None
    assert plan.status is not None
    assert plan.hints is not None
    assert plan.box.y + plan.box.height == plan.status.y + 1 == plan.hints.y
