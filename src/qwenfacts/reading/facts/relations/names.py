"""Relations that stand around names: appositions, parentheses, possessives, posts, what something is."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.nouns import Phrase
from ...english.referents import ORGANISATIONS, is_thing, of_nouns
from ...english.stretches import covering
from ...wordclasses import ARTICLES, CONDITIONALS
from ...wording import in_all_forms
from .calling import called_by_noun, foregoing
from .heads import head_of
from .identity import CLOSES, ends_in_noun, extent, identity, is_closed, is_superlative
from .likening import liken
from .links import Related
from .lists import family_links, group_links, home_link, is_site_name, label_links, maker_link, seat_link
from .owners import owner_before, possessor_link
from .posts import post_links, taken_links
from .sides import is_made, is_site, is_sort, is_whole

__all__ = ["name_links"]

OPENS: Final = frozenset((",", "—", "–", "(", ":"))
BEING: Final = frozenset(("is", "are", "remains", "remain", "becomes", "becoming", "became", "was"))
CONDITIONS: Final = CONDITIONALS | {"until", "once"}
STANDING: Final = frozenset(("position", "status", "role", "reputation", "place"))
LOSING: Final = in_all_forms("lose/lost")
ALREADY: Final = frozenset("already now still long also itself currently today nowadays".split())
INDEFINITE: Final = frozenset(("a", "an"))
MEANWHILE: Final = frozenset("long now also still already currently effectively".split())
BESIDE: Final = frozenset("on in last this at late early under".split())


def name_links(related: Related) -> None:
    """Note the relations that stand around the names of a sentence."""
    for at, name in sorted(related.sentence.starting.items()):
        if name.value.kind == "person" and (name.value.known or _is_somebody(related, name)):
            post_links(related, name, at)
        else:
            _apposition(related, name)
            foregoing(related, name, at)
            possessor_link(related, name, at)
            called_by_noun(related, name, at)
            maker_link(related, name)
            seat_link(related, name)
        if name.value.kind == "place":
            home_link(related, name, at)
    _headed(related)
    _predicates(related)
    related.read((STANDING, _standing))
    taken_links(related)
    family_links(related)
    group_links(related)
    label_links(related)


def _is_somebody(related: Related, name: Mention[Entity]) -> bool:
    """Whether an unknown name that looks like a person's is not called a thing or company."""
    sentence = related.sentence
    behind, at = sentence.name_end(name), sentence.name_first(name)
    apposed = sentence.token(at - 1).text == "," and sentence.noun_ending(at - 1) in of_nouns("thing")
    aside = sentence.token(behind).text in (",", "(", "—", "–")
    phrase = sentence.phrase_at(behind + 1) if aside else None
    noun = ""
    if phrase is not None and phrase.article in ARTICLES:
        noun = sentence.seen_through(phrase).noun
    called = apposed or is_made(noun) or is_whole(noun)  # its product, Foo Bar; Foo Bar, a router
    return related.referents.seen(name.value).kind == "person" and not called


# -- what something is --


def _apposition(related: Related, name: Mention[Entity]) -> None:
    """``Foo, a compact router,``, ``Foo (Acme's router)``, ``Foo – a router``."""
    sentence = related.sentence
    opening = sentence.name_end(name)
    if sentence.token(opening).key in of_nouns("bare") and sentence.token(opening + 1).text in OPENS:
        opening += 1  # the Foo model, a router
    mark = sentence.token(opening).text
    if sentence.token(opening).text == "(":
        closing = sentence.closing(opening)
        if sentence.token(closing).text in (",", "—", "–") and closing - opening <= 4:
            opening, mark = closing, sentence.token(closing).text  # Foo (F), a router
    elif mark == "." and sentence.token(opening + 1).text == ",":
        opening, mark = opening + 1, ","  # Foo Corp., a router
    elif mark not in OPENS:
        opening = _behind_aside(related, opening)
        mark = sentence.token(opening).text
    if (
        mark not in OPENS
        or name.value.kind == "publication"
        or (mark == ":" and opening - sentence.first > 6)
    ):
        return
    start = opening + 1
    while sentence.token(start).key in ALREADY:
        start += 1
    if sentence.token(start).key == "by" and sentence.token(start + 1).key in ("now", "far"):
        start += 2
    phrase = sentence.phrase_at(start)
    if phrase is None or not phrase.noun or (phrase.name is not None and not ends_in_noun(related, phrase)):
        return
    if (
        mark in ("—", "–")
        and sentence.token(start).text[:1].isupper()
        and name.span.start > sentence.token(sentence.opening).start
    ):
        return  # - Foo moves to Bar — A merger
    if not phrase.article and phrase.owner is None:
        return
    if name.value.kind == "place" and sentence.token(sentence.name_first(name) - 1).key in (
        "in",
        "near",
        "at",
    ):
        seated = sentence.ending.get(sentence.name_first(name) - 1)
        if seated is not None and (is_site_name(seated) or seated.value.kind not in ("place", "person")):
            name = seated  # Fab 9 in Lyon, the oldest plant
    if name.value.kind == "place" and not is_site(phrase.noun) and not _is_thing_called(name.value, phrase):
        return  # Paris, the capital; but Foo, a campus in Ohio
    if name.value.kind == "platform":
        name = related.apposed_to(opening, phrase.noun) or name
    end = extent(related, phrase)
    if (
        (mark == ":" and sentence.token(end).text not in CLOSES)
        or not is_closed(related, end)
        or phrase.noun in of_nouns("empty")
        or phrase.article in ("this", "that", "these", "those", "his", "her")
    ):
        return
    identity(related, name.value, name, phrase, end)


