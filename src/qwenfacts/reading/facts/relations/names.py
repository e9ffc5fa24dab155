"""Relations that stand around names: appositions, parentheses, possessives, posts, what something is."""

from __future__ import annotations

from functools import cache
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.nouns import ARTICLES, PREPOSITIONS, Phrase
from ...english.referents import ORGANISATIONS, of_nouns
from .links import Related
from .lists import (
    BELONG,
    belonging_links,
    group_links,
    home_link,
    label_links,
    maker_link,
    member_links,
    seat_link,
)
from .owners import belongs, owner_before, possessor_link
from .posts import post_links

__all__ = ["name_links"]

OPENS: Final = frozenset((",", "—", "–", "(", ":"))
CLOSES: Final = frozenset((",", ")", "—", "–", ".", ";", ":", "", "?"))
OF: Final = frozenset(("of", "with"))
BEING: Final = frozenset(("is", "are", "remains", "remain", "becomes", "was"))
STANDING: Final = frozenset(("position", "status", "role", "reputation", "place"))
SUPERLATIVES: Final = ("most", "first", "only", "last", "best", "worst")
BACK: Final = 7
CALLED: Final = frozenset(("called", "named", "dubbed", "codenamed"))
WORKERS: Final = frozenset("assistant agent bot chatbot robot".split())
MEMBERS: Final = frozenset(("member", "members", "sibling", "sister"))


def name_links(related: Related) -> None:
    """Note the relations that stand around the names of a sentence."""
    for at, name in sorted(related.sentence.starting.items()):
        if name.value.kind == "person" and (name.value.known or _is_somebody(related, name)):
            post_links(related, name, at)
        else:
            _apposition(related, name)
            _foregoing(related, name, at)
            possessor_link(related, name, at)
            _called_by_noun(related, name, at)
            maker_link(related, name)
            seat_link(related, name)
        if name.value.kind == "place":
            home_link(related, name, at)
    if not BEING.isdisjoint(related.sentence.keys):
        _predicates(related)
    group_links(related)
    if not BELONG.isdisjoint(related.sentence.keys):
        belonging_links(related)
    if not STANDING.isdisjoint(related.sentence.keys):
        _standing(related)
    label_links(related)


def _is_somebody(related: Related, name: Mention[Entity]) -> bool:
    """Whether an unknown name that looks like a person's is not called a thing or company."""
    if related.referents.seen(name.value).kind != "person":
        return False
    behind, at = related.sentence.name_end(name), related.sentence.name_first(name)
    if related.sentence.token(at - 1).text == "," and related.sentence.noun_ending(at - 1) in of_nouns(
        "thing"
    ):
        return False  # its product, Foo Bar
    if related.sentence.token(behind).text not in (",", "(", "—", "–"):
        return True
    phrase = related.sentence.phrase_at(behind + 1)
    if phrase is None or phrase.article not in ("a", "an", "the"):
        return True
    noun = related.sentence.seen_through(phrase).noun
    return not any(noun in of_nouns(kind) for kind in ("thing", "model", "company", "unit"))


# -- what something is --


def _apposition(related: Related, name: Mention[Entity]) -> None:
    """``Foo, a compact router,``, ``Foo (Acme's router)``, ``Foo – a router``."""
    sentence = related.sentence
    opening = sentence.name_end(name)
    mark = sentence.token(opening).text
    if sentence.token(opening).text == "(":
        closing = sentence.closing(opening)
        if sentence.token(closing).text in (",", "—", "–") and closing - opening <= 4:
            opening, mark = closing, sentence.token(closing).text  # Foo (F), a router
    if (
        mark not in OPENS
        or name.value.kind == "publication"
        or (mark == ":" and opening - sentence.first > 6)
    ):
        return
    phrase = sentence.phrase_at(opening + 1)
    if phrase is None or not phrase.noun or (phrase.name is not None and not _ends_in_noun(related, phrase)):
        return
    if not phrase.article and phrase.owner is None:
        return
    if name.value.kind == "place" and phrase.noun not in _sites() and not _is_made(name.value, phrase):
        return  # Paris, the capital; but Foo, a campus in Ohio
    end = _extent(related, phrase)
    if (
        (mark == ":" and sentence.token(end).text not in CLOSES)
        or not _is_closed(related, end)
        or phrase.noun in of_nouns("empty")
        or phrase.article in ("this", "that", "these", "those", "his", "her")
    ):
        return
    if (
        phrase.article == "the"
        and mark == ","
        and sentence.token(end).key == ","
        and sentence.token(sentence.name_first(name) - 1).key in PREPOSITIONS
        and sentence.name_first(name) - 1 == sentence.first
    ):
        return
    _is(related, name.value, name, phrase, end)


