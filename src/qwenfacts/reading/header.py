"""What stands at the top of a report: when it was published, what it covers, by whom, about whom."""

from __future__ import annotations

import datetime as dt
import itertools
from bisect import bisect_left
from collections.abc import Sequence

import pendulum
from attrs import frozen

from ..entities import Entity, slug
from ..lexicon import Lexicon
from ..report import Mention
from ..tokens import Token
from ..values import Period, Span
from .dates import Calendar, find_dates
from .layout import words_of
from .outline import CLOCK, Field, Outline

__all__ = ["Header", "header_of", "subject_of"]


@frozen
class Header:
    """The labelled data at the top, resolved."""

    published: pendulum.Date | None
    posted_at: pendulum.DateTime | None
    period: Period | None
    fields: dict[str, Field]
    day_first: bool

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
    day_first = _day_first(outline, text, tokens)
    starts = [token.start for token in tokens]

    def days(span: Span, calendar: Calendar) -> list[Period]:
        part = tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
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
        covered = [p for block in blocks for p in days(block.span, Calendar(day)) if p.start != p.end]
    posted = labelled.get("posted")
    clock = _clock(fields["posted"], posted[0].start) if posted else None
    return Header(day, clock, next(iter(covered), None), fields, day_first)


def _day_first(outline: Outline, text: str, tokens: Sequence[Token]) -> bool:
    """Whether the dates at the top put the day before the month."""
    for block in outline.blocks:
        if block.kind not in ("title", "meta"):
            break
        words = block.text.replace(",", " ").split()
        for before, after in itertools.pairwise(words):
            if before.isdigit() and after.isalpha() and after[0].isupper():
                return True
    return False


def _clock(field: Field, day: pendulum.Date | None) -> pendulum.DateTime | None:
    """The day and time of a posted line, as printed."""
    for match in CLOCK.finditer(field.value):
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        half = (match[4] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if day is not None and hour < 24 and minute < 60 and second < 60:
            return pendulum.naive(day.year, day.month, day.day, hour, minute, second)
    return None


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
        for name in names:
            if span.start <= name.span.start < span.end and name.value.kind not in (
                "publication",
                "place",
                "person",
            ):
                return name.value
    for span in spans:
        phrase = _subject_phrase(span, tokens, dates)
        if phrase:
            known = lexicon.entities.by_name.get(phrase.casefold())
            return known or Entity(slug(phrase), "organisation", phrase, known=False)
    counts = {name.value: 0 for name in names if name.value.kind in ("organisation", "model_family")}
    for name in names:
        if name.value in counts:
            counts[name.value] += 1
    if counts:
        return max(counts, key=lambda entity: counts[entity])
    return Entity("unnamed", "other", "(unnamed)", known=False)


def _subject_phrase(span: Span, tokens: Sequence[Token], dates: Sequence[Mention[Period]]) -> str:
    """The words of a title that are neither a date nor words for a report."""
    dated = [date.span for date in dates]
    ordinary = words_of("title", "marks") | words_of("title", "other")
    phrase: list[Token] = []
    for token in tokens:
        if not (span.start <= token.start < span.end) or any(d.start <= token.start < d.end for d in dated):
            continue
        if token.kind == "word" and token.key not in ordinary and (token.text[0].isupper() or phrase):
            if phrase and phrase[-1].end + 1 < token.start:
                break
            phrase.append(token)
        elif phrase and not (token.text in "-&'." and token.glued):
            break
    if not phrase:
        return ""
    return " ".join(token.text for token in phrase)
