"""Metrics: quantities that measure something.

The measure is the noun phrase of the documented vocabulary (``lexicon/measures.toml``) that stands with
the quantity in its clause: behind it as what is counted, or before it as what is said to be so. Who is
measured is named in that phrase or right behind it, else the actor before it, else whom the story is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from ..entities import Entity
from ..facts import Metric
from ..report import Mention
from ..tokens import Phrases, Token
from ..values import Quantity, Span
from .clauses import (
    ACTORS,
    DETERMINERS,
    announces,
    clauses_of,
    cue_spans,
    is_example,
    is_possessive,
    last_before,
    stated_period,
    subject_before,
)
from .page import Draft, Page, Passage, hull
from .quantities import LENGTHS
from .wording import table

__all__ = ["find_metrics"]

RATIOS: Final = frozenset(("percent", "percentage_point", "basis_point", "fraction"))
COMPANIES: Final = frozenset(("organisation", "body", "platform", "product"))
IMPLIED: Final = frozenset(("parameters", "rank"))
BASIS: Final = re.compile(r"(?:(?:year|quarter|month|week)-(?:over|on)-\w+|yoy|qoq)\s+", re.IGNORECASE)
STOPS: Final = frozenset(
    "a about across after against also among an any are as at be because been before being between but by"
    " can could despite did do does during each every for from had has have if in into is it its may more"
    " most no nor not of off on or our out over per since so than that the their then there these they this"
    " those through to under until up via was we were what when where which while who will with within"
    " without would".split()
)
OUTSIDE: Final = frozenset(("yesterday", "today", "meanwhile", "still", "though", "s"))
LINKS: Final = frozenset(("of", "on", "at", "in", "among"))
JOINTS: Final = frozenset("-+/&")
REACH: Final = 9
NEAR: Final = 12
LONGEST: Final = 8


class Measure(NamedTuple):
    """A noun phrase that says what is measured, by its tokens; at ``word`` the vocabulary's words start."""

    slug: str
    first: int
    word: int
    end: int


@cache
def _vocabulary() -> Phrases[str]:
    return Phrases((words, slug) for slug, entry in table("measures").items() for words in entry["words"])


def _is(measure: Measure | None, flag: str) -> bool:
    return measure is not None and bool(table("measures")[measure.slug].get(flag))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table("cues")["measure"][kind])


def _kind_of(unit: str) -> str:
    """What the vocabulary calls a unit."""
    if unit in RATIOS:
        return "ratio"
    if unit in ("count", "token"):
        return "count"
    if unit in ("multiple", "rank", "parameters"):
        return unit
    return "money" if len(unit) == 3 and unit.isupper() else "physical"


def _fits(slug: str, unit: str) -> bool:
    """Whether a measure comes in a unit."""
    return _kind_of(unit) in table("measures")[slug]["units"]


def find_metrics(page: Page) -> Iterator[Draft]:
    """The metrics of a page, one for each quantity that has a measure."""
    told: dict[tuple[Decimal, str], Draft] = {}
    for passage in page.passages:
        if passage.block.kind != "label" and passage.quantities:
            yield from _Reading(page, passage, told).metrics()


