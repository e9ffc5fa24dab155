"""Tables of figures: what the heads of a column and of a row say of a cell.

Rows are flattened to lines with single spaces. The figures of a line are its last columns, so they are
told from the right: of a head of measures (``Segment Revenue Change``), or of names (``Test Foo-1 Bar-2``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ....entities import Entity
from ....entities import slug as slug_of
from ....report import Mention
from ....values import Period, Quantity, Span
from ...english.clauses import ACTORS
from ...english.vocabulary import fits
from ...page import Page, Passage
from .measuring import Measures
from .wordsets import listed

__all__ = ["Cell", "Columns", "columns_of"]

PARTS: Final = frozenset(("segment", "unit", "division", "business", "company", "region", "product"))
FEWEST: Final = 2
WIDEST: Final = 60
"""No table has more columns."""


class Cell(NamedTuple):
    """What the heads say of a figure: its measure and words, whose it is, of what, where that is named."""

    slug: str
    words: str
    who: Entity | None
    of: Entity | str | None
    span: Span | None


class Columns(NamedTuple):
    """What the tables of a page say of their figures, by the span of the quantity."""

    cells: dict[Span, Cell]
    dates: dict[Span, Mention[Period]]


def columns_of(page: Page) -> Columns:
    """What the heads of the tables of a page say of their figures."""
    columns = Columns({}, {})
    head: Passage | None = None
    previous: Passage | None = None
    for passage in page.passages:
        if listed("ruled").issuperset(passage.block.text):
            continue  # the rule below the head
        if (
            passage.block.kind not in ("table_row", "heading", "paragraph")
            or passage.block.span != passage.span
        ):
            head = None
        elif not passage.quantities:
            opens = previous is None or previous.block.kind != "table_row"
            head = passage if opens or passage.block.kind != "table_row" else None
        elif head is not None:
            cells, dates = dict(_cells(page, head, passage)), dict(_dates(head, passage))
            columns.cells.update(cells)
            columns.dates.update(dates)
            head = head if cells or dates else None
        previous = passage
    return columns


def _dates(head: Passage, row: Passage) -> Iterator[tuple[Span, Mention[Period]]]:
    """The figures of a row below a date each: ``Metric Q1 2026 Q1 2025``."""
    dated = FEWEST <= len(head.dates) <= len(row.quantities) and head.block.kind == "table_row"
    for date, figure in zip(reversed(head.dates), reversed(row.quantities), strict=False) if dated else ():
        yield figure.span, date


def _cells(page: Page, head: Passage, row: Passage) -> Iterator[tuple[Span, Cell]]:
    """The cells of a row, if its head names their columns."""
    if len(row.quantities) > WIDEST:
        return
    figures = [quantity for quantity in row.quantities if not any(quantity.span in n.span for n in row.names)]
    if not figures:
        return
    bounds = [*((figure.span.start, figure.span.end) for figure in figures), (row.span.end, row.span.end)]
    if any(len(page.text[one[1] : other[0]].split()) > 1 for one, other in pairwise(bounds)):
        return
    named = [name for name in head.names if name.value.kind in ACTORS]
    label = page.text[row.span.start : figures[0].span.start].strip()
    first = next((name for name in row.names if name.span.start == row.span.start), None)
    compared = _compared(page, head, named, len(figures))
    if len(named) >= FEWEST and len(compared) >= len(figures) and head.block.kind != "paragraph":
        of = first.value if first is not None else label or None
        for (who, span), figure in zip(reversed(compared), reversed(figures), strict=False):
            slug = "benchmark-score" if fits("benchmark-score", figure.value.unit) else None
            if slug is not None:
                yield figure.span, Cell(slug, "", who, of, span)
        return
    tests = [name for name in head.names if name.value.kind == "benchmark"]
    if first is not None and first.value.kind in ACTORS and len(tests) == len(figures):  # Model Foo-Test
        for test, figure in zip(tests, figures, strict=True):
            if fits("benchmark-score", figure.value.unit):
                yield figure.span, Cell("benchmark-score", "", first.value, test.value, first.span)
        return
    yield from _measured(page, head, figures, first, label)


def _compared(
    page: Page, head: Passage, named: Sequence[Mention[Entity]], wanted: int
) -> list[tuple[Entity, Span | None]]:
    """Those who are set side by side, and where they are named; words between them name one as well."""
    found: list[tuple[Entity, Span | None]] = [(name.value, name.span) for name in named]
    if not found or len(found) >= wanted:
        return found
    at, found = named[0].span.start, []
    for name, end in zip((*named, None), (*(one.span.start for one in named), head.span.end), strict=True):
        words = page.text[at:end].strip()
        if any(map(str.isalnum, words)):
            found.append((Entity(slug_of(words), named[0].value.kind, words, known=False), None))
        if name is not None:
            found.append((name.value, name.span))
            at = name.span.end
    return found


def _measured(
    page: Page,
    head: Passage,
    figures: Sequence[Mention[Quantity]],
    first: Mention[Entity] | None,
    label: str,
) -> Iterator[tuple[Span, Cell]]:
    """The cells of a row whose head names measures, the change of one standing beside it."""
    measures = [m for m in Measures(page, head).all if not m.is_verb]
    if (
        not measures
        or head.block.kind != "table_row"
        or not label
        or page.tokens[measures[0].first].start == head.span.start
    ):
        return
    columns: list[tuple[str, str]] = []
    at = measures[0].first
    while at < head.end:
        here = next((m for m in measures if m.first == at), None)
        if here is not None:
            columns.append((here.slug, page.quote(page.span(here.first, here.end))))
            at = here.end
            continue
        if page.tokens[at].key in listed("changes"):
            columns.append(columns[-1])
        at += 1
    if len(columns) < len(figures):
        columns += [columns[-1]] * (len(figures) - len(columns))
    who = first.value if first is not None and first.value.kind in ACTORS else None
    if who is None and page.tokens[head.first].key in PARTS:
        who = Entity(slug_of(label), "organisation", label, known=False)
    for (slug, words), figure in zip(columns, figures, strict=False):
        if fits(slug, figure.value.unit):
            yield figure.span, Cell(slug, words, who, None, first.span if who is not None and first else None)
