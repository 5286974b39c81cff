import gzip
import os
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.errors import DossierError, UnreadableError
from dossier.model.passage import Anchor, Selector
from dossier.store.anchors.finding import anchor
from dossier.store.anchors.snapshots import VERSIONS, Snapshots, version_of
from dossier.store.opening import open_dossier
from tests.benchmarks.mutations.case import reading

TEXT = "The mine — “large” — opens.\n\nIt creates 8,000 jobs.\n" * 20


def test_a_version_is_kept_under_its_hash_and_read_back(tmp_path):
    kept = Snapshots(tmp_path)
    version = kept.keep(TEXT)
    assert version == sha256(TEXT.encode()).hexdigest() == version_of(TEXT)
    assert kept.has(version)
    assert kept.text(version) == TEXT
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.gz")] == [
        f"{VERSIONS.as_posix()}/{version}.txt.gz"
    ]
    assert gzip.decompress(kept.file(version).read_bytes()).decode() == TEXT


def test_the_same_text_is_the_same_file_and_is_written_once(tmp_path):
    one, other = Snapshots(tmp_path / "one"), Snapshots(tmp_path / "other")
    version = one.keep(TEXT)
    other.keep(TEXT)
    data = one.file(version).read_bytes()
    assert data == other.file(version).read_bytes()
    assert data[4:8] == b"\0\0\0\0"
    before = one.file(version).stat()
    one.keep(TEXT)
    assert one.file(version).stat() == before


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: b"no gzip", lambda data: data + b"x"])
def test_a_damaged_version_is_told(tmp_path, damage):
    kept = Snapshots(tmp_path)
    file = kept.file(kept.keep(TEXT))
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(UnreadableError, match="damaged"):
        kept.text(version_of(TEXT))


def test_another_text_under_its_name_is_told(tmp_path):
    kept = Snapshots(tmp_path)
    one, other = kept.keep(TEXT), kept.keep("another")
    kept.file(one).write_bytes(kept.file(other).read_bytes())
    with pytest.raises(UnreadableError, match="not the text"):
        kept.text(one)


def test_a_version_that_is_no_text_is_told(tmp_path):
    kept, data = Snapshots(tmp_path), b"\xff no text"
    version = sha256(data).hexdigest()
    kept.file(version).parent.mkdir(parents=True)
    kept.file(version).write_bytes(gzip.compress(data))
    with pytest.raises(UnreadableError, match="not UTF-8"):
        kept.text(version)
    assert not kept.holds(version, "no text")
    assert kept.holding("no text") == ""


HELD = "The bank pledged $11.3 billion. He was unable\nto pay. “No deal” – he said – “comes now”. They co-\noperate."


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("pledged $11.3 billion", True),
        ("unable to pay", True),
        ("able to pay", False),
        ("was un", False),
        ("1.3 billion", False),
        ("$11", False),
        ("a", False),
        ("", False),
        (" ", False),
        ('"No deal" - he said', True),
        ("THE BANK", True),
        ("He  was\tunable", True),
        ("was not unable", False),
        ("operate", True),
        ("cooperate", True),
        ("pledged $11.4 billion", False),
    ],
)
def test_words_are_held_whole_and_in_any_looks(tmp_path, words, held):
    kept = Snapshots(tmp_path)
    version = kept.keep(HELD)
    assert kept.holds(version, words) is held
    assert kept.holding(words) == (version if held else "")
    if held:
        assert anchor(Selector(words), reading(HELD)).anchor in (Anchor.FOUND, Anchor.CHANGED)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_that_leads_nowhere_hides_no_other_version(tmp_path):
    kept = Snapshots(tmp_path)
    version = kept.keep(HELD)
    kept.file("0" * 64).symlink_to("nowhere")
    kept.file("1" * 64).symlink_to(kept.file("1" * 64).name)
    assert kept.holding("unable to pay") == version
    assert not kept.has("1" * 64)


@pytest.mark.parametrize("version", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64])
def test_what_is_no_version_or_is_not_kept_is_told(tmp_path, version):
    assert not Snapshots(tmp_path).has(version)
    with pytest.raises(UnreadableError, match="version"):
        Snapshots(tmp_path).text(version)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_in_the_place_of_a_version_is_told(tmp_path):
    kept = Snapshots(tmp_path)
    file = kept.file(version_of(TEXT))
    file.parent.mkdir(parents=True)
    os.mkfifo(file)
    with pytest.raises(UnreadableError, match="is not a file"):
        kept.text(version_of(TEXT))


def test_a_place_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / ".dossier").write_text("a file")
    with pytest.raises(DossierError, match="cannot be written"):
        Snapshots(tmp_path).keep(TEXT)


def test_versions_are_no_sources(folder):
    before = [source.id for source in open_dossier(folder).sources]
    Snapshots(folder).keep(TEXT)
    assert [source.id for source in open_dossier(folder).sources] == before


@given(st.text(max_size=60))
def test_any_text_comes_back(tmp_path_factory, text):
    kept = Snapshots(tmp_path_factory.getbasetemp() / "any")
    assert kept.text(kept.keep(text)) == text


def test_a_script_that_does_not_part_its_words_has_none_to_cut(tmp_path):
    kept = Snapshots(tmp_path)
    assert kept.holds(kept.keep("条约规定如此"), "约规定")
    assert not kept.holds(kept.keep("unable to pay"), "able to pay")
