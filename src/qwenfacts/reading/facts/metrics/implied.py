"""What a quantity measures where no word for it stands: by its unit, by who leaves, by what moves."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from typing import Final

from ....values import Quantity
from ...english.cast import MODELS, THINGS
from ...english.clauses import cue_spans, opening_of
from ...english.discourse import Who, entity_of
from ...english.vocabulary import RATIOS, Measure, is_flagged, kind_of, measure_at
from ...wordclasses import HAVE
from ...wording import table
from .circumstances import CLOSE, NEAR
from .doings import DEAR, LEAVING, PARTS, RAISING
from .owning import HOLDINGS, Owning
from .wordsets import KEEPING, PAYS, POINTS, READ, STOPS, listed, measures_by

__all__ = ["SIZE", "Implied"]

POWERS: Final = (
    "W kW MW GW TW Wh kWh MWh GWh Ah mAh  Mbps Gbps Tbps kB KB MB GB TB PB EB MiB GiB TiB PiB"
    " GFLOPS TFLOPS PFLOPS EFLOPS TOPS"
)
UNITS: Final = {"parameters": "parameters", "rank": "rank", **dict.fromkeys(POWERS.split(), "capacity")}
"""What a unit measures that says it alone."""
WITHIN: Final = re.compile(r" (?:within|in|after|over|than|for|only) (?:a|per|each|every) ")
"""How long something took, rather than how often it happens."""
CHIP: Final = re.compile(
    r"(?: of)?(?:\s[A-Z][A-Za-z]+(?:['’]s)?){0,3}"
    r"\s(?:(?:GB|MI|[ABHL])\d{2,3}[A-Z]?s?|[A-Z]{1,3}\d{1,4}[a-zX]?s|[TLND]PUs)\b(\s+hours)?"
)
"""Chips that are counted by their names."""
LEARNED: Final = 500_000_000
"""So many tokens are those of training."""
BESIDE: Final = frozenset((":", "—", "–", "with", "of", ","))
"""Words and marks before a sum that stands alone, and in a passage with it those who give it."""
SIZE: Final = re.compile(r"\d+(?:\.\d+)?[BT]")
"""The size of a model as its name has it."""
DEARER: Final = frozenset(("cheaper", "dearer", "pricier", "costlier"))
FASTER: Final = frozenset(("faster", "quicker", "slower"))
TELLING: Final = {
    "investment": KEEPING,
    "revenue": frozenset(("growth",)),
    "price": PAYS | DEARER,
    "capacity": FASTER,
}
"""Words by which what a unit measures is told."""
PAYING: Final = frozenset(("paying", "paid", "pay", "subscribe", "subscribers", "subscription"))


BUILT: Final = PARTS | HOLDINGS | {"shares", "block"}
"""What large sums go into."""


class Implied(Owning):
    """What the quantities of a passage measure where their words do not say it."""

    def slug(self, place: range, value: Quantity) -> str | None:
        """What a unit measures where no word says it."""
        if SIZE.fullmatch(value.text) and value.unit == "count" and self._is_model():
            return "parameters"
        if value.unit in RATIOS and self._market(place):
            return "market-share"
        if value.unit in RATIOS and self._is_growth(place):
            return "revenue"
        if kind_of(value.unit) == "money" and {self.key(place.stop), self.key(place.stop + 1)} & listed(
            "projects"
        ):
            return "investment"
        if kind_of(value.unit) == "money" and self._is_rate(place, value):
            return "price"
        if kind_of(value.unit) == "money" and self.is_guided(place):
            return "revenue"
        chips = CHIP.match(self.page.text, self.page.tokens[place.stop - 1].end)
        if value.unit == "count" and chips is not None:
            return "capacity" if chips[1] else "chips-shipped"
        if kind_of(value.unit) == "money" and self.is_raised(place):
            return "funding"
        if kind_of(value.unit) == "money" and self.key(place.start - 1) == "for":
            if not listed("suing").isdisjoint(self.passage.keys):
                return "fine"  # sued Foo for $4m
            return "investment" if self.tells("buying") or self.tells("building") else None
        if self.is_multiple(place, value):
            return "valuation"
        if kind_of(value.unit) in ("ratio", "count") and self._is_score(place, value):
            return "benchmark-score"
        gone = value.unit == "count" and self._is_leaving(place.stop)
        if gone and (self._people(place) or self.key(place.stop) in HAVE):
            return "departures"  # and a dozen have left
        if value.unit == "count" and self.key(place.stop) == "people" and self._frequency(place) is not None:
            return "users"
        if value.unit in RATIOS and (self.key(place.start - 1) in listed("backing") or self.is_stake(place)):
            return "investment"
        if value.unit == "count" and (acting := self._acting(place) or self._acted_by(place)) is not None:
            return acting
        if value.unit in ("count", "token") and self.key(place.stop) == "tokens":
            return self._told_in_tokens(value)
        if value.unit in RATIOS and (done := self._done(place)) is not None:
            return done
        used = self.key(place.stop) in ("use", "uses", "used") and value.unit in (*RATIOS, "count")
        return (self._frequency(place) or "users") if used else UNITS.get(value.unit)

    def words(self, place: range, slug: str) -> Measure | None:
        """The word by which a measure is told, if none of its own is: ``owns 12% of``, ``growth of 6%``."""
        if slug == "market-share" and (market := self._market(place)):
            return Measure(slug, market.start, market.start, market.stop)
        told = TELLING.get(slug) or listed(slug)
        if slug == "capacity" and self.is_speed(place):
            return Measure(slug, place.stop, place.stop, place.stop + 3, True)
        far = NEAR if slug == "revenue" else CLOSE
        for at in (*range(place.start - 1, max(self.passage.first, place.start - far) - 1, -1), place.stop):
            if self.key(at) in told:
                return Measure(slug, at, at, at + 1, slug != "revenue")
        return None

    def _is_model(self) -> bool:
        """Whether a bare size stands with a model: ``a 7B cut``, ``Foo 40B``."""
        named = any(name.value.kind in MODELS for name in self.passage.names)
        return named or self.tells("modelling")

    def is_multiple(self, place: range, value: Quantity) -> bool:
        """Whether a price is told as a multiple of a year's results: ``trades at 14 times earnings``."""
        times = self.key(place.stop) == "times" if value.unit == "count" else value.unit == "multiple"
        at = place.stop + (value.unit == "count")
        slugs = (measure_at(self.page.tokens, here) for here in range(at, min(at + 3, self.passage.end)))
        told = "earnings" in self.said(at, at + 3)
        return times and (told or any(slug is not None and is_flagged(slug, "result") for slug in slugs))

    def is_faster(self, place: range, value: Quantity) -> bool:
        """Whether something works so much faster."""
        at = place.stop + (self.key(place.stop) == "as")
        fast = ("fast", "quick") if at > place.stop else FASTER
        return value.unit in (*RATIOS, "multiple") and self.key(at) in fast

    def is_cheaper(self, place: range, value: Quantity) -> bool:
        """Whether something costs so much less or more than another thing."""
        said = self.key(place.stop) in ("less", "more", "as") and self.key(place.stop + 1)
        than = said in ("expensive", "cheap", "costly")
        if self.key(place.stop) == "off":
            got = not self.said(place.start - CLOSE, place.start).isdisjoint(listed("getting"))
            than = got or self.subjects.thing_at(self.passage, place.stop + 1)
        return value.unit in (*RATIOS, "multiple") and (than or self.key(place.stop) in DEARER)

    def _is_rate(self, place: range, value: Quantity) -> bool:
        """Whether money is that of a unit or of a month at which something is sold: ``at $4 a seat``."""
        opened = self.key(place.start - 1) in ("at", "from", "for", "(") or place.start == self.passage.first
        begun = self.key(place.start - 1) == ":"
        rated = value.per is not None or self.key(place.stop) in ("per", "a", "an", "each")
        told = self.key(place.stop) == "(" and self.said(place.stop, place.stop + CLOSE + 2) & {"per", "a"}
        return (opened or begun) and (rated or bool(told))

    def is_raised(self, place: range) -> bool:
        """Whether a bare sum stands with those it is from: ``Foo: $4m from Bar``, ``$4m, led by Baz``."""
        if self.key(place.stop) == "from":
            return self._is_company(place.stop + 1)
        bare = self.key(place.start - 1) in BESIDE and self.key(place.stop) in (",", "at")
        return bare and not (listed("backed").isdisjoint(self.passage.keys) or self._is_small(place))

    def is_guided(self, place: range) -> bool:
        """Whether a company has told that it will take in so much: ``guidance of $4bn``."""
        if not self.tells("guiding"):
            return False
        first = place.start - (self.key(place.start - 1) == ":")
        near = self.beside(range(first, place.stop), ahead=1) | {self.key(place.stop)}
        return not near.isdisjoint(listed("guiding"))

    def _told_in_tokens(self, value: Quantity) -> str | None:
        """What tokens measure that nothing more is said of: many were trained on or handled, few are read."""
        if value.value >= LEARNED:
            return "token-consumption" if self.tells("handled") else "training-tokens"
        return "context-window" if value.per is None and READ[0] <= value.value <= READ[1] else None

    def _is_growth(self, place: range) -> bool:
        """Whether a ratio is that of a growth that is said of nothing else: ``growth of 6%``."""
        grown = self.key(place.start - 1) in listed("grown")
        return grown and "growth" in self.beside(place, ahead=0)  # growth at Foo slowed to 6%

    def _market(self, place: range) -> range | None:
        """The market that stands before a part of it: ``|of the car market| Foo held 9%``."""
        led = self.key(place.start - 1) in ("with", "at", ",") and self.tells("leading")
        held = led or self.key(place.start - 1) in listed("commanding")
        if not held or "market" not in self.passage.keys:
            return None
        low = place.start - 2 * NEAR
        at = next((at for at in range(place.start - 2, low, -1) if self.key(at) == "market"), low)
        led_by = (i for i in range(at - 1, at - CLOSE - 2, -1) if self.key(i) in listed("marketed"))
        first = next(led_by, None)
        return range(first, at + 1) if first is not None and at > low else None

    def is_speed(self, place: range) -> bool:
        """Whether a number says how many tokens go through in a second."""
        return self.key(place.stop) == "tokens" and self.key(place.stop + 2) == "second"

    def narrowed(self, slug: str, place: range, value: Quantity, *, listed: bool) -> str:
        """People who come every day are daily users, those who go are departures."""
        if slug == "employees" and value.unit == "count":
            gone = self._people(place) and self._is_leaving(place.stop)
            if gone or self._is_sent(place) or self._is_lost(place):
                return "departures"
            if self._is_handed(place):
                return "users"
            acting = self._acting(place) or self._acted_by(place)
            if acting is not None:
                return (self._frequency(place) if acting == "users" else None) or acting
        if self.is_round_at(place, value, slug):
            return "share-price" if self.key(place.stop + 1) == "share" else "valuation"
        led = self.key(place.start - 1) in ("from", "to", "at") and value.unit == "percent"
        if slug == "share-price" and (led or value.unit in POINTS):
            return "market-share"  # its share rose to 31%
        if slug == "price" and self._is_case(place):
            return "fine"
        if slug == "price" and kind_of(value.unit) == "money" and value.value >= DEAR:
            if "cost" in self.said(place.start - CLOSE, place.start):
                return "investment"  # at a cost of $9bn
            built = self.tells("projects") or not BUILT.isdisjoint(self.passage.keys)
            return "investment" if built else slug
        if slug == "valuation" and self._is_pact(place):
            return "orders"
        raised = not RAISING.isdisjoint(self.passage.keys)
        if slug == "valuation" and listed and kind_of(value.unit) == "money" and not raised:
            return "market-value"
        if slug == "deliveries" and (carried := self._carried(place)) is not None:
            return carried
        if slug == "deliveries" and self._is_of_chips(place):
            return "chips-shipped"
        if slug == "users" and value.unit == "count":
            return self._frequency(place) or slug
        return slug

    def _carried(self, place: range) -> str | None:
        """What devices are counted as that carry a thing: ``runs on 90 million phones``."""
        at = place.start - 1
        carried = self.key(at) in ("on", "onto", "into") or self.key(at - 1) in ("on", "onto")
        done = self.said(place.start - NEAR, place.start) if carried else set[str]()
        if not done.isdisjoint(listed("installing")):
            return "downloads"
        return "users" if not done.isdisjoint(listed("running")) else None

    def _is_of_chips(self, place: range) -> bool:
        """Whether it is chips that are delivered, where no noun says so: ``Foo delivered 900``."""
        if self.key(place.stop) == "units":
            return self.tells("chips")
        behind = self.page.tokens[place.stop] if place.stop < self.passage.end else None
        bare = behind is None or behind.kind == "mark" or behind.key in STOPS
        return bare and self.tells("chips")

    def is_round_at(self, place: range, value: Quantity, slug: str) -> bool:
        """Whether a round is told with what it makes a company worth: ``Series D at $9bn``."""
        return slug == "funding" and kind_of(value.unit) == "money" and self.key(place.start - 1) == "at"

    def paying(self, slug: str, place: range) -> str:
        """What users are counted as of whom it is said that they pay."""
        if slug.endswith("users") and self.beside(place, back=0, ahead=LEAVING) & PAYING:
            return "subscribers"
        return self._frequency(place) or slug if slug in ("users", *measures_by("frequency")) else slug

    def _people(self, place: range) -> bool:
        """Whether people are counted."""
        nouns = table("cues")["people"]["nouns"]
        if self.key(place.stop) == "of" and self.key(place.stop + 1) in ("them", "those"):
            return True  # of staff that were told of
        return not self.said(place.stop, place.stop + 2 * CLOSE).isdisjoint(nouns)

    def _is_leaving(self, at: int) -> bool:
        found = cue_spans(self.page, at, min(at + LEAVING, self.passage.end), "leaving")
        return any(self.key(first - 1) not in listed("posts_words") for _, first, _ in found)

    def _is_sent(self, place: range) -> bool:
        """Whether those who lead are let go."""
        senior = bool(self.said(place.stop, place.stop + CLOSE) & listed("senior"))
        end = min(place.stop + LEAVING, self.passage.end)
        return senior and any(cue_spans(self.page, place.stop, end, "cuts"))

    def _is_lost(self, place: range) -> bool:
        """Whether people are lost to another company: ``lost four engineers to Foo``."""
        lost = self.said(place.start - 2 * CLOSE, place.start) & {"lost", "loses", "lose", "losing"}
        to = (at + 1 for at in range(place.stop, place.stop + CLOSE + 1) if self.key(at) == "to")
        return bool(lost) and any(self._is_company(at) for at in to)

    def _is_case(self, place: range) -> bool:
        """Whether a case has cost somebody money: ``the inquiry cost it $4m``."""
        return bool(self.around.clause_keys(place) & {"cost", "costs"}) and self.tells("cases")

    def _frequency(self, place: range) -> str | None:
        index = bisect_right(self.measures.starts, place.start)
        following = self.measures.starts[index : index + 1] or [self.passage.end]  # 900 users at $4 a month
        end, clause = min(place.stop + NEAR, self.passage.end, *following), self.clauses[place.start].clause
        near = range(max(self.passage.first, place.start - 2), end)
        words = " ".join(self.key(at) for at in near if self.clauses[at].clause == clause)
        padded = WITHIN.sub(" ", f" {words} ")
        told = (
            slug for slug, all_ in measures_by("frequency").items() if any(f" {x} " in padded for x in all_)
        )
        return next(told, None)

    def _is_segment(self, at: int) -> bool:
        """Whether what goes up or down is a line of business: ``Security, the smallest division, grew``."""
        return self.key(at) == "," and bool(self.said(at - CLOSE, at) & PARTS)

    def moved(self, place: range, value: Quantity) -> tuple[Measure, Who] | None:
        """A name that moves itself: ``Foo rose 4%`` is its share, ``Foo grew 4%`` its revenue."""
        money = kind_of(value.unit) == "money"
        if (value.unit not in RATIOS and not money) or self.key(place.stop) in listed("compared"):
            return None
        low = max(self.passage.first, place.start - 3)
        if self.key(place.start - 1) in listed("trading") and self.key(place.stop) in listed("moved"):
            traded = Measure("share-price", place.start - 1, place.start - 1, place.stop + 1, True)
            return traded, self.subjects.mover(self.passage, place.start - 1) or self.subjects.of(
                self.passage, self.clauses, place, traded, "share-price"
            )  # Foo closed 4% higher
        for slug, first, end in cue_spans(self.page, low, place.start, "movement"):
            if self.key(end) not in ("by", "to", "") and end != place.start and place.start - end > 1:
                continue
            measure = Measure(slug, first, first, end, True)
            first = self.clauses.subject_end(first)
            who = self.subjects.mover(self.passage, first)
            if who is not None and entity_of(who).kind in THINGS and slug == "share-price":
                return measure._replace(slug="price"), who  # Foo falls to $9
            part = slug == "revenue" and self.key(first - 2) in ("its", "their", "'s", "s")
            told = self.key(first - 1) in ("that", "which") and self.key(first - 2) in PARTS
            part = part or (who is None and (told or self._is_segment(first - 1)))
            if who is None and (part or self.key(first - 1) in PARTS):
                measure = measure._replace(slug="revenue")
                return measure, self.subjects.of(self.passage, self.clauses, place, measure, "revenue")
            if who is not None:
                return measure, who
        return None

    def is_price(self, place: range, value: Quantity, measure: Measure | None) -> bool:
        """Whether a thing costs so much, whatever word or none stands there."""
        kind = kind_of(value.unit)
        if measure is not None and (measure.slug in ("price", "net-income") or measure.first >= place.stop):
            return False
        if self.is_cheaper(place, value) or (kind in ("money", "ratio") and self._is_paid(place)):
            return True
        if kind != "money" or (measure is not None and not measure.is_verb):
            return False
        return (value.per is not None and value.per not in listed("times")) or self.is_priced(place)

    def is_priced(self, place: range) -> bool:
        """Whether money is only set beside a thing: ``At $900 the Foo``, ``the Foo ($900)``."""
        if self.key(place.start - 1) == "at" and place.start - opening_of(self.page, self.passage) <= CLOSE:
            end = min(place.stop + CLOSE + 1, self.passage.end)
            follows = self.page.names_in(self.page.span(place.stop, end)) if place.stop < end else ()
            return any(name.value.kind in ("product", "model", "platform") for name in follows)
        beside = self.subjects.beside(self.passage, place)
        marked = self.key(place.start - 1) == "(" and self.key(place.stop) == ")"
        marked = marked or (self.key(place.start - 1) in (":", "at") and self._is_small(place))
        return marked and beside is not None and beside.value.kind in ("product", "model")

    def _is_tested(self) -> bool:
        """Whether a benchmark is named in this sentence or one just before it."""
        near = (self.passage, *islice(self.subjects.discourse.earlier(self.passage), 2))
        return any(name.value.kind == "benchmark" for one in near for name in one.names)

    def _is_score(self, place: range, value: Quantity) -> bool:
        """Whether a bare number stands with a benchmark in its clause."""
        if value.unit == "count" and self.measures.counts_something_else(place, value):
            return False
        scored = self.key(place.start - 1) in listed("scoring") and not self.measures.in_money
        if scored and self._is_tested():
            return True
        if self.key(place.start - 1) == ":" and self.measures.tested:
            return value.unit in RATIOS  # trails it on Foo-Bench by a whisker: 64%
        here = self.clauses[place.start].clause
        tests = [
            (self.page.token_at(name.span.start), self.page.token_at(name.span.end))
            for name in self.around.tests_near(place)
        ]
        headed = any(self.key(end) == ":" and end < place.start for _, end in tests)  # Foo-Bench: 68%
        return headed or any(self.clauses[at].clause == here for at, _ in tests)
