"""Each text is written with a bar where a sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.sentences.sentences import Sentence, sentences, split
from dossier.model.source import Block, BlockKind
from tests.benchmarks.steps.sentences import ASKED, FOLDER, read, score


def cut(text):
    return [text[start:end] for start, end in split(text)]


ABBREVIATED = [
    "He met Gen. Asha Ray and Lt. Col. Bo Li.| Prof. Lee left.",
    "The U.S. mining boom ended in the U.S.| It was short.",
    "It cost US$ 5.25 million, or Rs. 400.| The rest followed.",
    "Acme Inc. said so.| Bolt Ltd. Chairman Ann Roe left Acme Inc.| The firm is old.",
    "They met at 5 p.m.| Police came at 6 p.m. Monday, or 9 a.m. (0900 GMT).",
    "Clause No. 5 holds.| Was it so?| No.| We won.| No.| I lost.",
    "See p. 12, Fig. 3 and Vol. IV.| Then stop.",
    "J. K. Moore and Mary B. Orr wrote it.| A. Orr did not.",
    "He took plan B.| It failed for lack of vitamin C.| Nurses agree.",
    "On Sept. 5, in Dec. 2020 and on Wed. Nov. 4 it fell.| We saw it in Jan.| Sales rose.",
    "She lives on Main St.| The street is in St. Paul, Minn.| In Roe v. Wade, e.g. Texas, i.e. Austin, lost.",
    "WASHINGTON, D.C. — The mayor left.| From Washington, D.C., on Friday.",
    "GEN. RAY SPOKE.| THE U.S. ARMY LEFT.",
]
QUOTED = [
    "“We won,” he said.| “They lost.”| He left.",
    "“Why?” Roe asked.| “Why?” he asked.| “Stop!”| She said no.| “No!” I said.",
    "He wrote, “We came. We saw. We won.”| Then he left.",
    'She added: "One. Two. Three."| Then "four."| Five.',
    "“We came.| “We saw,” he said.",
    "''It is so,'' he said.| ''Is it?''| ''Yes.''",
    "The song “Help! Me” was sung.| Sung (it was late. Really!) well.| (It was.)| Yes.",
    "It ended. ”| He left.",
    'He said "It ended. "| "Not so."',
]
OTHERS = [
    "A mix. of things rose 0.41 percent.| 12 men came.| $5 was paid.| iPhone sales rose.",
    "See www.example.com/a.B and a.b@c.org.| Ask x.com?a=B.| Go.",
    "It ended.| The next day.| Really?!| Well...| Roe left.",
    "He came ... Roe left.| He came . . .| But she left.",
    "1. Do this.| 2. Do that.| 3. Rest.",
    "A man left. [17]| A bird came. (REUTERS)",
    "He won;| she lost.| Ray, chief of X; Roe, head of Y; and Lee.",
    "Goods:| • one ox| • two cows",
    "Yahoo! Finance said so.| It was Yahoo!| The end.| Like Yahoo!.| Gold rose.",
    "“… Roe left. …| Ray stayed.”",
    "no capitals here.| none at all.",
    "我们赢了。|他们输了。|",
]


WRAPPED = """A text that was wrapped at a column of so many
signs goes on in its next line, and it then also
ends here."""


@pytest.mark.parametrize("marked", [*ABBREVIATED, *QUOTED, *OTHERS])
def test_a_sentence_ends_only_where_a_bar_stands(marked):
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    assert cut(marked.replace("|", "")) == expected


def test_a_missing_space_after_a_stop_is_seen():
    assert cut("It ended.The next day came.") == ["It ended.", "The next day came."]
    assert cut("Ask Example.Com or node.Js today.") == ["Ask Example.Com or node.Js today."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A heading\n\nA text.", ["A heading", "A text."]),
        ("A list of\nthree\nlines", ["A list of", "three", "lines"]),
        (f"{WRAPPED} So.", [WRAPPED, "So."]),
        ("", []),
        (" \n\t\n ", []),
        ("...", ["..."]),
    ],
)
def test_line_breaks(text, found):
    assert cut(text) == found


def test_sentences_stay_in_their_blocks():
    text = "Roe Meets Gen. Ray. In Rome\n\n He left. She did not. "
    blocks = [Block(BlockKind.TITLE, 0, 27), Block(BlockKind.BODY, 29, len(text))]
    assert sentences(text, blocks) == [
        Sentence(0, 19, 0),
        Sentence(20, 27, 0),
        Sentence(30, 38, 1),
        Sentence(39, 51, 1),
    ]


def test_in_a_heading_an_abbreviation_ends_nothing():
    text = "U.S. And Acme Inc. To Meet"
    assert len(sentences(text, [Block(BlockKind.HEADING, 0, len(text))])) == 1
    assert len(sentences(text, [Block(BlockKind.BODY, 0, len(text))])) == 3


def test_only_the_stretch_is_cut():
    text = "One. Two. Three."
    assert split(text, 5, 9) == [(5, 9)]
    assert split(text, 5) == [(5, 9), (10, 16)]


@given(st.text(alphabet=" \n.!?…;:,'\"“”‘’()[]•-AbMr1é。", max_size=80))
def test_nothing_but_space_is_left_out(text):
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()


def test_labelled_sentences():
    if not FOLDER.is_dir():
        pytest.skip(f"{FOLDER} is missing")
    texts = [read(path) for path in sorted(FOLDER.glob("*.conllu"))]
    assert sum(len(one.sentences) for one in texts) > 200
    assert score(texts) >= ASKED
