from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.commands.registry import BY_NAME
from dossier.model.claim import Agreement, Claim, Evidence, Stance
from dossier.model.derived import Copied, Derived
from dossier.model.passage import Anchor, Change, ChangeKind, Passage, Selector
from dossier.model.problem import Problem
from dossier.model.source import Metadata, Source
from dossier.session.citation import citation
from dossier.session.comparison import compare
from dossier.session.labels import (
    anchor_note,
    date_label,
    lineage,
    origin_line,
    origin_lines,
    reason_label,
    source_label,
    speaker_label,
    status_line,
    summary,
)

from .made import ALPHA, dossier_of, evidence


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2026-02-12", "12 Feb 2026"),
        ("2026-02-01", "1 Feb 2026"),
        ("2026-12", "Dec 2026"),
        ("2026", "2026"),
        ("", ""),
        ("2026-03/2026-05-02", "Mar 2026 – 2 May 2026"),
        ("2013-W37-WE", "14–15 Sep 2013"),
        ("2013-W40", "30 Sep 2013 – 6 Oct 2013"),
        ("2013-W54", "2013-W54"),
        ("2013-Q3", "Q3 2013"),
        ("2013-SU", "summer 2013"),
        ("199X", "1990s"),
        ("yesterday", "yesterday"),
        ("2026-13-01", "2026-13-01"),
        ("2026-00", "2026-00"),
        ("2026-02-12-05", "2026-02-12-05"),
        ("26-02-12", "26-02-12"),
        ("2026--12", "2026--12"),
    ],
)
def test_dates(iso: str, said: str) -> None:
    assert date_label(iso) == said


@given(st.text(max_size=15))
def test_no_date_raises(text: str) -> None:
    assert isinstance(date_label(text), str)


@example("2026-²")
@given(st.text(alphabet="0123456789-²٣", max_size=12))
def test_no_date_of_odd_digits_raises(text: str) -> None:
    assert isinstance(date_label(text), str)


def source(**known: str) -> Source:
    return Source("a", "a.txt", Metadata(**known), opening="The first words")


def test_source_labels() -> None:
    assert source_label(source(publisher="Geo", title="T", published="2026-02")) == "Geo, Feb 2026"
    assert source_label(source(title="T")) == "T"
    assert source_label(source()) == "The first words"
    assert source_label(Source("a", "a.txt")) == "a.txt"


def test_the_origin_says_what_nobody_says() -> None:
    assert origin_line(source()) == "no publisher named · no date"
    full = source(publisher="Geo", published="2026", author="N. N.")._replace(reliability="B")
    assert origin_line(full) == "rated B · Geo · 2026 · N. N."


def test_speakers() -> None:
    dossier = dossier_of()
    known, unknown, nobody = (Evidence("alpha", Selector("x"), speaker=s) for s in ("n-baker", "an official", ""))
    assert speaker_label(dossier, known) == "Natalie Baker"
    assert speaker_label(dossier, unknown) == "an official"
    assert speaker_label(dossier, nobody) == ""


def test_status_lines() -> None:
    places = (("alpha", "x"), ("beta", "x"), ("beta", "y"))
    two = tuple(evidence(source, words)._replace(anchor=Anchor.FOUND) for source, words in places)
    assert status_line(Claim("c", "c", evidence=two, status=Agreement.CLOSE)) == "≈ close, 2 sources"
    assert status_line(Claim("c", "c", evidence=two, status=Agreement.SINGLE)) == "· single source, in 2 articles"
    assert status_line(Claim("c", "c", evidence=two[:1], status=Agreement.SINGLE)) == "· single source"
    mentions = (two[0]._replace(stance=Stance.MENTIONS), two[1])
    assert status_line(Claim("c", "c", evidence=mentions, status=Agreement.CONFLICTING)) == "≠ conflicting, 1 source"
    assert status_line(Claim("c", "c")) == "? no evidence, 0 sources"
    several = Claim("c", "c", evidence=two, status=Agreement.CLOSE, origins=1)
    assert status_line(several) == "≈ close, 2 sources, 1 origin"
    further = two[1]._replace(source="gamma", decided=False)
    assert status_line(several._replace(evidence=(*two, further), origins=2)) == "≈ close, 2 sources, ~ 1 more"


def test_every_state_has_a_sign_of_its_own() -> None:
    assert len({status.symbol for status in Agreement}) == len(Agreement)


def test_the_summary_counts() -> None:
    assert [count for count, _ in summary(dossier_of())] == ["4 sources", "3 entities", "5 claims", "2 differ"]
    one = replace(dossier_of({"alpha": ALPHA}, claims_=(), entities=()), problems=(Problem("x"),))
    assert [count for count, _ in summary(one)] == ["1 source", "0 entities", "0 claims", "1 problem"]


def test_what_is_not_final_is_told() -> None:
    partial = replace(dossier_of(), derived=Derived(partial=True))
    assert [count for count, _ in summary(partial)][2] == "5 claims so far"