def _is_made(entity: Entity, phrase: Phrase) -> bool:
    """Whether a name that only looks like a place is called something that is made: ``Foo Lake, a chip``."""
    return not entity.known and (phrase.noun in of_nouns("thing") or phrase.noun in of_nouns("model"))


def _ends_in_noun(related: Related, phrase: Phrase) -> bool:
    return phrase.name is not None and related.sentence.name_end(phrase.name) < phrase.end


def _extent(related: Related, phrase: Phrase) -> int:
    """The token behind a phrase with ``of …``; also ``in …`` if superlative, ``that …`` if bare."""
    sentence = related.sentence
    end = sentence.whole(phrase, across=OF, lists=False)
    first = sentence.token(phrase.first).key
    if (
        first in SUPERLATIVES
        or first.endswith("est")
        or (phrase.end - phrase.first > 1 and _has_superlative(related, phrase))
    ) and sentence.token(end).key in ("in", "for", "above", "from", "behind"):
        more = sentence.phrase_at(end + 1)
        end = more.end if more is not None else end
    elif sentence.token(end).key == "so" and sentence.token(end + 1).key == "far":
        end += 2
    elif (
        sentence.token(end).key in ("that", "for")
        and " " not in sentence.words(phrase)
        and end == phrase.end
        and not (sentence.token(end).key == "that" and phrase.noun in of_nouns("thing") - WORKERS)
    ):  # a start-up that mends bikes; what a tool does is told by itself
        end = sentence.clause_end(end)
    elif sentence.token(end).key == "for":
        end = (
            sentence.whole(phrase, across=frozenset(("of", "for")), lists=False)
            if sentence.token(end + 1).key not in ARTICLES
            else end
        )
    return end


def _has_superlative(related: Related, phrase: Phrase) -> bool:
    keys = [related.sentence.token(at).key for at in range(phrase.first, phrase.end)]
    return any(key in SUPERLATIVES or (key.endswith("est") and len(key) > 5) for key in keys)


def _is_closed(related: Related, end: int) -> bool:
    """Whether an apposition can end at a token, rather than go on as a clause of its own."""
    sentence = related.sentence
    token = sentence.token(end)
    if (
        token.text in CLOSES
        or token.kind == "newline"
        or token.key in ("that", "which", "who", "whose", "where", "and", "with", "so", "as")
    ):
        return True
    if token.key in PREPOSITIONS:
        return True
    return token.key.endswith(("ed", "ing")) or token.key in (
        "built",
        "made",
        "led",
        "known",
        "run",
        "based",
        "meant",
        "sold",
        "backed",
        "drawn",
    )


def _is(related: Related, entity: Entity, mention: Mention[Entity] | None, phrase: Phrase, end: int) -> None:
    """Note what a phrase says that something is, whose it is, and where."""
    sentence = related.sentence
    owner = related.owner_of(phrase)
    first = sentence.name_first(mention) if mention is not None else phrase.start
    names = (mention, phrase.owner)
    if phrase.noun in of_nouns("rival"):
        if owner is not None:
            related.add("competes_with", entity, owner, min(first, phrase.start), end, names)
        return
    for nouns, kind in (("owner", "owned_by"), ("partner", "partners_with"), ("customer", "uses")):
        if phrase.noun in of_nouns(nouns):
            if owner is not None and kind == "owned_by":
                related.add("owned_by", owner, entity, min(first, phrase.start), end, names)
            elif kind == "owned_by" and phrase.article in ("a", "an"):
                related.add(
                    "owned_by", related.referents.company, entity, min(first, phrase.start), end, names
                )
                break
            elif owner is not None:
                related.add(
                    "partners_with" if kind == "partners_with" else "uses",
                    entity,
                    owner,
                    min(first, phrase.start),
                    end,
                    names,
                )
            return
    if phrase.noun in of_nouns("predecessor"):
        return
    if phrase.noun in of_nouns("unit"):
        related.referents.call(entity, phrase.noun)
    if (
        owner is None
        and phrase.noun in of_nouns("part")
        and phrase.article == "the"
        and entity != related.referents.company
        and related.referents.seen(entity).kind in ORGANISATIONS
    ):
        company = related.referents.company
        related.add("part_of", entity, company, min(first, phrase.start), end, (mention,))
    if owner is not None:
        related.referents.call(entity, phrase.noun)
    if end == phrase.first + 1 and phrase.noun in of_nouns("bare"):
        return
    if phrase.noun in MEMBERS and related.referents.family(entity) is not None:
        member_links(related, entity, mention, min(first, phrase.start), end)
        return
    last = _unmeasured(related, phrase, end)
    if last == phrase.first + 1 and phrase.noun in of_nouns("bare"):
        return  # a model of 7 billion parameters
    words = sentence.page.quote(sentence.span(phrase.first, last)).strip(" “”\"'")
    related.add("is_a", entity, words, min(first, phrase.start), last, (mention,))
    related.referents.call(entity, _head_noun(related, phrase))
    if owner is not None:
        belongs(related, entity, owner, min(first, phrase.start), end, names, phrase.noun)
    _seat(related, entity, phrase, end, first, mention)
    for at in range(phrase.end, end):
        whole = sentence.starting.get(at)
        if whole is not None and sentence.token(sentence.name_end(whole)).key in (
            "series",
            "family",
            "range",
            "line",
        ):
            related.add("part_of", entity, whole.value, min(first, phrase.start), end, (mention, whole))


