"""Claims that a verb, a noun or ``according to`` gives to somebody, not in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from ....values import Span
from ...english.phrases import BREAKS, SPEAKING, Who, nouns
from ...english.verbs import Verb
from ...spans import within
from ...wordclasses import (
    ADNOMINALS,
    APPOSITIVES,
    AUXILIARIES,
    QUANTIFIERS,
    RELATIVES,
)
from .utterance import ADJUNCTS, Said, Utterance, listed, said

__all__ = ["TELLING", "Source", "claim_of", "claims_by_noun", "claims_by_source", "reported", "sources"]

QUOTING: Final = frozenset(("call", "read", "quote"))
"""Verbs with which words are quoted, but not reported."""
TELLING: Final = frozenset(
    "tell tells told telling assure assures assured inform informs informed remind reminds reminded".split()
)
HARDLY: Final = frozenset("goodbye farewell so nothing little much more".split())
"""What is no claim behind a verb of saying."""
FIGURES: Final = ("project", "forecast", "predict", "estimat", "claim")
POSSESSED: Final = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}")
SOON: Final = 8
LONGEST: Final = 14
MEANT: Final = ("pronouns", "company", "voices")
"""The nouns that stand for somebody who has been named."""
LINKS: Final = BREAKS | AUXILIARIES
SOME: Final = APPOSITIVES | (QUANTIFIERS - {"no"}) | {"people"}
"""What the words for somebody without a name begin with."""


@cache
def _spoken() -> frozenset[str]:
    """Who or what can speak where no name tells who does."""
    return listed("people") | nouns("voices", "crowd", "papers", "own_papers")


def reported(place: Utterance, verb: Verb) -> Said | None:
    """What a verb of saying gives to somebody: ``Roe said that sales fell``, ``sales fell, Roe said``."""
    below = place.token(verb.start).key.startswith("report") and place.token(verb.end).key == "to"
    if verb.kind in QUOTING or below or verb.passive:
        return None
    if place.token(verb.first - 1).text == "," and (inverted := _inverted(place, verb)) is not None:
        return inverted
    if verb.kind == "that" and place.token(verb.end).key != "that":
        return None
    claim = claim_of(place, verb)
    if claim is None:
        return _closing(place, verb)
    who = place.of_verb(verb)
    if not place.may_speak(who) and not _is_somebody(place, verb, who):
        return None
    return said(place.page.quote(claim), who, place.page.span(verb.start, verb.end), claim)


def _is_somebody(place: Utterance, verb: Verb, who: Who | None) -> bool:
    """Whether whoever stands before ``that`` speaks: things show and suggest, but they reply nothing."""
    shown = place.token(verb.start).key.startswith(tuple(listed("showing")))
    return who is not None and who.entity is None and not shown and place.token(verb.end).key == "that"


def claim_of(place: Utterance, verb: Verb) -> Span | None:
    """What follows a verb as its claim, ``that`` and what stands before it left out."""
    at, that, token = verb.end, place.that(verb.end), place.token(verb.end)
    told = place.token(verb.start).key in TELLING
    adjunct = token.key in ADJUNCTS or place.date_at(at) is not None
    aside = adjunct or token.text == "," or token.key == "only" or token.key.endswith("ly")
    if that is not None and (that == at or told or aside):
        told = place.has_words(that + 1) and place.token(that + 1).text != ","  # denied that,
        return place.claim_from(that + 1) if told else None
    if adjunct or told:
        at = _behind_date(place, at) if adjunct else _behind_addressee(place, at)
        token = place.token(at)
    if token.kind in ("mark", "newline") or token.key in ADJUNCTS or token.key in HARDLY:
        return None
    plainly = verb.kind == "say" or (told and at > verb.end)
    return place.claim_from(at) if plainly or place.has_verb(at) or _foresees(place, verb, at) else None


def _foresees(place: Utterance, verb: Verb, at: int) -> bool:
    """``projects sales of 5 million``, ``projecting Foo to lead``: whether somebody foresees something."""
    if not place.token(verb.start).key.startswith(FIGURES):
        return False
    name, who = place.name_at(at), place.subject(verb.first)
    if name is not None and place.token(place.ends(name)).key == "to":
        return True
    soon = place.page.span(at, min(place.stop, at + SOON))
    told = verb.form != "gerund" and who is not None and who.entity is not None
    return told and bool(within(place.passage.quantities, soon))


def _behind_date(place: Utterance, at: int) -> int:
    """The token behind ``on Tuesday``, or the end where no date follows soon."""
    date = place.date_at(at) or place.date_at(at + 1)
    return place.page.token_at(date.end) if date else place.stop


def _behind_addressee(place: Utterance, at: int) -> int:
    """The token behind those who are told something."""
    name = place.name_at(at)
    if name is not None:
        return place.ends(name)
    return at + 1 + (place.token(at).key in ADNOMINALS)


def _inverted(place: Utterance, verb: Verb) -> Said | None:
    """A claim before an inverted verb: ``sales fell, said Roe of Acme``, ``said analysts``."""
    name = place.titled(verb.end)
    if name is None:
        return None if place.may_speak(place.of_verb(verb)) else _somebody(place, verb)
    end = place.ends(name)
    behind = place.token(end)
    over = behind.kind in ("mark", "newline") or behind.key in ADJUNCTS
    return place.around(verb.first, end, Who(name.value, name, verb.end, end)) if over else None


def _somebody(place: Utterance, verb: Verb) -> Said | None:
    """A claim before somebody without a name: ``said analysts``, ``said two people close to the deal``."""
    end = verb.end
    while place.token(end).kind in ("word", "number"):
        end += 1
    words = [place.token(at).key for at in range(verb.end, end)]
    noun = next((word for word in words if word in _spoken() | nouns(*MEANT)), None)
    if noun is None or words[0] in ADJUNCTS or not LINKS.isdisjoint(words):
        return None  # confirmed to Acme by two people
    who = Who(None, None, verb.end, end, noun if noun in nouns(*MEANT) else "")
    return place.around(verb.first, end, who)


def _closing(place: Utterance, verb: Verb) -> Said | None:
    """A claim before a verb, or around it: ``sales fell, Acme said``, ``sales, Acme said, fell``."""
    before = place.token(verb.first - 1)
    if _goes_on(place, verb) or before.key in RELATIVES or before.text == ",":
        return None
    opening = place.token(place.page.token_at(place.start))
    adjunct = opening.key in ADJUNCTS or opening.key == "according"
    if adjunct and not place.is_clause(place.start, before.start):
        return None  # According to the filing, Roe told the board
    who = place.of_verb(verb, behind=True)
    first = min(who.first, verb.start) if who is not None and place.may_speak(who) else verb.start
    if who is None or place.token(first - 1).text != ",":
        named = who is not None and who.entity is not None and place.speaks(who.entity)
        begins = _opening(place, verb, titled=named)
        if begins is None:
            return None
        first, who = begins, who if who and named else _unnamed(place, begins, verb)
    return place.around(first, max(who.end, _behind_adjunct(place, verb.end)), who)


def _behind_adjunct(place: Utterance, at: int) -> int:
    """The token behind what only says where or when: ``, she warned in a note, ``."""
    if place.token(at).key in ADJUNCTS:
        for index in range(at, min(place.stop, at + LONGEST)):
            if place.token(index).text == ",":
                return index
            if place.token(index).kind not in ("word", "number"):
                break
    return at


def _unnamed(place: Utterance, opening: int, verb: Verb) -> Who:
    """A speaker whom nobody names, or a document."""
    for at in range(opening, verb.first):
        noun = place.token(at).key
        if noun in nouns("papers", "own_papers"):
            return Who(None, None, opening, at + 1, noun)
    return Who(None, None, opening, verb.first)


def _goes_on(place: Utterance, verb: Verb) -> bool:
    """Whether a verb has an object of its own, so that nothing before it is what was said."""
    token = place.token(verb.end)
    told = place.token(verb.start).key in TELLING
    return not told and token.kind == "word" and token.key not in ADJUNCTS


def _opening(place: Utterance, verb: Verb, *, titled: bool) -> int | None:
    """Where a speaker's title or the words for some speaker start: ``, one investor argued``."""
    for at in range(verb.first - 1, max(place.first, verb.first - LONGEST) - 1, -1):
        token = place.token(at)
        if token.text == ",":
            words = {place.token(index).key for index in range(at + 1, verb.first)}
            spoken = titled or words & (_spoken() | listed("other") | listed("self"))
            return at + 1 if spoken and not words & LINKS else None
        if token.kind == "mark" and token.text not in ("-", "'") and place.name_to(at) is None:
            break
    return None


