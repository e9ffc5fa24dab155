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
    DEMONSTRATIVES,
    DETERMINERS,
    INTERROGATIVES,
    QUANTIFIERS,
    RELATIVES,
)
from .utterance import ADJUNCTS, Said, Utterance, listed, said

__all__ = ["TELLING", "Source", "claim_of", "claims_by_noun", "claims_by_source", "reported", "sources"]

QUOTING: Final = frozenset(("call", "read", "quote"))
"""Verbs with which words are quoted, but not reported."""
BELOW: Final = frozenset(("to", "directly", "straight"))
"""Behind these stands whose subordinate somebody is: reports to the chief."""
IMPERSONAL: Final = DEMONSTRATIVES | {"it", "there", "what", "which"}
SHOWING: Final = tuple(
    "show suggest indicat reveal confirm report underscor underlin impl find found hold held hint signal"
    " disclos stat not mean conclud estimat project predict forecast rul assum calculat specif".split()
)
"""How verbs begin that things and papers can be the subject of."""
TELLING: Final = frozenset(
    "tell tells told telling assure assures assured inform informs informed remind reminds reminded".split()
)
NO_CLAIM: Final = frozenset("goodbye farewell hello so yes".split())
HARDLY: Final = frozenset("no nothing little much more".split())
FORESEEING: Final = ("project", "forecast", "predict", "estimat")
ACCUSATIVE: Final = (*FORESEEING, "believ")
CLAUSAL: Final = ("believ", "think", "thought", "argu", "insist", "contend", "reckon", "suspect", "maintain")
"""Verbs behind which a clause needs no ``that``."""
FIGURES: Final = (*FORESEEING, "claim")
POSSESSED: Final = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}")
SOON: Final = 4
LONGEST: Final = 14
PLANS: Final = frozenset(
    "plan plans schedule need needs taste size law rules them demand usage design age type region".split()
)
MEANT: Final = ("pronouns", "company", "voices")
"""The nouns that stand for somebody who has been named."""
UNTITLED: Final = BREAKS | (ADJUNCTS - {"of"}) | AUXILIARIES | INTERROGATIVES | {"it", "about"}
"""Words that no title holds."""
LINKS: Final = BREAKS | AUXILIARIES
PEOPLE: Final = frozenset(
    "person man woman investor employee worker trader banker engineer insider source secretary minister"
    " executive aide adviser founder".split()
)
SOME: Final = APPOSITIVES | (QUANTIFIERS - {"no"}) | {"people"}
"""What the words for somebody without a name begin with."""


@cache
def _spoken() -> frozenset[str]:
    """Who or what can speak where no name tells who does."""
    return PEOPLE | nouns("voices", "crowd", "papers", "own_papers")


def reported(place: Utterance, verb: Verb) -> Said | None:
    """What a verb of saying gives to somebody: ``Roe said that sales fell``, ``sales fell, Roe said``."""
    below = place.token(verb.start).key.startswith("report") and place.token(verb.end).key in BELOW
    if verb.kind in QUOTING or below:
        return None
    if verb.passive and verb.kind != "quoted":
        return _voiced(place, verb)
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
    if who is None or who.noun in IMPERSONAL or place.token(verb.start).key.startswith(SHOWING):
        return False
    return who.entity is None and verb.kind != "promise" and place.token(verb.end).key == "that"


def _voiced(place: Utterance, verb: Verb) -> Said | None:
    """``a fear voiced by Roe is that sales fall``."""
    if place.token(verb.end).key != "by" or (name := place.titled(verb.end, "by")) is None:
        return None
    that = place.that(place.ends(name), SOON)
    if that is None or not place.has_words(that + 1):
        return None
    claim = place.claim_from(that + 1)
    who = Who(name.value, name, verb.end, place.ends(name))
    return said(place.page.quote(claim), who, place.page.span(verb.start, verb.end), claim)


def claim_of(place: Utterance, verb: Verb) -> Span | None:
    """What follows a verb as its claim, ``that`` and what stands before it left out."""
    at, that = verb.end, place.that(verb.end)
    told = place.token(verb.start).key in TELLING
    aside = that is not None and place.token(at).text == "," and place.token(that - 1).text == ","
    adjunct = place.token(at).key in ADJUNCTS or place.date_at(at) is not None
    adverb = that == at + 1 and (
        place.token(at).key in ("only", "again") or place.token(at).key.endswith("ly")
    )
    if that is not None and (that == at or adverb or told or adjunct or aside):
        told = place.has_words(that + 1) and place.token(that + 1).text != ","  # denied that,
        return place.claim_from(that + 1) if told else None
    if adjunct:
        at = _behind_date(place, at)
    elif told:
        at = _behind_addressee(place, at)
    token = place.token(at)
    if token.kind in ("mark", "newline") or token.key in ADJUNCTS or token.key in NO_CLAIM:
        return None
    plainly = verb.kind == "say" and token.key not in HARDLY
    plainly = plainly or (told and at > verb.end)
    opens = place.token(at).key in DETERMINERS or place.name_at(at) is not None
    ahead = (place.token(index).kind == "word" for index in range(at, at + SOON))
    plainly = plainly or (place.token(verb.start).key.startswith(CLAUSAL) and opens and all(ahead))
    name = place.name_at(at)
    becoming = name is not None and place.token(place.ends(name)).key == "to"
    if (
        plainly
        or place.has_verb(at)
        or _is_figure(place, verb, at)
        or (becoming and place.token(verb.start).key.startswith(ACCUSATIVE))
    ):
        return place.claim_from(at)
    return None


