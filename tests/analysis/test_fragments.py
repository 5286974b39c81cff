"""What a list of figures leaves out is told with each of its items."""

import pytest

from dossier.analysis.claims.fragments import LONGEST_LEAD
from dossier.analysis.study import study
from dossier.ingest.reading import read_bytes


def claims_of(text: str) -> list[tuple[str, str]]:
    """Each claim as it is told, and the words that state it."""
    reading = read_bytes(text.encode(), "one.txt", "one")[1]
    return [(stated.told, stated.words) for stated in study(reading.text, reading.blocks, "2024-05-01").stated]


@pytest.mark.parametrize(
    ("sentence", "words", "told"),
    [
        (
            "The Vale field holds over 40 million ounces of gold and 50 billion pounds of copper.",
            "50 billion pounds of copper.",
            "The Vale field holds … 50 billion pounds of copper.",
        ),
        (
            "The harbour will create 7,500 jobs in Port Mara and 6,000 on the islands.",
            "6,000 on the islands.",
            "The harbour will create … 6,000 on the islands.",
        ),
        ("Sales rose 5 percent in May and 7 percent in June.", "7 percent in June.", "Sales rose … 7 percent in June."),
        (
            "“The loan will bring in $2 billion, along with creating 6,000 jobs here and 7,500 jobs in Port Mara.”",
            "7,500 jobs in Port Mara.”",
            "The loan will bring in … along with creating … 7,500 jobs in Port Mara.",
        ),
        (
            "It could generate $2.8 billion in exports, boosting reserves and creating 8,000 jobs.",
            "creating 8,000 jobs.",
            "It could generate … creating 8,000 jobs.",
        ),
        (
            "The ferry was carrying 142 passengers and 12 crew when it sank.",
            "12 crew when it sank.",
            "The ferry was carrying … 12 crew when it sank.",
        ),
        (
            "The mill employs 9,100 people, including 2,300 in Port Mara.",
            "including 2,300 in Port Mara.",
            "The mill employs … including 2,300 in Port Mara.",
        ),
        ("It means an estimated 60 jobs here and 75 jobs there.", "75 jobs there.", "It means … 75 jobs there."),
    ],
)
def test_an_item_without_a_verb_is_told_with_what_the_list_is_about(sentence: str, words: str, told: str) -> None:
    assert (told, words) in claims_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The storm destroyed 5,000 houses and 6,000 people were killed.", "6,000 people were killed."),
        ("About 5,000 houses and 300 schools were damaged.", "About 5,000 houses and 300 schools were damaged."),
        ("A jury of seven women and five men took nine hours.", "A jury of seven women and five men took nine hours."),
        ("They save 18,000 marks (£160; $206) a year.", "They save 18,000 marks (£160; $206) a year."),
        ("The mine, which opened in 1998, employs 4,000 people; it exports 30,000 tonnes a year.", ""),
    ],
)
def test_a_clause_of_its_own_is_told_as_it_stands(sentence: str, words: str) -> None:
    found = claims_of(sentence)
    assert not words or (words, words) in found
    assert all(told == stated.rstrip(";") for told, stated in found)


@pytest.mark.parametrize(
    ("sentence", "words", "told"),
    [
        (
            "Mayor Ines Calder said that the harbour would open in May.",
            "that the harbour would open in May",
            "the harbour would open in May",
        ),
        (
            "Mayor Ines Calder promised to open the new harbour in May.",
            "to open the new harbour in May",
            "Mayor Ines Calder promised to open the new harbour in May",
        ),
        (
            "Ines Calder is the mayor. She stressed the importance of the new harbour for the whole coast.",
            "the importance of the new harbour for the whole coast",
            "Ines Calder stressed the importance of the new harbour for the whole coast",
        ),
        (
            "The ministry denied that the harbour would open in May.",
            "that the harbour would open in May",
            "The ministry denied that the harbour would open in May",
        ),
    ],
)
def test_what_is_reported_is_told_as_a_sentence(sentence: str, words: str, told: str) -> None:
    found = {stated.rstrip("."): said.rstrip(".") for said, stated in claims_of(sentence)}
    assert found[words] == told


def test_words_after_the_end_of_a_sentence_are_not_told_after_its_speaker() -> None:
    found = claims_of('"We hope for the best," Ines Calder explained. "The harbour will open in the month of May."')
    assert not [told for told, _ in found if "explained" in told]


def test_a_very_long_lead_is_cut_at_a_word() -> None:
    lead = "The ministry of the interior said that the northern districts of the valley beyond the river " * 4
    found = claims_of(f"{lead}hold 40 tonnes of gold and 50 tonnes of copper.")
    told = [told for told, _ in found if told.startswith("… ")]
    assert len(told) == 1
    assert told[0].endswith("hold … 50 tonnes of copper")
    assert len(told[0]) < LONGEST_LEAD + 40


def test_line_ends_within_a_claim_are_told_as_spaces() -> None:
    text = "The harbour will create 7,500 jobs\nin Port Mara and 6,000 on the islands."
    assert all("\n" not in told for told, _ in claims_of(text))
