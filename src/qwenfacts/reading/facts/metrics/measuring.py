"""What a quantity measures: the words of the vocabulary that go with it.

They stand behind it as what is counted (``40 new shops``, ``$3bn in sales``), or before it as what is said
to be so much (``sales rose to $3bn``); the verb of a clause can say it alone (``raised $3bn``). Of several
the one wins that is joined most closely: each comma, joint of clauses and other quantity between is a step
away. The vocabulary is ``data/lexicon/measures.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from ....values import Quantity
from ...english.clauses import DETERMINERS
from ...english.vocabulary import Measure, fits, is_flagged, kind_of
from ...mentions.quantities import LENGTHS
from ...wording import table
from .nounphrases import is_inner, words_of
from .spotting import Spotted
from .wordsets import (
    AHEAD,
    COUNTED,
    CROWD,
    FAR,
    FEW,
    HELPERS,
    INTO,
    LIMIT,
    LONG,
    MANY,
    POINTS,
    REACHING,
    SCALED,
    STEPS,
    STOPS,
    THOUSAND,
    TURNS,
    listed,
)

__all__ = ["Measures"]

LEADING: Final = REACHING | INTO | {"for"}
"""Words between a measure and what is so much of it."""
JOINING: Final = frozenset((",", "and", "or"))
DECIMAL: Final = re.compile(r"\d+\.\d+")


class Measures(Spotted):
    """The measures of a passage, and which one is that of a quantity."""

    # -- which one --

    def of(self, place: range, value: Quantity) -> Measure | None:
        """The measure of a quantity, None where no word says one."""
        counted = kind_of(value.unit) == "count" or value.unit in LENGTHS
        learned = self._learned_from(place, value) if counted and self._is_lesson(place) else None
        if learned is not None:
            return learned  # trained on 4 million drawings
        behind = self._behind(place, value)
        if behind is not None:
            verb = self._acting_on(place, value)
            bare = self.key(place.stop) in INTO or self.key(behind.word) in ("people", "units")
            bare = bare and kind_of(value.unit) != "physical"
            slug = verb.slug if verb is not None else ""
            if (bare and slug == behind.slug) or slug in listed("told_by_verbs"):
                return verb  # raised $4m in a round, employs 900 people, ordered 900 cards
            return self._governing(place, value, behind) or behind
        before = self._before(place, value)
        of = before is not None and not before.is_verb and before.end == place.start - 1
        told = None if of and self.key(place.start - 1) == "of" else self._told_behind(place, value)
        if told is not None:
            return told
        if before is not None and before.is_verb and before.slug == "price" and self.key(place.stop) == "of":
            return None  # sold 3% of the firm
        if self.counts_something_else(place, value):  # but hired 40 nurses
            done = before is not None and before.is_verb and before.end == place.start
            return before if done and before is not None and before.slug in COUNTED else None
        return before or self._fronted(place, value)

    def _fronted(self, place: range, value: Quantity) -> Measure | None:
        """The noun that a figure leads in to: ``At 34%, Acme's margin is the best``."""
        at, opening = place.stop, place.start - 1
        if self.key(opening) not in ("at", "with") or self.key(at) != ",":
            return None
        near = (self.starting(here, value) for here in range(at + 1, min(at + AHEAD, self.passage.end)))
        return next((one for one in near if one is not None), None)

    def _acting_on(self, place: range, value: Quantity) -> Measure | None:
        """The verb right before a quantity."""
        where = bisect_left(self._ends, place.start)
        near = (one for one in self.all[where : where + FEW] if one.end == place.start)
        return next((one for one in near if one.is_verb and self._suits(one, value)), None)

    def _is_lesson(self, place: range) -> bool:
        """Whether something learned from what is counted."""
        before, verb = self.key(place.start - 1), self.key(place.start - 2)
        if before == "of":  # a corpus of 90 million clips
            return verb in listed("collections")
        return before in ("on", "from", "with") and verb in listed("learning")

    def _learned_from(self, place: range, value: Quantity) -> Measure | None:
        """What was learned from, in the plural: ``9 million annotated drawings``."""
        if value.unit in LENGTHS:  # 900 hours of work at the bench
            noun = self.noun(place.stop + 1) if self.key(place.stop) == "of" else range(0)
            return Measure("dataset-size", noun.start, noun.stop - 1, noun.stop) if noun else None
        for at in range(place.stop, min(place.stop + FEW, self.passage.end)):
            token = self.page.tokens[at]
            if token.kind != "word" or token.key in STOPS:
                return None
            if token.key.endswith("s") and token.key not in listed("unlearnt"):
                return Measure("dataset-size", at, at, at + 1)
        return None

    def _told_behind(self, place: range, value: Quantity) -> Measure | None:
        """The verb behind a quantity: ``the $4bn that Acme raised``, ``90,000 were sold``."""
        at, end = place.stop, min(place.stop + 2 * FEW, self.passage.end)
        done = self._done_to(at, value)
        if done is not None:
            return done
        at += self.key(at) == ":" and self.key(at + 1) == "what"  # - $9bn: what Foo may invest
        opens = self.key(at) in ("that", "which", "what")
        names = self.page.names_in(self.page.span(at, min(at + 2, self.passage.end))) if at < end else ()
        if not opens and not (names and self.page.tokens[at].start == names[0].span.start):
            return None
        where = bisect_left(self._ends, at + 1)
        for measure in self.all[where : where + FEW]:
            if at < measure.first < end and measure.is_verb and self._suits(measure, value):
                between = self.page.tokens[at : measure.first]
                clear = all(one.kind == "word" for one in between)
                plain = opens or STOPS.isdisjoint({one.key for one in between} - {"has", "had"})
                return measure if clear and plain and not self.quantities_between(at, measure.first) else None
        return None

    def _done_to(self, at: int, value: Quantity) -> Measure | None:
        """The verb that is done to what was counted: ``90,000 have been sold``."""
        if self.key(at) == "(":
            at = next((i + 1 for i in range(at, min(at + AHEAD, self.passage.end)) if self.key(i) == ")"), at)
        first = at
        while self.key(at) in HELPERS or (at > first and self.key(at).endswith("ly")):
            at += 1
        where = bisect_left(self._ends, at + 1)
        near = (one for one in self.all[where : where + FEW] if one.first == at > first)
        return next((one for one in near if one.is_verb and self._suits(one, value)), None)

    def _governing(self, place: range, value: Quantity, behind: Measure) -> Measure | None:
        """What is said to be so much of something: ``fines reach 4% of sales``, ``output of 90 cars``."""
        kind = kind_of(value.unit)
        shared = kind == "ratio" and self.key(place.stop) == "of"
        rated = kind == "ratio" and behind.slug != "market-share"
        if (shared or rated) and self.key(place.start - 1) == "of":  # a penalty of 4% of sales
            noun = self._before(place, value)
            return noun if noun is not None and not noun.is_verb and noun.end == place.start - 1 else None
        counted = kind == "count" and behind.slug in COUNTED
        if shared and (behind.slug == "market-share" or self.key(place.start - 1) not in REACHING):
            return None
        if not (shared or counted):
            times = kind == "multiple" and self.key(place.stop) not in DETERMINERS
            verb = self._before(place, value) if times else None
            return verb if verb is not None and verb.is_verb and verb.end == place.start else None
        before = self._before(place, value)
        if before is None or before.is_verb or before.slug == behind.slug:
            return None
        near = self.clauses[before.word].part == self.clauses[place.start].part
        near = near and self.key(place.start - 1) in LEADING
        return before if near and (shared or before.slug in listed("outputs")) else None

    def _behind(self, place: range, value: Quantity) -> Measure | None:
        """What stands right behind a quantity: ``40 new shops``, ``$3bn in sales``, ``3% of the market``."""
        kind, at, links = kind_of(value.unit), place.stop, 0
        if self.key(at) == ":" and place.start - self.passage.first < 2:
            at += 1  # - 83 million: monthly users of Foo
        for _ in range(FEW):  # 2, 4 and 9 billion parameters, 4 billion of its 90 billion parameters
            first = at + 1 + (self.key(at) == "of" and self.key(at + 1) in DETERMINERS)
            first += 3 * (self.key(at) == "of" and self.key(first + 2) == "s")  # 9 of the firm's 90 clerks
            owned = self.key(at) == "of" and kind in ("count", "parameters", "token")
            if not (owned or self.key(at) in JOINING) or not self.quantities_between(first, first + 1):
                break
            after = self.passage.quantities[bisect_left(self.starts, first)]
            value, at = after.value, self.page.token_at(after.span.end)
            kind = kind_of(value.unit)
        strong = at + (self.key(at) == "-")
        if kind == "count" and self.key(strong) == "strong":
            return Measure("employees", strong, strong, strong + 1)
        if value.unit in listed("talk") and self.key(at) == "of" and value.value >= LONG:
            film = (here for here in range(at + 1, at + 1 + FEW) if self.key(here) in listed("taped"))
            if (taped := next(film, None)) is not None:  # 900 hours of licensed film
                return Measure("dataset-size", taped, taped, taped + 1)
        whole = self._whole(at) if kind == "ratio" else None
        if whole is not None:
            return whole
        if kind == "count" and self.key(at) == "times":
            return None
        loose = kind in ("money", "ratio", "multiple", "physical", "parameters", "token")
        found: Measure | None = None
        for step in range(AHEAD):
            here = at + step
            if here >= self.passage.end:
                break
            if self.quantities_between(here, here + 1):
                break
            token = self.page.tokens[here]
            measure = self.starting(here, value)
            if measure is not None and measure.slug == "share-price" and self.key(here - 1) in listed("each"):
                break
            if measure is not None and self._is_paid_in(measure, place):
                break
            if measure is not None and self._is_compound(measure):
                continue
            if measure is not None:
                found = measure
                continue
            if found is not None:
                if here < found.end:
                    continue
                break
            if token.key in words_of("excluded") or (
                token.key == "and" and (loose or self.key(here - 1) not in words_of("modifiers"))
            ):
                break
            if (
                (
                    (token.key in INTO and not (token.key == "from" and kind == "ratio"))
                    or (token.key == "off" and kind in ("money", "ratio"))  # wiping $4bn off its value
                    or (token.key in ("off", "to") and value.unit == "percentage_point")
                )
                and links < (2 if loose else 1)
                and (loose or (token.key == "of" and not step))
            ):
                links += 1
            elif (token.key in DETERMINERS and (links or step == 0) and token.key != "that") or (
                token.key in listed("more")
                and not step
                and not (token.key == "as" and self._before(place, value))
            ):
                pass
            elif token.kind == "number" and (token.glued or self._is_in_name(here)) and token.text[0] != ".":
                continue
            elif "-" in (self.key(here + 1), token.glued and self.key(here - 1)):
                continue  # home-grown, on-chip memory
            elif not is_inner(token) or self._is_change(here, kind):
                break
        return found

    def _is_compound(self, measure: Measure) -> bool:
        """Whether a plural noun only describes the one behind it: ``three sales leaders``."""
        last, following = self.key(measure.end - 1), self.key(measure.end)
        plural = last.endswith("s") and following.endswith("s")
        if not plural or following in STOPS or following in listed("no_plurals"):
            return False
        return self.page.tokens[measure.end].text.islower() and not self._is_change(measure.end, "count")

    def is_inserted(self, at: int, outside: int) -> bool:
        """Whether a token is in what is put in between commas, and another one is behind that."""
        here, there = self.clauses[at], self.clauses[outside]
        return here.part in self.clauses.inserted and here.clause == there.clause and here.part < there.part

    def _is_paid_in(self, measure: Measure, place: range) -> bool:
        """Whether cash or shares are only what a price is paid in: ``for $4m in cash``."""
        if measure.slug not in ("net-cash", "share-price"):
            return False
        if self.key(measure.first) != "in" and self.key(measure.first - 1) != "in":
            return False
        had = self.key(place.start - 1) in listed("having") and "paid" not in self.passage.keys
        bought = not (had or listed("buying").isdisjoint(self.passage.keys))
        return self.key(place.start - 1) == "for" or bought

    def _is_change(self, at: int, kind: str) -> bool:
        """Whether a verb of change starts here, behind which another clause goes on."""
        if kind in ("ratio", "multiple", "money"):
            return False
        return self.is_cue(at, "change")

    def starting(self, at: int, value: Quantity) -> Measure | None:
        """The noun that starts at a token and suits a quantity."""
        where = bisect_left(self._ends, at + 1)
        for measure in self.all[where : where + FEW]:
            if measure.first == at and not measure.is_verb and self._suits(measure, value):
                return measure
        return None

    def _suits(self, measure: Measure, value: Quantity) -> bool:
        if measure.slug == "employees" and self.key(measure.word) == "people" and value.value >= CROWD:
            return False
        kind = kind_of(value.unit)
        if kind == "count" and measure.slug in COUNTED | {"stores", "patents"} and value.value >= MANY:
            return False
        if kind == "count" and DECIMAL.fullmatch(value.text) and measure.slug != "benchmark-score":
            return False  # leads three models with 74.1
        if kind == "money" and value.per is not None and value.per.endswith("token"):
            return measure.slug == "price"
        if value.unit in POINTS and measure.slug in ("capacity", "deliveries", "employees", "chips-shipped"):
            return False
        if measure.slug == "share-price" and kind == "money" and value.value >= CROWD:
            return False
        if measure.is_verb and self.key(measure.first) in listed("bare") and measure.end not in self.starts:
            return False
        if kind == "ratio" and self.tested and measure.slug == "traffic":
            return False  # 92% of the questions in a test
        if measure.is_verb and (measure.slug, kind == "physical") in (("capacity", False), ("traffic", True)):
            return False
        moneyed = self.is_of_money(measure.slug) or measure.slug == "deliveries"
        if measure.is_verb and kind == "ratio" and moneyed:
            return False
        if kind == "physical" and (measure.slug == "dataset-size") != (value.unit in listed("talk")):
            return False
        if self.is_elided(value) and is_flagged(measure.slug, "finance"):
            return True
        in_tokens = ("training-tokens", "token-consumption") if measure.is_verb else ("token-consumption",)
        if measure.slug in in_tokens and kind == "count" and value.value >= MANY:
            return True  # trained on 18 trillion
        if measure.slug in listed("countless") and kind == "count" and value.value >= THOUSAND:
            return not measure.is_verb  # context: 256,000
        return fits(measure.slug, value.unit)

    def is_elided(self, value: Quantity) -> bool:
        """Whether a count can be money whose currency was told before: ``$19 million, from 16 million``."""
        return self.in_money and value.unit == "count" and SCALED.search(value.text) is not None

    def is_of_money(self, slug: str) -> bool:
        """Whether a measure is an amount of money before all: a verb that says it wants no percentage."""
        return slug not in ("share-price", "price") and "money" in table("measures")[slug]["units"]

    def counts_something_else(self, place: range, value: Quantity) -> bool:
        """Whether a noun stands behind a quantity that is no measure: ``40 cats``, ``5% of cats``."""
        kind, at = kind_of(value.unit), place.stop
        if kind != "count" or at >= self.passage.end:
            return False
        token = self.page.tokens[at]
        of = self.key(place.start - 1) == "of" and place.start - 1 in self._ends  # a corpus of 900 songs
        if token.kind != "word" or of or token.key in STOPS or token.key in TURNS:
            return False
        plain = not (token.key in words_of("behind") or token.key in words_of("counters"))
        plain = plain and not token.key.endswith("ly")
        return plain and not self._is_change(at, kind)

    def _before(self, place: range, value: Quantity) -> Measure | None:
        """What was said to be so much: the closest before it in its sentence."""
        best: tuple[float, Measure] | None = None
        where = bisect_left(self._ends, place.start + 1)
        for measure in reversed(self.all[max(0, where - 12) : where]):
            if place.start - measure.end > FAR:
                break
            if not self._suits(measure, value) or not self._is_open(measure, place):
                continue
            far = self._distance(measure, place)
            if far <= LIMIT and (best is None or far <= best[0]):
                best = far, measure
        if best is None:
            return None
        measure = best[1]
        where = bisect_left(self._ends, measure.first)
        if measure.is_verb and self.key(measure.first) not in listed("valuing"):  # the share lost $3
            near = self.all[max(0, where - 1) : where + 1]
            noun = next((one for one in near if one.end == measure.first and not one.is_verb), None)
            if noun is not None and self._suits(noun, value):
                return noun
        if measure.is_verb and self.key(measure.first) == "worth":  # orders worth $4m
            end = measure.first - (self.key(measure.first - 1) in ("is", "are", "was", "were"))
            near = self.all[max(0, where - FEW) : where + FEW]
            return next((one for one in near if one.end == end and fits(one.slug, value.unit)), measure)
        near = self.all[max(0, where - FEW) : where]  # its share of memory
        return next((one for one in near if self._governs(one, measure) and self._suits(one, value)), measure)

    def _governs(self, one: Measure, other: Measure) -> bool:
        """Whether a noun has another one behind its ``of``."""
        of = self.key(one.end) in listed("links") - {"at", "in"} and 0 < other.first - one.end <= 2 * FEW
        between = self.page.tokens[one.end + 1 : other.first] if of else ()
        joined = all(is_inner(token) or token.key in DETERMINERS for token in between)
        return of and joined and not (one.is_verb or other.is_verb)

    def _is_open(self, measure: Measure, place: range) -> bool:
        """Whether a measure can be that of what comes later: it is not left out and not in a closed aside."""
        if not self.clauses.holds(place.start, measure.word) or self.is_inserted(measure.word, place.start):
            return False
        before = [self.key(at) for at in range(max(self.passage.first, measure.first - 3), measure.first)]
        return not words_of("excluded") & set(before) or "," in before

    def _distance(self, measure: Measure, place: range) -> float:
        """How many steps lie between a measure and a quantity behind it."""
        far = (place.start - measure.end) / 20 + 0.4 * self.quantities_between(measure.end, place.start)
        for at in range(measure.end, place.start):
            key = self.key(at)
            far += STEPS.get(key, 0)
            far += 0.8 * (key in TURNS)
        return far
