"""Saving when the worst happens, with real processes: killed, disk full, no permission, two at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import yaml

from dossier.store.saving.outcome import State
from dossier.store.saving.proposing import proposed
from dossier.store.saving.saver import Saver

CHILD = Path(__file__).with_name("saving_child.py")
CLAIMS = "# Claims\n\n- id: one\n  text: First  # words\n  about: [x]\n\n- id: two\n  text: Second\n  about: []\n"
ENTITIES = "- id: x\n  name: X\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


def child(*arguments: object, user: int | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(CHILD), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        user=user,
    )


def finished(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    return out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossier"
    made.mkdir()
    (made / "claims.yaml").write_text(CLAIMS)
    (made / "entities.yaml").write_text(ENTITIES)
    return made


def told_in(report: dict[str, object]) -> list[bool]:
    """Of each thing that the child was told is safe, whether it is there after recovery."""
    claims = {one["id"]: one for one in yaml.safe_load(str(report["claims"]))}
    named = "new-one" in claims["one"]["about"]
    steps = ["decided", "decided", "taken back", "done again"]
    told = report["told"]
    there = [step == act for step, act in zip(steps, report["acts"], strict=False)]
    found = [there[: len(told)] == [True] * len(told)]
    if told:
        found.append(claims["one"].get("note") == "kept")
    if report["acts"][-1:] == ["taken back"]:
        found.append(not named)
    elif len(report["acts"]) >= 2:
        found.append(named)
    return found


def test_killed_at_any_step_nothing_is_lost_and_nothing_is_half(folder: Path) -> None:
    reports = json.loads(finished(child("kill", folder)))
    assert len(reports) > 100  # every call of four decisions, made or not made
    assert sum(bool(report["recovered"]) for report in reports) > 20
    for report in reports:
        where = report["step"]
        for text in (*report["left"].values(), report["claims"], report["entities"]):
            assert isinstance(yaml.safe_load(text), list), where
            assert text.startswith(("# Claims\n\n- id: one\n  text: First  # words\n", ENTITIES)), where
        assert all(told_in(report)), report
        both = ("new-one" in report["claims"], "new-one" in report["entities"])
        assert both[0] == both[1], report
        assert all(state == "saved" for state, _ in report["recovered"]), report
        assert len(set(report["ids"])) == len(report["ids"]), where
        assert report["litter"] in ([".dossier", "claims.yaml", "entities.yaml"], ["claims.yaml", "entities.yaml"]), (
            report
        )
        assert report["again"] == 0, where
    assert reports[-1]["told"] == ["note", "both", "undo", "redo"]


def test_two_processes_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else tmp_path  # where flushing takes no time
    with tempfile.TemporaryDirectory(dir=place) as made:
        folder = Path(made)
        (folder / "claims.yaml").write_text(
            "".join(f"- id: claim-{number}\n  text: t\n  about: []  # those named\n" for number in range(10))
        )
        running = [child("many", folder, name, 500) for name in ("anna", "ben")]
        for process in running:
            finished(process)
        claims = yaml.safe_load((folder / "claims.yaml").read_text())
        named = sorted(name for claim in claims for name in claim["about"])
        assert named == sorted(f"{name}-{number}" for name in ("anna", "ben") for number in range(500))
        entries = Saver(folder).history().entries
        assert sorted(entry.decision.sentence for entry in entries) == named
        times = [entry.when for entry in entries]
        assert times == sorted(set(times))
        assert {entry.decision.who for entry in entries[:300]} == {"anna", "ben"}  # they did take turns
        assert not Saver(folder).recover()


def test_a_full_disk_keeps_file_and_decision(folder: Path) -> None:
    state, message, journal, unsaved = json.loads(finished(child("full", folder, 1000)))
    assert state == "not saved yet"
    assert "too large" in message
    assert "in memory only" in message
    assert (journal, unsaved) == ("None", 1)
    assert (folder / "claims.yaml").read_text() == CLAIMS
    assert sorted(path.name for path in folder.iterdir()) == [".dossier", "claims.yaml", "entities.yaml"]
    assert (folder / ".dossier" / "journal.jsonl").read_bytes() == b""  # no half line


def test_a_disk_with_room_for_the_journal_alone_saves_later(folder: Path) -> None:
    with open(folder / "claims.yaml", "a") as file:
        file.write(f"# {'x' * 60_000}\n")
    before = (folder / "claims.yaml").read_text()
    state, message, journal, _ = json.loads(finished(child("full", folder, 60_000)))
    assert state == "not saved yet"
    assert "claims.yaml cannot be written" in message
    assert journal == str(folder / ".dossier" / "journal.jsonl")
    assert (folder / "claims.yaml").read_text() == before
    (outcome,) = Saver(folder).recover()
    assert outcome.saved
    assert yaml.safe_load((folder / "claims.yaml").read_text())[0]["text"] == "long " * 5000


NO_ROOT = """
import os, sys, tempfile
from pathlib import Path
from dossier.store.saving.saver import Saver
from dossier.store.saving.proposing import proposed
folder = Path(sys.argv[1])
def save(note):
    document = saver.document("claims.yaml")
    out = saver.decide("noted", [proposed(document, "one", {**(document.item("one") or {"id": "one"}), "note": note})])
    return out
