"""Outlooks: sentences that say what may come, what threatens, and what to watch.

The words that look forward (``lexicon/outlooks.toml``) decide. A sentence that only hands on what somebody
named said is that person's statement; what is in quotation marks is not the report's own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from ....facts import Outlook
from ....report import Mention
from ....values import Period, Span
from ...english.cast import Cast
from ...english.clauses import clauses_of, stated_period
from ...english.discourse import Discourse
from ...english.phrases import nouns
from ...page import Draft, Page, Passage
from ...structure.lineforms import BULLET, NUMBERED, label_of
from ...wording import table
from .whom import Leaders, Whom, phrases_of

__all__ = ["find_outlooks"]

NEAR: Final = 12
CLOSE: Final = 3
SPEAKERS: Final = frozenset(("person", "organisation", "body", "publication"))
BESIDE: Final = frozenset("when where which who that while".split())
ORDER: Final = ("signal", "risk", "forecast")
INSIDERS: Final = frozenset("employee employees insider insiders staffer manager spokesperson".split())
ASKED: Final = frozenset("makes make made answers answered asked settled".split())
MET: Final = frozenset("beat beats topped exceeded missed met surpassed above below within".split())
SHORTEST: Final = 3


class Cue(NamedTuple):
    """Words that look forward: the kind of outlook, and their tokens."""

    kind: str
    first: int
    end: int


def find_outlooks(page: Page) -> Iterator[Draft]:
    """The outlooks of a page, one for each sentence that looks forward."""
    cast = Cast(page)
    discourse, leaders = Discourse(page, cast), Leaders(page, cast)
    for passage in page.passages:
        if passage.is_prose and passage.end - passage.first >= SHORTEST:
            draft = _outlook(page, passage, discourse, leaders)
            if draft is not None:
                yield draft


def _outlook(page: Page, passage: Passage, discourse: Discourse, leaders: Leaders) -> Draft | None:
    said, label = _said(page, passage)
    first = page.token_at(said.start)
    cues = [cue for cue in _cues(page, "cues", first, passage.end) if _is_own(page, passage, cue)]
    heads = _cues(page, "labels", page.token_at(label.start), page.token_at(label.end)) if label else ()
    head = next(iter(heads), None)
    if (head is None and not cues) or _is_handed_on(page, passage):
        return None
    kind = head.kind if head else _kind(page, cues, first, passage.end)
    leading = _leading(page, cues, kind)
    at = leading.first if leading else first
    whom = Whom(page, passage, discourse, leaders)
    subject = whom.is_about(kind, leading.first, leading.end) if leading else whom.of_label(first)
    horizon = _horizon(page, passage, at)
    fields: dict[str, object] = {
        "kind": kind,
        "subject": subject.value if isinstance(subject, Mention) else subject,
        "text": page.quote(said),
        "horizon": horizon and horizon.value,
    }
    mentions = [found.span for found in (subject, horizon) if isinstance(found, Mention)]
    return Draft(Outlook, fields, [said], mentions, passage.story)


def _leading(page: Page, cues: list[Cue], kind: str) -> Cue | None:
    """The words that carry a sentence: the first of its kind, but for an opening like ``the risk:``."""
    first = next((cue for cue in cues if cue.kind == kind), cues[0] if cues else None)
    if kind == "risk" and first is not None and len(cues) > 1:
        if page.tokens[first.first - 1].key == "which" and cues[0] is not first:
            return cues[0]  # what they may do, which threatens margins
        behind = page.tokens[first.end : first.end + CLOSE]
        if any(token.text == ":" for token in behind):
            return cues[-1]
    return first


def _said(page: Page, passage: Passage) -> tuple[Span, Span | None]:
    """A sentence without its list mark and label, and the label."""
    text, start = page.quote(passage.span), passage.span.start
    if start == passage.block.span.start:
        mark = BULLET.match(text) or NUMBERED.match(text)
        bare = text[mark.end() :] if mark else text
        start += len(text) - len(bare)
        labelled = label_of(bare)
        if labelled and labelled[1]:
            rest = passage.span.end - len(labelled[1])
            return Span(rest, passage.span.end), Span(start, rest)
    return Span(start, passage.span.end), None


def _cues(page: Page, group: str, first: int, end: int) -> Iterator[Cue]:
    for kind, start, stop in phrases_of(group).among(page.tokens, first, end):
        yield Cue(kind, start, stop)


def before(mentions: Sequence[Mention[str]], offset: int) -> Sequence[Mention[str]]:
    """The last of some mentions that starts before an offset, if there is one."""
    at = bisect_left(mentions, offset, key=lambda mention: mention.span.start)
    return mentions[max(0, at - 1) : at]


def _is_own(page: Page, passage: Passage, cue: Cue) -> bool:
    """Whether words look forward from today, in the report's own voice: no quotation, no past, no May."""
    token = page.tokens[cue.first]
    if any(token.start < quotation.span.end for quotation in before(page.quotations, token.start)):
        return False
    if cue.first > passage.first and page.tokens[cue.first - 1].key in _words("past"):
        return False
    following = [page.tokens[at].key for at in range(cue.end, min(cue.end + 1, passage.end))]
    if token.key == "would" and following == ["have"]:
        return False  # would have cost more
    if (token.key == "guidance" and _follows(page, cue, MET)) or (
        token.key == "question" and _follows(page, cue, ASKED)
    ):
        return False
    return token.text != "May" and not (token.text == "Should" and cue.first == passage.first)


