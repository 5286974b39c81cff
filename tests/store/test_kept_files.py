import os
import stat

import pytest

from dossier.model.errors import DossierError
from dossier.store.atomic import write_atomically
from dossier.store.locations import cache_directory, key_of, state_directory
from dossier.store.place import load_place, merged, save_place
from dossier.store.settings import load_settings, save_settings
from dossier.store.watching import fingerprint


def test_writing_atomically(tmp_path):
    path = tmp_path / "new" / "file"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "file"
    write_atomically(path, b"one")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DossierError, match=r"file cannot be written \(No space left on device\); check"):
        write_atomically(path, b"two")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
    assert path.read_bytes() == b"one"


def test_writing_over_a_folder_is_refused(tmp_path):
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    with pytest.raises(DossierError, match="cannot be written"):
        write_atomically(tmp_path / "folder", b"x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


def test_a_place_is_kept_for_each_folder(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    place = {"panes": [{"source": "ä\ud800", "at": 3}], "history": []}
    save_place(one, place)
    assert load_place(one) == place
    assert load_place(two) == {}


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"place": {}}', b"[" * 100_000, b'{"place": 3}']
)
def test_a_place_that_cannot_be_used_is_empty(tmp_path, content):
    save_place(tmp_path, {"a": 1})
    (path,) = (state_directory() / "places").iterdir()
    path.write_bytes(content)
    assert load_place(tmp_path) == {}


def test_a_place_of_another_folder_is_not_taken(tmp_path):
    save_place(tmp_path, {"a": 1})
    (path,) = (state_directory() / "places").iterdir()
    path.rename(path.with_name(f"{key_of(tmp_path / 'other')}.json"))
    assert load_place(tmp_path / "other") == {}


def test_settings():
    assert load_settings() == {}
    save_settings({"theme": "dark"})
    assert load_settings() == {"theme": "dark"}


def test_the_platforms_directories(monkeypatch):
    monkeypatch.delenv("DOSSIER_STATE_DIR")
    monkeypatch.delenv("DOSSIER_CACHE_DIR")
    assert "dossier" in state_directory().parts
    assert "dossier" in cache_directory().parts


def test_a_key_is_the_same_for_every_way_to_write_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path)
    assert key_of(tmp_path) == key_of(tmp_path / "x" / "..") == key_of(tmp_path / "link")
    assert key_of(tmp_path) != key_of(tmp_path / "x")


def test_a_fingerprint_notices_every_kind_of_change(folder):
    seen = [fingerprint(folder)]
    assert fingerprint(folder) == seen[0]
    (folder / "new.txt").write_text("new")
    seen.append(fingerprint(folder))
    (folder / "notes.yaml").write_text("- a\n")
    seen.append(fingerprint(folder))
    os.utime(folder / "one.txt", ns=(1, 1))
    seen.append(fingerprint(folder))
    (folder / "claims.yaml").unlink()
    seen.append(fingerprint(folder))
    assert len(set(seen)) == 5
    (folder / "unrelated.bin").write_bytes(b"x")
    assert fingerprint(folder) == seen[-1]


def test_the_fingerprint_of_a_file_and_of_what_is_gone(folder, tmp_path):
    before = fingerprint(folder / "one.txt")
    (folder / "two.txt").write_text("changed")
    assert fingerprint(folder / "one.txt") == before
    (folder / "one.txt").write_text("changed")
    assert fingerprint(folder / "one.txt") != before
    assert fingerprint(tmp_path / "gone") == fingerprint(tmp_path / "gone")


def test_what_another_session_kept_stays():
    assert merged(["a", "theirs"], ["a"], ["a", "mine"]) == ["a", "theirs", "mine"]
    assert merged(["a", "b"], ["a", "b"], ["b"]) == ["b"]
    assert merged(["b"], ["a", "b"], ["a", "b"]) == ["b"]
    assert merged(["mine"], [], ["mine"]) == ["mine"]
