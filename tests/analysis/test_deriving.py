"""Several invented sources, from their texts to what they say together: who speaks, and where they disagree."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dossier.analysis.deriving import derive
from dossier.analysis.statements import Studied
from dossier.analysis.study import study
from dossier.ingest.reading import read_bytes
from dossier.model.claim import Agreement, Stance
from dossier.model.derived import Derived


def derived(*texts: str, published: Sequence[str] = ()) -> Derived:
    found = []
    for number, (text, day) in enumerate(zip(texts, published or ["2026-02-06"] * len(texts), strict=True)):
        reading = read_bytes(text.encode(), f"{number}.txt", str(number))[1]
        found.append(Studied(str(number), reading.text, study(reading.text, reading.blocks, day)))
    return derive(found)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Oruba Police Chief Ann Calder said the bridge over the Vale was closed.", "Ann Calder"),
        ("Ann Calder, chief of the Oruba Police, said the bridge over the Vale was closed.", "Ann Calder"),
        ("A spokesman for the Vale Bank said the bridge over the river was closed.", "Vale Bank"),
        ("The Vale Bank statement said the bridge over the river was closed.", "Vale Bank"),
        ("The Vale Bank said the bridge over the river was closed.", "Vale Bank"),
        ("The Vale Bank press release said the bridge over the river was closed.", "Vale Bank"),
        ("A former Vale Bank official said the bridge over the river was closed.", "A former Vale Bank official"),
        ("A report on the Vale Bank said the bridge over the river was closed.", "A report on the Vale Bank"),
        ("Vale Bank rivals and city officials said the bridge was closed.", "Vale Bank rivals and city officials"),
        ("Pakistan's interior minister said the bridge over the river was closed.", "Pakistan's interior minister"),
        ("A U.S. naval commander said the bridge over the river was closed.", "A U.S. naval commander"),
        ("Ann Calder's colleagues said the bridge over the river was closed.", "Ann Calder's colleagues"),
        ("Shots fell at about 6 p.m. Ann Calder said the bridge over the river was closed.", "Ann Calder"),
        ("Ann Calder spoke. Later Bo Reed left. She said Reed had closed the bridge.", "Ann Calder"),
        ("Const. Ann Calder said the bridge over the river was closed.", "Ann Calder"),
    ],
)
def test_the_head_of_a_phrase_speaks(sentence: str, speaker: str) -> None:
    found = derived(f"The bridge\n\nAnn Calder lives near the Vale Bank in Oruba.\n\n{sentence}")
    names = {entity.id: entity.name for entity in found.entities}
    (speech,) = found.speech["0"]
    assert names.get(speech.speaker, speech.speaker) == speaker


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("The Harbour Minister", "Ann Calder"),
        ("The minister", "Ann Calder"),
        ("A minister", "A minister"),
        ("The Port Captain", "The Port Captain"),
        ("The mayor", "The mayor"),
    ],
)
def test_an_office_speaks_for_the_only_one_who_has_it(phrase: str, speaker: str) -> None:
    found = derived(
        "The bridge\n\nHarbour Minister Ann Calder met Port Captain Bo Reed and Port Captain Lou Marsh in Oruba.\n\n"
        "It rained for most of the day in the north.\n\n"
        f"{phrase} said the bridge over the river was closed."
    )
    names = {entity.id: entity.name for entity in found.entities}
    assert [names.get(one.speaker, one.speaker) for one in found.speech["0"]] == [speaker]


def test_nobody_says_a_dateline_and_its_day_is_not_that_of_what_follows() -> None:
    found = derived(
        "The ferry\n\nORUBA, March 3, 2024 (Reuters) - At least 17 people died, police said.\n\n"
        "The ferry had been late for years."
    )
    (speech,) = found.speech["0"]
    assert speech.content[0][0] == len("The ferry\n\nORUBA, March 3, 2024 (Reuters) - ")
    assert [claim.evidence[0].dates for claim in found.claims] == [(), ()]


@pytest.mark.parametrize(
    ("days", "status"),
    [
        (("2026-02-04", "2026-02-06"), Agreement.UPDATED),
        (("2026-02-06", "2026-02-04"), Agreement.CONFLICTING),
        (("2026-02-04", "2026-02-04"), Agreement.CONFLICTING),
        (("2026-02-04", ""), Agreement.CONFLICTING),
        (("2020-02-04", "2026-02-06"), Agreement.CONFLICTING),
    ],
)
def test_a_toll_that_later_reports_put_higher_is_brought_up_to_date(days: tuple[str, str], status: Agreement) -> None:
    texts = [f"{BEGUN}The floods in the Vale of Oruba have killed {dead} people, police said." for dead in (14, 31)]
    found = derived(*texts, published=days)
    assert [claim.status for claim in found.claims if len(claim.evidence) > 1 and "floods" in claim.text] == [status]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed at least 23 people", "killed at least 41 people"),
        ("killed at least 23 people", "killed 41 people"),
        ("left 58 people missing", "left 36 people missing"),
        ("displaced 14,300 people", "displaced 9,800 people, down from 14,300 a day earlier"),
    ],
)
def test_what_is_known_of_people_changes_from_day_to_day(one: str, other: str) -> None:
    texts = (f"{BEGUN}The floods on the Vale near Oruba {some}, officials said." for some in (one, other))
    found = derived(*texts, published=("2026-02-04", "2026-02-06"))
    assert [claim.status for claim in found.claims if "floods" in claim.text] == [Agreement.UPDATED]


def test_a_toll_counts_people_in_whatever_words() -> None:
    one = f"{BEGUN}The death toll in the Oruba dam disaster rose to 74 on Friday."
    other = f"{OTHER}The number of people killed in the Oruba dam disaster rose to 61 on Thursday."
    found = derived(one, other, published=("2026-02-06", "2026-02-05"))
    assert [claim.status for claim in found.claims if len(claim.sources) == 2] == [Agreement.UPDATED]


def test_the_toll_of_long_ago_does_not_grow() -> None:
    texts = [f"{BEGUN}The 2010 floods in the Vale of Oruba killed {dead} people, police said." for dead in (14, 31)]
    found = derived(*texts, published=("2026-02-04", "2026-02-06"))
    states = [claim.status for claim in found.claims if len(claim.evidence) > 1 and "floods" in claim.text]
    assert states == [Agreement.CONFLICTING]


BEGUN = "Port news\n\nIt rained all day long in the north of the country.\n\n"
OTHER = "The harbour\n\nMany boats had to stay out at sea for the night.\n\n"


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        (
            "The Oruba mill had failed an inspection of its boilers, documents show.",
            "The owner denied that the Oruba mill had failed an inspection.",
            Agreement.CONFLICTING,
        ),
        (
            "The Oruba mill had failed an inspection of its boilers, documents show.",
            "Nobody denied that the Oruba mill had failed an inspection of its boilers.",
            Agreement.CORROBORATED,
        ),
        (
            "Ann Calder set the fire at the Oruba mill on the Vale, prosecutors said.",
            "Bo Reed denied that he had set the fire at the Oruba mill on the Vale.",
            Agreement.SINGLE,
        ),
        (
            "The mayor of Oruba was arrested on Friday at the old ferry landing.",
            "The mayor of Oruba was not arrested on Friday at the old ferry landing.",
            Agreement.CONFLICTING,
        ),
        (
            "The mayor of Oruba wasn’ t arrested on Friday at the old ferry landing.",
            "The mayor of Oruba wasn't arrested on Friday at the old ferry landing.",
            Agreement.SINGLE,
        ),
        (
            "The storm at Oruba killed two fishermen near the old ferry landing.",
            "The storm at Oruba killed 12 fishermen near the old ferry landing.",
            Agreement.CONFLICTING,
        ),
        (
            "The navy seized 40 pistols and 7 rifles near the old ferry landing at Oruba.",
            "The navy seized 40 pistols and 12 rifles near the old ferry landing at Oruba.",
            Agreement.CONFLICTING,
        ),
        (
            "The navy seized 40 pistols and 7 rifles near the old ferry landing at Oruba.",
            "Near the ferry landing at Oruba the navy seized 7 rifles and 40 pistols.",
            Agreement.CORROBORATED,
        ),
        (  # the age is that of the same man; how far he fell is what they differ in
            "A 36-year-old climber from Oruba died on Friday after falling about 60 metres from the ridge.",
            "A 36-year-old climber from Oruba died on Friday after falling about 150 metres from the ridge.",
            Agreement.CONFLICTING,
        ),
        (
            "The shots at the ferry landing in Oruba fell at about 4 p.m. on Friday, Ines Calder said.",
            "Ines Calder said the shots at the ferry landing in Oruba fell at 6 p.m. on Friday.",
            Agreement.CONFLICTING,
        ),
        (  # of two events of one day
            "Police arrested the suspect in the Oruba ferry shooting at 11 p.m. on Friday.",
            "Police identified the suspect in the Oruba ferry shooting at 1 p.m. on Friday.",
            Agreement.CORROBORATED,
        ),
        (
            "The protest in Oruba began at 2 p.m. on Friday outside the old ferry landing.",
            "The protest outside the old ferry landing in Oruba ended at 6 p.m. on Friday.",
            Agreement.CORROBORATED,
        ),
        (
            "The ferry of Oruba sank at 10:30 a.m. local time on Friday with two fishermen.",
            "The ferry of Oruba sank at 15:30 GMT on Friday with two fishermen.",
            Agreement.CORROBORATED,
        ),
        (  # her son, perhaps
            "Ines Calder was killed on Friday near the old ferry landing with her son Calder, 12.",
            "Ines Calder, 38, was killed near the old ferry landing on Friday.",
            Agreement.CORROBORATED,
        ),
        (
            "The shots at the ferry landing in Oruba fell at noon on Friday, Ines Calder said.",
            "Bo Reed said the shots at the ferry landing in Oruba fell at 12 p.m. on Friday.",
            Agreement.CORROBORATED,
        ),
        (
            "Ines Calder, 38, was arrested on Friday at the old ferry landing of Oruba.",
            "The mayor Ines Calder, 41, was arrested at the old ferry landing on Friday.",
            Agreement.CONFLICTING,
        ),
        (  # two people
            "Ines Calder, 38, and Bo Reed were arrested on Friday at the old ferry landing of Oruba.",
            "Ines Calder and Bo Reed, 41, were arrested at the old ferry landing on Friday.",
            Agreement.CORROBORATED,
        ),
        (
            "Ines Calder won her third title at the Oruba open on Friday, beating Bo Reed.",
            "On Friday Ines Calder won her fifth title at the Oruba open, beating Bo Reed.",
            Agreement.CONFLICTING,
        ),
        (
            "The mayor of Oruba was not only arrested but also fined at the old ferry landing.",
            "The mayor of Oruba was arrested and also fined at the ferry landing.",
            Agreement.CORROBORATED,
        ),
        (
            "The mayor of Oruba was arrested on Friday at the old ferry landing.",
            "On Friday at the ferry landing of Oruba the mayor was arrested and did not resist.",
            Agreement.CORROBORATED,
        ),
        (
            "The storm at Oruba killed two fishermen near the old ferry landing on Friday.",
            "The storm at Oruba killed two fishermen not far from the old ferry landing on Friday.",
            Agreement.CORROBORATED,
        ),
        (
            "The mayor of Oruba resigned on 3 January after the report on the old ferry landing.",
            "After the report on the ferry landing the mayor of Oruba resigned on 5 January.",
            Agreement.CONFLICTING,
        ),
        (
            "The mayor of Oruba resigned on Friday after the report on the old ferry landing.",
            "After the report on the ferry landing the mayor of Oruba resigned on Thursday.",
            Agreement.CONFLICTING,
        ),
        (  # what somebody rejects, and what was before, is not what is stated
            "The ferry landing of Oruba will cost the bank 1.4 billion euros, documents show.",
            "Ines Calder rejected the estimate of 1.4 billion euros for the ferry landing of Oruba.",
            Agreement.SINGLE,
        ),
        (
            "The ferry landing of Oruba will bring 1,500 jobs to the harbour, not the 2,400 of the mayor.",
            "The ferry landing of Oruba will bring 2,400 jobs to the harbour.",
            Agreement.CONFLICTING,
        ),
        (
            "The cost of the ferry landing of Oruba is 1.4 billion euros, up from 1.1 billion euros.",
            "The cost of the ferry landing of Oruba is 1.1 billion euros.",
            Agreement.UPDATED,
        ),
        (  # a verb of doubt is no month
            "The mayor of Oruba may resign after the report on the old ferry landing.",
            "After the report on the ferry landing the mayor of Oruba may yet resign.",
            Agreement.CORROBORATED,
        ),
        (  # of two years, as no year is told
            "In December the bank of Oruba lent the harbour town the money for the ferry landing.",
            "In December 2023 the bank of Oruba lent the harbour town money for the ferry landing.",
            Agreement.CORROBORATED,
        ),
        (
            "The Vale Bank denies reports that its chairman, Bo Reed, plans to sell the ferry landing.",
            "Bo Reed, chairman of the Vale Bank, plans to sell the ferry landing, documents show.",
            Agreement.CONFLICTING,
        ),
        (
            "The mayor of Oruba denied that he would leave the ferry landing to the town on Friday.",
            "The mayor of Oruba will leave the ferry landing to the town on Friday, documents show.",
            Agreement.CONFLICTING,
        ),
        (
            "The mayor of Oruba has refused to close the old ferry landing of the harbour.",
            "The mayor of Oruba has closed the old ferry landing of the harbour.",
            Agreement.SINGLE,
        ),
        (  # another one who fell
            "Ines Calder fell from the ferry landing and was pronounced dead at Port Hospital.",
            "The woman who fell from the ferry landing was pronounced dead at Mara Hospital.",
            Agreement.SINGLE,
        ),
        (
            "Ines Calder fell from the ferry landing and was pronounced dead at the Mara Hospital.",
            "Ines Calder, who fell from the ferry landing, was pronounced dead at Port Mara Hospital.",
            Agreement.CORROBORATED,
        ),
        (  # two storms
            "When Hurricane Ines destroyed the Oruba clinic in 1998, the doctor called on the sick at home.",
            "The doctor is known for how she rebuilt the Oruba clinic, destroyed by Hurricane Jonas in 2005.",
            Agreement.SINGLE,
        ),
        (
            "The mayor of Oruba refused to sign the lease of the old ferry landing on Friday.",
            "On Friday the mayor of Oruba did not sign the lease of the ferry landing.",
            Agreement.CORROBORATED,
        ),
        (
            "Nobody in all of Oruba had ever seen so many lights on the water at the ferry landing.",
            "Nobody in all of Oruba had ever seen so many lights on the water at the ferry landing.",
            Agreement.SINGLE,
        ),
        (
            "A man from Oruba stood by. “There was no wind at all that night,” he said.",
            "A witness told the paper about the accident. “There was no wind at all that night,” she wrote.",
            Agreement.SINGLE,
        ),
    ],
)
def test_what_two_sources_make_of_a_claim(one: str, other: str, status: Agreement) -> None:
    found = derived(BEGUN + one, OTHER + other)
    states = {claim.status for claim in found.claims if len(claim.evidence) > 1} or {Agreement.SINGLE}
    assert max(states, key=list(Agreement).index) is status
    assert {piece.source for claim in found.claims for piece in claim.evidence} == {"0", "1"}
    turned = derived(OTHER + other, BEGUN + one)
    assert ({claim.status for claim in turned.claims if len(claim.evidence) > 1} or {Agreement.SINGLE}) == states


@pytest.mark.parametrize("some", ["Some", "Many", "All", "Both"])
def test_those_who_stand_for_others_report(some: str) -> None:
    found = derived(f"Prices\n\nIt rained in Oruba for a week.\n\n{some} warned prices would rise again in the spring.")
    assert [speech.speaker for speech in found.speech["0"]] == [some]


def test_a_participle_before_a_noun_reports_nothing() -> None:
    found = derived(
        "The court\n\nAnn Calder was buried in Oruba. Her accused killer, Bo Reed, came to court on Monday."
    )
    assert found.speech["0"] == ()


def test_reasons_are_told_in_words_as_they_are_written() -> None:
    found = derived(
        BEGUN + "The storm at Oruba killed two fishermen near the old ferry landing.",
        OTHER + "Near the ferry landing in Oruba a storm killed two of the fishermen.",
    )
    reasons = {
        reason.rpartition(" ")[0] for claim in found.claims for piece in claim.evidence for reason in piece.reasons
    }
    assert {"word fishermen", "word killed"} <= reasons


def test_a_claim_says_what_all_its_sources_say() -> None:
    """Not what one of them alone adds, and among equals what the others are most like."""
    plain = "The town of Oruba built the new ferry landing on the Vale in March."
    richer = f"{plain[:-1]} for 40 million euros and 12 boats."
    begun = "Ferries\n\nMany boats lay out at sea.\n\n"
    late = f"{begun}In March the town of Oruba built a ferry landing on the Vale after a flood."
    found = derived(BEGUN + richer, OTHER + plain, late)
    (shared,) = [claim for claim in found.claims if len(claim.sources) == 3]
    assert shared.text == plain


def test_what_counts_the_same_in_one_sentence_is_shown_beside() -> None:
    one = "The harbour at Oruba will bring 6,000 jobs to the north and 7,500 jobs to the south of the Vale."
    other = "The harbour at Oruba is to bring 7,500 jobs to the south of the Vale."
    found = derived(BEGUN + one, OTHER + other)
    (shared,) = [claim for claim in found.claims if len(claim.sources) == 2]
    assert [piece.selector.exact for piece in shared.evidence if piece.stance is Stance.MENTIONS] == [
        "The harbour at Oruba will bring 6,000 jobs to the north"
    ]
    apart = one.replace(" and 7,500", "\n\nThere will be 7,500")
    (shared,) = [claim for claim in derived(BEGUN + apart, OTHER + other).claims if len(claim.sources) == 2]
    assert all(piece.stance is not Stance.MENTIONS for piece in shared.evidence)


def test_the_figure_of_a_claim_is_the_one_its_sources_differ_in() -> None:
    fell = "A 36-year-old climber from Oruba died on Friday after falling about {} metres from the ridge."
    found = derived(BEGUN + fell.format(60), OTHER + fell.format(150))
    (claim,) = [claim for claim in found.claims if len(claim.evidence) > 1]
    assert [piece.quantity and piece.quantity.value for piece in claim.evidence] == [60, 150]


def test_two_sources_of_a_sentence_each_are_lined_up() -> None:
    """Though each word is in half of all statements that there are, or in all."""
    found = derived("Oruba Port will cut 400 jobs on the Vale.", "Oruba Port will cut 650 jobs on the Vale.")
    assert [claim.status for claim in found.claims] == [Agreement.CONFLICTING]