def _follows(page: Page, cue: Cue, verbs: frozenset[str]) -> bool:
    """Whether something has been done to what is soon named: ``beat its own guidance``."""
    return any(token.key in verbs for token in page.tokens[max(0, cue.first - CLOSE) : cue.first])


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("outlooks")[group]["words"])


def _is_handed_on(page: Page, passage: Passage) -> bool:
    """Whether somebody who is named says it."""
    for _, first, end in _cues(page, "saying", passage.first, passage.end):
        if _is_insider(page, max(passage.first, first - NEAR), first):
            return True
        if _is_beside(page, passage, first):
            continue
        low, high = max(passage.first, first - NEAR), min(passage.end, end + NEAR)
        named = any(name.value.kind in SPEAKERS for name in page.names_in(page.span(low, high)))
        if named or _is_papers(page, first, high):
            return True
    return False


def _is_papers(page: Page, at: int, end: int) -> bool:
    """Whether a paper of its own is what a sentence goes by: ``according to an internal memo``."""
    words = [token.key for token in page.tokens[at : min(end, at + CLOSE + CLOSE)]]
    return words[:2] == ["according", "to"] and not nouns("own_papers", "papers").isdisjoint(words)


def _is_insider(page: Page, low: int, at: int) -> bool:
    """Whether one of those who work there says it: ``An employee who read it said``."""
    return not INSIDERS.isdisjoint(token.key for token in page.tokens[low:at])


def _is_beside(page: Page, passage: Passage, at: int) -> bool:
    """Whether a verb of saying stands in parentheses or in a clause of its own: ``, when Acme promised``."""
    before = [token.key for token in page.tokens[max(passage.first, at - NEAR) : at]]
    inside = "(" in before and ")" not in before[before.index("(") :]
    return inside or not BESIDE.isdisjoint(before[-CLOSE:])


def _kind(page: Page, cues: list[Cue], first: int, end: int) -> str:
    """The kind of the strongest cue; what may only happen is a risk where it does harm."""
    kinds = {cue.kind for cue in cues}
    weak = table("outlooks")["harm"]["weak"]
    if kinds == {"forecast"} and any(page.tokens[cue.first].key in weak for cue in cues):
        harm = (cue for cue in _cues(page, "harm", first, end) if cue.kind == "words")
        if any(cue.first >= cues[0].end for cue in harm):
            return "risk"
    return next(kind for kind in ORDER if kind in kinds)


def _horizon(page: Page, passage: Passage, at: int) -> Mention[Period] | None:
    """The time that the sentence names for it: one that is not over on the day of publication.

    What stands behind the words that look forward goes before what stands in front of them.
    """
    offset, clauses = page.tokens[at].start, clauses_of(page, passage)
    for date in sorted(
        passage.dates, key=lambda date: (date.span.start < offset, abs(date.span.start - offset))
    ):
        found = stated_period(page, passage, clauses, page.token_at(date.span.start), reach=0)
        if found and (found.value.end is None or page.published is None or found.value.end > page.published):
            return found
    return None
