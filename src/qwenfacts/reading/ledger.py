"""The ledger: every mention that no fact uses, with the reason; and what a report says wrongly of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..entities import Entity
from ..facts import Citation, Fact
from ..report import Block, Mention, MentionKind, Reason, Story, Unread
from ..values import Period, Span
from .english.clauses import announces, is_example
from .mentions.mentions import Mentions
from .mentions.quantities import LENGTHS
from .spans import within

__all__ = ["unread_of", "warnings_of"]

REASONS = frozenset(
    ("reasons", "ways", "things", "points", "questions", "factors", "steps", "lessons", "themes")
)
"""What is counted only to be told one after the other."""
LONGEST_TERM, LONGEST_WORD, SMALL = 6, 40, 20
COUNTED_STORIES = frozenset(("stories", "story", "items", "headlines", "developments"))


def unread_of(text: str, mentions: Mentions, facts: Sequence[Fact]) -> tuple[Unread, ...]:
    """Every mention that no fact lists, and every number not read; of names only the unknown ones."""
    used = {span for fact in facts for span in fact.mentions}
    groups: tuple[tuple[MentionKind, Iterable[Mention[Any]]], ...] = (
        ("quantity", mentions.quantities),
        ("date", mentions.dates),
        ("name", (name for name in mentions.names if not name.value.known)),
        ("quotation", mentions.quotations),
        ("link", mentions.links),
    )
    entries = [
        Unread(mention.span, mention.text, kind, _reason(text, mention))
        for kind, group in groups
        for mention in group
        if mention.span not in used
    ]
    digits: tuple[tuple[Iterable[Span], Reason], ...] = (
        (mentions.too_large, "number-too-large"),
        (mentions.unread_digits, "number-not-read"),
    )
    pointing = {  # the marks of notes, [1], are read with the sources that the notes give
        at
        for fact in facts
        if isinstance(fact, Citation)
        for evidence in fact.evidence
        if evidence.quote.startswith("[")
        for at in range(evidence.span.start, evidence.span.end)
    }
    entries += [
        Unread(span, text[span.slice], "digits", why)
        for spans, why in digits
        for span in spans
        if span.start not in pointing
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.span, entry.kind)))


def _reason(text: str, mention: Mention[Any]) -> Reason:
    value = mention.value
    if isinstance(value, Entity | Period):
        return "only-mentioned"
    if isinstance(value, str):
        is_quoted = mention.text != value  # a link is written as it is
        return "scare-quotes" if is_quoted and len(value.split()) <= LONGEST_TERM else "no-rule"
    if value.unit in LENGTHS:
        return "length-of-time"
    if value.unit == "page":
        return "length-of-text"
    if is_example(text, mention.span):
        return "example"
    if announces(text, mention) or _counted(text, mention) in REASONS:
        return "announces-a-list"
    small = value.unit == "count" and value.bound == "exact" and value.value <= SMALL
    return "no-subject" if small else "no-rule"


def _counted(text: str, mention: Mention[Any]) -> str:
    """The word behind a count."""
    behind = text[mention.span.end : mention.span.end + LONGEST_WORD].split(maxsplit=1)
    return behind[0].strip(".,:;").lower() if behind else ""


def warnings_of(stories: Sequence[Story], summary: Iterable[Block], mentions: Mentions) -> Iterator[str]:
    """A stated number of stories that is not theirs, and numbers left out."""
    numbers = [story.number for story in stories]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"the stories are numbered {', '.join(map(str, numbers))}"
    for block in summary if stories else ():
        for quantity in within(mentions.quantities, block.span):
            after = block.text[quantity.span.end - block.span.start :].split(maxsplit=2)[:2]
            counted = COUNTED_STORIES & {word.strip(".,:;").lower() for word in after}
            value = quantity.value
            if counted and value.unit == "count" and value.bound == "exact" and value.value != len(stories):
                what = f"{quantity.text!r} {min(counted)} at {quantity.span.start}"
                yield f"says {what}, but has {len(stories)}"
