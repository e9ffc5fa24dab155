"""What a quantity measures: the words of the vocabulary that go with it.

They stand behind it as what is counted (``40 new shops``, ``$3bn in sales``), or before it as what is said
to be so much (``sales rose to $3bn``); the verb of a clause can say it alone (``raised $3bn``). Of several
the one wins that is joined most closely: each comma, joint of clauses and other quantity between is a step
away. The vocabulary is ``data/lexicon/measures.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from ....tokens import Token
from ....values import Quantity
from ...english.clauses import DETERMINERS, Clauses, cue_spans
from ...english.vocabulary import NO_ENTRY, Measure, fits, kind_of, vocabulary, wholes
from ...page import Page, Passage
from ...wording import table

__all__ = [
    "JOINTS",
    "LINKS",
    "STOPS",
    "Measures",
    "is_inner",
]

TALK: Final = frozenset(("hour", "minute"))
"""The lengths by which recordings are counted."""
STOPS: Final = frozenset(
    "a about across after against also although among an any are as at be because been before being"
    " between but by can could despite did do does during each every for from had has have he her his if"
    " in into is it its may more most no nor not now of off on once or our out over per she since so"
    " than that the their then there these they this those though through to under until up via was we"
    " were what when where whereas which while who whom whose will with within without would yet".split()
)
LINKS: Final = frozenset(("of", "on", "at", "in", "among", "for", "by", "from"))
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
VALUING: Final = frozenset(("values", "valuing"))
"""What shares do not do: an offer for them does."""
FEW: Final = 4
CROWD: Final = Decimal(5_000_000)
"""So many people are users, not employees."""
AHEAD: Final = 8
FAR: Final = 60
STEPS: Final[dict[str, float]] = {",": 1, ":": 2, "(": 0.5, ")": 0.5, "—": 4, "–": 3, ";": 4, ".": 6}
TURNS: Final = frozenset(("while", "whereas", "but", "although", "though", "and", "or", "yet"))
LIMIT: Final = 6.0


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table("cues")["measure"][kind])


def is_inner(token: Token) -> bool:
    """Whether a token can stand inside a noun phrase."""
    if token.kind == "mark":
        return token.text in JOINTS or token.text in "“”\"‘’'"
    return token.key == "and" or (token.kind == "word" and (token.key not in STOPS or token.glued))


class Measures:
    """The measures of a passage, and which one is that of a quantity."""

    def __init__(self, page: Page, passage: Passage, clauses: Clauses) -> None:
        self.page = page
        self.passage = passage
        self.clauses = clauses
        self.starts: list[int] = [page.token_at(quantity.span.start) for quantity in passage.quantities]
        self.all: list[Measure] = list(self._all())
        self._ends = [measure.end for measure in self.all]

    def _all(self) -> Iterator[Measure]:
        tokens, at = self.page.tokens, self.passage.first
        while at < self.passage.end:
            entry, end = vocabulary().starting(tokens, at) or (NO_ENTRY, at + 1)
            if end <= self.passage.end and self.key(end) not in PARTS:
                opens = at == self.passage.first or self.key(at - 1) in (";", ":", "(", "of", "–", "—")
                described = opens or self.key(at - 1) in _words("modifiers")
                is_noun = not entry.verbs or self._is_noun(at) or (described and bool(entry.nouns))
                for slug in entry.nouns if is_noun else entry.verbs:
                    parted = (
                        slug == "share-price" and tokens[at].key == "share" and self.key(end) in ("of", "in")
                    )
                    word = self._head(slug, at, end) if is_noun else at
                    yield Measure("market-share" if parted else slug, at, word, end, not is_noun)
            at = end

    def _head(self, slug: str, at: int, end: int) -> int:
        """Where the shortest words for a measure start that end where these do: ``enterprise |clients``."""
        for later in range(end - 1, at, -1):
            entry, stop = vocabulary().starting(self.page.tokens, later) or (NO_ENTRY, later)
            if stop == end and slug in entry.nouns:
                return later
        return at

    def _is_noun(self, at: int) -> bool:
        """Whether what looks like a verb is a noun or adjective here: ``the cost``, ``its paid plan``."""
        before = self.key(at - 1)
        return before in DETERMINERS - {"that"} or (before in ("'s", "s") and at - 1 > self.passage.first)

    def key(self, at: int) -> str:
        """The word at a token; nothing outside the passage."""
        return self.page.tokens[at].key if self.passage.first <= at < self.passage.end else ""

    def quantities_between(self, first: int, end: int) -> int:
        """How many quantities start among some tokens."""
        return bisect_left(self.starts, end) - bisect_left(self.starts, first) if first < end else 0

    # -- which one --

    def of(self, place: range, value: Quantity) -> Measure | None:
        """The measure of a quantity, None where no word says one."""
        behind = self._behind(place, value)
        if behind is not None:
            return self._governing(place, value, behind) or behind
        told = self._told_behind(place, value)
        if told is not None:
            return told
        before = self._before(place, value)
        if self.counts_something_else(place, value):  # but hired 40 nurses
            done = before is not None and before.is_verb and before.end == place.start
            return before if done and before is not None and before.slug in COUNTED else None
        return before

    def _told_behind(self, place: range, value: Quantity) -> Measure | None:
        """The verb of a relative clause: ``the $4bn that Acme raised``."""
        at, end = place.stop, min(place.stop + 2 * FEW, self.passage.end)
        opens = self.key(at) in ("that", "which")
        names = self.page.names_in(self.page.span(at, min(at + 2, self.passage.end))) if at < end else ()
        if not opens and not (names and self.page.tokens[at].start == names[0].span.start):
            return None
        where = bisect_left(self._ends, at + 1)
        for measure in self.all[where : where + FEW]:
            if at < measure.first < end and measure.is_verb and self._suits(measure, value):
                between = range(at, measure.first)
                clear = all(self.page.tokens[i].kind == "word" for i in between)
                plain = opens or not any(self.key(i) in STOPS - {"has", "had"} for i in between)
                return measure if clear and plain and not self.quantities_between(at, measure.first) else None
        return None

    def _governing(self, place: range, value: Quantity, behind: Measure) -> Measure | None:
        """What is said to be so much of something: ``fines reach 4% of sales``, ``output of 90 cars``."""
        kind = kind_of(value.unit)
        if kind == "money" and behind.slug == "funding":  # valued at $4bn in a round
            verb = self._before(place, value)
            worth = verb is not None and verb.is_verb and verb.slug == "valuation"
            return verb if worth and verb is not None and verb.end == place.start else None
        shared = kind == "ratio" and self.key(place.stop) == "of"
        counted = kind == "count" and behind.slug in COUNTED
        if shared and (behind.slug == "market-share" or self.key(place.start - 1) not in REACHING):
            return None
        if not (shared or counted):
            verb = self._before(place, value) if kind == "multiple" else None
            return verb if verb is not None and verb.is_verb and verb.end == place.start else None
        before = self._before(place, value)
        if before is None or before.is_verb or before.slug == behind.slug:
            return None
        if shared and self.key(place.start - 1) == "or":
            return before
        near = self.clauses[before.word].part == self.clauses[place.start].part
        near = near and self.key(place.start - 1) in REACHING | INTO | {"for"}
        return before if near and (shared or before.slug in OUTPUTS) else None

    def _behind(self, place: range, value: Quantity) -> Measure | None:
        """What stands right behind a quantity: ``40 new shops``, ``$3bn in sales``, ``3% of the market``."""
        kind, at, links = kind_of(value.unit), place.stop, 0
        whole = self._whole(at) if kind == "ratio" else None
        if whole is not None:
            return whole
        loose = kind in ("money", "ratio", "multiple", "physical", "parameters", "token")
        found: Measure | None = None
        for step in range(AHEAD):
            here = at + step
            if here >= self.passage.end or self.quantities_between(here, here + 1):
                break
            token = self.page.tokens[here]
            measure = self.starting(here, value)
            if measure is not None and measure.slug == "share-price" and self.key(here - 1) in EACH:
                break
            if measure is not None:
                found = measure
                continue
            if found is not None:
                if here < found.end:
                    continue
                break
            if token.key in _words("excluded") or (
                token.key == "and" and (loose or self.key(here - 1) not in _words("modifiers"))
            ):
                break
            if (
                token.key in INTO
                and links < (2 if loose else 1)
                and (loose or (token.key == "of" and not step))
            ):
                links += 1
            elif (token.key in DETERMINERS and (links or step == 0) and token.key != "that") or (
                token.key in MORE and not step
            ):
                pass
            elif token.kind == "number" and token.glued and token.text[0] != ".":
                continue
            elif not is_inner(token) or self._is_change(here, kind):
                break
        if found is None and kind == "count" and self.key(at) in _words("counters"):
            return None
        return found

    def _whole(self, at: int) -> Measure | None:
        """The noun that a ratio right before a token is a part of: ``3% of the market for cars``."""
        if self.key(at) != "of":
            return None
        noun = self.noun(at + 1)
        if noun and self.key(noun.start) in WORLD and self.key(noun.stop - 1) != "total":
            return Measure("market-share", noun.start, noun.stop - 1, noun.stop)
        slug = wholes().get(self.key(noun.stop - 1)) if noun else None
        return Measure(slug, noun.start, noun.stop - 1, noun.stop) if slug else None

    def _is_change(self, at: int, kind: str) -> bool:
        """Whether a verb of change starts here, behind which another clause goes on."""
        if kind in ("ratio", "multiple", "money"):
            return False
        return next(cue_spans(self.page, at, min(at + 1, self.passage.end), "change"), None) is not None

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
        if measure.is_verb and measure.slug == "capacity" and kind != "physical":
            return False
        if measure.is_verb and kind == "ratio" and self.is_of_money(measure.slug):
            return False
        if kind == "physical" and (measure.slug == "dataset-size") != (value.unit in TALK):
            return False
        return fits(measure.slug, value.unit)

    def is_of_money(self, slug: str) -> bool:
        """Whether a measure is an amount of money before all: a verb that says it wants no percentage."""
        return slug not in ("share-price", "price") and "money" in table("measures")[slug]["units"]

    def counts_something_else(self, place: range, value: Quantity) -> bool:
        """Whether a noun stands behind a quantity that is no measure: ``40 cats``, ``5% of cats``."""
        kind, at = kind_of(value.unit), place.stop
        if kind == "ratio":
            if self.key(at) != "of" and not (
                value.unit == "fraction" and self.key(at) in ("the", "its", "their")
            ):
                return False
            while self.key(at) in {"of"} | DETERMINERS - {"that", "new"}:
                at += 1
            return (
                at < self.passage.end
                and self.key(at) not in _words("pronouns")
                and is_inner(self.page.tokens[at])
            )
        if kind != "count" or at >= self.passage.end:
            return False
        token = self.page.tokens[at]
        if token.kind != "word" or token.key in STOPS or token.key in _words("counters"):
            return False
        return (
            not self._is_change(at, kind)
            and token.key not in _words("behind")
            and not token.key.endswith("ly")
        )

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
        if measure.is_verb and self.key(measure.first) not in VALUING:  # the share lost $3
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
        return (
            not (one.is_verb or other.is_verb)
            and self.key(one.end) == "of"
            and 0 < other.first - one.end <= 3
        )

    def _is_open(self, measure: Measure, place: range) -> bool:
        """Whether a measure can be that of what comes later: it is not left out and not in a closed aside."""
        if not self.clauses.holds(place.start, measure.word):
            return False
        before = [self.key(at) for at in range(max(self.passage.first, measure.first - 3), measure.first)]
        return not _words("excluded") & set(before) or "," in before

    def _distance(self, measure: Measure, place: range) -> float:
        """How many steps lie between a measure and a quantity behind it."""
        far = (place.start - measure.end) / 20 + 0.4 * self.quantities_between(measure.end, place.start)
        for at in range(measure.end, place.start):
            key = self.key(at)
            far += STEPS.get(key, 0)
            far += 0.8 * (key in TURNS)
        return far

    # -- its words --

    def phrase(self, measure: Measure, floor: int | None = None) -> Measure:
        """The whole noun phrase around words of the vocabulary; it starts no earlier than ``floor``."""
        tokens, at, end = self.page.tokens, measure.first, measure.end
        if measure.is_verb or measure.slug == "rank":
            return measure
        if floor is not None:  # all between a quantity and what it counts is its phrase
            low = floor
            while low < at and (tokens[low].key in STOPS or tokens[low].text in JOINTS):
                low += 1
            if all(is_inner(token) for token in tokens[low:at]):
                at = low
        else:
            low = max(self.passage.first, at - AHEAD)
        while at > low and self._belongs(at - 1, low):
            at -= 1
        end += self.key(end) == "growth"
        if measure.slug == "market-share" and self.key(end) in ("of", "in"):
            end = self._noun_end(end + 1)
        doing = self.key(end).endswith("ing")
        if doing or tokens[end - 1].key == "on":
            names = (
                self.page.names_in(self.page.span(end + doing, end + doing + 1))
                if end + doing < self.passage.end
                else ()
            )
            if names:
                end = self.page.token_at(names[0].span.end)
        return Measure(measure.slug, at, measure.word, end)

    def _noun_end(self, at: int) -> int:
        """Where the noun phrase that starts at a token ends."""
        while self.key(at) in DETERMINERS:
            at += 1
        while at < self.passage.end and is_inner(self.page.tokens[at]) and self.key(at) != "and":
            moves = any(cue_spans(self.page, at, min(at + 1, self.passage.end), "movement"))
            if moves or self.quantities_between(at, at + 1):
                break
            at += 1
        return at

    def noun(self, at: int) -> range:
        """The noun phrase that starts at a token, without its articles."""
        end = self._noun_end(at)
        while at < end and self.key(at) in DETERMINERS:
            at += 1
        return range(at, end)

    def _belongs(self, at: int, low: int) -> bool:
        """Whether a token belongs to the noun phrase that starts behind it: a modifier, compound or name."""
        token, after = self.page.tokens[at : at + 2]
        if token.text in JOINTS:
            return token.glued and after.glued and at > low
        if token.kind != "word" or token.key in _words("outside"):
            return False
        if after.glued and after.text in JOINTS:
            return True
        if token.glued and at > low:
            return self.page.tokens[at - 1].text in JOINTS
        if token.key in _words("modifiers"):
            return True
        other = token.key in STOPS or token.key in _words("excluded") or token.key.endswith("ly")
        is_name = token.text[0].isupper() and not other
        return is_name and not self.page.dates_in(self.page.span(at, at + 1))
