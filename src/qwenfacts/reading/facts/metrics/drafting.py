"""How a metric is made: of a quantity with its words, of a name or cell, or like one that was made before."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from typing import Final

from attrs import define, field

from ....entities import Entity
from ....facts import Metric
from ....report import Block, Mention
from ....values import Period, Quantity
from ...english.clauses import cue_spans
from ...english.vocabulary import Measure, is_flagged, kind_of
from ...page import Draft, Page, Passage
from ...spans import hull
from .circumstances import Circumstances, Rules
from .columns import Columns
from .implied import SIZE, Implied
from .nounphrases import is_inner
from .repeats import Repeats, quantity_of
from .sayings import Sayings
from .subjects import Subjects
from .times import LASTING, Times

__all__ = ["MUCH", "Drafting", "Memory"]

BASIS: Final = re.compile(r"(?:(?:year|quarter|month|week)-(?:over|on)-\w+|yoy|qoq)\s+", re.IGNORECASE)
MUCH: Final = 10_000
"""Figures that are so large tell what they are of where they stand again."""


@define
class Memory:
    """What the passages of a page have told so far."""

    subjects: Subjects
    columns: Columns
    told: dict[tuple[Decimal, str], Draft] = field(factory=dict)
    """The first metric of each value and unit."""
    measured: set[tuple[int | None, str]] = field(factory=set)
    """The measures of each story."""
    results: dict[int | None, tuple[Period, str]] = field(factory=dict)
    """The quarter that a story gives results of, and where it says so."""
    quarter: tuple[Block, Entity, Period] | None = None
    """The last quarter of which a paragraph gave a result, and of which company."""
    last: tuple[Block, Draft] | None = None
    """The last metric and its block."""
    kinds: dict[str, tuple[Block, Draft]] = field(factory=dict)
    """The last metric in each kind of units."""


class Drafting(Rules):
    """A passage while its metrics are made."""

    def __init__(self, page: Page, passage: Passage, memory: Memory) -> None:
        super().__init__(Circumstances(page, passage, memory.subjects))
        self.memory = memory
        self.implied: Implied = Implied(self.around)
        self.repeats: Repeats = Repeats(self.around)
        self.times: Times = Times(self.around)
        self.sayings: Sayings = Sayings(self.around)

    def _is_measured(self, slug: str) -> bool:
        """Whether the story has a metric of some measure so far."""
        return (self.passage.story, slug) in self.memory.measured

    def _bearer(self, quantity: Mention[Quantity]) -> Mention[Entity] | None:
        """The name that a quantity is part of."""
        names = self.passage.names
        at = bisect_right(names, quantity.span.start, key=lambda name: name.span.start) - 1
        return names[at] if at >= 0 and quantity.span in names[at].span else None

    def _columned(self, place: range, quantity: Mention[Quantity]) -> Draft | None:
        """The metric of a cell, by the head of its column and of its row."""
        cell = self.memory.columns.cells.get(quantity.span)
        if cell is None:
            return None
        slug, words, who, of, _ = cell
        main = self.page.main.get(self.passage.story, self.page.subject)
        draft = self._draft(place, quantity, None, who or main, slug=slug)
        draft.fields |= {"measure_text": words or quantity.text, "of": of}
        return draft

    def _like(
        self,
        other: Draft,
        place: range,
        quantity: Mention[Quantity],
        end: int,
        *also: int,
        who: Mention[Entity] | Entity | None = None,
    ) -> Draft:
        """A metric with the measure and subject of another one; its own words end at a token."""
        known = other.fields["subject"]
        assert isinstance(known, Entity)
        subject = who or known
        draft = self._draft(place, quantity, None, subject, *also, slug=str(other.fields["measure"]))
        if other.fields["measure_text"] != quantity_of(other).text:
            draft.fields["measure_text"] = other.fields["measure_text"]
        if end > place.stop:
            words = self.page.span(place.stop, end)
            draft.fields["measure_text"] = self.page.quote(words)
            draft.evidence = [hull(quantity.span, words)]
        slug = str(other.fields["measure"])
        if self.repeats.refers(place):
            told, apart = self.repeats.predicate(place)
            if told and not is_flagged(slug, "finance"):
                narrowed = self.implied.paying(slug, place)
                draft.fields |= {"measure": narrowed, "measure_text": self.quote(told)}
                draft.fields["qualifier"] = self.quote(told) if narrowed == slug else None
            elif apart and not told:
                draft.fields["qualifier"] = self.quote(apart)
        return draft

    def _draft(
        self,
        place: range,
        quantity: Mention[Quantity],
        measure: Measure | None,
        subject: Mention[Entity] | Entity,
        *also: int,
        slug: str,
    ) -> Draft:
        """The metric; without a measure its words are its own. A date beside ``also`` is its own too."""
        page, passage, value = self.page, self.passage, quantity.value
        mentions, evidence, words = [quantity.span], quantity.span, quantity.text
        if measure is not None:
            measure = self.measures.trimmed(measure)
            phrase = page.span(measure.first, measure.end)
            words, evidence = page.quote(phrase), hull(quantity.span, phrase)
            also = (*also, measure.word)
            words = words.removesuffix(" of")  # a market share of 4%
        words = self.sayings.counted(place, slug, measure) or words
        if measure is None and words == quantity.text and slug != "parameters":
            words = self.sayings.telling(place, slug) or words
        if isinstance(subject, Mention):
            mentions.append(subject.span)
            subject = subject.value
        period, period_from = page.story_periods.get(passage.story), "story"
        result = self.memory.results.get(passage.story)
        before = self.key(place.start - 1) == "from"  # from 2 to 30: so it was
        sized = slug == "parameters" and SIZE.fullmatch(value.text) is not None
        nature = (None if before or sized else self.around.nature(place, measure)) or "reading"
        timed = slug if nature == "reading" or slug in LASTING else ""
        date = self.memory.columns.dates.get(quantity.span) or self.times.of(place, timed, also)
        is_planned = nature != "reading" or (passage.story is None and passage.block.kind == "table_row")
        if date is not None:
            mentions.append(date.span)
            period, period_from = date.value, "stated"
        elif result is not None and is_flagged(slug, "result") and not is_planned and "nnual" not in words:
            period, period_from = result
        aspect, direction, of = self.around.aspect(place, value, measure, slug)
        basis = BASIS.match(words)
        fields: dict[str, object] = {
            "subject": subject,
            "measure": slug,
            "measure_text": words[basis.end() :] if basis else words,
            "quantity": value,
            "aspect": aspect,
            "direction": direction,
            "nature": nature,
            "period": period,
            "period_from": period_from if period else None,
            "of": of,
            "qualifier": basis[0].strip() if basis else self._narrowed(place, measure, slug, subject),
        }
        return Draft(Metric, fields, [evidence], mentions, passage.story, start=quantity.span.start)

    def _narrowed(self, place: range, measure: Measure | None, slug: str, subject: Entity) -> str | None:
        """What narrows a measure: those who bring so much in, else the words around it."""
        source = self.implied.source(place) if slug in ("revenue", "traffic") else None
        if source is not None:
            part = self.page.span(source.start, source.stop)
            if all(name.value != subject for name in self.page.names_in(part)):
                return self.page.quote(part)
        return self.sayings.qualifier(place, measure, slug, subject)

    def _part(self, place: range, quantity: Mention[Quantity], before: Draft | None) -> Draft | None:
        if before is None or before.fields["aspect"] != "level":
            return None
        end = place.stop
        while end < self.passage.end and is_inner(self.page.tokens[end]):
            end += 1
        draft = self._like(before, place, quantity, end)
        words = draft.fields["measure_text"]
        draft.fields |= {"aspect": "share", "of": before.fields["measure_text"], "qualifier": words}
        return draft

    def _told(self, place: range, quantity: Mention[Quantity]) -> Draft | None:
        """A figure told again: ``the $5m target``, ``that makes $148 billion hard to defend``."""
        value, end = quantity.value, place.stop
        told = self.memory.told.get((value.value, value.unit))
        for _, _, stop in cue_spans(self.page, end, min(end + 1, self.passage.end), "nature"):
            if told is not None and told.fields["nature"] != "reading":
                return self._like(told, place, quantity, stop)
        large = kind_of(value.unit) in ("money", "count") and value.value >= MUCH
        if told is not None and large and not self.measures.counts_something_else(place, value):
            return self._like(told, place, quantity, end)
        return None
