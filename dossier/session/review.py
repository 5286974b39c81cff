"""Going through what the program suggests, one claim after the other, the most valuable first."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.model.claim import Claim
from dossier.model.dossier import Dossier


@dataclass
class Review:
    """The ids of the claims to look at in order, and which of them were settled or put off."""

    order: list[str]
    current: str = ""
    settled: dict[str, None] = field(default_factory=dict)
    later: set[str] = field(default_factory=set)
    steps: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, dossier: Dossier) -> Review:
        """Shared by several sources before others, figures that differ first, then by strength."""
        suggested = [claim for claim in dossier.claims if not claim.decided]
        suggested.sort(key=lambda claim: (-claim.status.differs, -len(claim.sources), -claim.strength, claim.id))
        return cls([claim.id for claim in suggested])

    def settle(self) -> None:
        """The current claim is done with."""
        self.settled[self.current] = None
        self.steps.append(self.current)

    def taken_back(self, dossier: Dossier) -> Claim | None:
        """The claim to go back to, settled first of those that are suggestions again; ``None`` for none.

        ``dossier`` is as it is when everything that was decided is saved.
        """
        again = [id for id in self.settled if not self._gone(dossier, id)]
        if not again:
            return None
        for id in again:
            del self.settled[id]
        self.steps = [id for id in self.steps if id not in again]
        self.current = again[0]
        return dossier.claim[self.current]

    def put_off(self) -> None:
        """The current claim comes again after all others."""
        self.later.add(self.current)
        self.steps.append(self.current)

    def put_back(self) -> str:
        """The claim that was put off by the last step, which is looked at again; empty where that settled one."""
        if not self.steps or self.steps[-1] not in self.later:
            return ""
        self.current = self.steps.pop()
        self.later.discard(self.current)
        return self.current

    def next(self, dossier: Dossier) -> Claim | None:
        """The next claim that is still a suggestion, those that were put off at the end; ``None`` when all are done."""
        waiting = [id for id in self.order if id not in self.settled and not self._gone(dossier, id)]
        fresh = [id for id in waiting if id not in self.later and id != self.current]
        if not fresh:
            self.later.clear()
            fresh = [id for id in waiting if id != self.current] or waiting
        self.current = fresh[0] if fresh else ""
        return dossier.claim.get(self.current)

    def told(self, dossier: Dossier) -> str:
        """How far it is: "12 settled, 4,068 to go, 68 of several sources". What was settled before is not counted."""
        left = [id for id in self.order if id not in self.settled and not self._gone(dossier, id)]
        shared = sum(len(dossier.claim[id].sources) > 1 for id in left)
        several = f", {shared:,} of several sources" if 0 < shared < len(left) else ""
        return f"{len(self.order) - len(left):,} settled, {len(left):,} to go{several}"

    @staticmethod
    def _gone(dossier: Dossier, id: str) -> bool:
        claim = dossier.claim.get(id)
        return claim is None or claim.decided
