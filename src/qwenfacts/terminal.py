"""What the command line prints of a report, a dataset, an entity: lines of text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from .dataset import Dataset
from .entities import EntityLike
from .facts import (
    Citation,
    Event,
    Fact,
    Metric,
    ModelRelease,
    Outlook,
    PersonnelChange,
    Relation,
    Statement,
)
from .query import FACT_TYPES
from .report import Reason, Report, Unread
from .values import Span

__all__ = ["REASONS", "card", "left_over", "shares", "told"]

WIDTH: Final = 96
AROUND, LONGEST = 28, 40
"""Characters shown on each side of a mention, and of the mention itself."""

CARD: Final = (Relation, Event, ModelRelease, Metric, PersonnelChange, Statement, Outlook, Citation)
"""The types of facts as a card lists them: what a thing is before what is said of it."""

REASONS: Final[dict[Reason, str]] = {
    "number-not-read": "digits that belong to nothing that was read",
    "number-too-large": "more than 24 integer or 12 decimal digits",
    "no-rule": "read, but no rule makes a fact of it yet",
    "no-subject": "measures something, but it is not clear of whom",
    "only-mentioned": "stands in the text, but no fact is built on it",
    "example": "part of an example or comparison",
    "announces-a-list": "counts what follows: headings, list items, reasons",
    "length-of-time": "says how long, which is no metric",
    "length-of-text": "says how many pages, which is no metric",
    "scare-quotes": "a term in quotation marks, nobody's words",
}


def told(report: Report) -> Iterator[str]:
    """A report with its stories and facts."""
    yield from (report.title, "=" * min(len(report.title), WIDTH))
    known = {
        "id": report.id,
        "published": report.published,
        "posted": report.posted_at and f"{report.posted_at:%Y-%m-%d %H:%M}",
        "period": report.period,
        "analyst": report.analyst,
        "audience": report.audience,
        "coverage": report.coverage,
    }
    for name, value in known.items():
        if value is not None:
            yield from item(f"{name:<11}", str(value))
    for story in report.stories:
        yield ""
        yield from item("", str(story))
        period = [str(story.period)] if story.period else []
        sources = [", ".join(map(str, story.sources))] if story.sources else []
        if period or sources:
            yield from item("   ", " · ".join((*period, *sources)))
        for link in story.links:
            yield from item("   ", link.value)
    for kind in FACT_TYPES:
        facts = report.facts.of_type(kind)
        if facts:
            yield from ("", f"{_plural(kind.type)}: {len(facts)}")
        for fact in facts:
            where = f"{fact.story}." if fact.story is not None else "–"
            yield from item(f"  {where:<3} ", str(fact).removeprefix(f"{kind.type}: "))


def card(dataset: Dataset, wanted: EntityLike, parts: bool = False) -> Iterator[str]:
    """Everything that a dataset says about an entity; with ``parts`` also about what belongs to it."""
    entity = dataset.entity(wanted)
    facts = dataset.about(entity, parts)
    yield from (entity.name, "=" * min(len(entity.name), WIDTH))
    known = {
        "id": entity.id,
        "kind": entity.kind.replace("_", " "),
        "also": ", ".join(name for name in entity.names if name != entity.name),
        "part of": str(dataset.entity(entity.parent)) if entity.parent else "",
    }
    for name, value in known.items():
        if value:
            yield from item(f"{name:<11}", value)
    if not entity.known:
        yield from item("", "A name that the lexicon does not know: what it is was read from this text.")
    for kind in CARD:
        mine = facts.of_type(kind)
        if mine:
            yield from ("", f"{_plural(kind.type)}: {len(mine)}")
        for fact in mine:
            where = f"{dataset.report(fact.report).published or fact.report} "
            yield from item(f"  {where}", str(fact).removeprefix(f"{kind.type}: "))
    if not facts:
        yield from ("", "It is named, but no fact is about it.")


def _plural(slug: str) -> str:
    return f"{slug.replace('-', ' ').capitalize()}s"


def left_over(report: Report) -> Iterator[str]:
    """What no fact of a report uses, by reason, and its warnings."""
    yield from item("", str(report))
    newlines = [match.start() for match in re.finditer("\n", report.text)]
    for reason, meaning in REASONS.items():
        entries = [entry for entry in report.unread if entry.reason == reason]
        if entries:
            yield from ("", f"{reason}: {len(entries)} ({meaning})")
        for entry in entries:
            line = bisect_left(newlines, entry.span.start) + 1
            yield f"  line {line:<5} {entry.kind:<9}  {in_context(report.text, entry.span)}"
    if report.warnings:
        yield from ("", f"warnings: {len(report.warnings)}")
        for warning in report.warnings:
            yield from item("  ", warning)
    yield from ("", *_coverage(report))


def shares(dataset: Dataset) -> Iterator[str]:
    """How many facts of each type the rules made alone, and in how many errata had a hand."""
    yield f"{'type':<18}{'facts':>7}{'rules':>7}{'errata':>8}{'share':>7}"
    kinds: tuple[type[Fact], ...] = (*FACT_TYPES, Fact)
    for kind in kinds:
        facts = dataset.facts.of_type(kind)
        count, errata = len(facts), len(facts.where(origin="errata"))
        label = kind.type if kind is not Fact else "all"
        yield f"{label:<18}{count:>7}{count - errata:>7}{errata:>8}{errata / max(1, count):>7.0%}"


def in_context(text: str, span: Span) -> str:
    """A mention in brackets, with the words around it on its line."""
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    if len(before) == AROUND:  # it was cut, perhaps within a word
        before = before.partition(" ")[2] or before
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] or after
    words = " ".join(text[span.slice].split())
    words = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return f"{before.lstrip()}[{words}]{after.rstrip()}"


def _coverage(report: Report) -> Iterator[str]:
    found = {
        "quantity": len(report.quantities),
        "date": len(report.dates),
        "name": sum(not name.value.known for name in report.names),
        "quotation": len(report.quotations),
        "link": len(report.links),
        "digits": _count(report.unread, "digits"),
    }
    left = {kind: _count(report.unread, kind) for kind in found}
    yield f"{'':<14}{'found':>7}{'in facts':>10}{'left over':>11}"
    for kind, count in found.items():
        label = {"name": "unknown name", "digits": "digits alone"}.get(kind, kind)
        yield f"{label:<14}{count:>7}{count - left[kind]:>10}{left[kind]:>11}"
    used, whole = sum(found.values()) - len(report.unread), sum(found.values())
    share = f" ({used / whole:.0%})" if whole else ""
    yield f"coverage: {used} of {whole} are in facts{share}"


def _count(entries: Iterable[Unread], kind: str) -> int:
    return sum(entry.kind == kind for entry in entries)


def item(mark: str, text: str) -> list[str]:
    """A mark and a text, wrapped, with the lines below the first indented as far as the mark."""
    lines = wrap(
        text,
        WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [mark.rstrip()]
