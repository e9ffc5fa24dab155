"""Relations that verbs and their like tell: what is built on what, who makes it, what it answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, cast

from ....entities import Entity
from ....facts import RelationKind
from ....tokens import Phrases
from ...english.nouns import ARTICLES, COPULAS, PREPOSITIONS, Phrase
from ...english.referents import is_thing
from ...english.verbs import Verb, verbs_among
from ...wording import FUNCTION_WORDS, table
from .comparing import comparison_links
from .deeds import deeds
from .links import Related, Subject
from .money import ROUNDS, money_links
from .offers import offer_links
from .users import user_links

__all__ = ["verb_links"]

FREE: Final = frozenset((
    "built_on", "trained_on", "optimised_for", "integrates_with", "responds_to", "oversees", "likened_to",
    "competes_with", "is_a", "known_as",
))  # fmt: skip
"""Kinds whose object may be words."""
STRICT: Final = frozenset(("competes_with", "uses", "worked_on"))
"""Kinds whose verbs mean something else without a name behind them: ``beat forecasts``."""
FAR: Final = 24
DEVICES: Final = frozenset("device devices phone phones laptop laptops handset handsets".split())
HIRED: Final = frozenset("hired appointed named chosen recruited promoted tapped picked".split())
RELATIVES: Final = frozenset(("that", "which"))
MEASURING: Final = frozenset(
    "gives puts places ranks credits gave put placed ranked credited sees rates".split()
)


def verb_links(related: Related) -> None:
    """Note the relations that the verbs of a sentence tell, and the phrases that go without one."""
    sentence = related.sentence
    done: set[int] = set()
    for verb in verbs_among(sentence.tokens, sentence.first, sentence.end, "relations", "verbs"):
        kind, _, way = verb.kind.partition("/")
        if not verb.real and not _is_apt(related, verb):
            continue
        if _tell(related, cast("RelationKind", kind), way, verb):
            done.add(verb.start)
    _word_links(related)
    comparison_links(related)
    offer_links(related)
    money_links(related)
    user_links(related)
    deeds(related, done)


def _is_apt(related: Related, verb: Verb) -> bool:
    """Whether an infinitive or ``can`` says what a thing is for or where it can be had."""
    words = {related.sentence.token(at).key for at in range(verb.first, verb.start)}
    if verb.kind == "led_by/back" and "to" in words:
        return related.sentence.token(verb.first - 1).key in HIRED
    return (
        bool(words & {"can", "to"})
        and not words & {"not", "never", "will", "would", "may", "might", "could"}
        and (verb.kind.startswith(("available_on", "competes_with/link")) or "can" in words)
    )


def _tell(related: Related, kind: RelationKind, way: str, verb: Verb) -> bool:
    fits, accepts = related.sides(kind)
    if kind == "built_on" and related.sentence.token(verb.first - 1).key in ("preview", "version", "edition"):
        kind = "available_on"  # a hosted preview runs on Foo
    if kind == "known_as" and not _is_naming(related, verb):
        return False
    if kind == "built_on" and _runs_there(related, verb):
        return False
    if way == "link":
        subject = related.subject(verb.first, fits)
        return subject is not None and _objects(related, kind, subject, verb.start, verb.end)
    if way == "as":
        return _likened(related, kind, verb)
    doer_fits, done_fits = (accepts, fits) if way == "back" else (fits, accepts)
    sentence = related.sentence
    by = sentence.token(verb.end).key == "by" and verb.form in ("past", "participle")
    if by or verb.passive:
        return by and _passive(related, kind, way, verb, done_fits)
    has = any(sentence.token(at).key in ("has", "have", "had") for at in range(verb.first, verb.start))
    if (verb.form == "participle" and not has) or (verb.form == "gerund" and way == "act" and kind == "uses"):
        return False
    if sentence.token(verb.end).key in PREPOSITIONS and kind != "responds_to":
        return False
    doer = related.subject(verb.first, doer_fits)
    if doer is None:
        return False
    if way == "back" and _whose(related, kind, doer, verb):
        return True
    told, behind = False, verb.end
    group = sentence.phrase_at(behind) if kind == "part_of" else None
    if group is not None and group.name is None and sentence.token(group.end).text in ("—", "–", "(", ":"):
        behind = group.end + 1  # combining two units — Foo and Bar
    if kind == "uses" and sentence.token(behind).key == "it":
        return _uses_it(related, doer, behind)
    for phrase in sentence.objects(behind):
        phrase = _apposed(related, phrase)
        if way == "back":
            told |= _made(related, kind, doer, phrase, verb)
        else:
            told |= _add(related, kind, doer, phrase, verb.start, strict=True)
    return told


def _runs_there(related: Related, verb: Verb) -> bool:
    """Whether a thing runs on nothing but a kind of device: that is what it does, not what it is built on."""
    sentence, phrase = related.sentence, related.sentence.phrase_at(verb.end)
    if phrase is None or phrase.name is not None or not sentence.token(verb.start).key.startswith("run"):
        return False
    return any(sentence.token(at).key in DEVICES for at in range(phrase.first, phrase.end))


def _uses_it(related: Related, doer: Subject, at: int) -> bool:
    """``Foo, which already uses it``: what was spoken of before."""
    thing = related.referents.made()
    if thing is None or doer.mention is None:
        return False
    return related.add("uses", doer.entity, thing, doer.first, at + 1, (doer.mention,))


def _whose(related: Related, kind: RelationKind, doer: Subject, verb: Verb) -> bool:
    """``Foo, the laboratory that the bank Acme owns``: the object stands before its relative clause."""
    sentence = related.sentence
    if doer.mention is None or sentence.name_end(doer.mention) != verb.first:
        return False
    at = doer.first
    while sentence.token(at - 1).key not in RELATIVES:
        at -= 1
        if doer.first - at > 3 or (sentence.breaks(at) and sentence.token(at).key not in ARTICLES):
            return False
    owned = related.ending(at - 1, related.sides(kind)[0], relative=True)
    if owned is None or owned.mention is None:
        return False
    return related.add(kind, owned.entity, doer.entity, owned.first, verb.end, (owned.mention, doer.mention))


def _is_naming(related: Related, verb: Verb) -> bool:
    """Whether a verb gives a thing another name: ``is dubbed Foo``, not ``called the model good``."""
    before = related.sentence.token(verb.start - 1)
    if verb.form not in ("past", "participle") or related.sentence.token(verb.end).key in ARTICLES:
        return False
    return verb.passive or before.text == "," or before.key.endswith("ly")


def _made(related: Related, kind: RelationKind, doer: Subject, phrase: Phrase, verb: Verb) -> bool:
    """Add a relation whose object is the doer: ``Acme makes Foo``, ``Roe, who leads research``."""
    sentence, name = related.sentence, phrase.name
    if name is None:
        if kind != "led_by" or verb.form == "past" or sentence.token(verb.first - 1).key != "who":
            return False  # who ran a shop has left it
        end = sentence.whole(phrase)
        words = sentence.page.quote(sentence.span(phrase.first, end))
        return related.add("oversees", doer.entity, words, doer.first, end, (doer.mention,))
    if phrase.owner is not None and phrase.owner.value != doer.entity:
        return False
    if kind == "part_of" and name.value.kind == "person":
        kind = "member_of"
    return related.add(kind, name.value, doer.entity, doer.first, phrase.end, (doer.mention, name))


def _likened(related: Related, kind: RelationKind, verb: Verb) -> bool:
    """``positions Foo as the workshop of Asia``."""
    sentence = related.sentence
    told, at = False, verb.end
    while True:
        phrase = sentence.phrase_at(at)
        behind = sentence.phrase_at(phrase.end + 1) if phrase is not None else None
        if (
            phrase is None
            or behind is None
            or phrase.name is None
            or sentence.token(phrase.end).key not in ("as", "to")
        ):
            return told
        end = sentence.whole(behind, across=frozenset(("of", "for", "in")), lists=False)
        words = sentence.page.quote(sentence.span(behind.first, end)).strip(" “”\"'")
        told |= related.add(kind, phrase.name.value, words, verb.start, end, (phrase.name,))
        at = end + 2 if sentence.token(end + 1).key == "and" else end + 1


def _passive(
    related: Related, kind: RelationKind, way: str, verb: Verb, fits: Callable[[Entity], bool]
) -> bool:
    """``Foo is made by Acme``, ``Foo was chosen by Acme and by Bar``."""
    sentence = related.sentence
    if kind == "led_by" and any(sentence.token(at).key in ROUNDS for at in range(verb.first - 6, verb.first)):
        return False
    subject = related.subject(verb.first, fits)
    if subject is None:
        return False
    told = False
    agents = [*sentence.names(verb.end + 1)]
    for at in range(verb.end + 1, min(sentence.end, verb.end + FAR)):
        if sentence.token(at).key == "by" and sentence.token(at - 1).key == "and":
            agents += sentence.names(at + 1)  # by Foo for its staff, and by Bar
    for phrase, agent in agents:
        for entity in subject.entities:
            pair = (agent.value, entity) if way == "act" else (entity, agent.value)
            told |= related.add(
                kind, *pair, min(subject.first, verb.start), phrase.end, (subject.mention, agent)
            )
    return told


def _apposed(related: Related, phrase: Phrase) -> Phrase:
    """The name right behind a common noun and a comma: ``unveiled a new router, Foo``."""
    if phrase.name is None and related.sentence.token(phrase.end).text == ",":
        name = related.sentence.starting.get(phrase.end + 1)
        if name is not None and phrase.article in ("a", "an", "its"):
            return phrase._replace(name=name, end=related.sentence.name_end(name), owner=None)
    return phrase


def _objects(related: Related, kind: RelationKind, subject: Subject, at: int, behind: int) -> bool:
    told = False
    for phrase in related.sentence.objects(behind):
        told |= _add(related, kind, subject, phrase, at, strict=False)
    return told


def _add(
    related: Related, kind: RelationKind, subject: Subject, phrase: Phrase, at: int, *, strict: bool
) -> bool:
    """Add a relation to a phrase: to its name, or to its words where the kind goes with words."""
    sentence = related.sentence
    first = min(subject.first, at)
    name, end = phrase.name, phrase.end
    told = False
    if kind == "oversees" and name is None and not phrase.article:
        return False
    if kind == "partners_with" and is_thing(related.referents.seen(subject.entity)):
        makers = [
            link.object
            for link in related.found[-FAR:]
            if link.kind == "developed_by" and link.subject == subject.entity
        ]
        maker = next((one for one in makers if isinstance(one, Entity)), related.referents.company)
        subject = subject._replace(entities=(maker,))
    for entity in subject.entities:
        if name is not None and related.sides(kind)[1](name.value) and not sentence.is_modifier(phrase):
            told |= related.add(kind, entity, name.value, first, end, (subject.mention, name))
        elif kind in FREE and not (strict and kind in STRICT) and phrase.noun not in ("it", "them"):
            end = sentence.whole(phrase)
            start = _matter(related, phrase) if kind == "trained_on" else phrase.first
            words = sentence.page.quote(sentence.span(start, end)).strip(" “”\"'")
            told |= related.add(kind, entity, words, first, end, (subject.mention,))
            if kind == "optimised_for" and sentence.token(end).text == ":":
                _listed(related, kind, entity, first, end + 1)
    return told


def _matter(related: Related, phrase: Phrase) -> int:
    """What something is trained on, without how much of it: ``3 trillion tokens of | code``."""
    sentence, of = related.sentence, phrase.end
    measured = phrase.noun == "tokens" and sentence.token(of).key == "of"
    return of + 1 if measured and sentence.phrase_at(of + 1) is not None else phrase.first


def _listed(related: Related, kind: RelationKind, entity: Entity, first: int, at: int) -> None:
    """``tuned for offices: letters, minutes, and tables``: each of the list as well."""
    sentence = related.sentence
    while (phrase := sentence.phrase_at(at)) is not None:
        end = phrase.end
        words = sentence.page.quote(sentence.span(phrase.first, end))
        behind = sentence.closing(end) if sentence.token(end).text == "(" else end
        known = phrase.name is not None and related.sides(kind)[1](phrase.name.value)
        object_ = phrase.name.value if known and phrase.name is not None else words
        related.add(kind, entity, object_, first, end)
        if sentence.token(behind).text != ",":
            return
        at = behind + 1 + (sentence.token(behind + 1).key == "and")


# -- without a verb --


@cache
def _words() -> Phrases[str]:
    lists: dict[str, list[str]] = table("relations")["words"]
    return Phrases((phrase, kind) for kind, phrases in lists.items() for phrase in phrases)


def _word_links(related: Related) -> None:
    """``Foo, an answer to Bar``, ``Foo is compatible with Bar``."""
    sentence, phrases = related.sentence, _words()
    openings, at = phrases.openings(), sentence.first
    while at < sentence.end:
        found = phrases.starting(sentence.tokens, at) if sentence.tokens[at].key in openings else None
        if found is None or found[1] > sentence.end:
            at += 1
            continue
        kind, end = cast("RelationKind", found[0]), found[1]
        subject = _described(related, at, related.sides(kind)[0])
        if kind == "competes_with":
            subject = _measured(related, at) or subject
        if subject is not None:
            for phrase in sentence.objects(end):
                _add(related, kind, subject, phrase, at, strict=True)
        at = end


def _measured(related: Related, at: int) -> Subject | None:
    """Whom a source measures: ``Foo Research gives Acme a third of the market, ahead of Bar``."""
    sentence = related.sentence
    for index in range(at - 1, max(sentence.first, at - FAR), -1):
        if sentence.token(index).key in MEASURING:
            name = sentence.starting.get(index + 1)
            fits = name is not None and related.sides("competes_with")[0](name.value)
            return Subject((name.value,), index, name) if name is not None and fits else None
    return None


def _described(related: Related, at: int, fits: Callable[[Entity], bool]) -> Subject | None:
    """Whom a phrase without a verb is about: what it is the apposition or predicate of."""
    sentence, index = related.sentence, at
    for _ in range(5):
        token = sentence.token(index - 1)
        if token.key in ARTICLES:
            index -= 1
            break
        plain = (
            token.kind == "word"
            and token.key not in FUNCTION_WORDS | PREPOSITIONS | COPULAS
            and token.text.islower()
        )
        owner = sentence.ending.get(index)
        if owner is not None and sentence.token(index).text in ("'", "’"):
            index = sentence.name_first(owner)
            break
        if token.key == "s" and token.glued and sentence.token(index - 2).text in ("'", "’"):
            index -= 2
            continue
        if not plain or index in sentence.ending:
            break
        index -= 1
    before = sentence.token(index - 1)
    if before.key in COPULAS:
        return related.subject(index - 1, fits)
    end = index - 1 if before.text in (",", "—", "–", "(") or before.key in ("and", "but") else at
    found = related.ending(end, fits) if end < at or index == at else None
    found = found or related.joined(at, fits)
    if found is None and sentence.passage.block.kind == "list_item":
        topic = related.referents.made()
        found = Subject((topic,), at) if topic is not None and fits(topic) else None
    return found
