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

from ..entities import Entity
from ..lexicon import Lexicon
from ..report import Mention, Row
from ..values import Period, Quantity, Span
from .mentions.mentions import Mentions
from .mentions.references import split_sources
from .mentions.sources import is_own, is_press_word, is_source, source_of
from .spans import within
from .structure.outline import RawSection
from .structure.tables import table_rows

__all__ = ["read_rows", "sources_in_row"]

DATES: Final = frozenset(("date", "dates", "when", "day", "published", "announced", "reported"))
SOURCES: Final = frozenset(
    "source sources outlet outlets publication publications publisher media medium via reference references"
    " newspaper press citation citations".split()
)
NUMBERS: Final = frozenset(("#", "no", "no.", "nr", "nr."))
VALUES: Final = frozenset(
    "value change price score rank growth revenue previous current prior actual estimate consensus"
    " size amount reading yoy qoq".split()
)
WORD: Final = re.compile(r"\S+")
NUMBER: Final = re.compile(r"\d+\.?(?=\s)")
JOINT: Final = re.compile(r"(?:\s*[/,&;+]|\s(?:via|and))\s*\Z")
AROUND: Final = 8
MOST_WORDS: Final = 4
LONGEST_SOURCE: Final = 6
NO_VALUE: Final = frozenset(("unchanged", "flat", "steady", "stable", "new", "n/a", "–", "—", "-"))


def read_rows(text: str, raw: RawSection, mentions: Mentions, lexicon: Lexicon) -> Iterator[Row]:
    """The rows of a section's tables."""
    for block, names in table_rows(raw.blocks):
        header = [name.rsplit(" ", 1)[-1] for name in names]  # "release date" is a date
        cells, typed = _cells(text, block.span, header, mentions, lexicon)
        dates = within(mentions.dates, block.span) if DATES & set(header) else ()
        written = None if cells is None else tuple(text[cell.slice] for cell in cells)
        named = (
            cell
            for name, cell in (typed if cells is None else zip(header, cells, strict=True))
            if name in SOURCES
        )
        sources = (found for cell in named for found in split_sources(text, cell, lexicon)[:1])
        source = next((mentions.same(source_of(text[found.span.slice], lexicon)) for found in sources), None)
        yield Row(block.span, block.text, written, dates[-1].value if dates else None, source)


def sources_in_row(text: str, row: Row, lexicon: Lexicon) -> list[tuple[Span, Entity]]:
    """Where a row names its sources: ``Reuters``, ``Reuters / The Quill``, ``Reuters via Quill``."""
    at = row.span.start
    for cell in row.cells or ():
        at = text.index(cell, at, row.span.end)
        found = _sources(text, Span(at, at + len(cell)), lexicon)
        if row.source is not None and found and found[0][1].id == row.source.id:
            return [*_beside(text, row, found[0][0].start, lexicon), *found]
        at += len(cell)
    names = row.source.names if row.source is not None and row.cells is None else ()
    places = [(text.rfind(name, row.span.start, row.span.end), name) for name in names]
    start, name = max(places, default=(-1, ""))
    return [] if start < 0 else _sources(text, Span(start, start + len(name)), lexicon)


def _sources(text: str, span: Span, lexicon: Lexicon) -> list[tuple[Span, Entity]]:
    found = split_sources(text, span, lexicon)
    return [(reference.span, source_of(text[reference.span.slice], lexicon)) for reference in found]


def _beside(text: str, row: Row, start: int, lexicon: Lexicon) -> list[tuple[Span, Entity]]:
    """The known source before another in a row whose columns nothing but their words tells apart."""
    joint = JOINT.search(text, max(row.span.start, start - AROUND), start)
    if joint is None or "|" in row.text:
        return []
    for word in list(WORD.finditer(text, row.span.start, joint.start()))[-MOST_WORDS:]:
        written = text[word.start() : joint.start()]
        source = source_of(written, lexicon)
        if is_source(written, source) and written[0].isupper():
            return [(Span(word.start(), joint.start()), source)]
    return []


def _cells(
    text: str, line: Span, header: Sequence[str], mentions: Mentions, lexicon: Lexicon
) -> tuple[list[Span] | None, list[tuple[str, Span]]]:
    """The cells of a line, None where they cannot be told apart; and those whose column tells their type."""
    for mark in ("|", "\t"):
        if mark in text[line.slice]:
            return _split(text, line, mark, len(header)), []
    left = list(header)
    rest: Span | None = line
    right: list[Span] = []
    typed: list[tuple[str, Span]] = []
    while len(left) > 1 and rest is not None:
        cell = _typed(text, rest, left[-1], mentions, lexicon, last=True)
        if cell is None:
            break
        right.append(cell)
        typed.append((left.pop(), cell))
        rest = _trimmed(text, rest.start, cell.start)
    ahead: list[Span] = []
    while len(left) > 1 and rest is not None:
        cell = _typed(text, rest, left[0], mentions, lexicon, last=False)
        if cell is None:
            return None, typed
        ahead.append(cell)
        typed.append((left.pop(0), cell))
        rest = _trimmed(text, cell.end, rest.end)
    return (None if rest is None or not left else [*ahead, rest, *reversed(right)]), typed


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
    if column in NUMBERS and not last and (number := NUMBER.match(text, line.start, line.end)):
        return Span(*number.span())
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
        written = text[cell.slice]
        entity = source_of(written, lexicon)
        named = any(
            name.span == cell and name.value.kind == "publication" for name in within(mentions.names, cell)
        )
        if named or (entity.known and entity.kind not in ("place", "person")):
            return cell
    if not last:
        return next(_press_cells(text, line, words, lexicon), None)
    if text[ends[0].start].islower():
        return _own_cell(text, words, lexicon)
    run = list(takewhile(lambda word: text[word.start].isupper(), ends))
    if not 0 < len(run) < len(words):
        return None
    cell = Span(run[-1].start, line.end)
    first = within(mentions.names, cell)[:1]
    placed = any(
        name.value.kind == "place" and name.span.start == cell.start and name.span != cell for name in first
    )
    press = is_press_word(text[ends[0].start : line.end])
    return None if placed and not press else cell  # "Breakfast Berlin Nord": whose place is it?


def _press_cells(text: str, line: Span, words: Sequence[Span], lexicon: Lexicon) -> Iterator[Span]:
    """The words at the start of a line that may be the name of an unknown paper, the fewest first."""
    for word in words[1 : LONGEST_SOURCE + 1]:
        cell = Span(line.start, word.end)
        if word.end < line.end and is_source(text[cell.slice], source_of(text[cell.slice], lexicon)):
            yield cell


def _own_cell(text: str, words: Sequence[Span], lexicon: Lexicon) -> Span | None:
    """A source at the end of a line that is named by what it is: ``Acme newsroom``, ``company filing``."""
    end, late = words[-1].end, range(max(1, len(words) - MOST_WORDS), len(words) - 1)
    named = [at for at in late if text[words[at].start].isupper() > text[words[at - 1].start].isupper()]
    for at in (*named, len(words) - 2):
        written = text[words[at].start : end]
        if at > 0 and is_own(written) and is_source(written, source_of(written, lexicon)):
            return Span(words[at].start, end)
    return None
