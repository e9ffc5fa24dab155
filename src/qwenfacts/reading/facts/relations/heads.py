"""The noun phrases that a verb is about, by the words from where its clause begins to where it stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, NamedTuple

from ....entities import Entity
from ....report import Mention
from ...english.nouns import COPULAS, PARTICIPLES, PAST, Nouns, Phrase, verb_forms
from ...english.nounwords import is_adverb
from ...english.referents import of_nouns
from ...wordclasses import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    TEMPORALS,
)

__all__ = ["CALLED", "Head", "head_at", "head_of", "head_of_clause"]

MARKS: Final = frozenset((".", ",", ";", ":", "—", "–", "(", ")", "“", "”", '"'))
OPENERS: Final = (
    COORDINATORS
    | SUBORDINATORS
    | TEMPORALS
    | frozenset("where as once that whose then said says say adds added told argued noted than".split())
)
"""Words behind which a clause may begin."""
CALLED: Final = frozenset("called named dubbed codenamed nicknamed christened".split())
"""Words right behind which a name stands."""
LISTING: Final = frozenset(("and", "or", "&"))
HELPERS: Final = COPULAS | AUXILIARIES | {"not", "also", "now", "already", "still"}
PRONOUNS: Final = SUBJECTS | {"them", "both"}
ADVERBS: Final = frozenset("now also already still alone too itself themselves both each all".split())
FINITE: Final = HELPERS - ADVERBS
BOUNDS: Final = MARKS | OPENERS
NO_VERBS: Final = PREPOSITIONS | DETERMINERS | OPENERS | LISTING | RELATIVES
NEVER_FIRST: Final = PREPOSITIONS | HELPERS | OPENERS
"""Words that no noun phrase begins with, looked at first."""
FAR: Final = 60
MOST: Final = 10


class Head(NamedTuple):
    """Who or what a clause is about: one phrase or several in a list, and a name beside it in commas."""

    phrases: tuple[Phrase, ...]
    name: Mention[Entity] | None
    end: int


def head_of(sentence: Nouns, verb: int) -> Head | None:
    """The subject of the verb, or of its first auxiliary, at a token: all between belongs to it."""
    found: Head | None = None
    for start in _starts(sentence, verb):
        head = _head_at(sentence, start, verb)
        if head is None or head.end != verb:
            continue
        if found is None or len(head.phrases) > 1:
            found = head
            before = sentence.token(start - 1)
            if before.text != "," and before.key not in LISTING:
                return found  # nothing can be listed before it
    return found


def head_of_clause(sentence: Nouns, at: int) -> Head | None:
    """The subject of the clause that goes on at a token, behind ``and`` or a comma."""
    for start in _starts(sentence, at):
        head = _head_at(sentence, start, None)
        if head is not None and head.end != at and _may_be_verb(sentence, head.end):
            return head  # that ends behind the token where it stands in an aside
        phrase = _chunk(sentence, start, at) if head is not None else None
        if phrase is not None and phrase.end < at and sentence.token(phrase.end).key.endswith("ed"):
            return Head((phrase,), None, phrase.end)  # the model entered in third place
    return None


def head_at(sentence: Nouns, start: int) -> Head | None:
    """The subject that starts at a token, if a verb can follow it."""
    head = _head_at(sentence, start, None)
    return head if head is not None and _may_be_verb(sentence, head.end) else None


def _starts(sentence: Nouns, at: int) -> list[int]:
    """Where a clause may begin before a token, the nearest first."""
    low, found, closed = max(sentence.opening, at - FAR), list[int](), 0
    bounds = sentence.places(BOUNDS)
    for bound in reversed(bounds[bisect_left(bounds, low) : bisect_left(bounds, at - 1)]):
        if not closed:
            found.append(bound + 1)
        mark = sentence.tokens[bound].text
        closed = max(0, closed + (mark == ")") - (mark == "("))
    apart = (start for start in found if sentence.token(start - 1).text in (":", ";"))
    opening = next(apart, low if low == sentence.opening else at)
    inner = _behind_opening(sentence, opening, at) if sentence.token(opening).key in PREPOSITIONS else None
    if inner is not None:
        found.insert(0, inner)
    return [*found[:MOST], low] if low == sentence.opening else found[:MOST]


def _behind_opening(sentence: Nouns, at: int, stop: int) -> int | None:
    """Where a subject begins behind a phrase: ``On Foo | the model``, ``On the ranking | Foo scores``."""
    opens = _chunk(sentence, at + 1, stop)
    if opens is None:
        return None
    whole = sentence.phrase_at(at + 1, stop) or opens  # On the Foo leaderboard | the model
    if whole.end < stop and sentence.token(whole.end).key in DETERMINERS:
        return whole.end
    name = whole.name or opens.name  # On the Foo ranking | Bar sits
    end = sentence.name_end(name) if name is not None else at
    if name is None or not opens.article or sentence.token(end).key.endswith("ing"):
        return None
    return sentence.name_first(name) if _may_be_verb(sentence, end) else None


def _head_at(sentence: Nouns, start: int, verb: int | None) -> Head | None:
    """The phrase or list that starts at a token with all that is added to it, up to a verb, if given."""
    stop = sentence.end if verb is None else verb
    if start not in sentence.starting and sentence.token(start).key in NEVER_FIRST:
        return None
    phrase = _chunk(sentence, start, stop)
    if phrase is None:
        return None
    if _is_verb(sentence, start) and not (phrase.end == verb and phrase.noun == "training"):
        return None
    phrases, apposed, end, listing = [phrase], None, phrase.end, True
    last = min(stop, start + 2 * FAR)
    while end < last:
        token, behind = sentence.token(end), end
        if token.text == "(":
            behind = sentence.closing(end)
            apposed = _name_in(sentence, end + 1, behind - 1) or apposed  # a new edition (Foo)
        elif is_adverb(token.key) or token.key in ADVERBS:
            behind = end + 1
        elif token.key in PREPOSITIONS:
            more, listing = _chunk(sentence, end + 1, stop), False
            behind = more.end if more is not None else end
        elif token.key in LISTING:
            more = _chunk(sentence, end + 1, stop)
            if more is not None and (listing or more.article) and _is_named(more) and _is_named(phrase):
                phrases.append(more)
            behind = more.end if more is not None else end
        elif token.text in (",", "—", "–"):
            listed = _listed(sentence, end, stop) if listing and _is_named(phrase) else []
            if listed:
                phrases += listed
                behind = listed[-1].end
            else:
                behind = _aside(sentence, end, verb)
                apposed = _name_in(sentence, end + 1, behind - 1) or apposed
                if verb is None and behind > end:
                    return Head(tuple(phrases), apposed, behind)  # Foo, a router, | sold on Monday
        elif token.key in RELATIVES and verb is not None and sentence.token(verb - 1).text not in MARKS:
            behind = verb  # the unit that makes cars | runs
        elif _is_participle(sentence, end):
            more, listing = _chunk(sentence, end + 1, stop), False
            behind = more.end if more is not None else end + 1
        if behind == end:
            break
        end = behind
    return Head(tuple(phrases), apposed, end)


def _chunk(sentence: Nouns, start: int, stop: int) -> Phrase | None:
    """The noun phrase at a token, not beyond another, and without a verb right behind its name."""
    word = sentence.token(start)
    phrase = sentence.phrase_at(start, stop) if word.key == "both" else None
    if word.key in PRONOUNS and (phrase is None or not _is_sort(phrase.noun.removesuffix("s"))):
        return Phrase(start, start + 1, None, None, word.key, "", start)
    phrase = phrase or sentence.phrase_at(start, stop)
    if phrase is None:
        return None
    if phrase.name is None:
        return _nameless(sentence, phrase)
    if sentence.name_end(phrase.name) >= phrase.end:
        return phrase
    behind = sentence.name_end(phrase.name)
    if sentence.token(behind).text.islower() and not _is_sort(sentence.noun_ending(phrase.end)):
        return phrase._replace(end=behind, noun="")
    return phrase


def _nameless(sentence: Nouns, phrase: Phrase) -> Phrase:
    """A phrase without a name up to the verb that it runs into: ``The family | comes``."""
    for end in range(phrase.first + 1, phrase.end):
        verb = sentence.token(end)
        if verb.key.endswith(("s", "ed")) and _is_sort(sentence.noun_ending(end)) and not _is_sort(verb.key):
            return phrase._replace(end=end, noun=sentence.noun_ending(end))
    return phrase


def _is_sort(noun: str) -> bool:
    return noun in of_nouns("model", "thing", "unit", "company", "bare")


def _is_named(phrase: Phrase) -> bool:
    return phrase.name is not None


def _name_in(sentence: Nouns, start: int, end: int) -> Mention[Entity] | None:
    """The name that an aside is, or ends with: ``, code-named Foo,``."""
    name = sentence.ending.get(end)
    first = sentence.name_first(name) if name is not None else start
    return name if first == start or sentence.token(first - 1).key in CALLED else None


def _listed(sentence: Nouns, comma: int, stop: int) -> list[Phrase]:
    """The names behind the first of a list: ``Foo, | Bar and Baz``."""
    found: list[Phrase] = []
    at = comma
    while sentence.token(at).text == "," or sentence.token(at).key in LISTING:
        last = sentence.token(at).key in LISTING or sentence.token(at + 1).key in LISTING
        at += 1 + (sentence.token(at + 1).key in LISTING)
        phrase = _chunk(sentence, at, stop)
        if phrase is None or phrase.name is None or phrase.article in ("a", "an"):
            return []
        found.append(phrase)
        at = phrase.end
        if last:
            return found
    return []


def _aside(sentence: Nouns, opening: int, verb: int | None) -> int:
    """The token behind the aside that a comma or dash opens; the comma itself, if none can be seen."""
    mark = sentence.token(opening).text
    if _is_finite(sentence, opening + 1):
        return opening
    if verb is not None:
        return verb if verb - 1 > opening and sentence.token(verb - 1).text == mark else opening
    for at in range(opening + 2, min(sentence.end, opening + FAR)):
        if sentence.token(at).text == mark and _may_be_verb(sentence, at + 1):
            return at + 1
    return opening


def _is_finite(sentence: Nouns, at: int) -> bool:
    """Whether a verb with a subject elsewhere starts at a token: ``Foo sells cars, | runs on gas and``."""
    key = sentence.token(at).key
    if at in sentence.starting:
        return False
    return key in FINITE or "third" in (verb_forms("verbs").get(key), verb_forms("does").get(key))


def _is_verb(sentence: Nouns, at: int) -> bool:
    """Whether what starts at a token is no noun phrase but a verb: ``, runs on Foo,``."""
    return (
        at not in sentence.starting
        and (_is_participle(sentence, at) or sentence.is_verbal(at))
        and (sentence.token(at).key not in PRONOUNS)
    )


def _is_participle(sentence: Nouns, at: int) -> bool:
    """Whether a verb without its own subject adds to what stands before: ``the chip | made by Acme``."""
    token, following = sentence.token(at), sentence.token(at + 1)
    form = verb_forms("verbs").get(token.key)
    done = form == "participle" or token.key in PARTICIPLES or token.key.endswith("ed")
    return (done and following.key in PREPOSITIONS) or (
        token.key.endswith("ing") and token.key not in PREPOSITIONS
    )


def _may_be_verb(sentence: Nouns, at: int) -> bool:
    """Whether a verb with its auxiliaries can start at a token."""
    token = sentence.token(at)
    if token.key in HELPERS:
        return True
    if token.kind != "word" or not token.text.islower() or at in sentence.starting:
        return False
    if token.key in NO_VERBS:
        return False
    return (
        token.key.endswith(("ed", "s"))
        or token.key in PAST
        or sentence.is_verbal(at)
        or token.key in verb_forms("verbs")
    )
