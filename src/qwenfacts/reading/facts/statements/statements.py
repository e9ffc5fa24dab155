"""Statements: what is quoted, and what a verb of saying gives to somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from attrs import evolve

from ....entities import Entity
from ....facts import Statement
from ....report import Mention
from ....values import Span
from ...english.phrases import Who, nouns
from ...english.verbs import STOPS, Verb
from ...page import Draft, Page, Passage
from ...spans import hull, within
from ...wordclasses import FUNCTION_WORDS, INDEFINITES
from ...wording import table
from .claims import TELLING, Source, claim_of, claims_by_noun, claims_by_source, reported, sources
from .utterance import ADJUNCTS, TABLE, WORD, Said, Utterance, listed, said

__all__ = ["find_statements"]

SHORT: Final = 3
CLAUSE: Final = 5
LONG: Final = 5
"""Quotations of so many words are statements, also inside a claim that is reported."""
REACH: Final = 14
FAR: Final = 20
PAPERS: Final = frozenset(("publication",))
OUTLETS: Final = frozenset(("publication", "platform", "product", "organisation"))
AROUND: Final = 200


def find_statements(page: Page) -> Iterator[Draft]:
    """The statements of a page, each by itself: nobody says one thing in two places."""
    speaker: Entity | None = None
    block = None
    for passage in _utterances(page):
        if passage.block is not block:
            block, speaker = passage.block, None
        place = Utterance(page, passage, speaker)
        for one in _all(place):
            yield _draft(place, one)
        speaker = place.speaker


def _utterances(page: Page) -> Iterator[Passage]:
    """The sentences, those that one quotation holds put together."""
    parts: list[Passage] = []
    end = 0
    for passage in page.passages:
        if passage.is_prose:
            if parts and passage.span.start >= end:
                yield _together(page, parts)
                parts = []
            parts.append(passage)
            quotations = within(page.quotations, passage.span)
            end = max(end, quotations[-1].span.end if quotations else 0)
    if parts:
        yield _together(page, parts)


def _together(page: Page, parts: list[Passage]) -> Passage:
    if len(parts) == 1:
        return parts[0]
    words = tuple([token.key for token in page.tokens[parts[0].first : parts[-1].end]])
    return evolve(
        parts[0],
        span=hull(parts[0].span, parts[-1].span),
        end=parts[-1].end,
        keys=frozenset(words),
        words=words,
        quantities=tuple(one for part in parts for one in part.quantities),
        dates=tuple(one for part in parts for one in part.dates),
        names=tuple(one for part in parts for one in part.names),
    )


def _all(place: Utterance) -> Iterator[Said]:
    """Everything that is said in a sentence, quotations first."""
    verbs, used, spoken = place.sayings, set[int](), False
    named = list(sources(place))
    parted = -1
    for index in range(len(place.quotations)):
        verb = _verb_of(place, index, verbs)
        if index == parted:
            continue
        if verb is not None and verb.start > place.inside[index][0] and _goes_on(place, index, verb):
            parted = index + 1
        if verb is not None:
            if verb.start not in used or verb.start < place.inside[index - 1][0]:
                yield from _by_verb(place, index, verb)
            used.add(verb.start)
        elif (one := _without_verb(place, index, named, spoken=spoken)) is not None:
            used.update(source.first for source in named[-1:] + named[:1])
            yield one
        spoken = bool(used)
    for verb in verbs:
        if verb.start not in used and verb.real and (one := reported(place, verb)) is not None:
            yield one
    yield from claims_by_source(place, named, used)
    yield from claims_by_noun(place)


# -- quotations --------------------------------------------------------------------------------


def _length(words: str) -> int:
    return len(WORD.findall(words))


def _verb_of(place: Utterance, index: int, verbs: list[Verb]) -> Verb | None:
    """The verb of saying that a quotation goes with: behind it if the quotation stops at a comma."""
    first, end = place.inside[index]
    value = place.quotations[index].value
    if value.rstrip()[-1] in ",?!" or place.token(end).text == ",":
        for verb in verbs[bisect_left(verbs, end, key=_start) :][:1]:
            more = verb.form == "gerund" or place.token(verb.first - 1).key in ("and", "but")
            soon = verb.start <= end + REACH and not more
            if soon and not _stops(place, end, verb.start, STOPS):
                return verb if verb.kind != "call" and (not verb.passive or verb.kind == "quoted") else None
    for verb in reversed(verbs[: bisect_left(verbs, first, key=_start)][-SHORT:]):
        if verb.real and (not verb.passive or verb.kind == "quoted"):
            near = first - verb.end <= FAR and not _stops(place, verb.end, first, {".", ";", "?"})
            return verb if near and _is_quoted_by(place, index, verb) else None
    return None


def _start(verb: Verb) -> int:
    return verb.start


def _stops(place: Utterance, at: int, end: int, marks: frozenset[str] | set[str]) -> bool:
    return any(place.token(index).text in marks for index in range(at, end))


def _is_quoted_by(place: Utterance, index: int, verb: Verb) -> bool:
    """Whether a quotation behind a verb is words of its own, rather than a few in a claim."""
    words = _length(place.quotations[index].value)
    if verb.kind == "call":
        return words >= 2
    claim = claim_of(place, verb)
    return words >= (SHORT if claim is None or claim.start >= place.quotations[index].span.start else LONG)


def _by_verb(place: Utterance, index: int, verb: Verb) -> Iterator[Said]:
    """What is quoted with a verb, and a claim that stands before: ``It may fall, Roe said, "if ..."``."""
    quotation, first = place.quotations[index], place.inside[index][0]
    value, spans = quotation.value, [quotation.span, place.page.span(verb.start, verb.end)]
    behind = verb.start > first
    who = place.of_verb(verb, behind=behind)
    if who is not None and not behind and value[:1].islower() and place.token(who.first - 1).text == ",":
        comma = place.token(who.first - 1).start
        opening = place.token(place.page.token_at(place.start)).key
        opens = opening not in ADJUNCTS and not opening.endswith(("ed", "ing"))  # Asked,
        told = opens and verb.form != "gerund" and place.is_clause(place.start, comma)
        before = place.around(who.first, verb.end, who) if told else None
        if before is not None:
            yield before
    if behind and _goes_on(place, index, verb):
        more = place.quotations[index + 1]
        value, spans = f"{value} {more.value}", [*spans, more.span]
    yield said(value, who, *spans, verbatim=True)


def _goes_on(place: Utterance, index: int, verb: Verb) -> bool:
    """Whether the speaker only parts what is quoted: ``“It fell,” Roe said, “and will fall again.”``."""
    if index + 1 >= len(place.quotations):
        return False
    start = place.inside[index + 1][0]
    return verb.start < start <= verb.end + REACH and place.token(start - 1).text in (",", "—", "–")


def _without_verb(place: Utterance, index: int, named: list[Source], *, spoken: bool) -> Said | None:
    """A quotation behind ``in the words of``, a colon or a word for slogans, or one that stands alone."""
    quotation, first = place.quotations[index], place.inside[index][0]
    value, before = quotation.value, place.token(first - 1)
    if _length(value) < SHORT:
        return None
    source = next((source for source in named if first - REACH <= source.first < first), None)
    if source is not None:
        spans = (quotation.span, place.page.span(source.first, source.end))
        return said(value, source.who, *spans, verbatim=True)
    if before.text == ":":
        name = next((n for n in place.passage.names[:SHORT] if place.speaks(n.value)), None)
        told = name is not None and name.span.end <= quotation.span.start
        who = Who(name.value, name, first, first) if name and told else None
        return said(value, who, quotation.span, verbatim=True)
    alone = quotation.span.start <= place.start and quotation.span.end >= place.end
    resumed = alone or (spoken and before.text in (";", ","))
    least = SHORT if alone and place.speaker else CLAUSE
    told = resumed and _length(value) >= least
    return said(value, place.same(first), quotation.span, verbatim=True) if told else None


# -- who and where -----------------------------------------------------------------------------


def _speaker(place: Utterance, who: Who | None) -> Entity | None:
    """The one who speaks, where pronouns and ``the company`` stand for somebody."""
    if who is None or who.entity is not None:
        return who and who.entity
    if who.noun in nouns("pronouns"):
        return _person_since(place, who.first) or place.speaker
    theirs = place.token(who.first).key == "their" and who.noun in nouns("own_papers")
    if who.noun in ("they", "their"):
        return place.speaker or _crowd_before(place, who.first)
    if theirs and (crowd := _crowd_before(place, who.first)) is not None:
        return crowd
    if who.noun in ("parent", "owner"):
        return place.page.company_of(place.page.subject)
    if who.noun in listed("other"):
        return _other_before(place, who)
    own = _named_before(place, who.first) if who.noun in nouns("voices") | {"it"} else None
    if own is not None:
        return own
    if who.noun in nouns("company", "voices", "own_papers") | listed("self"):
        if (
            who.noun in nouns("own_papers")
            and place.token(place.page.token_at(place.paper(who).start) - 1).key in INDEFINITES
        ):
            return None
        if "former" in place.page.quote(place.page.span(who.first, who.end)).split():
            return None
        story = place.passage.story
        return place.page.company_of(place.page.main.get(story, place.page.subject))
    return None


def _other_before(place: Utterance, who: Who) -> Entity | None:
    """Whom ``the union`` or ``the complaint`` is of: the last other organisation in the paragraph before."""
    if place.token(who.end - 2).key in INDEFINITES:
        return None
    start, end = place.passage.block.span.start, place.token(who.end - 1).start
    own = place.page.company_of(place.page.subject)
    named = [name.value for name in within(place.page.names, Span(start, max(start + 1, end)))]
    others = [
        one for one in named if one.kind in ("organisation", "body") and place.page.company_of(one) != own
    ]
    return others[-1] if others else None


def _named_before(place: Utterance, at: int) -> Entity | None:
    """The organisation that a sentence opens with, whom ``it`` means later in the sentence."""
    for name in place.passage.names[:1]:
        if place.begins(name) < at and name.value.kind in ("organisation", "body", "publication"):
            return name.value
    return None


def _crowd_before(place: Utterance, at: int) -> Entity | None:
    """Whose people ``they`` are: ``Brokers at Acme expect more``."""
    start, end = place.passage.block.span.start, place.token(at).start
    for name in reversed(within(place.page.names, Span(start, max(start + 1, end)))):
        first = place.page.token_at(name.span.start)
        before = [token.key for token in place.page.tokens[max(0, first - 2) : first]]
        crowd = len(before) > 1 and before[0] in nouns("crowd") and before[1] in ("at", "of", "from")
        if crowd and place.speaks(name.value):
            return name.value
    return None


def _person_since(place: Utterance, at: int) -> Entity | None:
    """The person of the sentence right before a pronoun, if whoever spoke last is not in it."""
    page, here = place.page, place.passage
    before = page.passages[max(0, page.passage_at(here.span.start) - 1)]
    if before.block is not here.block or before.span.start >= here.span.start:
        return None
    if any(name.span.end <= place.token(at).start for name in here.named("person")):
        return None
    people = [name.value for name in before.named("person")]
    return people[-1] if people and place.speaker not in people else None


@cache
def _media() -> re.Pattern[str]:
    kinds = "|".join(table(TABLE)["media"]["kind"])
    return re.compile(
        r"(?:\b(?i:in|on|at|during|via|through|by|told|of|to)\s+"
        r"(?:(?:an?|the|its|their|his|her|this|that|one)\s+)?|['’]s\s+)"
        r"(?P<what>(?:(?!(?:which|that|who|and|in|on|at|to|of|by)\b)[\w’'.-]{1,40}\s+){0,4}?"
        rf"(?:{kinds})(?:\s+(?:{kinds}))*)(?![\w-])"
    )


def _medium(place: Utterance, one: Said) -> Span | None:
    """Where it was said: ``in a letter to staff``, outside the words themselves."""
    span = place.passage.span
    start, stop = max(span.start, one.evidence.start - AROUND), min(span.end, one.evidence.end + AROUND)
    for match in _media().finditer(place.page.text, start, stop):
        what = Span(*match.span("what"))
        if not place.is_quoted(place.page.token_at(what.start)):
            speaker = one.who.mention.span if one.who and one.who.mention else what
            begins = speaker.end + 1 if speaker in what and speaker != what else what.start
            return Span(begins, _whither(place, what.end))
    if one.who and one.who.noun in nouns("papers", "own_papers"):
        return place.paper(one.who)
    return _outlet(place, one)


def _outlet(place: Utterance, one: Said) -> Span | None:
    """The paper that is told something, and where something is written: ``told Reuters``, ``wrote on X``."""
    sayings = place.sayings
    after = bisect_left(sayings, place.page.token_at(one.evidence.start), key=_start)
    for verb in sayings[after : after + SHORT]:
        told, at = place.token(verb.start).key in TELLING, verb.end
        if one.who and one.who.mention and place.begins(one.who.mention) >= at:
            at = place.ends(one.who.mention)
        on = place.token(at).key == "on" and verb.kind != "call"
        name = next(iter(place.names_from(at + on, 1)), place.name_at(at + on)) if told or on else None
        if name is not None and name.value.kind in (PAPERS if told else OUTLETS):
            return name.span
    return None


def _whither(place: Utterance, end: int) -> int:
    """Where the words for a medium end: ``letter to staff``, ``post on Zhihu``, ``hearing in Oslo``."""
    at = place.page.token_at(end)
    word, then = place.token(at).key, place.token(at + 1)
    if word not in ("to", "with", "in", "on"):
        return end
    name = place.name_at(at + 1)
    if name is not None:
        return name.span.end
    return then.end if word == "to" and then.text.islower() and then.key not in FUNCTION_WORDS else end


def _draft(place: Utterance, one: Said) -> Draft:
    """The statement with its speaker and medium."""
    speaker = _speaker(place, one.who)
    place.speaker, place.spoken = speaker or place.speaker, True
    medium = _medium(place, one)
    evidence = hull(one.evidence, medium) if one.verbatim and medium else one.evidence
    passage = place.passage
    inside: list[Mention[Any]] = [
        *within(passage.quantities, evidence),
        *within(passage.dates, evidence),
        *within(passage.names, evidence),
        *within(place.quotations, evidence),
    ]
    fields: dict[str, object] = {
        "text": one.text,
        "speaker": speaker,
        "medium": place.page.quote(medium) if medium else None,
        "verbatim": one.verbatim,
    }
    return Draft(Statement, fields, [evidence], [m.span for m in inside if m.span in evidence], passage.story)