def _is_figure(place: Utterance, verb: Verb, at: int) -> bool:
    """Whether somebody else puts a figure on something: ``Foo Research projects sales of 5 million``."""
    if not place.token(verb.start).key.startswith(FIGURES) or verb.form == "gerund":
        return False
    who = place.subject(verb.first)
    if who is None or who.entity is None or place.page.company_of(who.entity) == place.page.subject:
        return False
    soon = place.page.span(at, min(place.stop, at + SOON + SOON))
    return bool(within(place.passage.quantities, soon))


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
    if name is None or not _is_next(place, verb.end, place.begins(name)):
        spoken = verb.kind != "promise" and not place.may_speak(place.of_verb(verb))
        return _somebody(place, verb) if spoken else None
    end = place.ends(name)
    behind = place.token(end)
    over = behind.kind in ("mark", "newline") or behind.key in ADJUNCTS or behind.key == "who"
    if not over:
        return None
    return place.around(verb.first, end, Who(name.value, name, verb.end, end))


def _is_next(place: Utterance, at: int, first: int) -> bool:
    """Whether only a title stands between a verb and a name: ``said chief scientist Roe``."""
    tokens = (place.token(index) for index in range(at, first))
    return all(
        (token.kind == "word" and (token.key in ("of", "for") or token.key not in ADJUNCTS))
        or token.text in ("-", "'")
        for token in tokens
    )


def _somebody(place: Utterance, verb: Verb) -> Said | None:
    """A claim before somebody without a name: ``said analysts``, ``said two people close to the deal``."""
    end, noun = verb.end, ""
    if place.token(end).key in ADJUNCTS:
        return None  # confirmed to Acme by two people
    while place.token(end).kind in ("word", "number") or (
        place.token(end).text in ("-", "'") and end > verb.end
    ):
        token = place.token(end)
        if token.key in LINKS and token.key not in ("who", "that"):
            return None
        noun = noun or (token.key if token.key in _spoken() or token.key in nouns(*MEANT) else "")
        end += 1
    if not noun:
        return None
    who = Who(None, None, verb.end, end, noun if noun in nouns(*MEANT) else "")
    return place.around(verb.first, end, who)


def _closing(place: Utterance, verb: Verb) -> Said | None:
    """A claim before a verb, or around it: ``sales fell, Acme said``, ``sales, Acme said, fell``."""
    before = place.token(verb.first - 1)
    if _goes_on(place, verb) or before.key in RELATIVES:
        return None
    if before.text == ",":
        return _apart(place, verb)
    opening = place.token(place.page.token_at(place.start))
    adjunct = opening.key in ADJUNCTS or opening.key == "according"
    if adjunct and not place.is_clause(place.start, before.start):
        return None  # According to the filing, Roe told the board
    who = place.of_verb(verb, behind=True)
    first = min(who.first, verb.start) if who is not None and place.may_speak(who) else verb.start
    if who is not None and who.mention is not None and place.speaks(who.mention.value):
        first = _title(place, first)
    if who is None or place.token(first - 1).text != ",":
        begins = _opening(place, verb)
        if begins is None:
            return None
        named = who is not None and who.entity is not None and place.speaks(who.entity)
        first, who = begins, who if who and named else _unnamed(place, begins, verb)
    return place.around(first, max(who.end, _behind_adjunct(place, verb.end)), who)


def _apart(place: Utterance, verb: Verb) -> Said | None:
    """A claim before somebody of whom something is told first: ``sales fell, Roe, a broker, said``."""
    who = place.subject(verb.first)
    if (
        who is None
        or who.entity is None
        or not place.may_speak(who)
        or place.token(who.first - 1).text != ","
    ):
        return None
    opening = place.token(place.page.token_at(place.start)).key
    return place.around(who.first, verb.end, who) if opening not in ADJUNCTS else None


