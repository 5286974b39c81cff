import sys

from hypothesis import given
from hypothesis import strategies as st

from dossier.search.folding import fold


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(), st.text())
def test_parts_fold_as_in_the_whole(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_code_point_keeps_its_length() -> None:
    every = "".join(chr(code) for code in range(sys.maxunicode + 1))
    assert len(fold(every)) == len(every)


def test_accents_case_quotes_and_dashes() -> None:
    assert fold("Čeština ÅNGSTRÖM Łódź") == "cestina angstrom lodz"
    assert fold("it’s “so” – Pakistan’s\u00a0US‑led") == "it's \"so\" - pakistan's us-led"
    assert fold("ΆΣ Σίσυφος") == "ασ σισυφοσ"
    assert fold("Straße İzmir ﬁ") == "straße izmir ﬁ"


def test_letters_of_their_own_stay() -> None:
    assert fold("Йод が مُ") == "йод が مُ"
    assert fold("ё") == "е"
