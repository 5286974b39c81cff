"""Who says what: invented sentences, each with the parts a reader would mark."""

from __future__ import annotations

import time

import pytest

from dossier.analysis.attribution.attribution import Attribution, find_attributions
from dossier.analysis.attribution.judgement import CUE_TRAITS, END_TRAITS, OWN_TRAITS, START_TRAITS, weights
from dossier.analysis.attribution.lexemes import run_of
from dossier.analysis.attribution.places import STEPS, places, strongest
from dossier.analysis.attribution.sources import PHRASE_TRAITS, SILENT_TRAITS, source_weights
from dossier.analysis.sentences.quoting import quoted_spans


def found(*paragraphs: str) -> tuple[str, list[Attribution]]:
    text = "\n\n".join(paragraphs)
    blocks = []
    at = 0
    for paragraph in paragraphs:
        blocks.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return text, find_attributions(text, blocks)


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def said(text: str, one: Attribution) -> str:
    return " ".join(text[a:b] for a, b in one.content)


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "content", "kind"),
    [
        (
            "The harbour master said that the ferry would not sail before noon.",
            "The harbour master", "said", "that the ferry would not sail before noon", "indirect",
        ),
        (
            "“The roof will hold through the winter,” said Edda Lindqvist, a structural engineer.",
            "Edda Lindqvist, a structural engineer", "said", "“The roof will hold through the winter,”", "direct",
        ),
        (
            'Mayor Jonas Brandt said the budget was "a document of despair and of missed chances" for the town.',
            "Mayor Jonas Brandt", "said",
            'the budget was "a document of despair and of missed chances" for the town', "mixed",
        ),
        (
            "According to the fisheries ministry, catches fell by a third last year.",
            "the fisheries ministry", "According", "catches fell by a third last year", "indirect",
        ),
        (
            "Eight people remain missing, Ann Doe said at a news conference.",
            "Ann Doe", "said", "Eight people remain missing", "indirect",
        ),
        (
            "A magnitude-6.1 earthquake struck the coast on Tuesday, the agency said.",
            "the agency", "said", "A magnitude-6.1 earthquake struck the coast on Tuesday", "indirect",
        ),
        (
            "According to Ann Doe, the chief executive, catches fell by a third last year.",
            "Ann Doe, the chief executive", "According", "catches fell by a third last year", "indirect",
        ),
        (
            "Catches fell by a third last year, according to the fisheries ministry.",
            "the fisheries ministry", "according", "Catches fell by a third last year", "indirect",
        ),
        (
            "The bridge is safe, the inspector told reporters on Monday.",
            "the inspector", "told", "The bridge is safe", "indirect",
        ),
    ],
)  # fmt: skip
def test_parts(sentence: str, speaker: str, cue: str, content: str, kind: str) -> None:
    text, ours = found(sentence)
    one = next(one for one in ours if words(text, one.cue) == cue)
    assert words(text, one.speaker) == speaker
    assert said(text, one).strip(".") == content.strip(".")
    assert one.kind == kind


def test_quotation_goes_on_after_the_clause_and_into_the_next_paragraph() -> None:
    text, ours = found(
        '"We counted the boats twice," Ms. Okafor said. "There were forty of them in the bay that night.',
        '"By the morning half of them were gone, and nobody on the quay could tell us where."',
    )
    (one,) = [one for one in ours if words(text, one.cue) == "said"]
    assert one.kind == "direct"
    assert said(text, one).startswith('"We counted')
    assert said(text, one).endswith('tell us where."')
    assert '." "' not in words(text, one.speaker or (0, 0))


def test_participle_belongs_to_the_subject_of_its_sentence() -> None:
    text, ours = found("The Baltic Ports Union rejected the plan, saying that it would cost the coast its trade.")
    one = next(one for one in ours if words(text, one.cue) == "saying")
    assert words(text, one.speaker) == "The Baltic Ports Union"


