"""When the news of a story came out, by its own label: ``Released: May 4, 2027``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ...values import Period
from ..page import Draft, Page

__all__ = ["with_days_of_labels"]

PAPERS: Final = frozenset(
    "published posted updated date dates dated when day period week time coverage source sources via accessed"
    " retrieved".split()
)
"""Labels of what the papers did; any other is of the news itself: ``Released``, ``Took effect``."""
SHORT: Final = 5


def _days(page: Page) -> dict[int | None, Period]:
    """The day of the news of each story."""
    days: dict[int | None, Period] = {}
    for passage in page.passages:
        if passage.block.kind != "label" or passage.end - passage.first < 2:
            continue
        words = [token.key for token in page.tokens[passage.first : min(passage.first + SHORT, passage.end)]]
        labelled = ":" in words[1:] and PAPERS.isdisjoint(words[: words.index(":")])
        period = page.story_periods.get(passage.story)
        told = any(date.value == period for date in passage.dates)
        if labelled and told and period is not None and period.precision == "day":
            days.setdefault(passage.story, period)
    return days


def with_days_of_labels(
    page: Page, drafts: Iterable[Draft], story_of: Callable[[Draft], int | None]
) -> Iterator[Draft]:
    """The drafts; what no place dates has the day of the label of the story that is about it."""
    days, kept = page.once(_days), list(drafts)
    dated = {draft.key for draft in kept if draft.fields.get("date") is not None}
    for draft in kept:
        if draft.key not in dated and (story := story_of(draft)) in days:
            draft.assumed["date"] = days[story]
        yield draft
