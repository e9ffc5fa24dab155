"""The text of a report cut wherever a fact, link or unread mention starts or ends.

Spans of facts nest and overlap, elements of HTML can only nest. Cut so, every piece is one element, which
knows all that covers it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from attrs import frozen

from ..report import Mention, Report, Unread
from ..values import Span

__all__ = ["Cut", "Piece", "cut"]


@frozen
class Piece:
    """A stretch of text in which all characters are covered by the same things.

    ``facts`` are the numbers of facts in their report, that with the shortest evidence first; ``starts``
    says whether one of them starts here, ``ends`` are those that end here.
    """

    span: Span
    facts: tuple[int, ...] = ()
    starts: bool = False
    ends: tuple[int, ...] = ()
    link: str | None = None
    unread: Unread | None = None


@frozen
class Cut:
    """The pieces of each block; ``first``: where the first piece starts of what has a span."""

    blocks: tuple[tuple[Piece, ...], ...]
    first: dict[Span, int]


@frozen
class Layer:
    """Something that covers a span: a fact by its number, a link, or what was left unread."""

    span: Span
    what: int | Mention[str] | Unread


def cut(report: Report) -> Cut:
    r"""A report in pieces, block by block.

    >>> import qwenfacts as qf
    >>> report = qf.parse("Acme Weekly Report May 7, 2027\n\nAcme's revenue rose 4% in April 2027.\n")
    >>> [report.text[piece.span.slice] for piece in cut(report).blocks[1]]
    ["Acme's ", 'revenue rose 4%', ' in April 2027.']
    """
    layers = [Layer(e.span, number) for number, fact in enumerate(report.facts) for e in fact.evidence]
    layers += [Layer(link.span, link) for link in report.links]
    layers += [Layer(unread.span, unread) for unread in report.unread]
    opening: defaultdict[int, list[Layer]] = defaultdict(list)
    for layer in layers:
        opening[layer.span.start].append(layer)
    spans = [*(block.span for block in report.blocks), *(layer.span for layer in layers)]
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})

    first: dict[Span, int] = {}
    blocks: list[tuple[Piece, ...]] = []
    active: list[Layer] = []
    inside: list[Piece] = []
    waiting = iter(report.blocks)
    block = next(waiting, None)
    for start, end in pairwise(edges):
        active = [layer for layer in active if layer.span.end > start] + opening[start]
        if block is None or start < block.span.start:
            continue  # white space between blocks
        inside.append(_piece(Span(start, end), active, first))
        if end == block.span.end:
            blocks.append(tuple(inside))
            inside = []
            block = next(waiting, None)
    return Cut(tuple(blocks), first)


def _piece(span: Span, active: list[Layer], first: dict[Span, int]) -> Piece:
    fresh = {layer.span for layer in active} - first.keys()
    first.update(dict.fromkeys(fresh, span.start))
    by_length = sorted(active, key=lambda layer: len(layer.span))
    facts = [(layer.what, layer.span) for layer in by_length if isinstance(layer.what, int)]
    links = [layer.what.value for layer in active if isinstance(layer.what, Mention)]
    unread = [layer.what for layer in active if isinstance(layer.what, Unread)]
    return Piece(
        span,
        tuple(dict.fromkeys(number for number, _ in facts)),
        any(where in fresh for _, where in facts),
        tuple(sorted({number for number, where in facts if where.end == span.end})),
        next(iter(links), None),
        next(iter(unread), None),
    )
