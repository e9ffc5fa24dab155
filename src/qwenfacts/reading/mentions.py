"""Every mention of a text: links and quotations, then names, dates and quantities, each in what is left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import evolve, frozen

from ..entities import Entity
from ..lexicon import Lexicon
from ..report import Mention
from ..tokens import Token
from ..values import Period, Quantity, Span
from .citations import source_of, source_spans
from .dates import Calendar, find_dates
from .header import Header
from .layout import BULLET, NUMBERED, label_of
from .marks import find_links, find_quotations
from .names import find_names
from .outline import CLOCK, Outline
from .page import within
from .quantities import find_quantities, quantity_in_name, unit_tokens

__all__ = ["Mentions", "mark", "mentions_of"]


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

    def same(self, entity: Entity) -> Entity:
        """The entity of that id as the names of this text have it."""
        return self._by_id.get(entity.id, entity)

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {name.value.id: name.value for name in self.names}


def mark(tokens: Sequence[Token], spans: Iterable[Span]) -> list[bool]:
    """For every token, whether it starts in one of the spans."""
    starts = [token.start for token in tokens]
    marked = [False] * len(tokens)
    for span in spans:
        first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        marked[first:end] = [True] * (end - first)
    return marked


def mentions_of(
    text: str, tokens: Sequence[Token], outline: Outline, header: Header, lexicon: Lexicon
) -> Mentions:
    """Every mention of a text."""
    links, quotations = tuple(find_links(text)), tuple(find_quotations(text))
    taken = mark(tokens, (link.span for link in links))
    names = _names(text, tokens, outline, lexicon, taken)
    for index, named in enumerate(mark(tokens, (name.span for name in names))):
        taken[index] = taken[index] or named
    for index in _list_numbers(tokens, outline):
        taken[index] = True
    calendar = Calendar(
        header.published, header.period, header.day_first, _FiscalYears(text, tokens, names, outline, lexicon)
    )
    dates = tuple(find_dates(text, tokens, taken, calendar))
    for date in dates:
        if date.value.precision != "relative":  # "the next five years" is a length as well
            taken[date.first : date.end] = [True] * (date.end - date.first)
    found = [*find_quantities(text, tokens, taken), *_sizes(text, tokens, names)]
    quantities = {span: Mention(span, text[span.slice], value) for span, value in found if value is not None}
    too_large = tuple(sorted(span for span, value in found if value is None))
    spans = [
        *quantities, *too_large, *(date.span for date in dates), *(name.span for name in names),
        *(link.span for link in links), *(Span(*match.span()) for match in CLOCK.finditer(text)),
    ]  # fmt: skip
    read = mark(tokens, spans)
    for index in _list_numbers(tokens, outline):
        read[index] = True
    return Mentions(
        tuple(quantities[span] for span in sorted(quantities)),
        tuple(Mention(date.span, text[date.span.slice], date.value) for date in dates),
        names,
        quotations,
        links,
        too_large,
        tuple(
            Span(token.start, token.end)
            for token, done in zip(tokens, read, strict=True)
            if token.kind == "number" and not done
        ),
    )


def _names(
    text: str, tokens: Sequence[Token], outline: Outline, lexicon: Lexicon, skip: Sequence[bool]
) -> tuple[Mention[Entity], ...]:
    """The names, with the sources of label lines among them as they are written."""
    headings = mark(tokens, _capitalised_spans(outline))
    units = unit_tokens(tokens)
    skip = [link or unit for link, unit in zip(skip, units, strict=True)]
    found = find_names(tokens, lexicon, skip, headings)
    names = [Mention(name.span, text[name.span.slice], name.value) for name in found]
    sources: dict[str, Entity] = {}
    for span in source_spans(text, outline):
        entity = source_of(text[span.slice], lexicon)
        inner = within(names, span)
        if not entity.known and all(not name.value.known for name in inner):
            first = bisect_left(names, span.start, key=lambda name: name.span.start)
            names[first : first + len(inner)] = [Mention(span, text[span.slice], entity)]
            sources[entity.id] = entity
    return tuple(evolve(name, value=sources.get(name.value.id, name.value)) for name in names)


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
    text: str, tokens: Sequence[Token], names: Iterable[Mention[Entity]]
) -> Iterator[tuple[Span, Quantity | None]]:
    """The sizes that the names of models carry."""
    starts = [token.start for token in tokens]
    for name in names:
        if name.value.kind in ("model", "model_family", "product"):
            first, end = bisect_left(starts, name.span.start), bisect_left(starts, name.span.end)
            yield from quantity_in_name(text, tokens, first, end)


def _list_numbers(tokens: Sequence[Token], outline: Outline) -> Iterator[int]:
    """The tokens that only number a list item, heading or story."""
    starts = [token.start for token in tokens]
    stories = {story.heading.span.start for story in outline.stories}
    for block in outline.blocks:
        if block.kind in ("list_item", "heading"):
            first = bisect_left(starts, block.span.start)
            for index in range(first, min(first + 5, len(tokens))):
                if tokens[index].kind == "number":
                    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
                    opens = all(token.kind == "mark" for token in tokens[first:index])
                    if block.span.start in stories or (opens and after in (".", ")")):
                        yield index
                    break
                if tokens[index].kind == "newline":
                    break


class _FiscalYears:
    """When the fiscal year ends of whoever is spoken of at a token."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        names: Sequence[Mention[Entity]],
        outline: Outline,
        lexicon: Lexicon,
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._lexicon = lexicon
        self._organisations = [name for name in names if name.value.kind == "organisation"]
        titles = [block.span for block in outline.titles] or [block.span for block in outline.blocks[:1]]
        self._subjects = [name.value for span in titles for name in within(names, span)]

    def __call__(self, token: int) -> tuple[int, int] | None:
        """By the organisation named last before it in the line, else by the names in the title."""
        offset = self._tokens[token].start
        line = self._text.rfind("\n", 0, offset) + 1
        before = within(self._organisations, Span(line, offset)) if line < offset else ()
        for entity in (*(name.value for name in reversed(before)), *self._subjects):
            ends = self._lexicon.fiscal_year_end(entity)
            if ends is not None or entity in (name.value for name in before):
                return ends
        return None
