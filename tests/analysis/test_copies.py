"""Near-copies, and how many origins are left. All texts are made of invented words."""

import random
import time
from itertools import product

import pytest

from dossier.analysis.origins.copies import copies, covered
from dossier.analysis.origins.origins import Voice, count_origins, wire
from dossier.analysis.origins.shingles import WIDTH, shingles

WORDS = [a + b + c for a, b, c in product(("ba", "ke", "lo", "mu"), ("ri", "sta", "ven"), ("do", "l", "n", "ta"))]


def article(seed, length=400):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_a_cut_story_stands_whole_in_its_original():
    text = article(1)
    found = copies({"long": text, "short": "New headline\n\n" + text[: len(text) // 3], "other": article(2)})
    assert [(one.source, one.of) for one in found] == [("short", "long")]
    assert found[0].containment > 0.9


def test_what_two_texts_share_is_counted_in_words_with_the_gaps_that_changes_leave():
    words = article(3).split()
    changed = [*words[:100], "changed", *words[101:200], *article(4, 50).split()]
    numbers = shingles(" ".join(words))
    assert covered(shingles(" ".join(changed)), numbers) == 200
    assert covered(shingles(article(4, 50)), numbers) == 0


@pytest.mark.parametrize("every", [8, 10, 20])
def test_changed_words_do_not_hide_a_copy(every):
    words = article(5).split()
    words[::every] = ["changed"] * len(words[::every])
    assert len(copies({"a": article(5), "b": " ".join(words)})) == 1


def test_looks_do_not_count():
    text = article(6, 60)
    (found,) = copies({"a": text, "b": text.upper().replace(" ", "\u00a0— ")})
    assert found.containment == 1


@pytest.mark.parametrize("text", ["", "four words are few", "!" * 1000])
def test_texts_too_short_are_no_copies(text):
    assert copies({"a": text, "b": text}) == []


def test_a_shared_quotation_is_no_copy():
    long_quote = " ".join(f"quoted{at}" for at in range(30))
    assert copies({"a": f"{long_quote} {article(7, 60)}", "b": f"{article(8, 60)} {long_quote}"}) == []
    quote = " ".join(f"quoted{at}" for at in range(15))
    assert copies({"a": f"{quote} {article(7, 30)}", "b": f"{article(8, 30)} {quote}"}) == []


def test_many_sources_are_sampled_and_no_copy_is_lost():
    texts = {f"s{at:03}": article(1000 + at, 120) for at in range(600)}
    texts["copy"] = texts["s017"][:400]
    assert [(one.source, one.of) for one in copies(texts)] == [("copy", "s017")]


def test_shingles_are_five_words_wherever_they_stand():
    assert shingles("one two three four") == ()
    one = shingles("one two three four five six")
    other = shingles("zero ONE two, three four five")
    assert one[0] == other[1]
    assert len(one) == 6 - WIDTH + 1


def test_shingles_are_linear():
    started = time.process_time()
    shingles("word " * 200_000)
    shingles("“" * 1_000_000)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("voices", "origins"),
    [
        ([], 0),
        (["a"], 1),
        (["a", "a"], 1),
        (["a", "b"], 2),
        (["a/x", "b/x"], 1),
        (["a/x", "b/y"], 2),
        (["a/x", "a/y"], 1),
        (["a/x", "b/x", "a/y"], 2),
        (["a/x", "b/x", "c/x", "a/y", "a/z"], 2),
        (["a/x", "a/y", "b/x", "b/y", "c/y"], 2),
        (["a/x", "a/y", "b/x", "c/y", "c/z"], 3),
    ],
)
def test_origins(voices, origins):
    pairs = [Voice(*voice.split("/")) for voice in voices]
    assert count_origins(pairs) == count_origins(pairs[::-1]) == origins


def test_copies_and_wires_join_sources():
    text = article(9)
    found = copies({"a": text, "b": text[:1200], "c": article(10)})
    voices = [Voice("a"), Voice("b"), Voice("c")]
    assert count_origins(voices, found) == 2
    assert count_origins(voices, found, {"b": "ap", "c": "ap"}) == 1
    assert count_origins(voices, (), {"b": "ap", "c": ""}) == 3


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(Reuters)", "reuters"),
        ("ORUBA (AP) —", "ap"),
        ("By The Associated Press", "ap"),
        ("Our staff, with AFP", "afp"),
        ("Anadolu Agency", "anadolu"),
        ("By Ines Rowe", ""),
        ("The app crashed", ""),
        ("", ""),
    ],
)
def test_wire(line, agency):
    assert wire(["Harbour closes", line]) == agency