def _behind_adjunct(place: Utterance, at: int) -> int:
    """The token behind what only says where or when: ``, she warned in a note, ``."""
    if place.token(at).key in ADJUNCTS:
        for index in range(at, min(place.stop, at + LONGEST)):
            if place.token(index).text == ",":
                return index
            if place.token(index).kind not in ("word", "number"):
                break
    return at


def _title(place: Utterance, at: int) -> int:
    """Where the title before a speaker begins, up to a comma: ``, rotating chairman Roe said``."""
    for index in range(at - 1, max(place.first, at - LONGEST), -1):
        token = place.token(index)
        if token.text == ",":
            return index + 1
        spoken = token.kind == "word" or token.text in ("-", "'")
        if not spoken or token.key in UNTITLED:
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
    return not told and token.kind == "word" and token.key not in ADJUNCTS and place.date_at(verb.end) is None


def _opening(place: Utterance, verb: Verb) -> int | None:
    """Where the words for some speaker start, behind a comma: ``, one investor argued``."""
    for at in range(verb.first - 1, max(place.first, verb.first - LONGEST) - 1, -1):
        token = place.token(at)
        if token.text == ",":
            words = {place.token(index).key for index in range(at + 1, verb.first)}
            spoken = words & (_spoken() | listed("other") | listed("self"))
            return at + 1 if spoken and not words & LINKS else None
        if (
            token.kind not in ("word", "number")
            and token.text not in ("-", "'")
            and place.name_to(at) is None
        ):
            return None
    return None


class Source(NamedTuple):
    """``according to Acme``, ``in Roe's words``: the tokens, and who is named or meant."""

    first: int
    end: int
    who: Who


def sources(place: Utterance) -> list[Source]:
    """The words that give what stands beside them to somebody, in text order."""
    found = [*_by_openers(place), *_by_own_words(place)]
    return sorted(found, key=lambda source: source.first)


def _by_openers(place: Utterance) -> Iterator[Source]:
    for at, end in place.openers:
        name = place.titled(end)
        apart = name is not None and any(place.token(i).text == "," for i in range(end, place.begins(name)))
        if name is not None and apart and place.token(place.ends(name)).text != ",":
            name = None  # According to the filing, Roe
        stop = place.ends(name) if name else end
        while place.token(stop).kind == "word" or place.token(stop).text in ("-", "'"):
            if stop - end >= LONGEST:
                break
            stop += 1
        if stop == end:
            continue
        noun = _source(place, end, stop)
        if place.token(at).key == "per" and (place.name_at(end) is not name if name else noun is None):
            continue
        if name is not None:
            yield Source(at, stop, Who(name.value, name, at, stop))
        elif noun is not None:
            yield Source(at, stop, Who(None, None, end, stop, noun))


def _by_own_words(place: Utterance) -> Iterator[Source]:
    if listed("own").isdisjoint(place.passage.keys):
        return
    for name in place.passage.names:
        at, first = place.ends(name), place.begins(name) - 1
        if (
            place.token(first).key in ("in", "by", "to")
            and place.token(at).text == "'"
            and place.speaks(name.value)
        ):
            at += 1 + (place.token(at + 1).key == "s")
            at += place.token(at).key == "own"
            if place.token(at).key in listed("own") and not place.is_quoted(at):
                yield Source(first, at + 1, Who(name.value, name, first, at + 1))
    for at in range(place.first, place.stop - 2):
        owned = place.token(at + 1).key in ("his", "her") and place.token(at + 2).key in listed("own")
        if place.token(at).key == "in" and owned and not place.is_quoted(at):
            yield Source(at, at + 3, Who(None, None, at + 1, at + 3, "he"))


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
    if words[0] in ("him", "her", "them"):
        return "" if words[0] == "them" else "he"
    if words[-1] in PLANS:
        return None
    if words[-1] in nouns(*SPEAKING):
        return words[-1]
    spoken = any(word in _spoken() or word in listed("evidence") for word in words)
    return "" if spoken or (words[0] in SOME and place.token(at - 1).key != "per") else None


def claims_by_noun(place: Utterance) -> Iterator[Said]:
    """``Roe's view that sales will fall``."""
    for name in place.passage.names:
        match = POSSESSED.match(place.page.text, name.span.end, place.passage.span.end)
        if not match or not place.speaks(name.value):
            continue
        stop = place.page.token_at(match.end())
        for at in range(place.ends(name), stop + 1):
            opening = place.token(at + 1).key == "that" or place.token(at + 1).text == ":"
            opens = opening and place.has_words(at + 2) and not place.is_quoted(at + 2)
            if opens and place.token(at).key in listed("claim") and not place.is_quoted(at):
                claim = place.claim_from(at + 2)
                yield said(place.page.quote(claim), Who(name.value, name, at, at + 1), name.span, claim)
                break
