"""Run as a process of its own: saves decisions, is killed at one step, and tells what it was told was safe.

python saving_child.py kill FOLDER      saves in FOLDER's copies, killed at each step in turn; prints a JSON report
python saving_child.py many FOLDER NAME COUNT      saves COUNT decisions, each adding NAME-number to a list
python saving_child.py full FOLDER BYTES           saves while no file may grow beyond BYTES
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from dossier.store.saving.outcome import Outcome
from dossier.store.saving.proposing import proposed
from dossier.store.saving.saver import Saver

STEPS = ("write", "fsync", "replace", "ftruncate", "chmod", "mkdir", "open", "unlink", "close")
"""The calls of the ``os`` module that change a file, or stand between those that do."""


def changed(saver: Saver, name: str, key: str, **wanted: object) -> Outcome:
    document = saver.document(name)
    return saver.decide(f"changed {key}", [proposed(document, key, {**(document.item(key) or {}), **wanted})])


def two_files(saver: Saver) -> Outcome:
    """One decision in two files: a person is named in both or in neither."""
    claims, entities = saver.document("claims.yaml"), saver.document("entities.yaml")
    claim = claims.item("one") or {}
    edits = [
        proposed(entities, "new-one", {"id": "new-one", "name": "New One"}),
        proposed(claims, "one", {**claim, "about": (*claim["about"], "new-one")}),
    ]
    return saver.decide("named someone", edits)


def life(folder: Path, told: int) -> None:
    """What is done before the kill; each decision is told as safe when it is."""
    saver = Saver(folder)
    for name, outcome in (
        ("note", lambda: changed(saver, "claims.yaml", "one", note="kept")),
        ("both", lambda: two_files(saver)),
        ("undo", saver.undo),
        ("redo", saver.redo),
    ):
        done = outcome()
        assert done is not None
        assert done.saved, done.message
        REAL_WRITE(told, f"{name}\n".encode())


REAL_WRITE = os.write


def arm(step: int, half: bool) -> None:
    """From now on the call number ``step`` is the last: it is not made, or made by half where it writes."""
    count = [0]

    def watched(real: Callable[..., object], name: str) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            count[0] += 1
            if count[0] == step:
                if half and name == "write":
                    real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                elif half:
                    real(*arguments, **named)
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        return call

    for name in STEPS:
        setattr(os, name, watched(getattr(os, name), name))


def kill(template: Path) -> None:
    """One child for each step; the parent then looks at what is left and recovers."""
    reports = []
    for half in (False, True):
        step = 0
        while True:
            step += 1
            folder = template.parent / f"killed-{half}-{step}"
            shutil.copytree(template, folder)
            told, status = one_life(folder, step, half)
            left = {name: (folder / name).read_text() for name in ("claims.yaml", "entities.yaml")}
            saver = Saver(folder)
            outcomes = saver.recover()
            reports.append(
                {
                    "step": [step, half],
                    "told": told,
                    "left": left,
                    "recovered": [[outcome.state.value, outcome.message] for outcome in outcomes],
                    "claims": (folder / "claims.yaml").read_text(),
                    "entities": (folder / "entities.yaml").read_text(),
                    "acts": [entry.decision.act.value for entry in saver.history().entries],
                    "ids": [entry.decision.id for entry in saver.history().entries],
                    "litter": sorted(path.name for path in folder.iterdir()),
                    "again": len(Saver(folder).recover()),
                }
            )
            shutil.rmtree(folder)
            if status == 0:
                break
    print(json.dumps(reports))


def one_life(folder: Path, step: int, half: bool) -> tuple[list[str], int]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            arm(step, half)
            life(folder, writing)
        except BaseException as error:
            REAL_WRITE(2, repr(error).encode())
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read().split()
    status = os.waitpid(child, 0)[1]
    assert status == 0 or os.WIFSIGNALED(status), "the child failed before it was killed"
    return told, status


def many(folder: Path, name: str, count: int) -> None:
    saver = Saver(folder, name, patience=60)
    for number in range(count):
        key = f"claim-{number % 10}"
        document = saver.document("claims.yaml")
        item = document.item(key) or {}
        wanted = {**item, "about": (*item["about"], f"{name}-{number}")}
        outcome = saver.decide(f"{name}-{number}", [proposed(document, key, wanted)])
        assert outcome.saved, outcome.message


def full(folder: Path, size: int) -> None:
    saver = Saver(folder)
    edit = proposed(saver.document("claims.yaml"), "one", {"id": "one", "text": "long " * 5000})
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    outcome = saver.decide("wrote a long text", [edit])
    print(json.dumps([outcome.state.value, outcome.message, str(outcome.journal), len(saver.unsaved)]))


if __name__ == "__main__":
    command, at = sys.argv[1], Path(sys.argv[2])
    if command == "kill":
        kill(at)
    elif command == "many":
        many(at, sys.argv[3], int(sys.argv[4]))
    else:
        full(at, int(sys.argv[3]))