@pytest.mark.parametrize(
    ("first", "then", "meant"),
    [
        (
            "Edda Lindqvist inspected the roof in March. She said that the beams had rotted through.",
            "Mr. Carl Brandt disagreed. He added that she had seen only one of them, and said the town would wait.",
            {"She": "Edda Lindqvist", "He": "Mr. Carl Brandt"},
        ),
        (  # behind the name of a body
            "The beams had rotted, Mr. Carl Brandt said. Vale Harbour receiver Edda Lindqvist closed the port.",
            "She said that it would open again in the spring.",
            {"She": "Edda Lindqvist"},
        ),
        (  # a given name tells a woman from a man
            "The roof was closed, Mary Lindqvist said. Frank Brandt inspected the beams.",
            "She said that the beams had rotted through. He added that they were oak.",
            {"She": "Mary Lindqvist", "He": "Frank Brandt"},
        ),
        (  # a surname has the sex of its bearer
            "Mary Lindqvist inspected the roof. Brandt saw it.",
            "Frank Brandt paid for it. Lindqvist was not asked. He said that the beams had rotted through.",
            {"He": "Frank Brandt"},
        ),
        (  # what a sentence begins with is what it is about, and whoever "who" is said of
            "Carl Brandt came. Lindqvist's term as mayor ends in May.",
            "She said that the beams had rotted through. A roofer brought J.M. Berger, who saw it. He said it was oak.",
            {"He": "J.M. Berger"},
        ),
        ("Edda Lindqvist went down to the harbour.", "She said that it was closed.", {"She": "Edda Lindqvist"}),
        ("The roof was closed by Edda Lindqvist.", "She said that it was rotten.", {"She": "Edda Lindqvist"}),
        (  # a relative is a man or a woman; a given name that tells neither may be anybody's
            "Sean Smith died in the flood. His mother, Pat Smith, blamed the town.",
            "She said that the dam had been rotten.",
            {"She": "Pat Smith"},
        ),
        (  # a title that men and women have tells neither, but the name before did
            "Mary Lindqvist came to see the roof with Carl Brandt. Later Dr. Lindqvist inspected the beams.",
            "He said that they had rotted through. She added that Sister Jones knew.",
            {"He": "Carl Brandt", "She": "Dr. Lindqvist"},
        ),
        (  # whom somebody backs is no subject, and nobody tells of himself by his given name
            "Ines Jonas came. Carl Brandt, the mayor, spoke to Jonas. Frank Lindqvist, who saw it, came too.",
            "He said he backed Brandt. “I really like Carl,” he added.",
            {"He": "Frank Lindqvist", "he": "Frank Lindqvist"},
        ),
        (  # a name with an apostrophe is one
            "Mary Brandt came. Jane O'Dwyer inspected the roof.",
            "She said that it had rotted through.",
            {"She": "Jane O'Dwyer"},
        ),
        (  # the army in his office is no given name
            "Mr. Carl Brandt left. Chief of Army Staff Gen. Asim Jonas said that the harbour was open.",
            "He confirmed the army’s wish to guard it.",
            {"He": "Army Staff Gen. Asim Jonas"},
        ),
        (  # a city is nobody
            "Mary Jones resigned on Monday. New York was calm.",
            "She said that it would stay so.",
            {"She": "Mary Jones"},
        ),
        (  # nobody tells of himself by name
            "Ann Lindqvist spoke. Then Petra Brandt left.",
            "She said that Brandt had closed the harbour.",
            {"She": "Ann Lindqvist"},
        ),
    ],
)
def test_pronoun_means_the_last_person_who_acted(first: str, then: str, meant: dict[str, str]) -> None:
    text, ours = found(first, then)
    named = {words(text, one.speaker): words(text, one.named) for one in ours}
    assert {pronoun: named[pronoun] for pronoun in meant} == meant


def test_apposition_gives_the_name() -> None:
    text, ours = found("Norway’s harbour chief, Capt. Edda Lindqvist, said that the port would close at noon.")
    one = next(one for one in ours if words(text, one.cue) == "said")
    assert words(text, one.named) == "Capt. Edda Lindqvist"


