"""Outlooks: sentences that say what may come, what threatens, and what to watch.

The words that look forward (``lexicon/outlooks.toml``) decide. A sentence that only hands on what somebody
named said is that person's statement; what is in quotation marks is not the report's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from ....entities import Entity
from ....facts import Outlook
from ....report import Mention
from ....tokens import Phrases
from ....values import Period, Span
from ...english.cast import Cast
from ...english.clauses import clauses_of, stated_period
from ...english.discourse import Discourse
from ...english.nounwords import verb_forms
from ...english.phrases import Sentence, Verb, nouns, words_of
from ...english.stretches import covering
from ...page import Draft, Page, Passage
from ...spans import within
from ...structure.lineforms import BULLET, NUMBERED, label_of
from ...wordclasses import (
    ADNOMINALS,
    CONCESSIVES,
    CONDITIONALS,
    DEMONSTRATIVES,
    FINITE,
    INDEFINITES,
    INTERROGATIVES,
    MODALS,
    PASTS,
    PREPOSITIONS,
    SUBORDINATORS,
    TEMPORALS,
)
from ...wording import forms_of, table
from .whom import Leaders, Whom, harms, listed, phrases_of

__all__ = ["find_outlooks"]

NEAR: Final = 12
CLOSE: Final = 3
SPEAKERS: Final = frozenset(("person", "organisation", "body", "publication"))
BESIDE: Final = frozenset("when where which that while".split())
ORDER: Final = ("signal", "risk", "forecast")
TELLING: Final = frozenset(("say", "claim", "promise", "call"))
"""The lists of verbs with which something is told."""
MEANT: Final = nouns("company", "pronouns")
VOICES: Final = nouns("voices", "papers", "own_papers")
OWNING: Final = ADNOMINALS | {"s"}
SOON: Final = 8
FAR: Final = 60
UNTENSED: Final = ADNOMINALS | DEMONSTRATIVES | PREPOSITIONS | {"and", "s", "not"}
"""What stands before a noun rather than a verb."""
IFS: Final = CONDITIONALS | {"without", "should"}
OPEN: Final = (INTERROGATIVES - {"what"}) | {"if"}
"""With these an open question begins, as items of what to watch do; ``what it lacks`` is none."""
SHORTEST: Final = 3
TOPIC: Final = re.compile(r"[A-Z](?:[^\s.:;,“\"]*\s){0,4}?[^\s.:;,“\"]*:\s+(?=\S)")
HEADLINE: Final = re.compile(r"[A-Z0-9][^.!?“\"—]{2,90}(?:\.\d[^.!?“\"—]{0,60})?\s—\s+(?=[A-Z])")
"""What an item opens with before a dash and a sentence of its own."""
VERBS: Final = FINITE | {"says", "said", "asks"}
"""With these, words before a colon are a sentence of their own, rather than a topic."""


CLAUSES: Final = SUBORDINATORS | TEMPORALS | {"that", "which", "as", "once"}
BREAKING: Final = frozenset(";:—")
DECIDING: Final = frozenset("decide decides rule rules vote votes".split())
MAYBE: Final = frozenset("may might could".split())
FALLING: Final = ("fall", "drop", "slow", "shrink", "slip", "dwindl", "vanish", "evaporat", "compress")
BEFORE_A_VERB: Final = MODALS | {"to"}


class Cue(NamedTuple):
    """Words that look forward: the kind of outlook, and their tokens."""

    kind: str
    first: int
    end: int


def find_outlooks(page: Page) -> Iterator[Draft]:
    """The outlooks of a page, one for each sentence that looks forward."""
    cast = page.once(Cast)
    discourse, leaders = Discourse(page, cast), Leaders(page, cast)
    watched = False
    for passage in page.passages:
        if passage.block.kind == "heading":
            watched = not passage.keys.isdisjoint(listed("headings"))
        elif passage.is_prose and passage.end - passage.first >= SHORTEST:
            draft = _outlook(page, passage, discourse, leaders, watched=watched)
            if draft is not None:
                yield draft


def _outlook(
    page: Page, passage: Passage, discourse: Discourse, leaders: Leaders, *, watched: bool
) -> Draft | None:
    """The outlook of a sentence; ``watched``: it stands under a heading like ``What to watch``."""
    said, label = _said(page, passage)
    first = page.token_at(said.start)
    found = (Cue(*found) for found in page.phrases_in(passage, phrases_of("cues"), first))
    cues = [cue for cue in found if _is_own(page, passage, cue)] or list(_scheduled(page, passage, first))
    asks = page.tokens[first].key == "whether" and bool(cues)
    if asks or (not cues and watched and _is_open(page, passage, first)):
        supposed = page.tokens[first].key == "if" and "," in passage.keys  # If Foo closes, Bar gains.
        cues = [Cue("forecast" if supposed else "signal", first, first + 1), *cues]  # Whether Foo renews.
    if not cues and watched and passage.block.kind == "list_item":
        cues = _dated(page, passage, first)
    head = next(_cues(page, "labels", label), None) if label else None
    if (head is None and not cues) or (cues and not asks and _is_handed_on(page, passage, cues)):
        return None
    whom = Whom(page, passage, discourse, leaders, first)
    kind = head.kind if head else _kind(page, cues, whom, passage.end)
    leading = _leading(page, cues, kind)
    at = leading.first if leading else first
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


def _is_open(page: Page, passage: Passage, first: int) -> bool:
    """Whether an item of what to watch asks a question or only names what is to come: it has no verb."""
    if page.tokens[first].key in OPEN:
        return True
    if passage.block.kind != "list_item" or page.quotations_in(passage.span):
        return False
    verbs, name = verb_forms("does"), page.name_at(first)
    behind = name and page.token_at(name.span.end)
    for at in range(first, passage.end):
        key = page.tokens[at].key
        if key in CLAUSES and at > first:
            return True
        told = (
            page.tokens[at - 1].key in listed("adverbs")
            or (key.endswith("ed") and not key.endswith("eed") and page.tokens[at - 1].text != ",")
            or verbs.get(key) == "third"
            or (at == behind and key.endswith("s") and key != "s")
        )
        if told or (key in FINITE | PASTS and page.tokens[at].text.islower()):
            return False
    return True


def _leading(page: Page, cues: list[Cue], kind: str) -> Cue | None:
    """The words that carry a sentence: the first of its kind, but for an opening like ``the risk:``."""
    first = next((cue for cue in cues if cue.kind == kind), cues[0] if cues else None)
    behind = page.tokens[first.end : first.end + CLOSE] if kind == "risk" and first is not None else ()
    return cues[-1] if any(token.text == ":" for token in behind) else first


def _said(page: Page, passage: Passage) -> tuple[Span, Span | None]:
    """A sentence without its list mark and label, and the label."""
    text, start = page.quote(passage.span), passage.span.start
    if start == passage.block.span.start:
        mark = BULLET.match(text) or NUMBERED.match(text)
        bare = text[mark.end() :] if mark else text
        start += len(text) - len(bare)
        labelled = label_of(bare)
        topic = None if labelled else TOPIC.match(bare)
        if mark and (headline := HEADLINE.match(bare)):
            return Span(start + headline.end(), passage.span.end), None
        if labelled and labelled[1]:
            rest = passage.span.end - len(labelled[1])
            return Span(rest, passage.span.end), Span(start, rest)
        words = topic[0].lower().split() if topic is not None else ()
        topical = words and passage.block.kind == "list_item" and VERBS.isdisjoint(words)
        before = Span(start, start + topic.end()) if topic is not None else passage.span
        if topical and not any(_cues(page, "cues", before)):  # not: Watch subscriptions:
            return Span(before.end, passage.span.end), before
    return Span(start, passage.span.end), None


def _cues(page: Page, group: str, span: Span) -> Iterator[Cue]:
    """The cues in a span."""
    between = page.token_at(span.start), page.token_at(span.end)
    return (Cue(*found) for found in page.phrases_among(phrases_of(group), *between))


def _is_own(page: Page, passage: Passage, cue: Cue) -> bool:
    """Whether words look forward from today, in the report's own voice: no quotation, no past, no May."""
    token, first = page.tokens[cue.first], passage.first
    key, last = token.key, page.tokens[cue.end - 1].key
    before = [one.key for one in page.tokens[max(first, cue.first - CLOSE) : cue.first]]
    behind = [one.key for one in page.tokens[cue.end : min(cue.end + CLOSE, passage.end)]] + ["", ""]
    alone = cue.end == cue.first + 1 and cue.first > first
    past = not listed("past").isdisjoint(before[-1:]) and before[-2:] not in (
        ["has", "been"],
        ["have", "been"],
    )
    relieved = cue.kind == "risk" and "," not in before and not listed("relief").isdisjoint(before)
    return not (
        past
        or relieved  # loosens its dependence on
        or token.text == "May"
        or (key == "should" and _opens(page, passage, cue.first))  # Should Foo close
        or covering(page.quotations, token.start) is not None
        or (key in MODALS and _is_perfect(page, passage, cue.end))  # may have peaked
        or (last in listed("aims") and behind[0] in ("was", "were", "had", "did"))  # the target was missed
        or (alone and key in ("will", "watch") and before[-1] in OWNING)  # the will, the watch
        or (key == "would" and (behind[0] in ("have", "rather") or _is_told(page, passage, cue)))
        or (key == "would" and behind[0] == "not" and behind[1] in listed("refusals"))  # would not say
        or (key in ("planned", "could") and _is_over(page, passage))  # could build few last year
        or (key == "could" and behind[0] in ("not", "already"))  # could not be reached
        or (alone and token.text[:1].isupper() and page.name_at(cue.first) is not None)  # Loom
        or (key == "guidance" and not listed("met").isdisjoint(before))  # beat its own guidance
        or (key == "targets" and not _is_aim(page, passage, cue.end))  # targets laptops
    )


