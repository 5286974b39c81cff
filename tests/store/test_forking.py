"""Work shared among processes gives what it gives in one, whatever becomes of the children."""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from dossier.store.forking import each
from tests.processes import tree

pytestmark = pytest.mark.skipif(sys.platform != "linux" or (os.cpu_count() or 1) < 2, reason="nothing is forked here")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process of one thread; what runs the tests may have more."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_results_come_in_order_from_a_process_each() -> None:
    found = each(lambda item: (item * 2, os.getpid()), [1, 2, 3])
    assert [result for result, _ in found] == [2, 4, 6]
    assert found[0][1] == os.getpid()
    assert len({pid for _, pid in found}) == 3
    assert each(lambda item: item, []) == []


def test_more_than_a_pipe_holds_comes_whole() -> None:
    assert [len(one) for one in each(lambda item: "x" * item, [1, 3_000_000, 2_000_000])] == [1, 3_000_000, 2_000_000]


@pytest.mark.parametrize("end", [lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_what_a_child_fails_to_do_is_done_here(end) -> None:
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here:
            end()
        return item + 1

    assert each(work, [1, 2, 3]) == [2, 3, 4]


def test_what_cannot_be_sent_is_made_here() -> None:
    assert [one() for one in each(lambda item: lambda: item, [1, 2])] == [1, 2]


def test_a_fault_is_told_as_in_one_process() -> None:
    before = set(tree(os.getpid()))
    for items in ([1, 0], [0, 1, 2]):
        with pytest.raises(ZeroDivisionError):
            each(lambda item: 1 // item, items)
    assert set(tree(os.getpid())) <= before


def test_beside_other_threads_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert set(each(lambda _: os.getpid(), [1, 2, 3])) == {os.getpid()}