def test_country_is_not_he() -> None:
    text, ours = found("Norway closed the border. He said that the road would stay shut until the spring.")
    one = next(one for one in ours if words(text, one.cue) == "said")
    assert one.named == one.speaker


def test_shades() -> None:
    text, ours = found(
        "The minister denied that the ship had been sold.",
        "The report suggests that the sea may rise by a metre.",
        "Senior officials said that the talks had failed.",
        "Edda Lindqvist said that the talks had failed.",
    )
    denied, report, officials, plain = (
        next(one for one in ours if words(text, one.cue) == cue and one.cue[0] >= low)
        for cue, low in (("denied", 0), ("suggests", 0), ("said", 0), ("said", text.index("Edda")))
    )
    assert denied.denied
    assert not plain.denied
    assert report.document
    assert report.hedged
    assert not plain.hedged
    assert officials.anonymous
    assert not plain.anonymous
    assert not plain.document


def test_scare_quotes_and_plain_sentences_say_nothing() -> None:
    for sentence in (
        'The so-called "snow tax" is paid by 400 farms in the north of the county.',
        "The river froze on Tuesday and the mill did not turn for nine days.",
        "Nine ships lay at the quay.",
        "The Oruba Rovers hired Carl Brandt in March.",
    ):
        assert found(sentence)[1] == []


def test_spans_lie_in_their_block_in_order() -> None:
    text, ours = found("He said so.", "“Yes,” she said, “and no.”", "The mayor says: “It is late.”")
    assert ours == sorted(ours, key=lambda one: one.cue)
    for one in ours:
        for start, end in (*one.content, one.cue, *filter(None, (one.speaker, one.named))):
            assert 0 <= start < end <= len(text)
            assert "\n\n" not in text[start:end]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a “b” c", ["“b”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("''It is,'' he said. ''It is.''", ["''It is,''", "''It is.''"]),
        ("“It goes on", ["“It goes on"]),
        ("It's the dogs' bowl, isn't it", []),
        ("They call it ‘the box’ here", ["‘the box’"]),
        ('a 6" pipe', []),
    ],
)
def test_quotation_marks(text: str, spans: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text, 0, len(text))] == spans


def test_quotation_is_one_word() -> None:
    text = "“Stop. Go back to the boats now, all of you,” the pilot shouted. Nobody moved."
    run = run_of(text, 0, len(text), 0)
    assert run.tags.startswith("q")
    assert len(run.sentences) == 2
    first, last = run.sentences[0]
    assert text[run.starts[first] : run.ends[last - 1]].endswith("the pilot shouted.")


def test_what_is_said_within_a_quotation_is_not_said_by_the_article() -> None:
    text, ours = found("“The mayor said that the bridge would never open again in our time,” Ms. Okafor recalled.")
    assert [words(text, one.cue) for one in ours] == ["recalled"]


def test_words_around_a_cue_are_compared_with_it() -> None:
    text = "The mayor hopes that critics said no."
    first, second = places(run_of(text, 0, len(text), 0), (0, 8))
    assert (first.before, second.after) == (0, 0)
    assert second.before == int(first.share * STEPS)
    assert first.after == int(second.share * STEPS) > first.before
    assert strongest([first, second], 0, 8) == first.after
    assert strongest([first, second], 0, second.at) == second.before


def test_weights_name_known_traits_only() -> None:
    known = weights()
    assert len(known.cue) == len(CUE_TRAITS)
    assert all(known.cue)
    for shape in known.shapes.values():
        assert len(shape.own) == len(OWN_TRAITS)
        assert len(shape.start) == len(START_TRAITS)
        assert len(shape.end) == len(END_TRAITS)
        assert any(shape.own)