class _Reading:
    """A passage while its metrics are made; ``told`` are those of the page so far, by value and unit."""

    def __init__(self, page: Page, passage: Passage, told: dict[tuple[Decimal, str], Draft]) -> None:
        self.page = page
        self.passage = passage
        self.told = told
        self.clauses = clauses_of(page, passage)
        self.starts = [page.token_at(quantity.span.start) for quantity in passage.quantities]
        self.measures = list(self._measures())

    def _measures(self) -> Iterator[Measure]:
        tokens, at = self.page.tokens, self.passage.first
        while at < self.passage.end:
            slug, end = _vocabulary().starting(tokens, at) or ("", at + 1)
            if slug and end <= self.passage.end:
                inner = (
                    later for later in range(at, end) if _vocabulary().starting(tokens, later) == (slug, end)
                )
                yield Measure(slug, at, max(inner), end)
            at = end

    def metrics(self) -> Iterator[Draft]:
        """The metrics, in the order of their quantities."""
        before: Draft | None = None
        for quantity in self.passage.quantities:
            value = quantity.value
            place = range(self.page.token_at(quantity.span.start), self.page.token_at(quantity.span.end))
            if value.unit in LENGTHS or value.unit == "page":
                continue
            if announces(self.page.text, quantity) or is_example(self.page.text, quantity.span):
                continue
            draft = self._own(place, quantity) or self._borrowed(place, quantity, before)
            if draft is not None:
                self.told.setdefault((value.value, value.unit), draft)
                before = draft
                yield draft

    def _key(self, at: int) -> str:
        """The word at a token, nothing behind the passage."""
        return self.page.tokens[at].key if at < self.passage.end else ""

    def _own(self, place: range, quantity: Mention[Quantity]) -> Draft | None:
        """The metric of a quantity with a measure in its clause, or of a size or rank."""
        bearer = self._bearer(quantity)
        if bearer is not None:
            return self._draft(place, quantity, None, bearer)
        if self._is_part(place, quantity):
            return None
        measure = self._nearest(place, quantity.value.unit)
        if measure is None and quantity.value.unit not in IMPLIED:
            return None
        return self._draft(place, quantity, measure, self._subject(place, measure))

    def _is_part(self, place: range, quantity: Mention[Quantity]) -> bool:
        """Whether a ratio says what part of something does something: ``60% going abroad``."""
        at = place.stop
        growing = any(cue_spans(self.page, at, min(at + 1, self.passage.end), "change"))
        return quantity.value.unit in RATIOS and self._key(at).endswith("ing") and not growing

    def _is_reached(self, place: range, quantity: Mention[Quantity], before: Draft) -> bool:
        """Whether a quantity is where the change before it led: ``rose 4% in May, to 90 halls``."""
        changed = self.clauses[self.page.token_at(before.begins)].clause
        return (
            before.fields["aspect"] == "change"
            and self._key(place.start - 1) in ("to", "from")
            and self.clauses[place.start].clause == changed
            and _fits(str(before.fields["measure"]), quantity.value.unit)
        )

    def _bearer(self, quantity: Mention[Quantity]) -> Mention[Entity] | None:
        """The name that a quantity is part of."""
        names = self.passage.names
        at = bisect_right(names, quantity.span.start, key=lambda name: name.span.start) - 1
        return names[at] if at >= 0 and quantity.span in names[at].span else None

    # -- what is measured --

    def _nearest(self, place: range, unit: str) -> Measure | None:
        """The measure nearest to a quantity in its clause; what follows goes before what precedes."""
        low = bisect_left(self.measures, place.start - 2 * REACH, key=lambda measure: measure.word)
        high = bisect_right(self.measures, place.stop + REACH, key=lambda measure: measure.word)
        counts = unit == "count" and self._counts_what_follows(place.stop)
        best: tuple[float, Measure] | None = None
        for words in self.measures[low:high]:
            far = self._distance(place, words, counts) if _fits(words.slug, unit) else None
            measure = self._phrase(words, place) if far is not None else None
            if far is not None and measure is not None and (best is None or far < best[0]):
                best = far, measure
        return best and best[1]

    def _distance(self, place: range, words: Measure, counts: bool) -> float | None:
        """How far a measure is from a quantity; None if it belongs to something else."""
        follows = words.first >= place.stop
        gap = range(place.stop, words.first) if follows else range(words.end, place.start)
        crossed = self._quantities_between(gap.start, gap.stop)
        other = self.clauses[words.word].clause != self.clauses[place.start].clause
        if other or len(gap) > REACH or (counts and (crossed or not follows)):
            return None
        keys = [self.page.tokens[at].key for at in gap]
        far = len(gap) + 4.0 * crossed + 3 * ("," in keys or "." in keys)
        if not follows:  # "X% of sales" is a share of something; "sales of X" goes together
            return far + 1.5 - 6 * (self._key(place.stop) == "of") - 3 * (keys == ["of"])
        if "and" in keys:  # "old and new users", but "cats and users"
            far += 4 if keys[keys.index("and") - 1] in _words("modifiers") else REACH
        return far if far <= REACH else None

    def _counts_what_follows(self, at: int) -> bool:
        """Whether the noun that is counted stands right behind a count: ``40 halls``."""
        token = self.page.tokens[at] if at < self.passage.end else None
        verb = next(cue_spans(self.page, at, min(at + 1, self.passage.end), "change"), None)
        return token is not None and verb is None and token.kind == "word" and _is_inner(token)

    def _quantities_between(self, first: int, end: int) -> int:
        return bisect_left(self.starts, end) - bisect_left(self.starts, first) if first < end else 0

    def _phrase(self, words: Measure, place: range) -> Measure | None:
        """The whole noun phrase around words of the vocabulary; None where it is only what is left out."""
        tokens, at, end = self.page.tokens, words.first, words.end
        low = max(self.passage.first, at - LONGEST)
        if place.stop <= at:
            low = max(low, place.stop)
            while low < at and (tokens[low].key in STOPS or tokens[low].text in JOINTS):
                low += 1
            if any(token.key in _words("excluded") for token in tokens[low:at]):
                return None
            if all(_is_inner(token) for token in tokens[low:at]):
                at = low
        while at > low and self._belongs(at - 1, low):
            at -= 1
        if at > self.passage.first and tokens[at - 1].key in _words("excluded"):
            return None
        end += self._key(end) == "growth"
        doing = self._key(end).endswith("ing")
        named = self._name_at(end + doing) if doing or tokens[end - 1].key == "on" else None
        if named is not None:
            end = self.page.token_at(named.span.end)
        return Measure(words.slug, at, words.word, end)

    def _belongs(self, at: int, low: int) -> bool:
        """Whether a token belongs to the noun phrase that starts behind it: a modifier, compound or name."""
        token, after = self.page.tokens[at : at + 2]
        if token.text in JOINTS:
            return token.glued and after.glued and at > low
        if token.kind != "word" or token.key in OUTSIDE:
            return False
        if after.glued and after.text in JOINTS:
            return True
        if token.glued and at > low:
            return self.page.tokens[at - 1].text in JOINTS
        if token.key in _words("modifiers"):
            return True
        other = token.key in STOPS or token.key in _words("excluded") or token.key.endswith("ly")
        is_name = token.text[0].isupper() and not other
        return is_name and not self.page.dates_in(Span(token.start, token.end))

    def _name_at(self, at: int) -> Mention[Entity] | None:
        """The name that starts at a token."""
        if at >= self.passage.end:
            return None
        token = self.page.tokens[at]
        return next(iter(self.page.names_in(Span(token.start, token.end))), None)

    # -- who is measured --

    def _subject(self, place: range, measure: Measure | None) -> Mention[Entity] | Entity:
        """Named with the measure, else before it, else whom the story is about; money is a company's."""
        kinds = COMPANIES if _is(measure, "finance") else ACTORS
        for name in self._names_with(measure) if measure else ():
            if name.value.kind in kinds and not self._is_where(name, measure):
                return name
        found = self._before(min(place.start, measure.first) if measure else place.start, kinds)
        if found is not None:
            return found
        main = self.page.main.get(self.passage.story, self.page.subject)
        return self.page.company_of(main) if kinds is COMPANIES else main

    def _is_where(self, name: Mention[Entity], measure: Measure | None) -> bool:
        """Whether a platform is only where something was counted: downloads on it are not its own."""
        return name.value.kind == "platform" and _is(measure, "elsewhere")

    def _names_with(self, measure: Measure) -> Iterator[Mention[Entity]]:
        """The names in a noun phrase, and the one right behind it: ``users of X``, ``clients using X``."""
        head = self.page.tokens[measure.word].start
        for name in self.page.names_in(self.page.span(measure.first, measure.end)):
            if not name.span.start <= head < name.span.end:
                yield name
        if self._key(measure.end) in LINKS or self._key(measure.end).endswith(("ing", "ed")):
            at = measure.end + 1
            while self._key(at) in LINKS | DETERMINERS:
                at += 1
            behind = self._name_at(at)
            if behind is not None and is_possessive(self.page, behind):
                behind = self._name_at(self.page.token_at(behind.span.end) + 2) or behind
            if behind is not None:
                yield behind

    def _before(self, at: int, kinds: Container[str]) -> Mention[Entity] | None:
        """The actor before a token; in a parenthesis, the one right before it."""
        found = subject_before(self.page, self.passage, self.clauses, at, kinds)
        opening = self.clauses.opening(at)
        if opening is None:
            return found
        start = self.page.tokens[opening].start
        outside = next(last_before(self.passage.names, start), None)
        if outside is None or outside.value.kind not in kinds or (found and found.span.start > start):
            return found
        return outside if self.page.token_at(outside.span.end) >= opening - 1 else found

    # -- quantities that go with one before them --

    def _borrowed(self, place: range, quantity: Mention[Quantity], before: Draft | None) -> Draft | None:
        """A share, the same in other words, where a change led to, a figure told again by a bare noun.

        ``400 chips, with 60% going abroad``; ``$5m in debt (¥780m)``; ``the $5m target``.
        """
        value, end = quantity.value, place.stop
        told = self.told.get((value.value, value.unit))
        for _, _, stop in cue_spans(self.page, end, min(end + 1, self.passage.end), "nature"):
            if told is not None and told.fields["nature"] != "reading":
                return self._like(told, place, quantity, stop)
        if before is None:
            return None
        if self._is_reached(place, quantity, before):
            draft = self._like(before, place, quantity, end, self.page.token_at(before.begins))
            draft.evidence = [hull(*before.evidence, quantity.span)]
            return draft
        if self._is_part(place, quantity) and before.fields["aspect"] == "level":
            while end < self.passage.end and _is_inner(self.page.tokens[end]):
                end += 1
            draft = self._like(before, place, quantity, end)
            words = draft.fields["measure_text"]
            draft.fields |= {"aspect": "share", "of": before.fields["measure_text"], "qualifier": words}
            return draft
        opening, known = self.clauses.opening(place.start), before.fields["quantity"]
        assert isinstance(known, Quantity)
        if opening is None or {_kind_of(known.unit), _kind_of(value.unit)} != {"money"}:
            return None
        beside = self.page.token_at(before.evidence[0].end) >= opening
        return self._like(before, place, quantity, end) if beside else None

    def _like(self, other: Draft, place: range, quantity: Mention[Quantity], end: int, *also: int) -> Draft:
        """A metric with the measure and subject of another one; its own words end at a token."""
        subject = other.fields["subject"]
        assert isinstance(subject, Entity)
        draft = self._draft(place, quantity, None, subject, *also)
        draft.fields["measure"] = other.fields["measure"]
        draft.fields["measure_text"] = other.fields["measure_text"]
        if end > place.stop:
            words = self.page.span(place.stop, end)
            draft.fields["measure_text"] = self.page.quote(words)
            draft.evidence = [hull(quantity.span, words)]
        return draft

    # -- the fact --

    def _draft(
        self,
        place: range,
        quantity: Mention[Quantity],
        measure: Measure | None,
        subject: Mention[Entity] | Entity,
        *also: int,
    ) -> Draft:
        """The metric; without a measure its unit is one. A date beside the tokens ``also`` is its own too."""
        page, passage, value = self.page, self.passage, quantity.value
        mentions, evidence = [quantity.span], quantity.span
        slug, words = value.unit, quantity.text
        if measure is not None:
            slug, phrase = measure.slug, page.span(measure.first, measure.end)
            words, evidence = page.quote(phrase), hull(quantity.span, phrase)
            also = (*also, measure.word)
        date = stated_period(page, passage, self.clauses, place.start, *also)
        if isinstance(subject, Mention):
            mentions.append(subject.span)
            subject = subject.value
        period, period_from = page.story_periods.get(passage.story), "story"
        if date is not None:
            mentions.append(date.span)
            period, period_from = date.value, "stated"
        aspect, direction, of = self._aspect(place, value)
        basis = BASIS.match(words)
        fields: dict[str, object] = {
            "subject": subject,
            "measure": slug,
            "measure_text": words[basis.end() :] if basis else words,
            "quantity": value,
            "aspect": aspect,
            "direction": direction,
            "nature": self._nature(place),
            "period": period,
            "period_from": period_from if period else None,
            "of": of,
            "qualifier": basis[0].strip() if basis else self._qualifier(place, measure),
        }
        return Draft(Metric, fields, [evidence], mentions, passage.story, start=quantity.span.start)

    def _aspect(self, place: range, value: Quantity) -> tuple[str, str | None, Entity | str | None]:
        """Level, change with its direction, share of something, or rank on something."""
        if value.unit == "rank":
            at = place.stop + (self._key(place.stop) in LINKS)
            while self._key(at) in DETERMINERS:
                at += 1
            name = self._name_at(at)
            return "rank", None, name.value if name else None
        if value.unit not in RATIOS and value.unit != "multiple":
            return "level", None, None
        if value.unit in RATIOS and self._key(place.stop) == "of":
            return "share", None, self._whole(place.stop + 1)
        if value.unit == "fraction" and self._key(place.stop) in DETERMINERS:
            return "share", None, self._whole(place.stop)
        direction = self._nearest_cue("change", place)
        if value.unit == "multiple":
            return "change", direction or ("down" if value.value < 1 else "up"), None
        return ("change", direction, None) if direction else ("level", None, None)

    def _whole(self, at: int) -> Entity | str | None:
        """What stands behind ``of``: a name, or words."""
        while self._key(at) in DETERMINERS:
            at += 1
        end = at
        while end < self.passage.end and _is_inner(self.page.tokens[end]) and self._key(end) != "and":
            end += 1
        if end == at:
            return None
        name, span = self._name_at(at), self.page.span(at, end)
        return name.value if name and name.span == span else self.page.quote(span)

    def _nature(self, place: range) -> str:
        """Read, aimed at or projected."""
        return self._nearest_cue("nature", place) or "reading"

    def _nearest_cue(self, group: str, place: range) -> str | None:
        """The nearest cue in the quantity's part of the clause, no other quantity between."""
        low, high = max(self.passage.first, place.start - NEAR), min(self.passage.end, place.stop + NEAR)
        part = self.clauses[place.start].part
        found = [
            (max(first - place.stop, place.start - end), name)
            for name, first, end in cue_spans(self.page, low, high, group)
            if self.clauses[first].part == part
            and not self._quantities_between(end, place.start)
            and not self._quantities_between(place.stop, first)
        ]
        return min(found)[1] if found else None

    def _qualifier(self, place: range, measure: Measure | None) -> str | None:
        """What narrows a measure: what is left out, the platform that it was counted on, its adjectives."""
        at = max(place.stop, measure.end if measure else 0)
        if self._key(at) == "excluding":
            end, part = at, self.clauses[at].part
            while end < self.passage.end and self.clauses[end].part == part and self._key(end) not in ").":
                end += 1
            end -= self.page.tokens[end - 1].kind == "mark"
            return self.page.quote(self.page.span(at, end))
        if measure is None:
            return None
        where = next((name for name in self._names_with(measure) if self._is_where(name, measure)), None)
        if where is not None:
            return where.text
        own = [name.span for name in self.page.names_in(self.page.span(measure.first, measure.end))]
        kept = [
            token
            for token in self.page.tokens[measure.first : measure.word]
            if token.key not in _words("empty") and not any(s.start <= token.start < s.end for s in own)
        ]
        if not kept or kept[0].text in JOINTS:  # what is left of Hong Kong-listed
            return None
        return self.page.text[kept[0].start : kept[-1].end]


def _is_inner(token: Token) -> bool:
    """Whether a token can stand inside a noun phrase."""
    if token.kind == "mark":
        return token.text in JOINTS or token.text in '“”"'
    return token.key == "and" or (token.kind == "word" and token.key not in STOPS)
