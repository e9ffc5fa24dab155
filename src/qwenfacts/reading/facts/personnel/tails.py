"""What may stand behind a verb of coming and going: ``to the post of head``, ``after a year at Acme``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....values import Period
from ...english.clauses import is_possessive
from ...english.posts import LONGEST, WHOLES, complement_at, employer_at
from ...english.stretches import day_of
from ...page import Page, Passage
from ...spans import within
from ...wordclasses import ARTICLES, DETERMINERS
from .change import Change
from .wordlists import OFFICES

__all__ = ["behind_day", "behind_office", "charge_at", "day_of_change", "spell_at"]

NEAR: Final = 5
FAR: Final = 13
LEAD: Final = 3
DATING: Final = frozenset(("as", "of", "from", "since", "on", "in"))


def behind_office(page: Page, at: int, end: int) -> int:
    """The token behind ``the new post of``, if that stands at a token."""
    for index in range(at, min(at + NEAR, end - 1)):
        if page.tokens[index].key in OFFICES and page.tokens[index + 1].key in ("of", "as"):
            return index + 2
        if page.tokens[index].kind != "word":
            break
    return at


def spell_at(page: Page, at: int, end: int) -> tuple[Mention[Entity] | None, int]:
    """The company of ``after two years at Acme``, and the token to go on at."""
    for index in range(at + 1, min(at + LONGEST, end)):
        if page.tokens[index].text in (",", ";"):
            break
        if page.tokens[index].key in ("at", "with", "from"):
            employer = employer_at(page, index + 1, end)
            if employer is not None and not is_possessive(page, employer):
                return employer, index + 2
    return None, at + 1


def behind_day(page: Page, passage: Passage, at: int, end: int) -> int:
    """The token behind ``as of May 1``, if that stands at a token."""
    for date in within(passage.dates, page.span(at, max(at + 1, min(at + LEAD, end)))):
        before = page.tokens[at : page.token_at(date.span.start)]
        if before and all(token.key in DATING for token in before):
            return page.token_at(date.span.end)
    return at


def charge_at(page: Page, at: int, end: int) -> tuple[int, Mention[Entity] | None]:
    """The token behind ``in charge of sales``, what somebody heads; and the unit, if it is named."""
    first = at + 3 + (page.tokens[at + 3].key in DETERMINERS)
    name = page.name_at(first) if first < end else None
    if name is not None and name.value.kind in WHOLES:
        return at + 2, name
    return complement_at(page, at + 3, end) or at + 2, None


def day_of_change(
    page: Page, passage: Passage, change: Change, skipped: Sequence[range]
) -> Mention[Period] | None:
    """The day of a change; that of a noun stands near: ``the May 4 exit of Roe``."""
    end = passage.end if change.is_noun or change.cue == "hands" else change.end
    if not change.is_noun:
        told = page.span(change.words.stop, max(end, change.words.stop + 1))
        starts = (page.token_at(date.span.start) for date in within(passage.dates, told))
        others = [at for at in starts if _is_of_other(page, at, change.words.stop)]
        parts = [*skipped, *(range(at, at + 1) for at in others)]
        return _starting(page, day_of(page, passage, change.words, change.start, end, parts), change.kind)
    first, last = change.words.start - NEAR, page.token_at(change.party.span.end) + FAR
    around = page.span(max(first, passage.first), min(max(last, first + 1), passage.end))
    for date in within(passage.dates, around):
        at = page.token_at(date.span.start)
        if first <= at < change.words.start and page.tokens[at - 1].key not in ("since", "until"):
            return date
        if change.words.stop <= at < min(last, change.end):
            return day_of(page, passage, change.words, at, change.end)
    return None


def _is_of_other(page: Page, at: int, verb: int) -> bool:
    """Whether the date at a token, behind a verb, is told of something else: ``a unit formed on Monday``."""
    first = at - 2
    while first >= max(verb, at - FAR) and page.tokens[first].kind == "word":
        first -= 1
    keys = [token.key for token in page.tokens[first + 1 : at - 1]]
    return keys[-1:] != [] and keys[-1].endswith("ed") and not ARTICLES.isdisjoint(keys[:-1])


def _starting(page: Page, day: Mention[Period] | None, kind: str) -> Mention[Period] | None:
    """The day from which somebody new is there, and not all the time since: ``joins from 1 July``."""
    if day is None or kind == "continuation" or page.tokens[page.token_at(day.span.start) - 1].key != "from":
        return day
    return next((Mention(date.span, date.text, date.value) for date in page.dates_in(day.span)), day)