def _opens(page: Page, passage: Passage, at: int) -> bool:
    """Whether a clause opens at a token: ``Should Foo close``, ``; should it close``."""
    return at == passage.first or page.tokens[at - 1].text in BREAKING


def _is_aim(page: Page, passage: Passage, at: int) -> bool:
    """Whether a number or time stands soon behind ``targets``: a model targets laptops."""
    behind = page.span(at, min(at + SOON, passage.end)) if at < passage.end else passage.span
    return bool(within(passage.quantities, behind) or within(passage.dates, behind))


def _is_perfect(page: Page, passage: Passage, at: int) -> bool:
    """Whether ``have`` and a participle follow soon: what may have been is no more to come."""
    keys = [token.key for token in page.tokens[at : min(at + NEAR, passage.end)]]
    have = keys.index("have") if "have" in keys[:CLOSE] else len(keys)
    return any(
        key.endswith(("ed", "en")) or key in listed("participles") for key in keys[have + 1 : have + 2]
    )


def _is_over(page: Page, passage: Passage) -> bool:
    """Whether all the days that a sentence names are past."""
    ends = [date.value.end for date in passage.dates]
    published = page.published
    return bool(ends) and published is not None and all(end is not None and end < published for end in ends)


def _is_told(page: Page, passage: Passage, cue: Cue) -> bool:
    """Whether ``would`` only says in the past what somebody heard: ``learned that they would go``."""
    before = [token.key for token in page.tokens[max(passage.first, cue.first - NEAR) : cue.first]]
    that = max((at for at, key in enumerate(before) if key == "that"), default=0)
    end = that or len(before)
    return not listed("heard").isdisjoint(before[max(0, end - CLOSE) : end])


