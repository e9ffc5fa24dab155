"""Models that come out without a verb of their own: called new, or announced before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...english.clauses import cues_in
from ...english.stretches import is_denied
from .launching import Launches, Release
from .standing import BREAKS

__all__ = ["announces", "introduced", "listed"]

ARRIVALS: Final = frozenset(("models", "newcomers", "releases", "arrivals", "checkpoints"))
NEW: Final = ("new", "newest", "latest", "first")
NEAR: Final = 7


def introduced(launches: Launches) -> Iterator[Release]:
    """The models that a sentence calls new: ``Foo, a new speech model``."""
    page, passage = launches.page, launches.passage
    for model in launches.named:
        at = page.token_at(model.span.end)
        last = min(passage.end, at + NEAR)
        marks = [token.text for token in page.tokens[at : at + 2]]
        opens = at + 1 < last and marks[0] in (",", "(", "—", "–") and marks[1] in ("a", "an", "its")
        new = opens and any(token.key in NEW for token in page.tokens[at + 2 : last - 1])
        if new and not model.value.known:
            start = page.token_at(model.span.start)
            yield Release("unveils", range(at + 1, at + 2), model, start, passage.end)


def announces(launches: Launches) -> bool:
    """Whether a sentence says that models come out, and names none: ``Two further models followed``."""
    page, passage = launches.page, launches.passage
    if launches.named or ARRIVALS.isdisjoint(passage.keys):
        return False
    return any(
        cue != "nouns" and not is_denied(page, passage.first, first)
        for cue, first, _ in cues_in(page, passage, "release")
    )


def listed(launches: Launches) -> Iterator[Release]:
    """The new models that parts of a sentence begin with: ``Foo is small; Bar, a coder, is not``."""
    page, passage = launches.page, launches.passage
    for model in launches.named:
        at = page.token_at(model.span.start)
        if not model.value.known and (at == passage.first or page.tokens[at - 1].text in BREAKS):
            end = launches.end_of(range(at, at + 1), passage.end)
            yield Release("releases", range(at, at + 1), model, at, end)
