"""The sets of small words that tell what goes with a quantity."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from ...wordclasses import BE, CONCESSIVES, COORDINATORS, FUNCTION_WORDS, HAVE, MODALS
from ...wording import in_all_forms, table


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of ``figures.toml``, verbs in all their forms."""
    verbs, others = table("figures")["verbs"], table("figures")["words"]
    return in_all_forms(*verbs.get(name, ())).union(others.get(name, ()))


def measures_by(group: str) -> dict[str, list[str]]:
    """Measures, each with the words of ``figures.toml`` that tell it, by what people do or how often."""
    found: dict[str, list[str]] = table("figures")[group]
    return found


STOPS: Final = FUNCTION_WORDS | {"any", "now", "once"}
PAYS: Final = frozenset(("pay", "pays", "paying", "paid"))
POINTS: Final = frozenset(("percentage_point", "basis_point"))
LONG: Final = 100
"""So many hours are recorded rather than spent."""
KEEPING: Final = frozenset(
    "own owns owned owning hold holds held holding keep keeps kept keeping retain retains retained"
    " retaining control controls controlled controlling".split()
)
"""Verbs of those who have a part of something."""
INTO: Final = frozenset(("in", "of", "from", "worth"))
JOINTS: Final = frozenset("-+/&")
PARTS: Final = frozenset(("business", "segment", "division", "market", "markets", "sector", "industry"))
"""What a noun before it only describes: the data centre business."""
COUNTED: Final = frozenset(("deliveries", "chips-shipped", "employees"))
REACHING: Final = frozenset(
    "reach reaches reached at to is was are were equals exceed exceeds exceeded hit hits above below"
    " represents represented makes or".split()
)
"""Words between a measure and the part of something else that it is."""
READ: Final = (2_000, 20_000_000)
"""So many tokens are what a model can read."""
THOUSAND: Final = Decimal(1000)
"""So many are parameters or tokens of a context, where one of them is told without its unit."""
SCALED: Final = re.compile(r"(?:illion|bn|tn|crore)$")
HELPERS: Final = BE | HAVE | MODALS | frozenset("to also already now since then so far only just".split())
FEW: Final = 4
CROWD: Final = Decimal(5_000_000)
"""So many people are users, not employees."""
MANY: Final = Decimal(1_000_000_000)
"""So many are tokens, where something was trained on them."""
AHEAD: Final = 8
FAR: Final = 60
STEPS: Final[dict[str, float]] = {",": 1, ":": 2, "(": 0.5, ")": 0.5, "—": 4, "–": 3, ";": 4, ".": 6}
TURNS: Final = CONCESSIVES | COORDINATORS
LIMIT: Final = 6.0
