"""Sequences in arrays: the same as what they stand for."""

import pickle
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.blocks import Blocks
from dossier.model.entity import Mention
from dossier.model.mentions import Mentions
from dossier.model.source import Block, BlockKind, Source
from dossier.model.sources import Sources, SourcesById, ids_of, numbers_of

OFFSETS = st.integers(0, 2**32 - 1)
BLOCKS = st.lists(st.builds(Block, st.sampled_from(list(BlockKind)), OFFSETS, OFFSETS), max_size=8)


@given(BLOCKS, st.slices(8))
def test_blocks(blocks: list[Block], some: slice) -> None:
    kept = Blocks.of(blocks)
    assert (list(kept), len(kept), [kept[n] for n in range(len(blocks))]) == (blocks, len(blocks), blocks)
    assert (kept, tuple(blocks), kept[some]) == (tuple(blocks), kept, blocks[some])
    assert pickle.loads(pickle.dumps(kept)) == blocks
    assert kept != [*blocks, Block(BlockKind.BODY, 0, 1)]
    if blocks:
        assert kept[-1] == blocks[-1]


@given(st.lists(st.builds(Mention, st.sampled_from("abc"), st.just("s"), OFFSETS, OFFSETS), max_size=8), st.slices(8))
def test_mentions(mentions: list[Mention], some: slice) -> None:
    which = array("I", ["abc".index(mention.entity) for mention in mentions])
    starts, ends = (array("I", [mention[n] for mention in mentions]) for n in (2, 3))
    kept = Mentions("s", ["a", "b", "c"], which, starts, ends)
    assert (list(kept), len(kept), [kept[n] for n in range(len(mentions))]) == (mentions, len(mentions), mentions)
    assert (kept == mentions, kept[some]) == (True, mentions[some])
    assert pickle.loads(pickle.dumps(kept)) == mentions


def test_what_is_damaged_is_refused() -> None:
    one, two = array("I", [1]), array("I", [1, 2])
    with pytest.raises(ValueError, match="damaged"):
        Blocks(b"\0", one, two)
    with pytest.raises(ValueError, match="damaged"):
        Blocks(b"\x63", one, one)
    with pytest.raises(ValueError, match="damaged"):
        Mentions("s", ["a"], one, one, one)
    with pytest.raises(ValueError, match="damaged"):
        Mentions("s", ["a", "b"], one, two, one)


class Made(Sources):
    """Sources that write down what is made."""

    def make(self, at: int) -> Source:
        return Source(self.ids[at], f"{at}.txt")


def test_sources_are_made_once_and_when_asked_for() -> None:
    sources = Made(["a", "b", "c"])
    assert (len(sources), ids_of(sources), numbers_of(sources)) == (3, ["a", "b", "c"], {"a": 1, "b": 2, "c": 3})
    assert sources._made == {}
    by_id = SourcesById(sources, numbers_of(sources))
    assert by_id["b"] is sources[1]
    assert sources[-1].file == "2.txt"
    assert [source.id for source in sources[1:]] == ["b", "c"]
    assert list(sources._made) == [1, 2]
    assert ("a" in by_id, "z" in by_id, by_id.get("z"), len(by_id)) == (True, False, None, 3)
    assert list(by_id) == ["a", "b", "c"]
    with pytest.raises(IndexError):
        sources[3]
    assert list(sources) == [Source("a", "0.txt"), Source("b", "1.txt"), Source("c", "2.txt")]


@pytest.mark.parametrize("ids", [[], ["a"], ["a", "b"]])
def test_sources_are_sent_with_their_ids(ids: list[str]) -> None:
    sent = pickle.loads(pickle.dumps(Made(ids)))
    assert sent.ids == ids
    assert [source.id for source in sent] == ids
