"""Tables that were flattened to lines: which words stood in which column.

A column whose name says what it holds (a date, a source, a value) is taken off the end of the line that
it stands at; what is left belongs to the one column that is left. Two free columns cannot be told
apart, and then the cells are None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ..lexicon import Lexicon
from ..report import Mention, Row
from ..values import Period, Quantity, Span
from .citations import source_of
from .mentions import Mentions
from .outline import RawSection, table_rows
from .page import within

__all__ = ["read_rows"]

DATES: Final = frozenset(("date", "dates", "when"))
SOURCES: Final = frozenset(("source", "sources", "outlet", "publication", "publisher"))
VALUES: Final = frozenset(
    "value change price score rank growth revenue previous current prior actual estimate consensus"
    " size amount reading yoy qoq".split()
)


def read_rows(text: str, raw: RawSection, mentions: Mentions, lexicon: Lexicon) -> Iterator[Row]:
    """The rows of a section's tables."""
    for block, header in table_rows(raw):
        cells = _cells(text, block.span, header, mentions, lexicon)
        date, source = _date(block.span, mentions), None
        if cells is not None:
            for name, cell in zip(header, cells, strict=True):
                if name in SOURCES:
                    source = mentions.same(source_of(text[cell.slice], lexicon))
        if not DATES & set(header):
            date = None
        written = None if cells is None else tuple(text[cell.slice] for cell in cells)
        yield Row(block.span, block.text, written, date, source)


def _date(span: Span, mentions: Mentions) -> Period | None:
    dates = within(mentions.dates, span)
    return dates[-1].value if dates else None


def _cells(
    text: str, line: Span, header: Sequence[str], mentions: Mentions, lexicon: Lexicon
) -> list[Span] | None:
    written = text[line.slice]
    for mark in ("|", "\t"):
        if mark in written:
            return _split(text, line, mark, len(header))
    left, right = list(header), []
    start, end = line.start, line.end
    ahead: list[Span] = []
    while len(left) > 1:
        cell = _typed(text, Span(start, end), left[-1], mentions, lexicon, last=True)
        if cell is None:
            break
        right.insert(0, cell)
        left.pop()
        end = _back(text, cell.start)
        if end <= start:
            return None
    while len(left) > 1:
        cell = _typed(text, Span(start, end), left[0], mentions, lexicon, last=False)
        if cell is None:
            return None
        ahead.append(cell)
        left.pop(0)
        start = cell.end + len(text[cell.end : end]) - len(text[cell.end : end].lstrip())
        if start >= end:
            return None
    return [*ahead, Span(start, end), *right] if left else None


def _back(text: str, at: int) -> int:
    """The offset with the white space before it left out."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _split(text: str, line: Span, mark: str, count: int) -> list[Span] | None:
    cells: list[Span] = []
    at = line.start
    for part in text[line.slice].split(mark):
        stripped = part.strip()
        if stripped:
            start = at + part.index(stripped)
            cells.append(Span(start, start + len(stripped)))
        at += len(part) + len(mark)
    return cells if len(cells) == count else None


def _typed(
    text: str, line: Span, column: str, mentions: Mentions, lexicon: Lexicon, *, last: bool
) -> Span | None:
    """The cell of a typed column at the end, or start, of what is left of a line."""
    if column in DATES:
        return _at_edge(within(mentions.dates, line), line, last)
    if column in VALUES:
        return _at_edge(within(mentions.quantities, line), line, last)
    if column in SOURCES:
        return _source_cell(text, line, mentions, lexicon, last)
    return None


def _at_edge(
    found: Sequence[Mention[Period]] | Sequence[Mention[Quantity]], line: Span, last: bool
) -> Span | None:
    for mention in found:
        if (mention.span.end == line.end) if last else (mention.span.start == line.start):
            return mention.span
    return None


def _source_cell(text: str, line: Span, mentions: Mentions, lexicon: Lexicon, last: bool) -> Span | None:
    """The source at the edge of a line: a known one, else a capitalised run set off by lower case."""
    words: list[tuple[int, int]] = []
    at = line.start
    for word in text[line.slice].split():
        start = text.index(word, at)
        words.append((start, start + len(word)))
        at = start + len(word)
    steps: Callable[[int], Span] = (
        (lambda n: Span(words[-n][0], line.end)) if last else (lambda n: Span(line.start, words[n - 1][1]))
    )
    for count in range(min(len(words) - 1, 6), 0, -1):
        cell = steps(count)
        entity = source_of(text[cell.slice], lexicon)
        named = [name.value for name in within(mentions.names, cell) if name.span == cell]
        if (entity.known and entity.kind not in ("place", "person")) or any(
            n.kind == "publication" for n in named
        ):
            return cell
    if not last:
        return None
    count = 0
    while count < len(words) and text[words[-count - 1][0]].isupper():
        count += 1
    return steps(count) if 0 < count < len(words) else None