def test_each_count_leads_to_a_command() -> None:
    full = replace(dossier_of(), problems=(Problem("x"),))
    assert {command for _, command in summary(full)} <= set(BY_NAME)


# Citations


def test_a_citation_holds_the_words_and_where_they_are_from() -> None:
    at = ALPHA.index("Munir met")
    said = citation(dossier_of(), Passage("alpha", at, at + 15))
    assert said == "“Munir met Baker” (Alpha title, The Post, 12 Feb 2026, alpha.txt)"


def test_a_citation_goes_over_line_breaks_and_leaves_out_what_is_not_known() -> None:
    text = "One\n\nTwo   three"
    dossier = replace(dossier_of({"x": text}, claims_=()), folder=Path("y"))
    bare = replace(dossier, sources=(Source("x", "x.txt", length=len(text)),))
    assert citation(bare, Passage("x", 0, len(text))) == "“One Two three” (x.txt)"


# Comparison


def test_differing_words_lie_in_the_words() -> None:
    dossier = dossier_of()
    rows = compare(dossier, dossier.claim["loan"])
    assert [[row.words[a:b] for a, b in row.differs] for row in rows][1] != []
    for row in rows:
        for start, end in row.differs:
            assert 0 <= start < end <= len(row.words)
        for a, b in zip(row.differs, row.differs[1:], strict=False):
            assert a[1] <= b[0]
    assert any("1.25" in row.words[a:b] for row in rows for a, b in row.differs)


def test_one_piece_of_evidence_differs_from_nothing() -> None:
    dossier = dossier_of()
    assert [row.differs for row in compare(dossier, dossier.claim["meeting"])] == [()]


def test_words_of_a_source_that_is_gone_are_those_written_down() -> None:
    dossier = dossier_of(gone=("beta",))
    rows = compare(dossier, dossier.claim["loan"])
    assert rows[1].words == "A loan of $1.25 billion was signed"
    stranger = Claim("c", "c", evidence=(evidence("alpha", "Munir met")._replace(source="elsewhere"),))
    assert [row.words for row in compare(dossier, stranger)] == ["Munir met"]


def test_what_was_found_of_where_a_source_comes_from() -> None:
    dossier = dossier_of({"a": "One text.", "b": "Another text."})
    assert lineage(dossier, "a") == ""
    derived = Derived(copies=(Copied("b", "a", 0.834),), foreign=frozenset({"a"}), wires={"b": "reuters"})
    told = replace(dossier, derived=derived)
    assert lineage(told, "b") == "~ 83% as in 1 · ~ credits Reuters"
    assert lineage(replace(dossier, derived=Derived(wires={"a": "afp"})), "a") == "~ credits AFP"
    assert lineage(told, "a") == "~ another language: no claims suggested"


@pytest.mark.parametrize(
    ("anchor", "changes", "said"),
    [
        (Anchor.FOUND, (), ""),
        (Anchor.MOVED, (), ""),
        (Anchor.CHANGED, (Change(ChangeKind.LOOKS, "a", "A"),), "the text says it in slightly different letters"),
        (Anchor.AMBIGUOUS, (), "these words stand in more than one place"),
        (Anchor.ORPHAN, (), "these words are not in the source"),
        (
            Anchor.ALTERED,
            (Change(ChangeKind.NUMBER, "8", "9"), Change(ChangeKind.NEGATION, "", "not")),
            "changed in the source: “8” is now “9”; “…” is now “not” (not counted)",
        ),
    ],
)
def test_what_became_of_a_quote_is_told(anchor, changes, said):
    piece = Evidence("a", Selector("x"), anchor=anchor, start=0, end=1, changes=changes)
    assert anchor_note(piece) == said
    assert piece.counts is piece.settled is (anchor is not Anchor.ALTERED)
    assert piece.stands is (anchor is not Anchor.ORPHAN)


def test_a_reason_names_a_source_by_its_number() -> None:
    assert reason_label(dossier_of(), "alike 0.53 to beta") == "alike 0.53 to source 2"
    assert reason_label(dossier_of(), "word beta 0.05") == "word beta 0.05"


def test_why_sources_are_one_origin() -> None:
    """By the numbers of the passages: an agency's story, one speaker, so many of the same words."""
    words = "The mine is going to be the largest of its kind in the whole of the province."
    pieces = [
        Evidence(source, Selector(said), speaker=speaker, anchor=Anchor.FOUND)
        for source, said, speaker in (
            ("a", "It opens.", ""),
            ("b", "It is open.", ""),
            ("c", words, "baker"),
            ("d", f"Once more: {words}", ""),
            ("e", "It will open.", "baker"),
        )
    ]
    dossier = replace(dossier_of(), derived=Derived(joined={"a": "a", "b": "a"}))
    claim = Claim("c", "c", evidence=tuple(pieces), origins=2)
    assert [*origin_lines(dossier, claim, pieces)] == [
        "1, 2: one origin, one story",
        "3, 5: one origin, one speaker",
        "3, 4: one origin, the same words",
    ]
    assert [*origin_lines(dossier, claim._replace(origins=5), pieces)] == []
