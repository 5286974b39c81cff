from dossier.model.passage import Passage
from dossier.session.pane import Pane, Tab


def test_a_passage_is_landed_on() -> None:
    tab = Tab("a", 40)
    tab.go(Passage("a", 10, 20))
    assert tab.spot == tab.target == tab.here == Passage("a", 10, 20)
    assert tab.offset == 40


def test_another_source_begins_at_its_start() -> None:
    tab = Tab("a", 40)
    tab.go(Passage("b", 0, 0))
    assert (tab.source, tab.offset, tab.spot) == ("b", 0, None)
    assert tab.here == Passage("b", 0, 0)


def test_steps_lead_back_to_the_exact_words() -> None:
    pane = Pane([Tab("a")])
    first, second = Passage("a", 10, 20), Passage("b", 3, 9)
    pane.visit(first)
    pane.visit(second)
    assert pane.step(-1)
    assert pane.tab.spot == first
    assert pane.step(-1)
    assert pane.tab.here == Passage("a", 0, 0)
    assert not pane.step(-1)
    assert pane.step(1)
    assert pane.step(1)
    assert pane.tab.spot == second
    assert not pane.step(1)


def test_tabs_open_beside_and_close() -> None:
    pane = Pane([Tab("a", 5), Tab("b")])
    pane.clone_tab()
    assert [tab.source for tab in pane.tabs] == ["a", "a", "b"]
    assert pane.active == 1
    assert pane.tab.offset == 5
    assert pane.tabs[0] is not pane.tabs[1]
    pane.active = 2
    assert pane.close_tab()
    assert pane.active == 1
    assert pane.close_tab()
    assert not pane.close_tab()
    assert pane.tab.source == "a"
