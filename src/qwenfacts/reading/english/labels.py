"""When the news of a story came out, by its own label: ``Released: May 4, 2027``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ...values import Period
from ..page import Draft, Page

__all__ = ["with_days_of_labels"]

NEWS: Final = frozenset(
    "released launched unveiled announced introduced disclosed reported filed formed created opened debuted"
    " shipped signed".split()
)
"""Labels of the news itself; ``Published`` and ``Date`` may be those of the papers."""


def _days(page: Page) -> dict[int | None, Period]:
    """The day of the news of each story."""
    days: dict[int | None, Period] = {}
    for passage in page.passages:
        if passage.block.kind != "label" or passage.end - passage.first < 2:
            continue
        labelled = page.tokens[passage.first].key in NEWS and page.tokens[passage.first + 1].text == ":"
        period = page.story_periods.get(passage.story)
        if labelled and period is not None and period.precision == "day":
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
