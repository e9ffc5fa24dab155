"""What a quantity measures where no word for it stands: by its unit, by who leaves, by what moves."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from ....values import Quantity
from ...english.cast import MODELS, THINGS
from ...english.clauses import cue_spans, opening_of
from ...english.discourse import Who, entity_of
from ...english.vocabulary import RATIOS, Measure, is_flagged, kind_of, measure_at
from ...wording import table
from .circumstances import CLOSE, NEAR
from .doings import DEAR, LEAVING, PARTS, PAYS, RAISING
from .owning import HOLDINGS, Owning
from .wordsets import KEEPING, POINTS, READ, listed, measures_by

__all__ = ["SIZE", "Implied"]

POWERS: Final = (
    "W kW MW GW TW Wh kWh MWh GWh Ah mAh  Mbps Gbps Tbps kB KB MB GB TB PB EB MiB GiB TiB PiB"
    " GFLOPS TFLOPS PFLOPS EFLOPS TOPS"
)
UNITS: Final = {"parameters": "parameters", "rank": "rank", **dict.fromkeys(POWERS.split(), "capacity")}
"""What a unit measures that says it alone."""
TIMES: Final = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "quarter"))
GROWN: Final = frozenset("growth of by at to between around about some".split())
MARKETED: Final = frozenset("of in leads lead led leading dominates dominated tops topped".split())
MOVED: Final = frozenset(("higher", "lower", "up", "down", "above", "below", "off"))
COMPARED: Final = frozenset(("of", "more", "less", "fewer", "faster"))
WITHIN: Final = re.compile(r" (?:within|in|after|over|than|for|only) (?:a|per|each|every) ")
"""How long something took, rather than how often it happens."""
CHIP: Final = re.compile(
    r"(?: of)?(?:\s[A-Z][A-Za-z]+(?:['’]s)?){0,3}"
    r"\s(?:(?:GB|MI|[ABHL])\d{2,3}[A-Z]?s?|[A-Z]{1,3}\d{1,4}[a-zX]?s|[TLND]PUs)\b(\s+hours)?"
)
"""Chips that are counted by their names."""
SUING: Final = frozenset(("sued", "sues", "suing", "sue"))
LEARNED: Final = 500_000_000
"""So many tokens are those of training."""
BACKED: Final = frozenset("led co-led joined valuation valued backers".split())
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
SCORING: Final = frozenset(
    "with gets got get manages managed reaches reached hits hit posts posted notches at ( to achieved makes"
    " made comes came takes took is was against".split()
)
"""Words between whoever is tested and a score."""
PAYING: Final = frozenset(("paying", "paid", "pay", "subscribe", "subscribers", "subscription"))
POSTS: Final = frozenset(("jobs", "posts", "positions", "roles"))
"""What goes without anybody being told to have left."""
SENIOR: Final = frozenset(("executives", "presidents", "directors", "managers", "founders"))
"""People whose going is told as a departure even where they are let go."""


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
            if not SUING.isdisjoint(self.passage.keys):
                return "fine"  # sued Foo for $4m
            return "investment" if self.tells("buying") else None
        if self.is_multiple(place, value):
            return "valuation"
        if kind_of(value.unit) in ("ratio", "count") and self._is_score(place, value):
            return "benchmark-score"
        if value.unit == "count" and self._is_leaving(place.stop) and self._people(place):
            return "departures"
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
        return times and self._is_told_of_results(place.stop + (value.unit == "count"))

    def _is_told_of_results(self, at: int) -> bool:
        """Whether a year's results stand here: ``63 times its recurring revenue``."""
        slugs = (measure_at(self.page.tokens, here) for here in range(at, min(at + 3, self.passage.end)))
        told = any(self.key(here) == "earnings" for here in range(at, at + 3))
        return told or any(slug is not None and is_flagged(slug, "result") for slug in slugs)

    def is_faster(self, place: range, value: Quantity) -> bool:
        """Whether something works so much faster."""
        at = place.stop + (self.key(place.stop) == "as")
        fast = ("fast", "quick") if at > place.stop else FASTER
        return value.unit in (*RATIOS, "multiple") and self.key(at) in fast

    def is_cheaper(self, place: range, value: Quantity) -> bool:
        """Whether something costs so much less or more than another thing."""
        said = self.key(place.stop) in ("less", "more", "as") and self.key(place.stop + 1)
        than = said in ("expensive", "cheap", "costly")
        than = than or (
            self.key(place.stop) == "off" and self.subjects.thing_at(self.passage, place.stop + 1)
        )
        return value.unit in (*RATIOS, "multiple") and (than or self.key(place.stop) in DEARER)

    def _is_rate(self, place: range, value: Quantity) -> bool:
        """Whether money is that of a unit or of a month at which something is sold: ``at $4 a seat``."""
        opened = self.key(place.start - 1) in ("at", "from", "for", "(") or place.start == self.passage.first
        begun = self.key(place.start - 1) == ":"
        rated = value.per is not None or self.key(place.stop) in ("per", "a", "an", "each")
        told = any(self.key(at) in ("per", "a") for at in range(place.stop, place.stop + CLOSE + 2))
        return (opened or begun) and (rated or (told and self.key(place.stop) == "("))

    def is_raised(self, place: range) -> bool:
        """Whether a bare sum stands with those it is from: ``Foo: $4m from Bar``, ``$4m, led by Baz``."""
        if self.key(place.stop) == "from":
            return self._is_company(place.stop + 1)
        bare = self.key(place.start - 1) in BESIDE and self.key(place.stop) in (",", "at")
        return bare and not (BACKED.isdisjoint(self.passage.keys) or self._is_small(place))

    def is_guided(self, place: range) -> bool:
        """Whether a company has told that it will take in so much: ``guidance of $4bn``."""
        if not self.tells("guiding"):
            return False
        part = self.clauses[place.start - (self.key(place.start - 1) == ":")].part
        near = range(max(self.passage.first, place.start - NEAR), place.start)
        said = {self.key(at) for at in near if self.clauses[at].part == part} | {self.key(place.stop)}
        return not said.isdisjoint(listed("guiding"))

    def _told_in_tokens(self, value: Quantity) -> str | None:
        """What tokens measure that nothing more is said of: many were trained on or handled, few are read."""
        if value.value >= LEARNED:
            return "token-consumption" if self.tells("handled") else "training-tokens"
        return "context-window" if value.per is None and READ[0] <= value.value <= READ[1] else None

    def _is_growth(self, place: range) -> bool:
        """Whether a ratio is that of a growth that is said of nothing else: ``growth of 6%``."""
        part, low = self.clauses[place.start].part, max(self.passage.first, place.start - NEAR)
        said = (self.key(at) for at in range(low, place.start) if self.clauses[at].part == part)
        return self.key(place.start - 1) in GROWN and "growth" in said  # growth at Foo slowed to 6%

    def _market(self, place: range) -> range | None:
        """The market that stands before a part of it: ``|of the car market| Foo held 9%``."""
        led = self.key(place.start - 1) in ("with", "at", ",") and self.tells("leading")
        held = led or self.key(place.start - 1) in listed("commanding")
        if not held or "market" not in self.passage.keys:
            return None
        low = max(self.passage.first, place.start - 2 * NEAR)
        at = next((at for at in range(place.start - 2, low, -1) if self.key(at) == "market"), low)
        first = next((i for i in range(at - 1, at - CLOSE - 2, -1) if self.key(i) in MARKETED), None)
        return range(first, at + 1) if first is not None and at > low else None

    def is_speed(self, place: range) -> bool:
        """Whether a number says how many tokens go through in a second."""
        return self.key(place.stop) == "tokens" and self.key(place.stop + 2) == "second"

    def narrowed(self, slug: str, place: range, value: Quantity, *, listed: bool) -> str:
        """People who come every day are daily users, those who go are departures."""
        if slug == "employees" and value.unit == "count":
            if (
                self._is_sent(place)
                or self._is_lost(place)
                or (self._people(place) and self._is_leaving(place.stop))
            ):
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
            if "cost" in map(self.key, range(max(self.passage.first, place.start - CLOSE), place.start)):
                return "investment"  # at a cost of $9bn
            built = self.tells("projects") or not BUILT.isdisjoint(self.passage.keys)
            return "investment" if built else slug
        if slug == "valuation" and self._is_pact(place):
            return "orders"
        if (
            slug == "valuation"
            and listed
            and kind_of(value.unit) == "money"
            and RAISING.isdisjoint(self.passage.keys)
        ):
            return "market-value"
        if slug == "deliveries" and self.key(place.stop) == "units" and self.tells("chips"):
            return "chips-shipped"
        if slug == "users" and value.unit == "count":
            return self._frequency(place) or slug
        return slug

    def is_round_at(self, place: range, value: Quantity, slug: str) -> bool:
        """Whether a round is told with what it makes a company worth: ``Series D at $9bn``."""
        return slug == "funding" and kind_of(value.unit) == "money" and self.key(place.start - 1) == "at"

    def paying(self, slug: str, place: range) -> str:
        """What users are counted as of whom it is said that they pay."""
        part = self.clauses[place.start].part
        end = min(place.stop + LEAVING, self.passage.end)
        near = {self.key(at) for at in range(place.stop, end) if self.clauses[at].part == part}
        if slug.endswith("users") and near & PAYING:
            return "subscribers"
        return self._frequency(place) or slug if slug in ("users", *measures_by("frequency")) else slug

    def _people(self, place: range) -> bool:
        """Whether people are counted."""
        nouns = table("cues")["people"]["nouns"]
        if self.key(place.stop) == "of" and self.key(place.stop + 1) in ("them", "those"):
            return True  # of staff that were told of
        return any(self.key(at) in nouns for at in range(place.stop, place.stop + 2 * CLOSE))

    def _is_leaving(self, at: int) -> bool:
        found = cue_spans(self.page, at, min(at + LEAVING, self.passage.end), "leaving")
        return any(self.key(first - 1) not in POSTS for _, first, _ in found)

    def _is_sent(self, place: range) -> bool:
        """Whether those who lead are let go."""
        senior = any(self.key(at) in SENIOR for at in range(place.stop, place.stop + CLOSE))
        end = min(place.stop + LEAVING, self.passage.end)
        return senior and any(cue_spans(self.page, place.stop, end, "cuts"))

    def _is_lost(self, place: range) -> bool:
        """Whether people are lost to another company: ``lost four engineers to Foo``."""
        low = max(self.passage.first, place.start - 2 * CLOSE)
        lost = any(self.key(at) in ("lost", "loses", "lose", "losing") for at in range(low, place.start))
        end = min(place.stop + CLOSE + 1, self.passage.end)
        return lost and any(
            self.key(at) == "to" and self._is_company(at + 1) for at in range(place.stop, end)
        )

    def _is_case(self, place: range) -> bool:
        """Whether a case has cost somebody money: ``the inquiry cost it $4m``."""
        low = max(self.passage.first, place.start - NEAR)
        before = [
            self.key(at)
            for at in range(low, place.start)
            if self.clauses[at].clause == self.clauses[place.start].clause
        ]
        return not {"cost", "costs"}.isdisjoint(before) and self.tells("cases")

    def _frequency(self, place: range) -> str | None:
        end = min(place.stop + NEAR, self.passage.end)
        low = max(self.passage.first, place.start - 2)
        words = " ".join(
            self.key(at)
            for at in range(low, end)
            if self.clauses[at].clause == self.clauses[place.start].clause
        )
        padded = WITHIN.sub(" ", f" {words} ")
        return next(
            (
                slug
                for slug, phrases in measures_by("frequency").items()
                if any(f" {one} " in padded for one in phrases)
            ),
            None,
        )

    def _is_segment(self, at: int) -> bool:
        """Whether what goes up or down is a line of business: ``Security, the smallest division, grew``."""
        low = max(self.passage.first, at - CLOSE)
        return self.key(at) == "," and any(self.key(here) in PARTS for here in range(low, at))

    def moved(self, place: range, value: Quantity) -> tuple[Measure, Who] | None:
        """A name that moves itself: ``Foo rose 4%`` is its share, ``Foo grew 4%`` its revenue."""
        money = kind_of(value.unit) == "money"
        if (value.unit not in RATIOS and not money) or self.key(place.stop) in COMPARED:
            return None
        low = max(self.passage.first, place.start - 3)
        if self.key(place.start - 1) in listed("trading") and self.key(place.stop) in MOVED:
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
        return (value.per is not None and value.per not in TIMES) or self.is_priced(place)

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
        if self.key(place.start - 1) in SCORING and not self.measures.in_money and self._is_tested():
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
