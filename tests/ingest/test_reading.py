import os
from hashlib import sha256
from pathlib import Path

import pytest

from dossier.ingest import reading as module
from dossier.ingest.found import FoundFile
from dossier.ingest.reading import read_bytes, read_file
from dossier.model.errors import UnreadableError
from dossier.model.source import Metadata

from .readings import LEDE, blocks, read


def file(path: Path) -> FoundFile:
    return FoundFile(path.name, str(path), 0, 0)


def test_an_empty_file_has_no_blocks() -> None:
    for data in (b"", b"\n \r\n\t", b"\xef\xbb\xbf"):
        source, reading = read(data)
        assert (source.length, source.opening, source.metadata) == (0, "", Metadata())
        assert (reading.text, reading.blocks) == ("", ())
    assert read(b"")[0].digest == sha256(b"").hexdigest()


def test_source_and_reading_belong_together(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"Miners Return\r\n\r\n{LEDE}\r\n".encode())
    source, reading = read_file(file(path), "miners")
    assert (source.id, source.file, source.length) == ("miners", "a.txt", len(reading.text))
    assert source.digest == sha256(path.read_bytes()).hexdigest()
    assert source.metadata.title == "Miners Return"
    assert source.opening == "The miners came back to the northern hills on Tuesday"
    start = reading.text.index("Tuesday")
    assert path.read_bytes().decode()[reading.origins.back(start) :].startswith("Tuesday")


def test_the_opening_is_cut_at_a_word_or_not_at_all() -> None:
    assert read("short text.")[0].opening == "short text."
    assert read("x" * 100)[0].opening == "x" * 60
    assert len(read(LEDE)[0].opening) <= 60


def test_unknown_extensions_are_read_as_plain_text() -> None:
    assert blocks("# not a heading", "notes.log") == [("body", "# not a heading")]


def test_signs_that_act_are_shown() -> None:
    _, reading = read("Words \x1b[2J[sic] [@click=app.quit]x[/] \u202eevil\0 end of it all, he said.")
    assert reading.text == "Words ␛[2J[sic] [@click=app.quit]x[/] \ufffdevil␀ end of it all, he said."


def test_binary_files_say_so_and_where() -> None:
    with pytest.raises(UnreadableError, match=r"a\.txt: looks like a binary file; only text can be read"):
        read_bytes(b"\0" * 99, "a.txt", "a")


def test_files_that_cannot_be_read_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match="is gone"):
        read_file(file(tmp_path / "gone.txt"), "a")
    with pytest.raises(UnreadableError, match="is a folder"):
        read_file(file(tmp_path), "a")
    path = tmp_path / "a.txt"
    path.write_text("words")
    monkeypatch.setattr(module, "LARGEST", 4)
    with pytest.raises(UnreadableError, match="larger than"):
        read_file(file(path), "a")


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(UnreadableError, match=r"a\.txt: no permission to read it"):
        read_file(file(path), "a")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnreadableError, match="not a regular file"):
        read_file(file(tmp_path / "a.txt"), "a")


RUNS = ["y", " ", "#", "-", "=", "1", "|", "*", ">", "“", "[", "é", "新", "By ", "a b\n", "> - ", "\xad "]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("run", RUNS)
def test_long_runs_of_anything_are_read(run: str, name: str) -> None:
    text = f"# a {run * 100_000}b\n{run * 100_000}"
    source, reading = read(text, name)
    assert source.length == len(reading.text) > 0