def _dated(page: Page, passage: Passage, first: int) -> list[Cue]:
    """An item of what to watch with a later day: ``May 30: Foo answers``."""
    if page.quotations_in(passage.span) or not any(_is_later(page, date) for date in passage.dates):
        return []
    named = (page.token_at(name.span.end) for name in passage.names)
    at = min(next(named, first + 1), passage.end - 1)
    return [Cue("forecast", at, at + 1)]


def _scheduled(page: Page, passage: Passage, first: int) -> Iterator[Cue]:
    """A verb in the present with a later day near it: ``The plant opens in May``."""
    later = [page.token_at(date.span.start) for date in passage.dates if _is_later(page, date)]
    if not later:
        return
    for at, end in _present(page, passage, first):
        soon = any(end <= day <= end + SOON or day <= first + 1 for day in later)
        if soon and not _is_of_people(page, passage, at):
            cue = Cue("forecast", at, end)
            if _is_own(page, passage, cue):
                yield cue
            return


def _is_of_people(page: Page, passage: Passage, at: int) -> bool:
    """Whether a verb says of somebody that they come or go: a personnel change."""
    before = page.tokens[at - 1]
    return before.key in ("who", "he", "she") or any(
        name.span.end == before.end for name in passage.names if name.value.kind == "person"
    )