HOSTILE = [
    "word " * 2,
    '" ',
    "“a ",
    "' a' ",
    "said ",
    "said, ",
    "He said that ",
    "the man, who said, ",
    "A of the B and ",
    "(said ",
    "7" * 400 + " ",
    "a-",
    "A.",
    "''",
    "said “yes” ",
    "according to the ",
    "“We want it.” ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_no_more_than_it_is_long(piece: str) -> None:
    def cost(size: int) -> float:
        text = f"Ann Doe said so. {piece * (size // len(piece))}"
        begun = time.process_time()
        find_attributions(text, [(0, len(text))])
        return time.process_time() - begun

    cost(2_000)
    small, large = min(cost(8_000) for _ in range(2)), cost(64_000)
    assert large < 8 * 4 * small + 0.2


def test_a_sentence_without_end_is_read() -> None:
    begun = time.process_time()
    text = "the mayor said the sea and the land " * 8_000
    find_attributions(text, [(0, len(text))])
    assert time.process_time() - begun < 30


def test_a_participle_takes_the_subject_of_its_clause_rather_than_the_nearest_name() -> None:
    text, ours = found("The board met the pilots of the Baltic Ports Union, warning that the channel would silt up.")
    one = next(one for one in ours if words(text, one.cue) == "warning")
    assert words(text, one.speaker) == "The board"


def test_source_weights_name_known_traits_only() -> None:
    known = source_weights()
    assert len(known.silent) == len(SILENT_TRAITS)
    assert len(known.phrase) == len(PHRASE_TRAITS)
    assert all(known.silent)
    assert all(known.phrase)


def test_a_paragraph_of_quotation_goes_on_after_the_words_of_its_speaker() -> None:
    text, ours = found(
        "“We will rebuild it,” Mayor Ann Doe said on Tuesday.", "“It will be done by May.”", "It rained."
    )
    assert [words(text, span) for span in ours[0].content] == ["“We will rebuild it,”", "“It will be done by May.”"]
    text, ours = found("“We will rebuild it,” Mayor Ann Doe said. It rained on Monday.", "“It will be done by May.”")
    assert [words(text, span) for span in ours[0].content] == ["“We will rebuild it,”"]


def test_degrees_between_commas_are_passed_over() -> None:
    text, ours = found("Jonas Brandt, MD, the chief of the clinic, said the road was closed.")
    assert words(text, ours[0].speaker) == "Jonas Brandt, MD, the chief of the clinic,"


def test_an_initial_that_looks_like_an_article_ends_no_sentence() -> None:
    text, (one,) = found("“It was late,” general manager A. J. Smith said in a statement.")
    assert words(text, one.speaker) == "general manager A. J. Smith"


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Police would not say how many shots were fired.", "would not say"),
        ("Officials couldn't confirm that two men had died.", "couldn't confirm"),
        ("Officials confirmed that two men had not died.", "confirmed"),
    ],
)
def test_a_cue_is_told_with_its_negation(sentence: str, cue: str) -> None:
    text, (one,) = found(sentence)
    assert words(text, one.cue) == cue


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A person close to the Vale Bank said the offer had been refused.", "A person close to the Vale Bank"),
        ("Two people familiar with the plan said the offer had been refused.", "Two people familiar with the plan"),
        ("An official who asked for silence said the offer had been refused.", "An official"),
        ("Vale Mills (VLM.L) has said that it will not buy the bank.", "Vale Mills (VLM.L)"),
    ],
)
def test_who_is_named_as_the_source(sentence: str, speaker: str) -> None:
    text, ours = found(sentence)
    assert words(text, ours[-1].named or ours[-1].speaker) == speaker
    assert ours[-1].anonymous is (" people " in sentence or " person " in sentence)


def test_he_is_the_one_who_wrote_and_not_the_one_he_wrote_to() -> None:
    text, ours = found(
        "Lars Doe, who owns the mill, said that he had written to the chairman, Sir Bo Reed, to demand a meeting.",
        "He said that the price was too high.",
    )
    assert words(text, ours[-1].named) == "Lars Doe"