def _headed(related: Related) -> None:
    """``- Foo goes live — The smallest router of all, it costs $5``: what is said behind the dash at once."""
    headline = related.headline() if related.sentence.passage.block.kind == "list_item" else None
    phrase = related.sentence.phrase_at(headline[1] + 1) if headline is not None else None
    if headline is None or phrase is None or phrase.name is not None:
        return
    if (is_made(phrase.noun) or is_whole(phrase.noun)) and headline[1] != related.sentence.name_end(
        headline[0]
    ):
        identity(related, headline[0].value, headline[0], phrase, extent(related, phrase))


def _is_thing_called(entity: Entity, phrase: Phrase) -> bool:
    """Whether a name that only looks like a place is called something else: ``Foo Lake, a chip``."""
    return not entity.known and is_sort(phrase.noun)


def _behind_aside(related: Related, at: int) -> int:
    """The comma behind the day or state that follows a name: ``Foo on Tuesday, a router``, ``in beta, a``."""
    sentence, end = related.sentence, at
    if sentence.keys.isdisjoint(INDEFINITE):
        return at
    while sentence.token(end).key in BESIDE:
        end += 1
    date = sentence.date_at(end)
    phrase = sentence.phrase_at(end) if end > at and date is None else None
    if date is not None:
        end = sentence.page.token_at(date.span.end)
    elif phrase is not None and phrase.name is None:
        end = phrase.end
    article = sentence.token(end + 1).key in INDEFINITE
    return end if sentence.token(end).text == "," and article else at


def _predicates(related: Related) -> None:
    """``Foo is a compact router``, ``Roe remains chairman``."""
    sentence = related.sentence
    for at in sentence.places(BEING, 1):
        behind = at + 1
        while sentence.token(behind).key in MEANWHILE:
            behind += 1
        phrase = sentence.phrase_at(behind)
        imaged = phrase is not None and phrase.noun in of_nouns("image")
        if phrase is not None and phrase.name is not None and phrase.end == sentence.name_end(phrase.name):
            _inverted(related, at, phrase.name)
        if phrase is None or not phrase.noun or (not phrase.article and phrase.owner is None):
            continue
        if (
            phrase.noun in of_nouns("empty")
            or (phrase.name is not None and not ends_in_noun(related, phrase))
            or sentence.token(at - 1).key in ("there", "what", "this", "that")
            or phrase.article in ("this", "that", "these", "those", "his", "her", "our")
        ):
            continue
        subject = related.subject(at, related.sides("is_a")[0])
        if subject is None:
            continue
        meant = subject.mention is None and sentence.token(at - 1).key not in ("it", "which", "that")
        if meant and not is_superlative(related, phrase):
            continue  # the launch is a sign; but the model is the largest of its family
        openings = (sentence.token(subject.first - 1).key, sentence.token(sentence.opening).key)
        if sentence.token(at).key.startswith("becom") and not CONDITIONS.isdisjoint(openings):
            continue
        if sentence.token(at).key == "was" and subject.entity.kind != "incident" and not imaged:
            continue
        end = extent(related, phrase)
        if sentence.token(end).key == "to" and end + 1 not in sentence.starting:
            continue  # the first of its kind to read maps
        for entity, mention in zip_longest(subject.entities, (subject.mention,)):
            if _is_image(related, entity, phrase):
                liken(related, subject._replace(entities=(entity,)), phrase, at)
            else:
                identity(related, entity, mention, phrase, end)


def _is_image(related: Related, entity: Entity, phrase: Phrase) -> bool:
    """Whether something is called what it is not: ``Acme is a racehorse``, ``Foo is becoming a utility``."""
    if phrase.article not in ("a", "an"):
        return False
    if phrase.noun in of_nouns("image"):
        return True
    told = is_sort(phrase.noun) or is_made(phrase.noun) or phrase.noun in of_nouns("bare", "rival", "partner")
    told = told or phrase.noun.endswith(("ary", "ory", "ee", "ist", "ant", "ent")) or phrase.noun == "member"
    if is_thing(related.referents.seen(entity)):
        quoted = covering(related.page.quotations, related.sentence.token(phrase.first).start) is not None
        return (quoted and not told) or (is_whole(phrase.noun) and not is_made(phrase.noun))
    return entity.kind in ORGANISATIONS and not told and not is_whole(phrase.noun)


def _inverted(related: Related, copula: int, name: Mention[Entity]) -> None:
    """``Its biggest customer is Foo``: what the subject says of the name behind the verb."""
    head = head_of(related.sentence, copula)
    phrase = head.phrases[0] if head is not None and len(head.phrases) == 1 else None
    if phrase is None or phrase.name is not None or name.value.kind in ("person", "place"):
        return
    if is_sort(phrase.noun) and (phrase.owner is not None or phrase.article.endswith(("'s", "its"))):
        identity(related, name.value, name, phrase, phrase.end)


def _standing(related: Related) -> None:
    """``Foo's position as the first choice of schools``."""
    sentence = related.sentence
    for noun in sentence.places(STANDING, 1):
        phrase = sentence.phrase_at(noun + 2) if sentence.token(noun + 1).key == "as" else None
        if phrase is None or not phrase.article.endswith(("the", "a", "an", "'s")):
            continue
        if sentence.token(noun - 2).key in LOSING:
            continue  # loses its status as
        owner = owner_before(related, noun)
        made = related.referents.made() if sentence.token(noun - 1).key == "its" else None
        entity = owner.value if owner is not None else made
        if entity is not None:
            identity(related, entity, owner, phrase, extent(related, phrase))
