"""What every citation is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ....entities import Entity
from ....facts import Citation
from ....report import Mention
from ....values import Period, Span
from ...mentions.references import Reference
from ...page import Draft, Page

__all__ = ["citation", "dated"]

DAYS: Final = frozenset(("day", "range", "month"))
COMMA: Final = re.compile(r",\s+\Z")


def citation(
    page: Page,
    source: Entity,
    span: Span,
    supports: int | None,
    *,
    link: Mention[str] | None = None,
    date: Mention[Period] | None = None,
) -> Draft:
    """A citation that stands at a span; its link may stand elsewhere."""
    evidence = [span, *([link.span] if link and link.span != span else [])]
    mentions = [name.span for part in evidence for name in page.names_in(part)]
    mentions += [other.span for other in (link, date) if other is not None]
    fields: dict[str, object] = {
        "source": source,
        "text": page.quote(span),
        "link": link.value if link else None,
        "date": date.value if date else None,
        "supports": supports,
    }
    return Draft(Citation, fields, evidence, mentions, supports)


def _day_in(page: Page, span: Span) -> Mention[Period] | None:
    """The last day that stands in a span."""
    days = [date for date in page.dates_in(span) if date.value.precision in DAYS]
    return days[-1] if days else None


def dated(
    page: Page, references: Sequence[Reference], line: Span | None = None
) -> dict[int, Mention[Period]]:
    """The days of sources, by index: what stands behind each, or behind a comma at the end of them all.

    Of one source in a ``line``: what stands anywhere in it.
    """
    if line is not None and len(references) == 1:
        days = [(0, _day_in(page, line))]
    else:
        days = [(index, _day_in(page, found.reach)) for index, found in enumerate(references)]
    told = {index: day for index, day in days if day is not None}
    last = len(references) - 1
    if list(told) == [last] and COMMA.fullmatch(page.text, references[last].span.end, told[last].span.start):
        return dict.fromkeys(range(len(references)), told[last])
    return told