def _unmeasured(related: Related, phrase: Phrase, end: int) -> int:
    """Where a phrase ends that goes on with a measure: ``a dense model | of 7 billion parameters``."""
    sentence = related.sentence
    if not any(phrase.noun in of_nouns(kind) for kind in ("model", "thing")):
        return end
    for at in range(phrase.end, end):
        if sentence.token(at).key in OF and sentence.token(at + 1).kind == "number":
            return at
    return end


def _head_noun(related: Related, phrase: Phrase) -> str:
    """The noun that says what it is: ``glasses`` in ``a pair of glasses``."""
    return related.sentence.seen_through(phrase).noun or phrase.noun


def _seat(
    related: Related, entity: Entity, phrase: Phrase, end: int, first: int, mention: Mention[Entity] | None
) -> None:
    """``Foo, a plant in Paris``, ``Foo, a Paris start-up``."""
    sentence = related.sentence
    for at in range(phrase.first, phrase.end):
        place = sentence.starting.get(at)
        if place is not None and place.value.kind == "place":
            related.add("located_in", entity, place.value, min(first, phrase.start), end, (mention, place))
    if sentence.token(end).key in ("in", "near", "outside", "from", "at"):
        place = sentence.starting.get(end + 1)
        if place is not None and place.value.kind == "place":
            related.add(
                "located_in",
                entity,
                place.value,
                min(first, phrase.start),
                sentence.name_end(place),
                (mention, place),
            )


def _foregoing(related: Related, name: Mention[Entity], at: int) -> None:
    """``the Paris pension fund Foo``, ``its chip unit Foo``, ``the first campus, Foo,``."""
    sentence = related.sentence
    mark, behind = sentence.token(at - 1).text, sentence.token(sentence.name_end(name)).text
    comma = mark in (",", "(")
    end = at - 1 if comma or mark in CALLED else at
    noun, sort = sentence.token(end - 1), sentence.noun_ending(end)
    if (
        noun.kind != "word"
        or not noun.text.islower()
        or not _is_sort(sort)
        or name.value.kind == "publication"
    ):
        return
    if mark == "(" and behind != ")":
        return
    if mark == "," and (behind not in (",", ".", ";", ")", "(", "") or sort not in _sites()):
        return
    start, place = _premodified(related, end)
    if (noun.glued and sort not in of_nouns("company")) or (
        end - start == 1 and not any(sort in of_nouns(kind) for kind in ("company", "unit", "thing", "model"))
    ):
        return  # 12-layer Foo, the stricter Foo
    article, owner = sentence.token(start - 1), owner_before(related, start)
    last = sentence.name_end(name)
    if owner is not None:
        belongs(related, name.value, owner.value, sentence.name_first(owner), last, (owner, name), noun.key)
        return
    if (comma and article.key not in ("a", "an", "the", "its", "one")) or start == end:
        return
    if article.key not in ARTICLES and noun.key not in of_nouns("unit") and (comma or article.kind == "word"):
        return
    if _verbal_noun(related, start, end) or (end - start == 1 and noun.key in of_nouns("bare")):
        return
    if place is not None:
        related.add("located_in", name.value, place.value, start, last, (place, name))
    if sort in MEMBERS and related.referents.family(name.value) is not None:
        member_links(related, name.value, name, start, last)
        return
    words = sentence.page.quote(sentence.span(start, end))
    related.add("is_a", name.value, words, start, last, (name,))
    related.referents.call(name.value, noun.key)
    if article.key in ("its", "their"):
        belongs(related, name.value, related.holder(start - 1), start - 1, last, (name,), noun.key)
    elif "in-house" in words:
        related.add("developed_by", name.value, related.referents.company, start, last, (name,))


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
        if token.key in ARTICLES or sentence.breaks(start - 1) or (token.glued and token.key == "s"):
            break
        start -= 1
    return start, place


