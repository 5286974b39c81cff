"""Whether figures that differ are told apart from figures that disagree: the table of cases, and the real articles.

On the articles every two grouped statements of different sources are compared figure by figure; there is nothing in
them that contradicts another, so each "conflicting" is false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product

from dossier.analysis.agreement.agreement import Told, agreement, between
from dossier.analysis.agreement.scope import scope
from dossier.analysis.alignment.alignment import Aligner, Statement
from dossier.analysis.alignment.groups import groups
from dossier.analysis.quantities.reading import read_quantity
from dossier.model.claim import Agreement
from tests.analysis.test_agreement_cases import CASES, piece
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.steps import REAL
from tests.benchmarks.steps.alignment import FIGURE, figures_in

SENTENCE = re.compile(r"[^\n]+?(?:(?<=[a-z\d%)”\"’]{2}[.!?])[”\"’]?(?=\s+[“\"A-Z])|(?=\n)|\Z)")


def told(statement: Statement) -> list[Told]:
    found = []
    for match in FIGURE.finditer(statement.text):
        quantity = read_quantity(match[0])
        if quantity is not None:
            written = re.match(r"\D*[\d.,]*\d", match[0])
            found.append(Told(quantity, "", scope(statement.text, written[0] if written else ""), False))
    return found


def figures() -> Iterator[Figure]:
    """Cases right; and false conflicts in the real articles."""
    right = sum(agreement([piece(text) for text in case[1:]]) == Agreement(case[0]) for case in CASES)
    yield Figure("agreement, own cases right, %", 100 * right / len(CASES), 100, f"{len(CASES)} cases", least=True)
    if not REAL.exists():
        print("agreement: real articles left out, nothing at", REAL)
        return
    aligner = Aligner()
    for path in sorted(REAL.glob("*.txt")):
        rows = [match for match in SENTENCE.finditer(path.read_text("utf-8")) if match[0].strip()]
        aligner.add([Statement(path.stem, row.start(), row.end(), row[0].strip(), figures_in(row[0])) for row in rows])
    pairs = aligner.pairs()
    statements = {number: aligner.statement(number) for match in pairs for number in match[:2]}
    made = groups(statements, pairs)
    grouped = {frozenset(pair) for group in made for pair in combinations(group, 2)}
    for name, chosen in (("grouped", grouped), ("all matched", {frozenset(match[:2]) for match in pairs})):
        conflicts = 0
        for pair in chosen:
            a, b = (told(statements[number]) for number in sorted(pair))
            conflicts += any(between(one, other) is Agreement.CONFLICTING for one, other in product(a, b))
        asked = 0 if name == "grouped" else None
        yield Figure(f"agreement, false conflicts, {name} pairs", conflicts, asked, f"{len(chosen)} pairs")


if __name__ == "__main__":
    print(table(list(figures())))
