"""Everything that the statements of a text say by the way, as figures that two sources may differ in."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.analysis.details.ages import ages
from dossier.analysis.details.hours import hours
from dossier.analysis.details.ranks import ranks
from dossier.analysis.details.tallies import tallies
from dossier.analysis.entities.named import Named
from dossier.analysis.quantities.running import FoundQuantity


def find_details(text: str, names: Iterable[Named], quantities: Iterable[FoundQuantity]) -> list[FoundQuantity]:
    """Ages of people by their names, hours of the day, ranks and tallies of votes, in the order of the text.

    Their units are those of :data:`dossier.model.quantity.DETAILS`. Linear.
    """
    told = (one for one in hours(text) if one.quantity.thing)  # of nothing that could be compared
    return sorted([*ages(text, names, quantities), *told, *ranks(text), *tallies(text)])
