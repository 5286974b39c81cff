"""The list of sources, and the list of problems."""

from __future__ import annotations

from rich.cells import cell_len
from textual.message import Message

from dossier.model.claim import Claim, Evidence
from dossier.model.passage import Passage
from dossier.model.problem import Problem, Severity
from dossier.session.labels import date_label, lineage
from dossier.session.session import Session
from dossier.tui.messages import FocusPanel, OpenEvidence, OpenPassage
from dossier.tui.theme import Look
from dossier.tui.views.view import Built, BuiltView
from dossier.tui.widgets.lines import Line, fit
from dossier.tui.widgets.rows import Rows


class SourcesList(Rows):
    """Every source with its publisher, date, reliability and the number of passages noted in it."""

    heads = 2

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look)
        self.session = session
        self._dossier: object = None

    def follow(self) -> None:
        """Bring the view up to the session."""
        if self._dossier is not self.session.dossier:
            first = self._dossier is None
            self._dossier = self.session.dossier
            self.count = len(self.session.dossier.sources)
            self.cursor = max(0, min(self.cursor, self.count - 1))
            if first and not self.session.empty:
                self.cursor = self.session.dossier.number[self.session.tab.source] - 1
            self.keep_in_view()
            self.repaint()

    def _columns(self) -> tuple[int, int, int]:
        """Cells for the title, the publisher and the date."""
        date = 12
        publisher = 0 if self.columns < 60 else min(24, (self.columns - 40) // 3)
        return max(10, self.columns - publisher - date - 5 - 15), publisher, date

    def head(self, n: int) -> Line:
        """The title and the names of the columns."""
        if n == 0:
            return ((fit(f" Sources  {self.count:,}", self.columns), "head.active" if self.lit else "head"),)
        if not self.count:
            return ()
        title, publisher, date = self._columns()
        names = "   # " + _column("Title or first words", title) + _column("Publisher", publisher) + fit("Date", date)
        return ((names + "Rated  Passages", "muted"),)

    def line(self, n: int) -> Line:
        """One source."""
        source = self.session.dossier.sources[n]
        title, publisher, date = self._columns()
        said = source.metadata
        noted = len(self.session.dossier.evidence(source.id))
        name = source.name if said.title else f"“{source.name}…”" if source.opening else source.name
        if source.problem:
            return ((f"{n + 1:>4} ", "figure"), (fit(f"{source.file}: {source.problem}", self.columns - 5), "error"))
        told = lineage(self.session.dossier, source.id)
        room = max(title // 2, title - 2 - cell_len(told)) if told else title - 1
        return (
            (f"{n + 1:>4} ", "figure"),
            (fit(name, room) + " ", "" if said.title else "muted"),
            (fit(told, title - 1 - room - 1) + " " if told else "", "muted"),
            (_column(said.publisher or "not named", publisher), "" if said.publisher else "muted"),
            (fit(date_label(said.published) or "no date", date), "" if said.published else "muted"),
            (f"{source.reliability or '–':^5}", "figure" if source.reliability else "muted"),
            (f"{noted:>9} ", "muted"),
        )

    def chosen(self, n: int, *, other: bool = False) -> Message | None:
        """The source."""
        return OpenPassage(Passage(self.session.dossier.sources[n].id, 0, 0), other)

    def click_outside(self) -> None:
        """Take the keys."""
        self.post_message(FocusPanel("article"))


def _column(text: str, width: int) -> str:
    return fit(text, width - 1) + " " if width > 1 else ""


class ProblemsList(BuiltView):
    """What is wrong, where, and what to do; Enter goes to the place, where there is one."""

    title = "Problems"
    focuses = True

    def key_of(self) -> object:
        """The dossier."""
        return self.session.dossier

    def build(self) -> list[Built]:
        """Errors first, then warnings."""
        problems = sorted(self.session.dossier.problems, key=lambda p: p.severity is Severity.WARNING)
        if not problems:
            return self.paragraph("No problems: every file was read and every quote stands in its source.", "agree")
        lines: list[Built] = []
        for problem in problems:
            lines += self._problem(problem)
        return lines

    def pointed(self, claim: Claim) -> Evidence | None:
        """The piece of evidence of a claim that the problem under the cursor is about."""
        problem = self._at_cursor()
        line = problem.line if problem is not None and problem.claim == claim.id else 0
        return next((piece for piece in claim.evidence if piece.line == line and line), None)

    def _at_cursor(self) -> Problem | None:
        shown = sorted(self.session.dossier.problems, key=lambda p: p.severity is Severity.WARNING)
        at = sum(built.rest for built in self._built[: self.cursor + 1]) - 1
        return shown[at] if 0 <= at < len(shown) else None

    def _problem(self, problem: Problem) -> list[Built]:
        dossier = self.session.dossier
        opens: OpenPassage | OpenEvidence | None = None
        if problem.claim in dossier.claim:
            pieces = dossier.claim[problem.claim].evidence
            there = (p for p in pieces if (p.source, p.start) == (problem.source, problem.start) and p.start >= 0)
            opens = OpenEvidence(dossier.claim[problem.claim], next(there, None))
        elif problem.source in dossier.source:
            opens = OpenPassage(Passage(problem.source, max(0, problem.start), max(0, problem.start)))
        error = problem.severity is Severity.ERROR
        sign = ("  ✗ error    " if error else "  ! warning  ", "error" if error else "warn")
        lines = [Built((sign, (problem.where, "accent")), opens, rest=True)]
        lines += self.paragraph(problem.message, "", 13)
        if problem.advice:
            lines += self.paragraph("→ " + problem.advice, "muted", 13)
        return lines
