"""Spans and the mentions in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, Generic, TypeVar

from ..entities import Entity
from ..report import Mention
from ..values import Period, Quantity, Span

__all__ = ["START", "Placed", "T", "hull", "within"]

START: Final = attrgetter("span.start")
T = TypeVar("T", Quantity, Period, Entity, str)


def hull(*spans: Span) -> Span:
    """The shortest span that holds all.

    >>> hull(Span(4, 6), Span(1, 2))
    Span(start=1, end=6)
    """
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def within(mentions: Sequence[Mention[T]], span: Span) -> tuple[Mention[T], ...]:
    """The mentions that start in a span."""
    if not mentions:
        return ()
    first = bisect_left(mentions, span.start, key=START)
    return tuple(mentions[first : bisect_left(mentions, span.end, first, key=START)])


class Placed(Generic[T]):
    """Mentions in text order, of which those in a span are asked for again and again."""

    __slots__ = ("_mentions", "_starts")

    def __init__(self, mentions: tuple[Mention[T], ...]) -> None:
        self._mentions: tuple[Mention[T], ...] = mentions
        self._starts = [mention.span.start for mention in mentions]

    def within(self, span: Span) -> tuple[Mention[T], ...]:
        """Those that start in a span."""
        first = bisect_left(self._starts, span.start)
        return self._mentions[first : bisect_left(self._starts, span.end, first)]
