"""What the rules share: cue words in a stretch of text, who is spoken of, and when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from ..entities import Entity
from ..report import Mention
from ..tokens import Phrases
from ..values import Period, Span
from .dates import applied
from .page import Page, Passage
from .wording import table

__all__ = ["cue_spans", "cues", "stated_period", "subject_before"]

ACTORS: Final = ("organisation", "body", "model", "model_family", "product", "platform", "dataset")
OBLIQUE: Final = frozenset(
    "on via by with from to for against versus at in of through than including over and using like"
    " unlike".split()
)


@cache
def cues(group: str) -> Phrases[str]:
    """The cue words of one group of ``cues.toml``, each with the name of its list."""
    return Phrases((phrase, name) for name, phrases in table("cues")[group].items() for phrase in phrases)


def cue_spans(page: Page, first: int, end: int, group: str) -> Iterator[tuple[str, int, int]]:
    """The cues of a group among some tokens: name of the list, first and after-last token."""
    phrases, at = cues(group), first
    while at < end:
        found = phrases.starting(page.tokens, at)
        if found and found[1] <= end:
            yield found[0], at, found[1]
            at = found[1]
        else:
            at += 1


def is_possessive(page: Page, name: Mention[Entity]) -> bool:
    """Whether a name has a possessive behind it."""
    return (
        page.text[name.span.end : name.span.end + 2] in ("'s", "’s")
        or page.text[name.span.end : name.span.end + 1] == "’"
    )


def subject_before(page: Page, passage: Passage, offset: int) -> Mention[Entity] | None:
    """Who the words at an offset are about: the last actor before it that is not an adjunct."""
    found: Mention[Entity] | None = None
    for name in passage.named(*ACTORS):
        if name.span.end > offset:
            break
        between = page.text[name.span.end : offset]
        near = len(between.split()) <= 3
        if is_possessive(page, name):
            if near or found is None:
                found = name
            continue
        before = page.text[passage.span.start : name.span.start].split()
        if before and before[-1].lower().strip("(“") in OBLIQUE and not near:
            continue
        found = name
    return found


def stated_period(page: Page, passage: Passage, span: Span) -> Mention[Period] | None:
    """The date of the sentence nearest to a span, with its preposition applied; its own clause first."""
    best: tuple[int, Mention[Period]] | None = None
    for date in passage.dates:
        low, high = min(span.end, date.span.end), max(span.start, date.span.start)
        between = page.text[low:high]
        distance = len(between) + 200 * (";" in between) + 100 * between.count(" while ")
        if best is None or distance < best[0]:
            best = distance, date
    if best is None:
        return None
    date = best[1]
    words = page.text[max(passage.span.start, date.span.start - 24) : date.span.start]
    return Mention(date.span, date.text, applied(words, date.value))
