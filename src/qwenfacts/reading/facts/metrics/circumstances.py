"""What stands around a metric: its aspect, direction and nature, the whole of a share, what narrows it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....values import Quantity
from ...english.clauses import DETERMINERS, Clauses, cue_spans
from ...english.vocabulary import RATIOS, Measure
from ...mentions.quantities import LENGTHS
from ...page import Page, Passage
from ...wordclasses import MODALS
from ...wording import table
from .measuring import Measures
from .nounphrases import is_inner, words_of
from .subjects import Subjects
from .wordsets import KEEPING, POINTS, STOPS, listed

__all__ = ["CLOSE", "COMPARING", "KEEPING", "NEAR", "Circumstances", "Rules"]

SIGNS: Final = {"+": "up", "-": "down", "−": "down", "–": "down"}
DISTANT: Final = {
    **dict.fromkeys("ahead above better clear higher more lead leads led up".split(), "up"),
    **dict.fromkeys("behind below worse short lower fewer down".split(), "down"),
    **dict.fromkeys("trail trails trailed trailing lag lags lagged lagging".split(), "down"),
}
"""Words beside the distance between two scores."""
COMPARING: Final = frozenset("above below short more less cheaper dearer higher lower fewer".split())
MOVING: Final = COMPARING | {"up", "down"}
RESULTS: Final = frozenset("sales revenue revenues earnings profit profits ebitda turnover".split())
STANDARDS: Final = frozenset(
    "above below beating beat beats topping topped tops missing missed misses ahead than against versus"
    " vs".split()
)
"""Words before an estimate or a plan with which a figure is compared."""
NEAR: Final = 12
CLOSE: Final = 4

JOINING: Final = frozenset(("and", "but", "then"))
BETWEEN: Final = frozenset("also now is are has have still it they he she".split())
"""What can stand between these and a verb."""


class Circumstances:
    """What stands around the quantities of a passage."""

    def __init__(self, page: Page, passage: Passage, subjects: Subjects) -> None:
        self.page = page
        self.passage = passage
        self.subjects = subjects
        self.measures: Measures = Measures(page, passage)
        self.clauses: Clauses = self.measures.clauses
        self.key: Callable[[int], str] = self.measures.key

    def aspect(
        self, place: range, value: Quantity, measure: Measure | None, slug: str
    ) -> tuple[str, str | None, Entity | str | None]:
        """Level, change with its direction, share of something, or rank on something."""
        if value.unit == "rank":
            return "rank", None, self.leaderboard(place)
        if slug == "benchmark-score":
            test, ahead = self.test(place), self._lead(place, value)
            return "change" if ahead else "level", ahead, test.value if test else None
        if slug == "market-share":
            return "share", None, self._market(place, measure)
        if value.unit in RATIOS and value.text[:1] in SIGNS:
            return "change", SIGNS[value.text[0]], None
        if value.unit in POINTS:
            return "change", self.nearest_cue("change", place) or "up", None
        if slug in ("accuracy", "error-rate") and self.key(place.stop) == "of":
            test = self.test(place)
            return "level", None, test.value if test else None
        if value.unit in RATIOS and measure is not None and self.key(measure.word) == "growth":
            return "change", self.nearest_cue("change", place) or "up", None
        if value.unit in RATIOS and self.key(place.stop) == "of":
            return "share", None, self._whole(place.stop + 1)
        if value.unit == "fraction" and self.key(place.stop) in DETERMINERS:
            return "share", None, self._whole(place.stop)
        if value.unit == "multiple":
            near = map(self.key, range(place.stop, place.stop + CLOSE))
            if slug in ("valuation", "market-value") and not RESULTS.isdisjoint(near):
                return "level", None, None  # 14 times its sales
            direction = None if self.key(place.stop) == "as" else self.nearest_cue("change", place)
            return "change", direction or ("down" if value.value < 1 else "up"), None
        if value.unit not in RATIOS:
            direction = self._move(place, slug)
            return ("change", direction, None) if direction else ("level", None, None)
        if self.key(place.start - 1) in ("to", "from", "at") and self.key(place.stop) not in MOVING:
            return "level", None, None
        still = self.key(place.start - 1) in listed("staying") and self.key(place.stop) not in MOVING
        direction = None if still else self.nearest_cue("change", place)
        if direction or self.key(place.start - 1) == "by":
            return "change", direction or "up", None
        return ("share" if self._is_part(slug) else "level"), None, None

    def _is_part(self, slug: str) -> bool:
        """Whether a measure comes in amounts, so that a ratio can only be a part of one."""
        summed = {"money", "count"} & set(table("measures")[slug]["units"])
        return bool(summed) and slug not in listed("levels")

    def _move(self, place: range, slug: str) -> str | None:
        """The direction of an amount that came or went: ``cut 300 jobs``."""
        if slug in listed("given"):
            return None
        if self.key(place.stop) == "more" and self.key(place.stop + 1) != "than":
            return "up"
        if slug == "employees" and self.key(place.start - 1) == "another":
            return next(self._cuts(place), "up")
        low = max(self.passage.first, place.start - CLOSE)
        for name, _, end in cue_spans(self.page, low, place.start, "moves"):
            if end == place.start or (end == place.start - 1 and self.key(end) not in ("at", "to")):
                return name
        whole = self.key(place.start - 1) == "of" and self.key(place.start - 2) in listed("staff")
        told = self.key(place.stop) not in ("by", "as") and "headcount" not in self.clause_keys(place)
        return next(self._cuts(place), None) if slug == "employees" and not whole and told else None

    def _cuts(self, place: range) -> Iterator[str]:
        near = self.window(place, 2 * NEAR)
        return (name for name, _, _ in cue_spans(self.page, near.start, near.stop, "cuts"))

    def clause_keys(self, place: range) -> set[str]:
        """The words around a quantity in its clause."""
        here = self.clauses[place.start].clause
        return {self.key(at) for at in self.window(place, NEAR) if self.clauses[at].clause == here}

    def window(self, place: range, back: int, ahead: int | None = None) -> range:
        """So many tokens on both sides of a quantity, none outside the passage."""
        end = place.stop + (back if ahead is None else ahead)
        return range(max(self.passage.first, place.start - back), min(self.passage.end, end))

    def tests_near(self, place: range) -> list[Mention[Entity]]:
        """The benchmarks named not far from a quantity, in its passage."""
        near = self.window(place, 2 * NEAR)
        names = self.page.names_in(self.page.span(near.start, near.stop))
        return [name for name in names if name.value.kind == "benchmark"]

    def test(self, place: range) -> Mention[Entity] | None:
        """The benchmark of a score: right behind it, else the last one before it that has no other score."""
        named = self.benchmark(place.stop)
        near = self.tests_near(place)
        if named is None and near:
            start = self.page.tokens[place.start].start
            before = [name for name in near if name.span.end <= start]
            here = [one for one in before if not self._is_scored(one, place)]
            named = next(reversed(here), None) or next(iter(before or near))
        return named

    def _is_scored(self, name: Mention[Entity], place: range) -> bool:
        """Whether another figure stands right before ``on`` and a benchmark: that is its score."""
        at = self.page.token_at(name.span.start) - 1
        while self.key(at) in DETERMINERS:
            at -= 1
        told = self.key(at) in ("on", "in") and self.measures.quantities_between(at - 2, at) > 0
        return told and self.measures.quantities_between(at, place.start + 1) > 0

    def _lead(self, place: range, value: Quantity) -> str | None:
        """The direction of a score that is only told as a distance: ``four points ahead of``."""
        at = place.stop + (self.key(place.stop) in ("points", "point"))
        if at == place.stop and value.unit not in POINTS:
            return None
        low, part = max(self.passage.first, place.start - NEAR), self.clauses[place.start].part
        before = [self.key(i) for i in range(place.start - 1, low, -1) if self.clauses[i].part == part]
        apart = "by" in before[:2]
        said = (self.key(at), *before[:1], *before * apart)
        told = next((word for word in said if word in DISTANT), None)
        if told is not None:
            return DISTANT[told]
        gained = before[:1] == ["of"] and self.measures.is_cue(place.start - 2, "change")
        apart = apart or gained or value.unit in POINTS
        return (self.nearest_cue("change", place) or "up") if apart else None

    def leaderboard(self, place: range) -> Entity | str | None:
        """What a rank is on: behind it, else the benchmark of the sentence, else those among whom it is."""
        at = place.stop + (self.key(place.stop) in ("in", "on", "at", "of"))
        while self.key(at) in DETERMINERS:
            at += 1
        name = self._name_at(at)
        if name is not None and at > place.stop:
            return name.value
        for at in range(place.stop, min(place.stop + NEAR, self.passage.end)):  # among open models on Foo
            if self.clauses[at].part != self.clauses[place.start].part:
                break
            name = self._name_at(at + 1 + (self.key(at + 1) == "the")) if self.key(at) == "on" else None
            if name is not None:
                return name.value
        board = self.test(place)
        return board.value if board is not None else None

    def _market(self, place: range, measure: Measure | None) -> Entity | str | None:
        """The market of a share: behind the share, or what the noun phrase is of."""
        if self.key(place.stop) == "of":
            return self._whole(place.stop + 1)
        if measure is None:
            return None
        for at in range(measure.word, measure.end):
            if self.key(measure.end - 1) == "market" and self.key(measure.word) in ("of", "in"):
                first = at + 1 + (self.key(at + 1) == "the")
                return self.page.quote(self.page.span(first, measure.end))
            if self.key(at) in ("of", "in"):
                return self._whole(at + 1)
        return None

    def _whole(self, at: int) -> Entity | str | None:
        """What stands behind ``of``: a name, or words, no pronoun."""
        if self.key(at) in words_of("pronouns"):
            return None
        while self.key(at) in DETERMINERS:
            at += 1
        end = at
        while end < self.passage.end and self._is_of_whole(end) and not self.measures.is_cue(end, "movement"):
            end += 1
        if end == at:
            return None
        name, span = self._name_at(at), self.page.span(at, end)
        return name.value if name and name.span == span else self.page.quote(span)

    def _is_of_whole(self, at: int) -> bool:
        """Whether a token goes on with a whole; so does the number of a list: the Fortune 500."""
        inner = is_inner(self.page.tokens[at]) and self.key(at) != "and"
        return inner or (self.key(at - 1) in listed("lists") and self.page.tokens[at].kind == "number")

    def nearest_cue(self, group: str, place: range) -> str | None:
        """The nearest cue in the quantity's part of the clause, no other quantity between."""
        near, part = self.window(place, NEAR), self.clauses[place.start].part
        high, cues = near.stop, list(cue_spans(self.page, near.start, near.stop, group))
        if group == "nature":
            joined = (first for _, first, _ in cues if first > place.stop and self._is_joined(first))
            high = next(joined, high)
        found = [
            (max(first - place.stop, place.start - end), name, first)
            for name, first, end in cues
            if first < high
            and not (place.start <= first < place.stop and self.key(first) in MOVING)  # more than 5%
            and self.clauses[first].part == part
            and not self._is_dated(first)  # 5 May
            and not (group == "nature" and self._is_of_another(first, end, place))
            and not self.measures.quantities_between(end, place.start)
            and not self.measures.quantities_between(place.stop, first)
        ]
        _, nearest, at = min(found, default=(0, None, 0))
        if group == "nature" and self.key(at) == "to" and nearest is not None:  # expects it to reach
            ruling = (name for _, name, first in found[::-1] if first < at and self.key(first) not in MODALS)
            return next(ruling, nearest)
        return nearest

    def nature(self, place: range, measure: Measure | None) -> str | None:
        """What says that a figure is aimed at or expected, or the verb before it: ``will open and draw``."""
        found = self.nearest_cue("nature", place)
        verb = measure.first if measure is not None and measure.is_verb else place.start - 1
        if measure is not None and not measure.is_verb:
            back = range(measure.first - 2, measure.first - CLOSE, -1)
            verb = next((at + 1 for at in back if self.key(at) == "and"), verb)  # and |lift output to 90
        word = self.key(verb)
        bare = word.isalpha() and word not in STOPS and not word.endswith(("s", "ed"))
        index = bisect_left(self.measures.starts, place.start) - 1
        if found is None and bare and self.key(verb - 1) == "and" and index >= 0:
            other = self.page.token_at(self.passage.quantities[index].span.end)
            return self.nearest_cue("nature", range(self.measures.starts[index], other))
        return found

    def _is_of_another(self, first: int, end: int, place: range) -> bool:
        """Whether what is expected or planned is another figure: ``4%, above estimates of $3bn``."""
        month = self.page.tokens[first].text == "May" and first > self.passage.first
        reckoned = self.key(first) == "estimates" and self.key(end) == "that"  # that prices have fallen
        sold = self.key(first) in ("plan", "plans") and self.key(first - 1) in listed("plans")  # paid plans
        if month or reckoned or sold or self._is_allowed(first):
            return True
        before, behind = bisect_left(self.measures.starts, first) - 1, bisect_left(self.measures.starts, end)
        if end <= place.start:  # $4bn expected in May and 300 spent
            told = self.passage.quantities[before] if before >= 0 else None
            if self.key(first - 1 - (self.key(first - 1) in DETERMINERS)) in STANDARDS:
                return True  # beat the estimates by 3%
            asked = any(self.key(at) == "whether" for at in range(end, place.start))
            return asked or (told is not None and self.page.token_at(told.span.end) == first)
        if any(self.key(at) in STANDARDS for at in range(place.stop, first)):
            return True
        near = self.passage.quantities[behind : behind + 1]
        figured = bool(near) and near[0].value.unit not in LENGTHS  # a $9bn goal over the next three years
        return figured and self.measures.starts[behind] - end < first - place.stop

    def _is_allowed(self, at: int) -> bool:
        """Whether a past ``can`` is told by somebody: ``said that clients could rent it``."""
        verb = at + 1 + (self.key(at + 1) in ("be", "now", "also", "already"))
        told = self.key(at) == "could" and self.key(verb) in listed("able")
        return told and not listed("said").isdisjoint(map(self.key, range(at - NEAR, at)))

    def _is_joined(self, verb: int) -> bool:
        """Whether ``and`` joins a verb to the one before: what it plans is no plan of that one."""
        before = self.key(verb - 1)
        return before in JOINING or (self.key(verb - 2) in JOINING and before in BETWEEN)

    def _is_dated(self, at: int) -> bool:
        """Whether a token is part of a date."""
        start = self.page.tokens[at].start
        near = self.page.dates_in(self.page.span(max(self.passage.first, at - CLOSE), at + 1))
        return any(start < date.span.end for date in near)

    def benchmark(self, at: int) -> Mention[Entity] | None:
        """The benchmark that stands right behind a token: ``on Foo-Bench``."""
        at += self.key(at) in ("points", "point")
        if self.key(at) not in ("on", "in"):
            return None
        at += 1
        while self.key(at) in DETERMINERS:
            at += 1
        name = self._name_at(at)
        return name if name is not None and name.value.kind == "benchmark" else None

    def _name_at(self, at: int) -> Mention[Entity] | None:
        """The name that starts at a token."""
        return self.page.name_at(at) if at < self.passage.end else None


class Rules:
    """Rules for the quantities of a passage that look at what stands around them."""

    def __init__(self, around: Circumstances) -> None:
        self.around = around
        self.page: Page = around.page
        self.passage: Passage = around.passage
        self.clauses: Clauses = around.clauses
        self.measures: Measures = around.measures
        self.subjects: Subjects = around.subjects
        self.key: Callable[[int], str] = around.key

    def said(self, first: int, end: int) -> set[str]:
        """The words from one token to another; nothing outside the passage."""
        return {self.key(at) for at in range(first, end)}

    def beside(self, place: range, back: int = NEAR, ahead: int = NEAR) -> set[str]:
        """The words around a quantity in its part of the clause."""
        near, part = self.around.window(place, back, ahead), self.clauses[place.start].part
        return {self.key(at) for at in near if self.clauses[at].part == part}

    def quote(self, words: range) -> str | None:
        """The words of a range, None where there are none."""
        return self.page.quote(self.page.span(words.start, words.stop)) if words else None

    def tells(self, name: str) -> bool:
        """Whether a word of one of the lists stands in the passage."""
        return not listed(name).isdisjoint(self.passage.keys)
