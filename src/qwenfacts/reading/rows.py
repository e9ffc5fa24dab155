"""Tables that were flattened to lines: which words stood in which column.

A column whose name says what it holds (a date, a source, a value) is taken off the end of the line that
it stands at; what is left belongs to the one column that is left. Two free columns cannot be told
apart, and then the cells are None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from ..lexicon import Lexicon
from ..report import Mention, Row
from ..values import Period, Quantity, Span
from .mentions.mentions import Mentions
from .mentions.sources import PRESS, source_of
from .spans import within
from .structure.outline import RawSection
from .structure.tables import table_rows

__all__ = ["read_rows"]

DATES: Final = frozenset(("date", "dates", "when"))
SOURCES: Final = frozenset(("source", "sources", "outlet", "publication", "publisher"))
VALUES: Final = frozenset(
    "value change price score rank growth revenue previous current prior actual estimate consensus"
    " size amount reading yoy qoq".split()
)
WORD: Final = re.compile(r"\S+")
LONGEST_SOURCE: Final = 6
NO_VALUE: Final = frozenset(("unchanged", "flat", "steady", "stable", "new", "n/a", "–", "—", "-"))


def read_rows(text: str, raw: RawSection, mentions: Mentions, lexicon: Lexicon) -> Iterator[Row]:
    """The rows of a section's tables."""
    for block, names in table_rows(raw.blocks):
        header = [name.rsplit(" ", 1)[-1] for name in names]  # "release date" is a date
        cells = _cells(text, block.span, header, mentions, lexicon)
        dates = within(mentions.dates, block.span) if DATES & set(header) else ()
        source, written = None, None
        if cells is not None:
            written = tuple(text[cell.slice] for cell in cells)
            named = (cell for name, cell in zip(header, written, strict=True) if name in SOURCES)
            source = next((mentions.same(source_of(cell, lexicon)) for cell in named), None)
        yield Row(block.span, block.text, written, dates[-1].value if dates else None, source)


def _cells(
    text: str, line: Span, header: Sequence[str], mentions: Mentions, lexicon: Lexicon
) -> list[Span] | None:
    """The cells of a line, as many as the header has; None where they cannot be told apart."""
    for mark in ("|", "\t"):
        if mark in text[line.slice]:
            return _split(text, line, mark, len(header))
    left = list(header)
    rest: Span | None = line
    right: list[Span] = []
    while len(left) > 1 and rest is not None:
        cell = _typed(text, rest, left[-1], mentions, lexicon, last=True)
        if cell is None:
            break
        right.append(cell)
        left.pop()
        rest = _trimmed(text, rest.start, cell.start)
    ahead: list[Span] = []
    while len(left) > 1 and rest is not None:
        cell = _typed(text, rest, left.pop(0), mentions, lexicon, last=False)
        if cell is None:
            return None
        ahead.append(cell)
        rest = _trimmed(text, cell.end, rest.end)
    return None if rest is None or not left else [*ahead, rest, *reversed(right)]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """What is left of a line without the white space around it; None if nothing is."""
    written = text[start:end]
    start += len(written) - len(written.lstrip())
    end = start + len(written.strip())
    return Span(start, end) if start < end else None


def _split(text: str, line: Span, mark: str, count: int) -> list[Span] | None:
    cells: list[Span] = []
    at = line.start
    for part in text[line.slice].split(mark):
        cell = _trimmed(text, at, at + len(part))
        if cell is not None:
            cells.append(cell)
        at += len(part) + len(mark)
    return cells if len(cells) == count else None


def _typed(
    text: str, line: Span, column: str, mentions: Mentions, lexicon: Lexicon, *, last: bool
) -> Span | None:
    """The cell of a typed column at the end, or start, of what is left of a line."""
    if column in DATES:
        return _at_edge(within(mentions.dates, line), line, last)
    if column in VALUES:
        return _at_edge(within(mentions.quantities, line), line, last) or _unchanged(text, line, last)
    if column in SOURCES:
        return _source_cell(text, line, mentions, lexicon, last)
    return None


def _unchanged(text: str, line: Span, last: bool) -> Span | None:
    """A word that stands for a value: ``unchanged``, ``n/a``, ``–``."""
    words = text[line.slice].split()
    if words[-1 if last else 0].lower() not in NO_VALUE:
        return None
    return Span(line.end - len(words[-1]), line.end) if last else Span(line.start, line.start + len(words[0]))


def _at_edge(
    found: Sequence[Mention[Period]] | Sequence[Mention[Quantity]], line: Span, last: bool
) -> Span | None:
    for mention in found:
        if (mention.span.end == line.end) if last else (mention.span.start == line.start):
            return mention.span
    return None


def _source_cell(text: str, line: Span, mentions: Mentions, lexicon: Lexicon, last: bool) -> Span | None:
    """The source at the edge of a line: a known one, else a capitalised run set off by lower case."""
    words = [Span(line.start + m.start(), line.start + m.end()) for m in WORD.finditer(text[line.slice])]
    ends = words[::-1] if last else words
    for count in range(min(len(words) - 1, LONGEST_SOURCE), 0, -1):
        edge = ends[count - 1]
        cell = Span(edge.start, line.end) if last else Span(line.start, edge.end)
        entity = source_of(text[cell.slice], lexicon)
        named = any(
            name.span == cell and name.value.kind == "publication" for name in within(mentions.names, cell)
        )
        if named or (entity.known and entity.kind not in ("place", "person")):
            return cell
    if not last:
        return None
    run = list(takewhile(lambda word: text[word.start].isupper(), ends))
    if not 0 < len(run) < len(words):
        return None
    cell = Span(run[-1].start, line.end)
    first = within(mentions.names, cell)[:1]
    placed = any(
        name.value.kind == "place" and name.span.start == cell.start and name.span != cell for name in first
    )
    press = text[ends[0].start : line.end].lower() in PRESS
    return None if placed and not press else cell  # "Breakfast Berlin Nord": whose place is it?
