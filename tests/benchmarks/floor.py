"""The floor of every measurement: a bare Textual application with one Static and a key that changes it."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Floor(App[None]):
    """``x`` changes one line: the trivial key. ``q`` ends."""

    BINDINGS = [("x", "change", "Change"), ("q", "quit", "Quit")]  # noqa: RUF012
    presses = 0

    def compose(self) -> ComposeResult:
        yield Static("floor 0")

    def action_change(self) -> None:
        self.presses += 1
        self.query_one(Static).update(f"floor {self.presses}", layout=False)


if __name__ == "__main__":
    Floor().run()
