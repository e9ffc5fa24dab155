"""Every mention of a text: links and quotations, then names, dates and quantities, each in what is left."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Final

from attrs import frozen

from ...entities import Entity
from ...lexicon import Lexicon
from ...report import Mention
from ...tokens import Token
from ...values import Period, Quantity, Span
from ..spans import within
from ..structure.lineforms import BULLET, NUMBERED, label_of
from ..structure.outline import CLOCK, Outline
from .dates import Calendar, date_words, find_dates
from .header import Header
from .marks import find_links, find_quotations
from .names import find_names
from .numbers import wording
from .quantities import find_quantities, quantity_in_name, unit_tokens
from .references import Reference, SourcesOf, source_spans, sources_of_line
from .sources import is_named, source_of

__all__ = ["Mentions", "mark", "mentions_of"]

POINTER: Final = re.compile(
    r"[\[(\d](?:(?<=\[)\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]|(?<=\()[1-9]\)"
    r"|(?<=y\s\d)(?<=\b[Ss]tory\s\d)\d{0,2}(?![\w%]|[.,]\d))"
)
"""The numbers that point to a note or a story: ``[1]``, ``[2, 3]``, ``(1)``, ``see Story 2``.

Here and below a class of characters comes first, which `re` finds fast.
"""
PLACES: Final = (
    "[Ff]igure", r"[Ff]ig\.", "[Tt]able", "[Cc]hart", "Exhibit", "Annex", "Appendix", "Section",
    "Chapter", "Article", "Item", "Phase",
)  # fmt: skip
PLACE: Final = re.compile(
    r"\d(?<=[a-z.]\s\d)(?:" + "|".join(rf"(?<=\b{word}\s\d)" for word in PLACES) + r")\d{0,2}(?![\w%]|[.,]\d)"
)
"""A number behind a word that says what it numbers."""
HOUR: Final = re.compile(r"\d(?<!\w\d)(?=\d?(?::\d|(?:\.\d\d)?\s*[apAP]))")
"""Where a time of day may start."""


@frozen
class Mentions:
    """All mentions, each kind in text order; and numbers that are none."""

    quantities: tuple[Mention[Quantity], ...]
    dates: tuple[Mention[Period], ...]
    names: tuple[Mention[Entity], ...]
    quotations: tuple[Mention[str], ...]
    links: tuple[Mention[str], ...]
    too_large: tuple[Span, ...]
    unread_digits: tuple[Span, ...]
    sources_of: SourcesOf

    def same(self, entity: Entity) -> Entity:
        """The entity of that id as this text has it: as its names do, else as it was asked for first."""
        return self._by_id.setdefault(entity.id, entity)

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {name.value.id: name.value for name in self.names}


def mark(starts: Sequence[int], spans: Iterable[Span], held: Sequence[bool] = ()) -> list[bool]:
    """For every token, by where it starts, whether that is in one of the spans, or it is ``held`` already.

    >>> mark([0, 4, 9], [Span(3, 8)])
    [False, True, False]
    """
    marked, end = list(held) or [False] * len(starts), len(starts)
    for span in spans:
        at, stop = bisect_left(starts, span.start), span.end
        while at < end and starts[at] < stop:
            marked[at] = True
            at += 1
    return marked


def mentions_of(
    text: str, tokens: Sequence[Token], outline: Outline, header: Header, lexicon: Lexicon
) -> Mentions:
    """Every mention of a text."""
    starts, counting = [token.start for token in tokens], _counting()
    places = [at for at, token in enumerate(tokens) if token.kind == "number" or token.key in counting]
    links, quotations = tuple(find_links(text)), tuple(find_quotations(text))
    link_spans = [link.span for link in links]

    @cache
    def sources_of(line: Span) -> Sequence[Reference]:
        return tuple(sources_of_line(text, line, lexicon))

    names = _names(text, tokens, starts, places, outline, lexicon, mark(starts, link_spans), sources_of)
    name_spans = [name.span for name in names]
    held = mark(starts, (*link_spans, *name_spans, *_list_numbers(tokens, starts, outline)))
    pointers = (Span(*match.span()) for pattern in (POINTER, PLACE) for match in pattern.finditer(text))
    taken = mark(starts, pointers, held)
    fiscal_years = _FiscalYears(tokens, names, outline, lexicon)
    calendar = Calendar(header.today, header.period, header.day_first, fiscal_years)
    dates = tuple(find_dates(text, tokens, taken, calendar, places))
    for date in dates:
        if date.value.precision != "relative":  # "the next five years" is a length as well
            taken[date.first : date.end] = [True] * (date.end - date.first)
    found = [*find_quantities(text, tokens, taken, places), *_sizes(text, tokens, starts, names)]
    quantities = {span: Mention(span, text[span.slice], value) for span, value in found if value is not None}
    too_large = tuple(sorted(span for span, value in found if value is None))
    read = mark(starts, (*quantities, *too_large, *(date.span for date in dates)))
    unread = [
        Span(starts[at], tokens[at].end)
        for at in places
        if not (held[at] or read[at]) and tokens[at].kind == "number"
    ]
    return Mentions(
        tuple(quantities[span] for span in sorted(quantities)),
        tuple(Mention(date.span, text[date.span.slice], date.value) for date in dates),
        names,
        quotations,
        links,
        too_large,
        tuple(_without_clocks(text, unread)),
        sources_of,
    )


@cache
def _counting() -> frozenset[str]:
    """The words with which quantities, dates and rates may start."""
    return wording().starters | date_words() | {"per"}


def _without_clocks(text: str, numbers: Sequence[Span]) -> Iterator[Span]:
    """The numbers that belong to no time of day."""
    clocks = list(_clocks(text)) if numbers else []
    for number in numbers:
        at = bisect_left(clocks, (number.start + 1,)) - 1
        if at < 0 or clocks[at][1] <= number.start:
            yield number


def _clocks(text: str) -> Iterator[tuple[int, int]]:
    """Where times of day start and end."""
    end = 0
    for hour in HOUR.finditer(text):
        match = CLOCK.match(text, hour.start()) if hour.start() >= end else None
        if match:
            end = match.end()
            yield match.span()


def _names(
    text: str,
    tokens: Sequence[Token],
    starts: Sequence[int],
    places: Sequence[int],
    outline: Outline,
    lexicon: Lexicon,
    links: Sequence[bool],
    sources_of: SourcesOf,
) -> tuple[Mention[Entity], ...]:
    """The names, with the sources of label lines among them as they are written."""
    headings = mark(starts, _capitalised_spans(outline))
    sources: dict[Span, Entity] = {}
    by_id: dict[str, Entity] = {}
    for span in source_spans(text, outline, lexicon, sources_of):
        entity = source_of(text[span.slice], lexicon)
        if not entity.known:
            sources[span] = by_id.setdefault(entity.id, entity)
    named = ((text[span.slice], entity) for span, entity in sources.items())
    titles = {name: entity for name, entity in named if is_named(name)}
    found = find_names(tokens, lexicon, links, headings, unit_tokens(tokens, places), titles)
    names = [Mention(name.span, text[name.span.slice], name.value) for name in found]
    told = {name.value.id: name.value for name in names}
    sources = {span: told.get(entity.id, entity) for span, entity in sources.items()}
    return tuple(_with_sources(text, names, sources))


def _with_sources(
    text: str, names: Sequence[Mention[Entity]], sources: dict[Span, Entity]
) -> Iterator[Mention[Entity]]:
    """The names, and in place of those inside an unknown source that source as a whole."""
    at = 0
    for span in sorted(sources):
        first = bisect_left(names, span.start, key=lambda name: name.span.start)
        if first and names[first - 1].span.end > span.start:
            continue  # half of "Bosnia and Herzegovina"
        yield from names[at:first]
        yield Mention(span, text[span.slice], sources[span])
        at = first + len(within(names, span))
    yield from names[at:]


def _capitalised_spans(outline: Outline) -> Iterator[Span]:
    """Where every word may have a capital: headings, tables, lines of data, labels before prose."""
    for block in outline.blocks:
        if block.kind in ("heading", "title", "table_row", "meta", "label", "link"):
            yield block.span
        else:
            marker = BULLET.match(block.text) or NUMBERED.match(block.text)
            start = marker.end() if marker else 0
            label = label_of(block.text[start:])
            if label and label[1]:
                yield Span(block.span.start, block.span.start + start + len(label[0]))


def _sizes(
    text: str, tokens: Sequence[Token], starts: Sequence[int], names: Iterable[Mention[Entity]]
) -> Iterator[tuple[Span, Quantity | None]]:
    """The sizes that the names of models carry."""
    for name in names:
        if name.value.kind in ("model", "model_family", "product"):
            first, end = bisect_left(starts, name.span.start), bisect_left(starts, name.span.end)
            yield from quantity_in_name(text, tokens, first, end)


def _list_numbers(tokens: Sequence[Token], starts: Sequence[int], outline: Outline) -> Iterator[Span]:
    """The numbers that only number a list item, heading or story."""
    stories = {story.heading.span.start for story in outline.stories}
    for block in outline.blocks:
        if block.kind not in ("list_item", "heading"):
            continue
        first = bisect_left(starts, block.span.start)
        line = itertools.takewhile(lambda token: token.kind != "newline", tokens[first : first + 5])
        for index, token in enumerate(line, first):
            if token.kind == "number":
                opens = all(before.kind == "mark" for before in tokens[first:index])
                after = tokens[index + 1].text if index + 1 < len(tokens) else ""
                if block.span.start in stories or (opens and after in (".", ")", "]")):
                    yield Span(token.start, token.end)
                break


class _FiscalYears:
    """When the fiscal year ends of whoever is spoken of at a token."""

    def __init__(
        self,
        tokens: Sequence[Token],
        names: Sequence[Mention[Entity]],
        outline: Outline,
        lexicon: Lexicon,
    ) -> None:
        self._tokens = tokens
        self._organisations = [name for name in names if name.value.kind == "organisation"]
        self._newlines = [token.start for token in tokens if token.kind == "newline"]
        self._end_of = lexicon.fiscal_year_end
        titles = outline.titles or outline.blocks[:1]
        ends = (self._end_of(name.value) for block in titles for name in within(names, block.span))
        self._titled = next((end for end in ends if end is not None), None)

    def __call__(self, token: int) -> tuple[int, int] | None:
        """By the organisation named last before it in the line, else by the names in the title."""
        offset = self._tokens[token].start
        last = bisect_left(self._organisations, offset, key=lambda name: name.span.start) - 1
        if last >= 0:
            name = self._organisations[last]
            if bisect_left(self._newlines, offset) == bisect_left(self._newlines, name.span.start):
                return self._end_of(name.value)
        return self._titled
