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


TALK: Final = frozenset(("hour", "minute"))
"""The lengths by which recordings are counted."""
STOPS: Final = FUNCTION_WORDS | {"any", "now", "once"}
POINTS: Final = frozenset(("percentage_point", "basis_point"))
LEARNING: Final = frozenset("trained pretrained tuned fine-tuned taught schooled learned learnt fed".split())
LONG: Final = 100
"""So many hours are recorded rather than spent."""
UNLEARNT: Final = frozenset(("gpus", "tpus", "chips", "accelerators", "cards", "machines", "servers"))
"""What models are trained on that they do not learn from."""
LINKS: Final = frozenset(("of", "on", "at", "in", "among", "for", "by", "from"))
KEEPING: Final = frozenset(
    "own owns owned owning hold holds held holding keep keeps kept keeping retain retains retained"
    " retaining control controls controlled controlling".split()
)
"""Verbs of those who have a part of something."""
LISTS: Final = frozenset(
    "fortune global ftse cac dax s&p nasdaq nikkei stoxx forbes sensex kospi inc".split()
)
"""What lists of companies are called, with a number behind: the Fortune 500."""
SPANS: Final = frozenset(("year", "quarter", "month", "week"))
INTO: Final = frozenset(("in", "of", "from", "worth"))
MORE: Final = frozenset(("more", "fewer", "less", "higher", "lower", "as"))
JOINTS: Final = frozenset("-+/&")
PARTS: Final = frozenset(("business", "segment", "division", "market", "markets", "sector", "industry"))
"""What a noun before it only describes: the data centre business."""
EACH: Final = frozenset(("a", "per", "each", "every"))
WORLD: Final = frozenset(("world", "world's", "global", "worldwide", "country", "nation", "region's"))
COUNTED: Final = frozenset(("deliveries", "chips-shipped", "employees"))
OUTPUTS: Final = frozenset(("capacity", "orders"))
"""What can be so many of the things that are counted: a capacity of 90 cars, orders for 90 cars."""
REACHING: Final = frozenset(
    "reach reaches reached at to is was are were equals exceed exceeds exceeded hit hits above below"
    " represents represented makes or".split()
)
"""Words between a measure and the part of something else that it is."""
VALUING: Final = frozenset(("values", "valuing", "valued"))
"""What shares do not do: an offer for them does."""
COUNTLESS: Final = frozenset(("parameters", "training-tokens", "context-window", "token-consumption"))
"""What comes in units of its own, of which a bare count can be a part: ``40 billion of them``."""
READ: Final = (2_000, 20_000_000)
"""So many tokens are what a model can read."""
THOUSAND: Final = Decimal(1000)
"""So many are parameters or tokens of a context, where one of them is told without its unit."""
SCALED: Final = re.compile(r"(?:illion|bn|tn|crore)$")
HELPERS: Final = BE | HAVE | MODALS | frozenset("to also already now since then so far only just".split())
HAVING: Final = frozenset("has have had holds hold held with of and its".split())
BARE: Final = frozenset(
    "put puts putting give gives gave giving offer offers offered offering"
    " supply supplies supplied supplying provide provides provided providing".split()
)
"""Verbs that say something of an amount only where it stands right behind them."""
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
SPENDERS: Final = frozenset(
    "customers clients accounts users companies those organisations enterprises".split()
)
POSTING: Final = frozenset(("posts", "records"))
"""What looks like a noun and is a verb right before a figure."""
USING: Final = frozenset("use uses used using run runs adopted deployed".split())