def _is_sort(noun: str) -> bool:
    """Whether a noun says what kind of thing or company something is."""
    if any(noun in of_nouns(kind) for kind in ("company", "unit", "thing", "model")) or _is_fund(noun):
        return True
    return len(noun) > 4 and noun.endswith(("er", "or", "ers", "ors")) and noun not in of_nouns("compared")


@cache
def _sites() -> frozenset[str]:
    return frozenset(
        "campus plant factory site centre center unit subsidiary sibling sister model product chip app"
        " service division tool platform start-up startup router system agent assistant arm lab"
        " laboratory version edition variant".split()
    )


def _is_fund(key: str) -> bool:
    return key in (
        "fund",
        "regulator",
        "exchange",
        "house",
        "outfit",
        "chain",
        "agency",
        "ministry",
        "project",
        "festival",
        "union",
        "consortium",
        "alliance",
        "charity",
        "campus",
        "plant",
        "factory",
        "institute",
    )


def _verbal_noun(related: Related, start: int, end: int) -> bool:
    """Whether the words before a name are a clause of their own: ``the company said Foo``."""
    return any(related.sentence.is_verbal(at) for at in range(start, end))


def _called_by_noun(related: Related, name: Mention[Entity], at: int) -> None:
    """``the Foo large language model``, ``the MaaS business line``: two words or more behind a name."""
    sentence = related.sentence
    if sentence.token(at - 1).key not in ("the", "a", "an", "its") or name.value.kind in (
        "person",
        "publication",
    ):
        return
    end = sentence.name_end(name)
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
    if name.value.kind == "place" and (name.value.known or sentence.token(end - 1).key not in _sites()):
        return
    related.add("is_a", name.value, sentence.page.quote(sentence.span(first, end)), at, end, (name,))


def _is_called(noun: str) -> bool:
    """Whether a noun can stand behind the name of what it says."""
    return any(noun in of_nouns(kind) for kind in ("model", "thing", "unit", "bare"))


def _predicates(related: Related) -> None:
    """``Foo is a compact router``, ``Roe remains chairman``."""
    sentence = related.sentence
    for at in range(sentence.first + 1, sentence.end):
        if sentence.tokens[at].key not in BEING:
            continue
        behind = at + 1
        while sentence.token(behind).key in ("now", "also", "still", "already", "currently", "effectively"):
            behind += 1
        phrase = sentence.phrase_at(behind)
        if phrase is None or not phrase.noun or (not phrase.article and phrase.owner is None):
            continue
        if (
            phrase.noun in of_nouns("empty")
            or (phrase.name is not None and not _ends_in_noun(related, phrase))
            or sentence.token(at - 1).key in ("there", "what", "this", "that")
        ):
            continue
        if phrase.article in ("this", "that", "these", "those", "his", "her", "our"):
            continue
        subject = related.subject(at, related.sides("is_a")[0])
        if subject is None or (
            subject.mention is None and sentence.token(at - 1).key not in ("it", "which", "that")
        ):
            continue
        if sentence.token(at).key == "was" and subject.entity.kind != "incident":
            continue
        end = _extent(related, phrase)
        if sentence.token(end).key == "to":
            continue
        _is(related, subject.entity, subject.mention, phrase, end)


def _standing(related: Related) -> None:
    """``Foo's position as the first choice of schools``."""
    sentence = related.sentence
    for at in range(sentence.first + 1, sentence.end):
        if sentence.token(at).key != "as" or sentence.token(at - 1).key not in STANDING:
            continue
        phrase = sentence.phrase_at(at + 1)
        owner = owner_before(related, at - 1)
        entity = (
            owner.value
            if owner is not None
            else related.referents.meant("it")
            if sentence.token(at - 2).key == "its"
            else None
        )
        if phrase is not None and phrase.article in ("the", "a", "an") and entity is not None:
            _is(related, entity, owner, phrase, _extent(related, phrase))
