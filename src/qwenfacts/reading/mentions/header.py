"""What stands at the top of a report: when it was published, what it covers, by whom, about whom."""

from __future__ import annotations

import datetime as dt
import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

import pendulum
from attrs import frozen

from ...entities import Entity, slug
from ...lexicon import Lexicon
from ...report import Mention
from ...tokens import Token
from ...values import Period, Span
from ..spans import within
from ..structure.lineforms import words_of
from ..structure.outline import CLOCK, Field, Outline
from ..wording import table
from .dates import Calendar, find_dates

__all__ = ["Header", "header_of", "subject_of"]

START: Final = attrgetter("start")


@frozen
class Header:
    """The labelled data at the top, resolved."""

    published: pendulum.Date | None
    posted_at: pendulum.DateTime | None
    period: Period | None
    fields: dict[str, Field]
    day_first: bool

    @property
    def today(self) -> pendulum.Date | None:
        """The day from which the text looks at others: that of publication, else the last one it covers."""
        covered = self.period.end if self.period is not None else None
        return self.published or covered

    def value(self, kind: str) -> str | None:
        """The words of one label."""
        return self.fields[kind].value if kind in self.fields else None


def header_of(outline: Outline, text: str, tokens: Sequence[Token], published: dt.date | None) -> Header:
    """The header of a text.

    The day of publication is that of the published line, else the posted line, else the title, else
    the argument.
    """
    fields: dict[str, Field] = {}
    for field in outline.fields:
        fields.setdefault(field.kind, field)
    day_first = _day_first(outline)

    def days(span: Span, calendar: Calendar) -> list[Period]:
        part = _among(tokens, span)
        return [found.value for found in find_dates(text, part, [False] * len(part), calendar)]

    written = Calendar(day_first=day_first)
    labelled = {kind: days(field.span, written) for kind, field in fields.items()}
    titled = [period for block in outline.titles for period in days(block.span, written)]
    said = [*labelled.get("published", ()), *labelled.get("posted", ())]
    single = [p for p in titled if p.precision == "day"] or [
        p for p in titled if p.precision in ("range", "week")
    ]
    day = next((period.end for period in (*said, *single) if period.end is not None), None)
    if day is None and published is not None:
        day = pendulum.Date(published.year, published.month, published.day)
    covered = [*labelled.get("period", ()), *(p for p in titled if p.precision in ("range", "week"))]
    if not covered and day is not None:
        blocks = [block for block in outline.blocks if block.kind in ("title", "meta")]
        resolved = Calendar(day, day_first=day_first)
        covered = [p for block in blocks for p in days(block.span, resolved) if p.start != p.end]
    posted = labelled.get("posted")
    clock = _clock(fields["posted"], posted[0].start) if posted else None
    return Header(day, clock, next(iter(covered), None), fields, day_first)


def _day_first(outline: Outline) -> bool:
    """Whether the dates at the top put the day before the month."""
    months = frozenset(table("calendar")["months"])
    words = (block.text.split() for block in outline.blocks if block.kind in ("title", "meta"))
    pairs = itertools.chain.from_iterable(map(itertools.pairwise, words))
    return any(before.isdigit() and after.strip(",.") in months for before, after in pairs)


def _clock(field: Field, day: pendulum.Date | None) -> pendulum.DateTime | None:
    """The day and time of a posted line, as printed."""
    match = CLOCK.search(field.value)
    if match is None or day is None:
        return None
    hour, minute, second = int(match[1] or match[5]), int(match[2] or match[6] or 0), int(match[3] or 0)
    half = (match[4] or match[7] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return pendulum.naive(day.year, day.month, day.day, hour, minute, second)


def subject_of(
    outline: Outline,
    header: Header,
    tokens: Sequence[Token],
    names: Sequence[Mention[Entity]],
    dates: Sequence[Mention[Period]],
    lexicon: Lexicon,
) -> Entity:
    """Who or what the report is about: the first name of its title, else of its company line."""
    spans = [block.span for block in outline.titles if outline.title in block.text]
    spans += [header.fields["company"].span] if "company" in header.fields else []
    for span in spans:
        for name in within(names, span):
            if name.value.kind not in ("publication", "place", "person"):
                return name.value
    for span in spans:
        phrase = _subject_phrase(_undated(_among(tokens, span), within(dates, span)))
        if phrase:
            known = lexicon.entities.by_name.get(phrase.casefold())
            return (
                known
                or lexicon.entities.by_id.get(slug(phrase))
                or Entity(slug(phrase), "organisation", phrase, known=False)
            )
    counts = Counter(name.value for name in names if name.value.kind in ("organisation", "model_family"))
    for entity, _ in counts.most_common(1):
        return entity
    return Entity("unnamed", "other", "(unnamed)", known=False)


def _among(tokens: Sequence[Token], span: Span) -> Sequence[Token]:
    """The tokens of a span."""
    first = bisect_left(tokens, span.start, key=START)
    return tokens[first : bisect_left(tokens, span.end, first, key=START)]


def _undated(tokens: Sequence[Token], dates: Sequence[Mention[Period]]) -> Iterator[Token]:
    """The tokens that are in no date."""
    at = 0
    for token in tokens:
        while at < len(dates) and dates[at].span.end <= token.start:
            at += 1
        if at == len(dates) or token.start < dates[at].span.start:
            yield token


def _subject_phrase(tokens: Iterable[Token]) -> str:
    """The first words of a title that are not words for a report."""
    ordinary = words_of("title", "marks") | words_of("title", "other")
    phrase: list[Token] = []
    for token in tokens:
        if token.kind == "word" and token.key not in ordinary and (token.text[0].isupper() or phrase):
            if phrase and phrase[-1].end + 1 < token.start:
                break
            phrase.append(token)
        elif phrase and not (token.text in "-&'." and token.glued):
            break
    return " ".join(token.text for token in phrase)
