"""A verb in its sentence: its auxiliaries, whether it is denied, the day that goes with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from ...report import Mention
from ...values import Period
from ..mentions.dates import applied
from ..page import Page, Passage
from ..spans import START, T, within
from ..wordclasses import AUXILIARIES, BE, CONDITIONALS, FUTURE, NEGATIONS, SUBJECTS
from .clauses import POSSESSIVE

__all__ = ["BE", "covering", "day_of", "helpers", "is_denied", "is_planned"]

HELPERS: Final = AUXILIARIES | frozenset(
    "also just now then later since already soon finally both all"
    " there himself herself themselves meanwhile".split()
)
PLANS: Final = frozenset(
    "is are was were set due expected plans agreed decided about going chose chosen opted slated scheduled"
    " intends".split()
)
CLITICS: Final = frozenset("ll ve re d s".split())
SPEAKERS: Final = SUBJECTS | {"who"}
AHEAD: Final = FUTURE | frozenset("would should to due planned expected slated scheduled plans".split())
DENIALS: Final = NEGATIONS | CONDITIONALS | frozenset("may might could denied nobody without yet".split())
MARKS: Final = frozenset((":", ";", "—", "–"))
BEFORE: Final = 24
LEAD: Final = 8
MOST: Final = 10
"""More auxiliaries and adverbs than these are no part of a verb."""


def helpers(page: Page, first: int, at: int) -> int:
    """The first of the auxiliaries and adverbs before the verb at a token, not before ``first``."""
    tokens = page.tokens
    first = max(first, at - MOST)
    while at > first:
        key, adverb = tokens[at - 1].key, tokens[at - 1].text.islower() and tokens[at - 1].key.endswith("ly")
        planned = key == "to" and at - 2 >= first and tokens[at - 2].key in PLANS
        if (
            at - 3 >= first
            and key in CLITICS
            and tokens[at - 2].text == "'"
            and tokens[at - 3].key in SPEAKERS
        ):
            at -= 1  # she'll
        elif not (key in HELPERS or planned or key in PLANS or adverb):
            break
        at -= 1
    return at


def covering(mentions: Sequence[Mention[T]], offset: int) -> Mention[T] | None:
    """The mention that an offset is in."""
    after = bisect_right(mentions, offset, key=START) if mentions else 0
    found = mentions[after - 1] if after else None
    return found if found is not None and offset < found.span.end else None


def is_denied(page: Page, first: int, at: int) -> bool:
    """Whether the words before the verb at a token deny or doubt it."""
    words = page.tokens[max(first, helpers(page, first, at) - 3) : at]
    return any(token.key in DENIALS and token.text != "May" for token in words)


def is_planned(page: Page, first: int, verb: range) -> bool:
    """Whether a verb, or its auxiliaries, speak of what is to come."""
    words = page.tokens[helpers(page, first, verb.start) : verb.stop]
    return any(token.key in AHEAD for token in words)


def day_of(
    page: Page, passage: Passage, verb: range, start: int, end: int, skipped: Sequence[range] = ()
) -> Mention[Period] | None:
    """The first day behind a verb in its stretch, else the last one before it, with its preposition applied.

    ``skipped`` is what the stretch says of other times. A day that leads a clause in belongs to the verb
    that begins soon behind it: ``On Friday, Acme named Roe``.
    """
    behind: Mention[Period] | None = None
    before: Mention[Period] | None = None
    near = within(passage.dates, page.span(max(passage.first, start - LEAD), max(end, start + 1)))
    for date in dict.fromkeys((*passage.dates[:1], *near)):
        at = page.token_at(date.span.start)
        if any(at in part for part in skipped):
            continue
        if _words_before(page, passage, date).lower().split()[-1:] == ["since"]:
            if at == verb.stop:
                return date
            if verb.stop < at < end and _is_perfect(page, passage.first, verb):
                return Mention(date.span, date.text, applied("since ", date.value))
            continue
        leads = 0 <= start - at <= LEAD and (
            at - passage.first <= 1 or any(token.text in MARKS for token in page.tokens[at - 2 : at])
        )
        if verb.stop <= at < end:
            behind = behind or date
        elif start <= at < verb.start or leads:
            before = date
    found = behind or before
    if found is None:
        return None
    words = POSSESSIVE.sub("", _words_before(page, passage, found))
    return Mention(found.span, found.text, applied(words, found.value))


def _is_perfect(page: Page, first: int, verb: range) -> bool:
    """Whether a verb is in the perfect, so that ``since May`` says when it came about: ``have left``."""
    words = page.tokens[helpers(page, first, verb.start) : verb.stop]
    return any(token.key in ("has", "have") for token in words)


def _words_before(page: Page, passage: Passage, date: Mention[Period]) -> str:
    return page.text[max(passage.span.start, date.span.start - BEFORE) : date.span.start]