class Source(NamedTuple):
    """``according to Acme``, ``in Roe's words``: the tokens, and who is named or meant."""

    first: int
    end: int
    who: Who


def sources(place: Utterance) -> Iterator[Source]:
    """The words that give what stands beside them to somebody, in text order."""
    for at, end in place.openers:
        name = place.titled(end)
        if name is not None and any(place.token(i).text == "," for i in range(end, place.begins(name))):
            name = None  # According to the filing, Roe
        stop = place.ends(name) if name else end
        while place.token(stop).kind == "word" or place.token(stop).text in ("-", "'"):
            if (stop := stop + 1) >= end + LONGEST:
                break
        noun = _source(place, end, stop) if stop > end else None
        if name is not None:
            yield Source(at, stop, Who(name.value, name, at, stop))
        elif noun is not None:
            yield Source(at, stop, Who(None, None, end, stop, noun))


def claims_by_source(place: Utterance, found: list[Source], used: set[int]) -> Iterator[Said]:
    """What is known ``according to Acme``, before, behind or inside the claim."""
    for at, stop, who in found:
        if at in used:
            continue
        if place.token(at).start > place.start:
            repeated = place.spoken and place.is_quoted(place.page.token_at(place.start))
            if (
                place.token(at - 1).text in (",", "(")
                and not repeated
                and (claim := place.around(at, stop, who))
            ):
                yield claim
        elif place.has_words(stop + 1):
            words = place.claim_from(_behind_relative(place, stop))
            yield said(place.page.quote(words), who, place.page.span(at, stop), words)


