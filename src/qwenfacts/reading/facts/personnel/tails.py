"""What may stand behind a verb of coming and going: ``to the post of head``, ``after a year at Acme``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....values import Period
from ...english.clauses import is_possessive, last_before
from ...english.posts import EMPLOYERS, LONGEST, WHOLES, complement_at, employer_at
from ...english.stretches import day_of, helpers
from ...page import Page, Passage
from ...spans import within
from ...wordclasses import ARTICLES, DETERMINERS, RELATIVES
from .change import Change

__all__ = [
    "behind_day",
    "behind_office",
    "charge_at",
    "day_told",
    "labelled",
    "part_meant",
    "spell_at",
    "unit_led",
]

NEAR: Final = 5
FAR: Final = 13
LEAD: Final = 3
OFFICES: Final = frozenset("role roles post job position title office seat rank posts".split())
"""What a post can be introduced as: ``the newly created post of treasurer``."""
TELLING: Final = RELATIVES | ARTICLES
HIRING: Final = WHOLES - {"model_family"}
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


def day_told(
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


def labelled(page: Page, passage: Passage) -> Entity | None:
    """The company or part of one that a paragraph is labelled with: ``Foo Cloud: ...``."""
    at = page.token_at(passage.block.span.start)
    while at < passage.end and page.tokens[at].kind == "mark":
        at += 1
    name = page.name_at(at)
    if name is None or name.value.kind not in HIRING:
        return None
    return name.value if page.tokens[page.token_at(name.span.end)].text == ":" else None


def unit_led(page: Page, passage: Passage, at: int) -> Entity | None:
    """What is led by who follows: ``a new Foo Office, which merges both teams, under Roe``.

    ``It`` and ``the unit`` mean the part of the company that the sentence before names last.
    """
    passive = helpers(page, passage.first, at - 1) if page.tokens[at].key == "by" else None
    for name in last_before(passage.named(*EMPLOYERS), page.tokens[at].start):
        end = page.token_at(name.span.end)
        behind = page.tokens[end : end + 2]
        if passive is not None and end <= passive <= end + (behind[0].text == ","):
            return name.value
        if len(behind) == 2 and behind[0].text == "," and behind[1].key in TELLING:
            return name.value
    if passive is None:
        return None
    first, joined = passage.first, page.tokens[passive - 1].key == "and"
    if joined and page.tokens[first].key in ("it", "the"):  # The lab reports to Foo and is led by Roe
        passive = first + 1 + (page.tokens[first].key == "the")
    return part_meant(page, passage, passive) if passive <= first + NEAR else None


def part_meant(page: Page, passage: Passage, at: int) -> Entity | None:
    """The part of the company that ``it`` or ``the unit`` before a token means: that was named last.

    ``The institute`` is rather what has that word in its name.
    """
    index = bisect_left(page.passages, passage.span.start, key=lambda one: one.span.start)
    places = [one for one in page.passages[max(0, index - NEAR) : index + 1] if one.block is passage.block]
    named = [name for place in places for name in place.named(*WHOLES) if name.value != page.subject]
    before = list(last_before(named, page.tokens[at].start))
    last = places[-2:][0].span.start
    near = (name for name in before if name.span.start >= last)
    called = (name for name in before if name.text.lower().endswith(" " + page.tokens[at - 1].key))
    return next((name.value for name in (*called, *near)), None)