with tempfile.TemporaryDirectory() as warm:  # loads all that an account without rights may not be able to read
    saver = Saver(Path(warm))
    save("loaded")
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
saver = Saver(folder)
def show(out):
    print(out.state.value, "|", out.message, "|", out.journal, "|", len(saver.unsaved))
show(save("first"))
if len(sys.argv) > 2:
    for path in (folder / ".dossier", folder):
        path.chmod(0o555)
    show(save("second"))
    for path in (folder / ".dossier", folder):
        path.chmod(0o755)
    print([out.state.value for out in saver.recover()], len(saver.unsaved))
"""


def without_rights(folder: Path, *more: str) -> list[str]:
    """Runs as somebody who may not do everything."""
    with tempfile.TemporaryDirectory() as made:
        state = Path(made)
        if os.getuid() == 0:
            state.chmod(0o777)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "DOSSIER_STATE_DIR": str(state)}
        command = [sys.executable, "-c", NO_ROOT, str(folder), *more]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        lines = done.stdout.splitlines()
        return [*lines, *(path.read_text() for path in sorted(state.rglob("*.jsonl")))]


@pytest.fixture
def open_folder() -> Path:
    """A folder that somebody without rights can reach, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as made:
        top = Path(made)
        top.chmod(0o755)
        inner = top / "dossier"
        inner.mkdir()
        (inner / "claims.yaml").write_text(CLAIMS)
        if os.getuid() == 0:
            for path in (inner, inner / "claims.yaml"):
                os.chown(path, 65534, 65534)
        yield inner
        inner.chmod(0o755)


def test_a_read_only_folder_is_left_and_the_decision_kept_elsewhere(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    line, journal = without_rights(open_folder)
    state, message, path, unsaved = line.split(" | ")
    assert state == "not saved yet"
    assert "Permission denied" in message
    assert "the decision is kept in" in message
    assert path.endswith(".jsonl")
    assert unsaved == "1"
    assert '"note": "first"' in journal
    assert [one.name for one in open_folder.iterdir()] == ["claims.yaml"]


def test_permission_lost_midway_and_given_back(open_folder: Path) -> None:
    first, second, third, *_ = without_rights(open_folder, "midway")
    assert first.startswith("saved")
    assert second.startswith("not saved yet")
    assert "cannot be written (Permission denied)" in second
    assert third == "['saved'] 0"
    assert yaml.safe_load((open_folder / "claims.yaml").read_text())[0]["note"] == "second"


def test_a_write_protected_file_is_not_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # what a person without root's rights would see
    saver = Saver(folder)
    outcome = saver.decide("noted", [proposed(saver.document("claims.yaml"), "one", {"id": "one", "text": "New"})])
    assert outcome.state is State.KEPT
    assert "write-protected" in outcome.message
    assert (folder / "claims.yaml").read_text() == CLAIMS