def _is_later(page: Page, date: Mention[Period]) -> bool:
    """Whether days begin behind that of publication."""
    start = date.value.start
    return page.published is not None and start is not None and start > page.published


def _present(page: Page, passage: Passage, first: int) -> Iterator[tuple[int, int]]:
    for form, at, end in page.phrases_in(passage, _verbs(), first):
        before = page.tokens[at - 1] if at > first else None
        if before is not None and before.key not in UNTENSED and page.tokens[at].text.islower():
            plural = before.key.endswith("s") and not before.key.endswith("ss")
            if form == "third" or (plural and before.kind == "word"):
                yield at, end


@cache
def _verbs() -> Phrases[str]:
    entries = table("outlooks")["scheduled"]["verbs"]
    forms = ((form, what) for entry in entries for form, what in forms_of(entry))
    return Phrases((form, what) for form, what in forms if what in ("base", "third"))


def _is_apart(page: Page, cue: Cue, first: int) -> bool:
    """Whether another clause begins between words that look forward and a verb of saying."""
    low, high = sorted((cue.first, first))
    marks = (";", "—") if first < cue.first else ()
    between = page.tokens[low:high]
    resumed = any(one.text == "," and then.key in ("and", "but") for one, then in pairwise(between[1:CLOSE]))
    return resumed or any(token.key in CONCESSIVES or token.text in marks for token in between)


def _is_handed_on(page: Page, passage: Passage, cues: list[Cue]) -> bool:
    """Whether somebody says it who is named or meant, or a paper of theirs; analysts at large are none."""
    sentence = Sentence(page, passage)
    for verb in sentence.verbs("statements"):
        ahead = any(cue.first <= verb.start < cue.end for cue in cues)
        kind = verb.kind in TELLING or (
            verb.kind == "that" and verb.real and sentence.token(verb.end).key == "that"
        )
        told = kind and not ahead and not _are_apart(page, cues, verb.start)
        if told and _is_told_by(sentence, verb):
            return True
    for _, at, end in page.phrases_in(passage, words_of("statements", "openers")):
        behind = {token.key for token in page.tokens[end : min(end + CLOSE, passage.end)]}
        papers = not nouns("own_papers", "papers").isdisjoint(behind)
        if not _are_apart(page, cues, at) and (papers or _has_speaker(sentence, end, at)):
            return True
    return False


