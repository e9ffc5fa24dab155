"""Who owns a part of what, and what a company, a round or a contract is worth."""

from __future__ import annotations

from typing import Final

from ...english.cast import COMPANIES
from ...english.clauses import DETERMINERS
from ...wordclasses import BE
from ...wording import table
from .circumstances import CLOSE, NEAR
from .doings import Doings
from .wordsets import KEEPING, listed

__all__ = ["HOLDINGS", "Owning"]

HOLDINGS: Final = frozenset(("holding", "stake", "shareholding", "interest"))
OWNERS: Final = frozenset("owner holder shareholder stockholder investor diluted".split())
BETWEEN: Final = DETERMINERS | frozenset("on to up of with some about just only still now back".split())
"""What can stand between those who own a part, or what they do, and the part: holds on to its 9%."""
ENDING: Final = frozenset("each when after once and but while through in".split())
STANDING: Final = BE | frozenset("s 's now still last already company firm group start-up stake".split())
"""Words before ``worth`` and ``valued`` where it is a company that is worth so much."""
PACTS: Final = frozenset("contract contracts extension deal agreement order award programme program".split())
ORDERED: Final = PACTS | frozenset("ordered orders ordering reserved signed".split())


class Owning(Doings):
    """What a figure says of who owns what."""

    def is_kept(self, place: range) -> bool:
        """Whether a ratio is what somebody owns of what was told of: ``which hold 60% of it``."""
        whole = place.stop + 1 + (self.key(place.stop + 1) == "the")
        referring = self.key(place.stop) == "of" and self.key(whole) in ("it", "them", "latter", "former")
        return referring and self.key(place.start - 1) in KEEPING

    def is_stake(self, place: range) -> bool:
        """Whether a ratio is a part of a company that is bought, held or sold: ``sell 3% of Acme``."""
        if self.key(place.stop) != "of":
            near = (self.key(at) for at in range(place.start - 1, place.start - CLOSE - 2, -1))
            said = next((key for key in near if key not in BETWEEN), "")
            ends = place.stop >= self.passage.end or self.page.tokens[place.stop].kind == "mark"
            ends = (ends or self.key(place.stop) in ENDING) and "market" not in self.passage.keys
            return ends and (said in KEEPING or said in OWNERS)
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
        noun = self.measures.noun(place.stop + 1)[: NEAR // 2]
        called = any(self.page.joined(i)[0] in firms for i in noun if self.page.joined(i)[1] == noun.stop)
        return deals and (called or (whole is not None and whole.value.kind == "organisation"))

    def _is_company(self, at: int) -> bool:
        """Whether the name of a company starts at a token."""
        name = self.page.name_at(at) if at < self.passage.end else None
        return name is not None and name.value.kind in COMPANIES

    def _is_pact(self, place: range) -> bool:
        """Whether it is a contract that has a value: ``the contract, valued at $4bn``."""
        for at in range(place.start - 1, place.start - 2 * CLOSE, -1):
            if self.key(at) in ("valued", "worth"):
                goods = self.page.tokens[at - 1].text
                if goods.istitle() or not goods[-1:].islower() or goods in STANDING:
                    return any(self.key(before) in PACTS for before in range(at - CLOSE, at))
                told = self.passage, *self.subjects.discourse.earlier(self.passage)
                return any(not ORDERED.isdisjoint(one.keys) for one in told)  # it covers modules worth
        return False
