from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model.claim import Stance
from dossier.session.marks import CLAIM, ENTITY, TITLE, Marks, Spans

from .made import ALPHA, GAMMA, TEXTS, claims, dossier_of, evidence

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.integers(0, 7), st.integers(0, 9)).map(
        lambda t: (t[0], t[0] + t[1], t[2], t[3])
    ),
    max_size=30,
)


@settings(max_examples=400)
@given(spans, st.integers(0, 70), st.integers(1, 40))
def test_meeting_is_what_shares_a_code_point(found: list[tuple[int, int, int, int]], start: int, size: int) -> None:
    made = Spans(found)
    naive = [i for i, (a, b, _, _) in enumerate(sorted(found)) if set(range(a, b)) & set(range(start, start + size))]
    assert made.meeting(start, start + size) == naive


@given(spans)
def test_spans_are_kept_whole_and_in_order(found: list[tuple[int, int, int, int]]) -> None:
    made = Spans(iter(found))
    assert len(made) == len(found)
    assert list(zip(made.starts, made.ends, made.marks, made.numbers, strict=True)) == sorted(found)


def test_marks_of_a_source() -> None:
    marks = Marks.of(dossier_of(), "alpha")
    words = [ALPHA[a:b] for a, b in zip(marks.claims.starts, marks.claims.ends, strict=True)]
    assert words == ["creates 8,000 jobs", "A loan of $1.3 billion was signed", "Munir met Baker"]
    assert set(marks.claims.marks) == {CLAIM}
    assert [marks.evidence[n][0].id for n in marks.claims.numbers] == ["jobs", "loan", "meeting"]
    named = [
        (marks.entities[n], ALPHA[a:b])
        for a, b, n in zip(marks.mentions.starts, marks.mentions.ends, marks.mentions.numbers, strict=True)
    ]
    assert named == [("baker", "Baker"), ("munir", "Munir"), ("baker", "Baker")]
    assert set(marks.mentions.marks) == {ENTITY}
    assert (marks.blocks.starts[0], marks.blocks.ends[0], marks.blocks.marks[0]) == (0, len("Alpha title"), TITLE)


def test_what_stands_at_a_code_point() -> None:
    marks = Marks.of(dossier_of(), "alpha")
    at = ALPHA.index("Munir")
    assert marks.entity_at(at) == marks.entity_at(at + 4) == "munir"
    assert marks.entity_at(at - 1) == marks.entity_at(at + 5) == marks.entity_at(len(ALPHA) + 100) == ""
    assert [marks.evidence[n][0].id for n in marks.claims_in(at + 6, at + 7)] == ["meeting"]
    assert marks.claims_in(0, 5) == []


def test_a_source_without_marks() -> None:
    marks = Marks.of(dossier_of(), "gamma")
    assert marks.claims_in(0, len(GAMMA)) == []
    assert marks.entity_at(3) == ""
    assert set(TEXTS) > {"gamma"}


def test_what_is_only_shown_beside_a_claim_is_neither_marked_nor_a_stop() -> None:
    first, *others = claims()
    beside = evidence("beta", "A loan of $1.25 billion was signed", stance=Stance.MENTIONS, decided=False)
    decided = beside._replace(decided=True)
    for piece, seen in ((beside, 0), (decided, 1)):
        claim = first._replace(evidence=(*first.evidence, piece))
        dossier = dossier_of(claims_=(claim, *others))
        held = [held for held, _ in dossier.evidence("beta") if held.id == claim.id]
        assert len(held) == seen
        assert len(Marks.of(dossier, "beta").claims) == len(dossier.evidence("beta"))
        assert claim.sources == ("alpha", "delta")
