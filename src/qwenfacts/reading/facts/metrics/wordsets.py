"""The sets of small words that tell what goes with a quantity."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

TALK: Final = frozenset(("hour", "minute"))
"""The lengths by which recordings are counted."""
STOPS: Final = frozenset(
    "a about across after against also although among an any are as at be because been before being"
    " between but by can could despite did do does during each every for from had has have he her his if"
    " in into is it its may more most no nor not now of off on once or our out over per she since so"
    " than that the their then there these they this those though through to under until up via was we"
    " were what when where whereas which while who whom whose will with within without would yet".split()
)
TAPED: Final = frozenset(
    "audio speech footage video videos film films music radio television conversation conversations dialogue"
    " dialogues driving gameplay recordings recording tape tapes calls lectures podcasts sound singing voice"
    " voices interviews broadcasts telemetry motion demonstrations demonstration".split()
)
"""What is recorded by the hour."""
POINTS: Final = frozenset(("percentage_point", "basis_point"))
LEARNING: Final = frozenset("trained pretrained tuned fine-tuned taught schooled learned learnt fed".split())
LONG: Final = 100
"""So many hours are recorded rather than spent."""
UNLEARNT: Final = frozenset(("gpus", "tpus", "chips", "accelerators", "cards", "machines", "servers"))
"""What models are trained on that they do not learn from."""
LINKS: Final = frozenset(("of", "on", "at", "in", "among", "for", "by", "from"))
LISTS: Final = frozenset(
    "fortune global ftse cac dax s&p nasdaq nikkei stoxx forbes sensex kospi inc".split()
)
"""What lists of companies are called, with a number behind: the Fortune 500."""
SPANS: Final = frozenset(("year", "quarter", "month", "week"))
INTO: Final = frozenset(("in", "of", "from", "worth"))
MORE: Final = frozenset(("more", "fewer", "less", "higher", "lower", "as"))
JOINTS: Final = frozenset("-+/&")
PARTS: Final = frozenset(("business", "segment", "division"))
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
SCALED: Final = re.compile(r"(?:illion|bn|tn|crore)$")
HELPERS: Final = frozenset(
    "is are was were be been being has have had will would could may might can must also already now"
    " since then so far only just".split()
)
BUYING: Final = frozenset(
    "acquire acquires acquired acquiring buy buys bought buying acquisition takeover purchase purchased"
    " purchases takes taken swallow swallows swallowed absorb absorbs absorbed".split()
)
HAVING: Final = frozenset("has have had holds hold held with of and its".split())
BARE: Final = frozenset("put puts putting give gives gave giving".split())
"""Verbs that say something of an amount only where it stands right behind them."""
RELATIVES: Final = frozenset(("which", "who", "whose", "where"))
PLURALS: Final = frozenset(
    "always is was has does as across plus this versus besides overseas worldwide afterwards towards"
    " perhaps thus its means says sees gets comes goes makes takes needs uses pays rises falls costs works"
    " runs lives plans".split()
)
"""Words in s that are no nouns behind a plural."""
FEW: Final = 4
CROWD: Final = Decimal(5_000_000)
"""So many people are users, not employees."""
MANY: Final = Decimal(1_000_000_000)
"""So many are tokens, where something was trained on them."""
AHEAD: Final = 8
FAR: Final = 60
STEPS: Final[dict[str, float]] = {",": 1, ":": 2, "(": 0.5, ")": 0.5, "—": 4, "–": 3, ";": 4, ".": 6}
TURNS: Final = frozenset(("while", "whereas", "but", "although", "though", "and", "or", "yet"))
LIMIT: Final = 6.0
PURPOSES: Final = frozenset(("share-buyback", "dividend"))
"""What money is told to go into, behind it: earmarked $4bn for repurchases."""
SPENDERS: Final = frozenset(
    "customers clients accounts users companies those organisations enterprises".split()
)
WAYS: Final = frozenset("for through via on to in into towards toward share stock of".split())
POSTING: Final = frozenset(("posts", "records"))
"""What looks like a noun and is a verb right before a figure."""
USING: Final = frozenset("use uses used using run runs adopted deployed".split())
