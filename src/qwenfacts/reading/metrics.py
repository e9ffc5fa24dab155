"""Metrics: quantities that measure something.

The measure is the noun phrase of the documented vocabulary (``lexicon/measures.toml``) that stands with
the quantity: behind it as what is counted, or before it as what is said to be so. Who is measured is the
actor before it in the sentence, else whom the story is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from ..entities import Entity
from ..facts import Metric
from ..report import Mention
from ..tokens import Phrases
from ..values import Quantity, Span
from .clauses import cue_spans, stated_period, subject_before
from .page import Draft, Page, Passage, hull
from .quantities import LENGTHS
from .wording import table

__all__ = ["find_metrics"]

RATIOS: Final = frozenset(("percent", "percentage_point", "basis_point", "fraction"))
BREAKS: Final = frozenset((";", ":", "—", "\n", "(", ")"))
REACH: Final = 9


class Measured(NamedTuple):
    """A phrase of the vocabulary among the tokens of a passage."""

    slug: str
    first: int
    end: int


@cache
def _vocabulary() -> Phrases[str]:
    return Phrases((words, slug) for slug, entry in table("measures").items() for words in entry["words"])


def find_metrics(page: Page) -> Iterator[Draft]:
    """The metrics of a page, one for each quantity that has a measure."""
    for passage in page.passages:
        if passage.block.kind == "label" or not passage.quantities:
            continue
        measured = list(_measured(page, passage))
        for quantity in passage.quantities:
            draft = _metric(page, passage, quantity, measured)
            if draft is not None:
                yield draft


def _measured(page: Page, passage: Passage) -> Iterator[Measured]:
    at = passage.first
    while at < passage.end:
        found = _vocabulary().starting(page.tokens, at)
        if found and found[1] <= passage.end:
            yield Measured(found[0], at, found[1])
            at = found[1]
        else:
            at += 1


def _fits(slug: str, quantity: Quantity) -> bool:
    """Whether a measure comes in the unit of a quantity."""
    units = table("measures")[slug]["units"]
    unit = quantity.unit
    kind = "ratio" if unit in RATIOS else "multiple" if unit == "multiple" else "count"
    if len(unit) == 3 and unit.isupper():
        kind = "money"
    return "any" in units or kind in units


def _metric(
    page: Page, passage: Passage, quantity: Mention[Quantity], measured: list[Measured]
) -> Draft | None:
    value = quantity.value
    if value.unit in LENGTHS or value.unit in ("page", "rank"):
        return None
    first, end = page.token_at(quantity.span.start), page.token_at(quantity.span.end)
    named = next((n for n in passage.names if quantity.span in n.span), None)
    found = None if named else _nearest(page, passage, first, end, measured, value)
    if found is None and value.unit != "parameters":
        return None
    slug = found.slug if found else "parameters"
    span = quantity.span
    if found:
        span = hull(span, Span(page.tokens[found.first].start, page.tokens[found.end - 1].end))
    words = (
        page.text[page.tokens[found.first].start : page.tokens[found.end - 1].end] if found else "parameters"
    )
    subject, subject_span = _subject(page, passage, span, named)
    date = stated_period(page, passage, quantity.span)
    period = date.value if date else None
    period_from = "stated" if date else None
    if period is None and passage.story in page.story_periods:
        period, period_from = page.story_periods[passage.story], "story"
    aspect, direction = _aspect(page, passage, quantity, first, end)
    fields: dict[str, object] = {
        "subject": subject, "measure": slug, "measure_text": words, "quantity": value, "aspect": aspect,
        "direction": direction, "nature": _nature(page, passage, first, end), "period": period, "period_from": period_from,
    }  # fmt: skip
    mentions = [quantity.span, *([date.span] if date else []), *([subject_span] if subject_span else [])]
    return Draft(Metric, fields, [span], mentions, passage.story, start=quantity.span.start)


def _nearest(
    page: Page, passage: Passage, first: int, end: int, measured: list[Measured], quantity: Quantity
) -> Measured | None:
    """The measure that stands nearest to a quantity in its clause; what follows goes before what precedes."""
    best: tuple[float, Measured] | None = None
    others = [(page.token_at(q.span.start), page.token_at(q.span.end)) for q in passage.quantities]
    for phrase in measured:
        if not _fits(phrase.slug, quantity):
            continue
        if phrase.first >= end:
            gap = range(end, phrase.first)
            cost = float(len(gap))
        elif phrase.end <= first:
            gap = range(phrase.end, first)
            cost = len(gap) + 1.5
        else:
            gap, cost = range(0), 0.0
        if len(gap) > REACH or any(page.tokens[i].text in BREAKS for i in gap):
            continue
        crossed = sum(1 for low, _ in others if low in gap)
        cost += 4 * crossed + 3 * any(page.tokens[i].text in ",." for i in gap)
        if best is None or cost < best[0]:
            best = cost, phrase
    return best and best[1]


def _subject(
    page: Page, passage: Passage, span: Span, named: Mention[Entity] | None
) -> tuple[Entity, Span | None]:
    """Who is measured, and where it is named."""
    name = named or subject_before(page, passage, span.start) or subject_before(page, passage, span.end)
    if name is not None:
        return name.value, name.span
    if passage.story is not None:
        return page.main[passage.story], None
    return page.subject, None


def _aspect(
    page: Page, passage: Passage, quantity: Mention[Quantity], first: int, end: int
) -> tuple[str, str | None]:
    """Whether a quantity is a level, a change with its direction, or a share."""
    if quantity.value.unit not in RATIOS | {"multiple"}:
        return "level", None
    near = [
        (abs(at - first), name)
        for name, at, stop in cue_spans(
            page, max(passage.first, first - 7), min(passage.end, end + 5), "change"
        )
        if not any(page.tokens[i].text in ";()" for i in range(min(stop, first), max(at, end)))
    ]
    following = page.tokens[end].key if end < passage.end else ""
    if quantity.value.unit == "multiple":
        return "change", min(near)[1] if near else "down" if quantity.value.value < 1 else "up"
    if near and following != "of":
        return "change", min(near)[1]
    return ("share", None) if following == "of" else ("level", None)


def _nature(page: Page, passage: Passage, first: int, end: int) -> str:
    """Whether a quantity is read, aimed at or projected."""
    for name, _, _ in cue_spans(page, max(passage.first, first - 6), min(passage.end, end + 6), "nature"):
        return name
    return "reading"
