import pytest

from dossier.commands.command import Command
from dossier.commands.registry import BY_NAME, COMMANDS
from dossier.session.session import Panel, Session, View

from ..session.made import TEXTS, dossier_of
from .room import StubRoom


def room(*, sources: bool = True) -> StubRoom:
    return StubRoom(Session(dossier_of() if sources else dossier_of({}, claims_=())))


def run(room: StubRoom, *names: str) -> None:
    for name in names:
        BY_NAME[name]().run(room)


def assert_sound(session: Session) -> None:
    assert 0 <= session.active < len(session.panes) <= 4
    for pane in session.panes:
        assert 0 <= pane.active < len(pane.tabs)
        assert pane.tab.source in TEXTS


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.__name__)
def test_each_runs_against_a_real_session(command: type[Command]) -> None:
    for first in ((), ("next-claim",), ("split", "split", "split"), ("matrix-view",), ("zoom",)):
        stub = room()
        run(stub, *first)
        before = (len(stub.log), repr(stub.session))
        for _ in range(5):
            command().run(stub)
            assert_sound(stub.session)
        idle = ("reading-view", "previous-pane", "next-pane", "next-tab", "previous-tab", *first)
        assert command.name() in idle or (len(stub.log), repr(stub.session)) != before


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.needs_source], ids=lambda c: c.__name__)
def test_what_needs_no_source_runs_without_one(command: type[Command]) -> None:
    stub = room(sources=False)
    command().run(stub)
    assert stub.session.empty


def test_the_base_does_nothing() -> None:
    with pytest.raises(NotImplementedError):
        Command().run(room())


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("search", ("box", "search")),
        ("palette", ("box", "palette")),
        ("help", ("box", "help")),
        ("themes", ("box", "themes")),
        ("go-to-source", ("box", "sources")),
        ("bookmarks", ("box", "bookmarks")),
        ("open", ("enter", False)),
        ("compare-claim", ("enter", True)),
        ("next-panel", ("panel", 1)),
        ("previous-panel", ("panel", -1)),
        ("entity-card", ("card",)),
        ("next-hit", ("hit", 1)),
        ("previous-hit", ("hit", -1)),
        ("copy", ("copy",)),
        ("reload", ("reload",)),
        ("leave", ("leave",)),
        ("quit", ("quit",)),
        ("line-down", ("line", 1)),
        ("line-up", ("line", -1)),
        ("page-down", ("page", 1)),
        ("page-up", ("page", -1)),
        ("half-page-down", ("page", 0.5)),
        ("half-page-up", ("page", -0.5)),
        ("to-start", ("end", False)),
        ("to-end", ("end", True)),
    ],
)
def test_what_the_screen_is_asked_for(name: str, asked: tuple[object, ...]) -> None:
    stub = room()
    run(stub, name)
    assert stub.log == [asked]


def test_panes() -> None:
    stub = room()
    run(stub, "split", "split", "split", "split")
    assert len(stub.session.panes) == 4
    assert stub.session.notice == "There are 4 panes already"
    run(stub, "previous-pane", "next-pane")
    assert stub.log == [("across", -1), ("across", 1)]
    run(stub, "close", "close", "close", "close")
    assert stub.session.notice == "This is the last pane"


def test_tabs() -> None:
    stub = room()
    run(stub, "new-tab", "next-source", "new-tab", "next-source")
    pane = stub.session.pane
    assert [tab.source for tab in pane.tabs] == ["alpha", "beta", "gamma"]
    run(stub, "next-tab")
    assert pane.tab.source == "alpha"
    run(stub, "previous-tab")
    assert pane.tab.source == "gamma"
    run(stub, "close")
    assert [tab.source for tab in pane.tabs] == ["alpha", "beta"]


def test_views_and_panels() -> None:
    stub = room()
    for name, view in (
        ("matrix-view", View.MATRIX),
        ("sources-view", View.SOURCES),
        ("problems-view", View.PROBLEMS),
        ("reading-view", View.READING),
    ):
        stub.session.panel = Panel.CLAIMS
        run(stub, name)
        assert (stub.session.view, stub.session.panel) == (view, Panel.ARTICLE)
    run(stub, "zoom", "toggle-entities", "filter-entities")
    assert stub.session.shelf.entities
    assert not stub.session.zoomed
    assert stub.session.panel is Panel.ENTITIES
    run(stub, "toggle-entities")
    assert stub.session.panel is Panel.ARTICLE
    stub.session.panel = Panel.CLAIMS
    run(stub, "toggle-claims")
    assert not stub.session.shelf.claims
    assert stub.session.panel is Panel.ARTICLE


def test_widths_have_ends() -> None:
    stub = room()
    for panel, of in (
        (Panel.ARTICLE, lambda s: s.measure),
        (Panel.ENTITIES, lambda s: s.shelf.entities_width),
        (Panel.CLAIMS, lambda s: s.shelf.claims_width),
    ):
        stub.session.panel = panel
        run(stub, *["wider-panel"] * 60)
        widest = of(stub.session)
        run(stub, "narrower-panel")
        assert of(stub.session) < widest
        run(stub, *["narrower-panel"] * 60)
        narrowest = of(stub.session)
        run(stub, "narrower-panel")
        assert of(stub.session) == narrowest
        assert 20 <= narrowest < widest <= 160