def _behind_relative(place: Utterance, at: int) -> int:
    """Where the claim starts behind its source: behind a comma, and what is told of the source."""
    comma = place.token(at).text == ","
    told = place.token(at + 1).key in ("who", "which", "whose")
    if comma and (told or place.token(at + 1).key in APPOSITIVES):
        for index in range(at + 1, min(place.stop - 1, at + 2 * LONGEST)):
            if place.token(index).text == ",":
                apposed = told or not place.is_clause(place.token(at + 1).start, place.token(index).start)
                return index + 1 if apposed else at + comma
    return at + comma


def _source(place: Utterance, at: int, end: int) -> str | None:
    """The noun for those, or for the paper, that tell something; "" for any other; None for a plan."""
    words = [place.token(index).key for index in range(at, end)]
    if words[-1] in nouns(*SPEAKING):
        return words[-1]
    spoken = any(word in _spoken() or word in listed("evidence") for word in words)
    return "" if spoken or words[0] in SOME else None


def claims_by_noun(place: Utterance) -> Iterator[Said]:
    """``Roe's view that sales will fall``, ``Roe's verdict: sales will fall``."""
    for name in place.passage.names:
        match = POSSESSED.match(place.page.text, name.span.end, place.passage.span.end)
        stop = place.page.token_at(match.end()) if match and place.speaks(name.value) else 0
        for at in range(place.ends(name), stop + 1):
            opens = place.token(at + 1).key == "that" or place.token(at + 1).text == ":"
            opens = opens and place.has_words(at + 2) and not place.is_quoted(at + 2)
            if opens and place.token(at).key in listed("claim"):
                claim = place.claim_from(at + 2)
                yield said(place.page.quote(claim), Who(name.value, name, at, at + 1), name.span, claim)
                break
