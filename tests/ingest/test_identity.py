import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.ingest.identity import LONGEST, slug, source_ids


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("000_98a2c30ee5bf6e66.txt", "000-98a2c30ee5bf6e66"),
        ("Reko Diq: Pakistan's mine.TXT", "reko-diq-pakistans-mine"),
        ("Größe & Ærø – Łódź.md", "grosse-aero-lodz"),
        ("新しい規則.txt", "新しい規則"),
        ("Новые правила.txt", "новые-правила"),
        ("हिन्दी समाचार.txt", "हिन्दी-समाचार"),
        ("ﬁnal①.txt", "final1"),
        ("a.b.txt", "a-b"),
        ("---.txt", "source"),
        ("sub/folder/x.txt", "x"),
    ],
)
def test_slugs(file: str, expected: str) -> None:
    assert source_ids([file]) == {file: expected}


def test_long_names_are_cut_at_a_word() -> None:
    made = slug("word " * 40)
    assert len(made) <= LONGEST
    assert made.endswith("-word")
    assert len(slug("x" * 200)) == LONGEST


def test_collisions_get_the_folder_then_a_number() -> None:
    ids = source_ids(["2025/report.txt", "2026/report.txt", "report.txt", "report.md", "report-2.txt"])
    assert ids == {
        "2025/report.txt": "2025-report",
        "2026/report.txt": "2026-report",
        "report.md": "report",
        "report.txt": "report-3",
        "report-2.txt": "report-2",
    }


@given(st.lists(st.text(alphabet="aAbé1-_ ./新", min_size=1, max_size=8), unique=True))
def test_ids_are_unique_and_do_not_depend_on_order(files: list[str]) -> None:
    ids = source_ids(files)
    assert len(set(ids.values())) == len(files)
    assert source_ids(files[::-1]) == ids
    assert all(value and value == value.strip("-") and " " not in value for value in ids.values())
