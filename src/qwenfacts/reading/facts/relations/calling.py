"""What stands right before or behind a name and says what it is: ``the start-up Foo``, ``the Foo router``."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.nouns import Phrase
from ...english.referents import of_nouns
from ...english.stretches import covering
from ...wordclasses import ADNOMINALS, DETERMINERS, PREPOSITIONS
from .heads import CALLED, head_of
from .identity import extent, identity, is_bare, made_here
from .links import Related
from .owners import belongs, owner_before, owner_called
from .sides import is_listed, is_made, is_site, is_sort, is_whole

__all__ = ["called_by_noun", "foregoing"]

BACK: Final = 7
INCIDENTS: Final = of_nouns("incidents")


def foregoing(related: Related, name: Mention[Entity], at: int) -> None:
    """``the Paris pension fund Foo``, ``its chip unit Foo``, ``a unit called Foo``."""
    sentence = related.sentence
    mark, behind = sentence.token(at - 1).text, sentence.token(sentence.name_end(name)).text
    if mark == "," and name.value.kind == "place" and at - 1 in sentence.ending:
        return  # the court in Lyon, France
    if sentence.token(at - 1).key == "the" and sentence.token(at - 2).text == ",":
        _apposed(related, name, at - 2, behind)  # its new chip, the Foo 920
        return
    if mark == ",":
        _apposed(related, name, at - 1, behind)
        return
    known = mark == "as" and sentence.token(at - 2).key == "known"  # a service known as Foo
    end = at - 1 - known if mark == "(" or mark in CALLED or known else at
    if mark in CALLED or known:  # the robot, provisionally called Foo
        end -= 2 * (sentence.token(end - 1).text == "-")
        end -= sentence.token(end - 1).key.endswith("ly")
        end -= sentence.token(end - 1).text == ","
    noun, sort = sentence.token(end - 1), sentence.noun_ending(end)
    several = (sort.endswith("s") and is_sort(sort[:-1])) or sort in of_nouns(
        "rival", "partner", "owner", "customer"
    )
    if not (noun.text.islower() or end - 1 == sentence.opening) or not is_sort(sort) or several:
        return
    if mark == "(" and (behind != ")" or name.value.kind == "publication"):
        return
    start, place = _premodified(related, end)
    if noun.glued and not is_whole(sort):
        return  # 12-layer Foo
    article, owner = sentence.token(start - 1), owner_before(related, start)
    opens = start - 2 == sentence.opening and sentence.token(start - 2).key in ("on", "in", "at")
    if opens and sentence.is_verbal(sentence.name_end(name)):
        return  # On the leaderboard Foo sits third
    last = sentence.name_end(name)
    if start == end or _verbal_noun(related, start, end) or (end - start == 1 and not is_listed(sort)):
        return  # the stricter Foo
    based = place is not None and sentence.token(start - 2).text == "-"
    free = based or article.key in DETERMINERS or noun.key in of_nouns("unit") or article.kind != "word"
    free = free or (end - start > 1 and article.key in PREPOSITIONS)  # with local builder Foo
    called = owner_called(related, start) if owner is None else None
    if owner is None and called is None and not free:
        return
    if place is not None:
        related.add("located_in", name.value, place.value, start, last, (place, name))
    words = sentence.page.quote(sentence.span(start, end))
    if not (end - start == 1 and is_bare(noun.key)):
        related.add("is_a", name.value, words, start, last, (name,))
        related.referents.call(name.value, noun.key)
    if owner is not None:
        belongs(related, name.value, owner.value, sentence.name_first(owner), last, (owner, name), noun.key)
    elif called is not None:
        belongs(related, name.value, called, start - 1, last, (name,), noun.key)
    elif article.key in ("its", "their"):
        belongs(related, name.value, related.holder(start - 1), start - 1, last, (name,), noun.key)
    else:
        made_here(related, name.value, name, words, start, last)


def _apposed(related: Related, name: Mention[Entity], comma: int, behind: str) -> None:
    """``its biggest rival in Europe, Foo,``, ``a cheaper version, Foo, runs``."""
    sentence = related.sentence
    if behind not in (",", ".", ";", ")", "(", ""):
        return
    if behind == "," and sentence.name_end(name) + 1 in sentence.starting:
        return  # a venture of Foo, Bar, Baz and Qux
    head = head_of(sentence, comma)
    phrase = head.phrases[0] if head is not None and len(head.phrases) == 1 and head.name is None else None
    if phrase is None or comma - phrase.end > BACK or not (phrase.article or phrase.owner):
        phrase = _nearest(related, comma)
    if phrase is None or not is_sort(phrase.noun):
        return
    end = extent(related, phrase)
    identity(related, name.value, name, phrase, end if end == comma else phrase.end)


def _nearest(related: Related, comma: int) -> Phrase | None:
    """The phrase that ends right before a comma: ``at | the first campus, Foo,``."""
    sentence = related.sentence
    for start in range(comma - 1, max(sentence.first, comma - BACK) - 1, -1):
        if sentence.token(start).key in DETERMINERS:
            phrase = sentence.phrase_at(start, comma)
            return phrase if phrase is not None and phrase.end == comma else None
    return None


def _premodified(related: Related, end: int) -> tuple[int, Mention[Entity] | None]:
    """Where the words before a name begin that say what it is, and the place among them."""
    sentence, start, place = related.sentence, end, None
    while start > sentence.first and end - start < BACK:
        named = sentence.ending.get(start)
        if named is not None:
            if named.value.kind != "place" or place is not None:
                break
            place, start = named, sentence.name_first(named)
            continue
        token = sentence.token(start - 1)
        if token.key in DETERMINERS or sentence.breaks(start - 1) or (token.glued and token.key == "s"):
            break
        if covering(sentence.passage.dates, token.start) is not None:
            break  # on May 4 | carmaker Foo
        start -= 1
    return start, place


def _verbal_noun(related: Related, start: int, end: int) -> bool:
    """Whether the words before a name are a clause of their own: ``the company said Foo``."""
    return any(related.sentence.is_verbal(at) for at in range(start, end))


def called_by_noun(related: Related, name: Mention[Entity], at: int) -> None:
    """``the Foo large language model``, ``the MaaS business line``: two words or more behind a name."""
    sentence = related.sentence
    if name.value.kind in ("person", "publication"):
        return
    before = sentence.token(at - 1)
    if before.key not in ADNOMINALS and covering(sentence.passage.dates, before.start) is None:
        return  # not the Foo attack, nor the May 2027 Foo attack
    end = sentence.name_end(name)
    if sentence.token(end).text == "(":
        end = sentence.closing(end)  # the Foo Tools (FT) business line
    first = end
    while (
        end < sentence.end
        and end - first < BACK
        and not sentence.breaks(end)
        and end not in sentence.starting
    ):
        if not (sentence.token(end).text.islower() or sentence.token(end).text == "-"):
            return
        end += 1
    while end > first and not _is_called(sentence.token(end - 1).key):
        end -= 1
    words = [t for t in range(first, end) if sentence.token(t).kind == "word"]
    if len(words) < 2 or sentence.token(first).glued:
        return
    if sentence.token(end - 1).key == "team" and name.value.kind in ("product", "model", "platform"):
        return
    if name.value.kind == "place" and (name.value.known or not is_site(sentence.token(end - 1).key)):
        return
    related.add("is_a", name.value, sentence.page.quote(sentence.span(first, end)), at, end, (name,))


def _is_called(noun: str) -> bool:
    """Whether a noun can stand behind the name of what it says."""
    return is_made(noun) or noun in INCIDENTS or noun in of_nouns("unit") or noun in of_nouns("bare")
