"""Who owns a part of what, and what a company, a round or a contract is worth."""

from __future__ import annotations

from typing import Final

from ...english.cast import COMPANIES
from ...english.clauses import DETERMINERS
from ...wording import table
from .circumstances import CLOSE, KEEPING, NEAR
from .doings import Doings
from .wordsets import listed

__all__ = ["HOLDINGS", "Owning"]

HOLDINGS: Final = frozenset(("holding", "stake", "shareholding", "interest"))
PACTS: Final = frozenset("contract contracts extension deal agreement order award programme program".split())


class Owning(Doings):
    """What a figure says of who owns what."""

    def is_kept(self, place: range) -> bool:
        """Whether a ratio is what somebody owns of what was told of: ``which hold 60% of it``."""
        referring = self.key(place.stop) == "of" and self.key(place.stop + 1) in ("it", "them")
        return referring and self.key(place.start - 1) in KEEPING

    def _is_stake(self, place: range) -> bool:
        """Whether a ratio is a part of a company that is bought, held or sold: ``sell 3% of Acme``."""
        if self.key(place.stop) != "of":
            low = max(self.passage.first, place.start - 3)
            kept = any(self.key(at) in KEEPING for at in range(low, place.start))
            return kept and (
                place.stop >= self.passage.end
                or self.page.tokens[place.stop].kind == "mark"
                or self.key(place.stop)
                in ("each", "when", "after", "once", "and", "but", "while", "through", "in")
            )
        if self.is_kept(place):
            return True
        at = place.stop + 1
        while self.key(at) in DETERMINERS:
            at += 1
        if at >= self.passage.end:
            return False
        low, end = max(self.passage.first, place.start - NEAR), min(place.stop + NEAR, self.passage.end)
        part = self.clauses[place.start].part
        deals = any(
            self.key(i) in listed("dealing") and self.clauses[i].part == part for i in range(low, end)
        )
        whole = self.page.name_at(at)
        firms = table("cues")["reference"]["companies"]
        called = any(self.page.joined(i)[0] in firms for i in self.measures.noun(place.stop + 1)[: NEAR // 2])
        return deals and (called or (whole is not None and whole.value.kind == "organisation"))

    def _is_company(self, at: int) -> bool:
        """Whether the name of a company starts at a token."""
        name = self.page.name_at(at) if at < self.passage.end else None
        return name is not None and name.value.kind in COMPANIES

    def _is_pact(self, place: range) -> bool:
        """Whether it is a contract that has a value: ``the contract, valued at $4bn``."""
        for at in range(place.start - 1, place.start - 2 * CLOSE, -1):
            if self.key(at) in ("valued", "worth"):
                return any(self.key(before) in PACTS for before in range(at - CLOSE, at))
        return False