def _is_told_by(sentence: Sentence, verb: Verb) -> bool:
    """Whether somebody in particular tells it with a verb of saying, or declines to."""
    if verb.form == "base":
        return verb.kind == "say" and sentence.token(verb.start - 2).key in listed("refusing")
    if verb.passive:
        behind = sentence.token(verb.end).key
        return behind == "that" or (behind == "by" and _has_speaker(sentence, verb.end, verb.start))
    if verb.form == "gerund":
        return sentence.token(verb.end).key == "that" and _is_named(sentence.passage.names[:1])
    who = sentence.subject(verb.first)
    one = who is not None and who.end - who.first > 1 and sentence.token(who.first).key in INDEFINITES
    if who is not None and (who.noun in VOICES or (one and verb.kind != "call")):
        return True
    if who is not None and (who.entity is not None or who.noun in MEANT):
        speaks = who.entity is None or who.entity.kind in SPEAKERS
        return speaks and not _is_beside(sentence.page, sentence.passage, verb.start)
    return _has_speaker(sentence, verb.end, verb.start, CLOSE)


def _has_speaker(sentence: Sentence, end: int, at: int, far: int = NEAR) -> bool:
    """Whether somebody who can speak is named behind words of saying: ``said Roe``."""
    named = sentence.token(end).key != "from" and _is_named(sentence.names_from(end, far))
    return named and not _is_beside(sentence.page, sentence.passage, at)


def _is_named(names: Iterable[Mention[Entity]]) -> bool:
    return any(name.value.kind in SPEAKERS for name in names)


def _are_apart(page: Page, cues: list[Cue], at: int) -> bool:
    """Whether another clause parts all the words that look forward around a token from it."""
    low, high = (bisect_left(cues, edge, key=lambda cue: cue.first) for edge in (at - FAR, at + FAR))
    return bool(cues) and all(_is_apart(page, cue, at) for cue in cues[low:high])


def _is_beside(page: Page, passage: Passage, at: int) -> bool:
    """Whether a verb of saying stands in parentheses or in a clause of its own: ``, when Acme promised``."""
    before = [token.key for token in page.tokens[max(passage.first, at - NEAR) : at]]
    inside = "(" in before and ")" not in before[before.index("(") :]
    return inside or before[-1:] == ["who"] or not BESIDE.isdisjoint(before[-CLOSE:])


def _kind(page: Page, cues: list[Cue], whom: Whom, end: int) -> str:
    """The kind of the strongest cue; what may only happen is a risk where it does harm.

    ``Should Foo close,`` supposes nothing welcome, and what outsiders may do is a risk for those inside.
    """
    kinds, first, keys = {cue.kind for cue in cues}, whom.first, whom.passage.keys
    if "whether" in keys and any(page.tokens[cue.first].key in DECIDING for cue in cues):
        return "signal"  # decides on 1 May whether
    weak = [cue for cue in cues if page.tokens[cue.first].key in listed("harm", "weak")]
    if kinds != {"forecast"} or not (weak or page.tokens[first].key in IFS):
        return next(kind for kind in ORDER if kind in kinds)
    shoulds = (at for at in range(first, end) if page.tokens[at].key == "should")
    harmful = any(at == first or _opens(page, whom.passage, at) for at in shoulds)
    may = (cue.first for cue in weak if page.tokens[cue.first].key in MAYBE)
    harmful = harmful or _does_harm(page, first, end) or any(map(whom.is_outside, may))
    eased = not listed("harm", "gains").isdisjoint(keys)
    return "risk" if harmful and not eased else "forecast"


def _does_harm(page: Page, first: int, end: int) -> bool:
    """Whether words of harm stand among some tokens; it does none where costs fall."""
    burdens = listed("harm", "burdens")
    for _, at, _ in page.phrases_among(harms(), first, end):
        before = [token.key for token in page.tokens[max(first, at - CLOSE) : at]]
        named = page.tokens[at].key in burdens and before[-1:] and before[-1] not in BEFORE_A_VERB
        eased = page.tokens[at].key.startswith(FALLING) and not burdens.isdisjoint(before)
        if not named and not eased:
            return True
    return False


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
