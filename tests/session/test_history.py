from hypothesis import given
from hypothesis import strategies as st

from dossier.model.passage import Passage
from dossier.session.history import LONGEST, History


def at(n: int) -> Passage:
    return Passage("s", n, n + 1)


def test_back_and_forward() -> None:
    history = History()
    history.leave(at(1))
    history.leave(at(2))
    assert history.back(at(3)) == at(2)
    assert history.back(at(2)) == at(1)
    assert history.back(at(1)) is None
    assert history.forward(at(1)) == at(2)
    assert history.forward(at(2)) == at(3)
    assert history.forward(at(3)) is None


def test_going_somewhere_new_forgets_what_was_ahead() -> None:
    history = History()
    history.leave(at(1))
    history.back(at(2))
    history.leave(at(1))
    assert history.forward(at(3)) is None


def test_the_same_place_is_kept_once() -> None:
    history = History()
    history.leave(at(1))
    history.leave(at(1))
    assert history.behind == [at(1)]


def test_old_places_fall_off() -> None:
    history = History()
    for n in range(LONGEST + 10):
        history.leave(at(n))
    assert len(history.behind) == LONGEST
    assert history.behind[0] == at(10)


@given(st.lists(st.one_of(st.integers(0, 9), st.sampled_from(("back", "forward"))), max_size=60))
def test_like_a_browser(steps: list[int | str]) -> None:
    """Against a list of places with one index."""
    history, here = History(), at(100)
    visited, index = [at(100)], 0
    for step in steps:
        if step == "back":
            here = history.back(here) or here
            index = max(0, index - 1)
        elif step == "forward":
            here = history.forward(here) or here
            index = min(len(visited) - 1, index + 1)
        else:
            place = at(int(step))
            if place == here:
                continue  # the reader is there already
            if history.behind and history.behind[-1] == here:
                del visited[index]  # kept once
                index -= 1
            history.leave(here)
            del visited[index + 1 :]
            visited.append(place)
            index += 1
            here = place
        assert here == visited[index]
