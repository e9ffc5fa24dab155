"""Claims that a verb, a noun or ``according to`` gives to somebody, not in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....values import Span
from ...english.phrases import BREAKS, Who, nouns
from ...english.verbs import Verb
from ...spans import within
from .utterance import ADJUNCTS, Said, Utterance, listed, said

__all__ = ["claim_of", "claims_by_noun", "claims_by_source", "reported"]

QUOTING: Final = frozenset(("call", "read"))
"""Verbs with which words are quoted, but not reported."""
TELLING: Final = frozenset("tell tells told telling assure assures assured".split())
NO_CLAIM: Final = frozenset("goodbye farewell hello so yes".split())
HARDLY: Final = frozenset("no nothing little much more".split())
ACCUSATIVE: Final = ("project", "forecast", "predict", "estimat", "believ")
POSSESSED: Final = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}")
FIGURES: Final = ACCUSATIVE[:-1]
SOON: Final = 4
LONGEST: Final = 14
LINKS: Final = BREAKS | frozenset("is are was were has have had will would could may might can".split())
SPOKEN: Final = nouns("voices", "crowd", "papers", "own_papers") | frozenset(
    "person man woman investor employee worker trader banker engineer insider source secretary minister"
    " executive aide adviser founder".split()
)
"""Who or what can speak where no name tells who does."""


def reported(place: Utterance, verb: Verb) -> Said | None:
    """What a verb of saying gives to somebody: ``Roe said that sales fell``, ``sales fell, Roe said``."""
    if verb.kind in QUOTING or (verb.form == "base" and place.token(verb.start - 1).text == "'"):
        return None
    if verb.passive and verb.kind != "quoted":
        return _voiced(place, verb)
    if place.token(verb.first - 1).text == "," and (inverted := _inverted(place, verb)) is not None:
        return inverted
    claim = claim_of(place, verb)
    if claim is None:
        return _closing(place, verb)
    who = place.of_verb(verb)
    if not place.may_speak(who):
        return None
    return said(place.page.quote(claim), who, place.page.span(verb.start, verb.end), claim)


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
    if that is not None and (that == at or told or adjunct or aside):
        return place.claim_from(that + 1) if place.has_words(that + 1) else None
    if adjunct:
        at = _behind_date(place, at)
    elif told:
        at = _behind_addressee(place, at)
    token = place.token(at)
    if token.kind in ("mark", "newline") or token.key in ADJUNCTS or token.key in NO_CLAIM:
        return None
    plainly = verb.kind in ("say", "promise") and token.key not in HARDLY
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
    return at + 1 + (place.token(at).key in ("the", "a", "an", "its", "their", "his", "her"))


def _inverted(place: Utterance, verb: Verb) -> Said | None:
    """A claim before an inverted verb: ``sales fell, said Roe of Acme``, ``said analysts``."""
    name = place.titled(verb.end)
    if name is None:
        noun = place.token(verb.end).key
        if noun in nouns("crowd") and place.token(verb.end + 1).kind == "mark":
            return place.around(verb.first, verb.end + 1, Who(None, None, verb.end, verb.end + 1, noun))
        return None
    end = place.ends(name)
    behind = place.token(end)
    over = behind.kind in ("mark", "newline") or behind.key in ADJUNCTS or behind.key == "who"
    if not over or behind.text in ("'", "-"):
        return None
    return place.around(verb.first, end, Who(name.value, name, verb.end, end))


def _closing(place: Utterance, verb: Verb) -> Said | None:
    """A claim before a verb, or around it: ``sales fell, Acme said``, ``sales, Acme said, fell``."""
    if _goes_on(place, verb):
        return None
    who = place.of_verb(verb, behind=True)
    first = min(who.first, verb.start) if who is not None and place.may_speak(who) else verb.start
    if who is None or place.token(first - 1).text != ",":
        opening = _opening(place, verb)
        if opening is None:
            return None
        named = who is not None and who.entity is not None and place.speaks(who.entity)
        first, who = opening, who if who and named else _unnamed(place, opening, verb)
    return place.around(first, max(who.end, verb.end), who)


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
            return at + 1 if words & SPOKEN and not words & LINKS else None
        if (
            token.kind not in ("word", "number")
            and token.text not in ("-", "'")
            and place.name_to(at) is None
        ):
            return None
    return None


def claims_by_source(place: Utterance, used: set[int]) -> Iterator[Said]:
    """``according to Acme``, before, behind or inside the claim."""
    for at, end in place.openers:
        name = place.titled(end)
        stop = place.ends(name) if name else end
        while place.token(stop).kind == "word" and stop - end < len(POSSESSED.pattern):
            stop += 1
        per = place.token(at).key == "per" and (name is None or place.name_at(end) is not name)
        if at in used or stop == end or per:
            continue
        noun = place.token(stop - 1).key
        who = Who(name.value, name, at, stop) if name else Who(None, None, at, stop, noun)
        if not place.may_speak(who):
            continue
        if place.token(at).start > place.start:
            if place.token(at - 1).text in (",", "(") and (claim := place.around(at, stop, who)):
                yield claim
        elif place.has_words(stop + 1):
            words = place.claim_from(stop + 1)
            yield said(place.page.quote(words), who, place.page.span(at, stop), words)


def claims_by_noun(place: Utterance) -> Iterator[Said]:
    """``Roe's view that sales will fall``."""
    for name in place.passage.names:
        match = POSSESSED.match(place.page.text, name.span.end, place.passage.span.end)
        if not match or not place.speaks(name.value):
            continue
        stop = place.page.token_at(match.end())
        for at in range(place.ends(name), stop + 1):
            opens = place.token(at + 1).key == "that" and place.has_words(at + 2)
            if opens and place.token(at).key in listed("claim") and not place.is_quoted(at):
                claim = place.claim_from(at + 2)
                yield said(place.page.quote(claim), Who(name.value, name, at, at + 1), name.span, claim)
                break
