"""Relations that verbs and their like tell: what is built on what, who makes it, what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge
from operator import attrgetter
from typing import Final, cast

from ....entities import Entity
from ....facts import RelationKind
from ...english.clauses import last_before
from ...english.nouns import ARTICLES, PREPOSITIONS, Nouns, Phrase
from ...english.referents import ORGANISATIONS, is_thing, of_nouns
from ...english.verbs import Verb, parted_verbs_in, verbs_in
from ...spans import within
from .bodies import body_links
from .comparing import comparison_links
from .deeds import deeds
from .gathering import gathered, parted, reports
from .heads import CALLED, head_of
from .links import Related, Subject
from .money import ROUNDS, money_links
from .offers import offer_links
from .owners import is_unit_name
from .roles import role_links
from .sides import Fits
from .telling import SET_AGAINST, tell
from .users import user_links
from .wordlinks import word_links

__all__ = ["verb_links"]

OF_IT: Final = ("built_on", "integrates_with", "competes_with")
COUNTED: Final = frozenset("units cards racks chips copies seats licences licenses parts".split())
SECOND: Final = ("part_of/back", "oversees/act")
"""Kinds that a verb tells only where it tells no other."""
LASTING: Final = ("led_by", "integrates_with", "uses", "available_on", "oversees", "part_of", "located_in")
"""Kinds of which also what will be is told."""
WHERE: Final = frozenset("in on at last this earlier".split())
CHARGED: Final = frozenset(("of", "for", "in"))
NEAR: Final = 8
FAR: Final = 24
DEVICES: Final = frozenset("device devices phone phones laptop laptops handset handsets".split())
HIRED: Final = frozenset("hired appointed named chosen recruited promoted tapped picked".split())


def verb_links(related: Related) -> None:
    """Note the relations that the verbs of a sentence tell, and the phrases that go without one."""
    sentence = related.sentence
    done: set[int] = set()
    for found in _verbs(sentence):
        verb = found
        if (
            verb.kind == "available_on/link" and verb.end < sentence.end and sentence.is_date(verb.end)
        ):  # launched on Monday
            verb = verb._replace(kind="developed_by/back", end=verb.start + 1)
        kind, _, way = verb.kind.partition("/")
        if (not verb.real and not _is_apt(related, verb)) or (verb.kind in SECOND and verb.start in done):
            continue
        if _tell(related, cast("RelationKind", kind), way, verb):
            done.add(verb.start)
    word_links(related)
    comparison_links(related)
    offer_links(related)
    money_links(related)
    user_links(related)
    role_links(related)
    body_links(related)
    deeds(related, done)


def _verbs(sentence: Nouns) -> Iterator[Verb]:
    """The verbs of a sentence, also those that an adverb parts: ``competes directly with``."""
    where = (sentence.page, sentence.passage, "relations", "verbs")
    parted = list(parted_verbs_in(*where))
    if not parted:
        return verbs_in(*where)
    starts = {verb.start for verb in parted}
    whole = (verb for verb in verbs_in(*where) if verb.start not in starts)
    return merge(whole, parted, key=attrgetter("start"))


def _is_apt(related: Related, verb: Verb) -> bool:
    """Whether an infinitive or ``can`` says what a thing is for or where it can be had."""
    words = {related.sentence.token(at).key for at in range(verb.first, verb.start)}
    if verb.kind == "led_by/back" and "to" in words:
        return related.sentence.token(verb.first - 1).key in HIRED
    if verb.kind.startswith(LASTING) and words & {"will", "shall"} and not words & {"not", "never"}:
        return True
    return (
        bool(words & {"can", "to", "must"})
        and not words & {"not", "never", "will", "would", "may", "might", "could"}
        and (verb.kind.startswith(("available_on", "competes_with")) or "can" in words)
    )


def _tell(related: Related, kind: RelationKind, way: str, verb: Verb) -> bool:
    fits, accepts = related.sides(kind)
    if kind == "built_on" and related.sentence.token(verb.first - 1).key in ("preview", "version", "edition"):
        kind = "available_on"  # a hosted preview runs on Foo
    if kind == "known_as" and not _is_naming(related, verb):
        return False
    if kind == "optimised_for" and related.sentence.token(verb.start).key in ("mean", "means"):
        return False  # what it means for buyers
    if kind == "built_on" and _runs_there(related, verb):
        return False
    if way == "link":
        subject = related.subject(verb.first, fits)
        return subject is not None and _objects(related, kind, subject, verb.start, verb.end)
    if way == "as":
        return _likened(related, kind, verb)
    if way == "into":
        return gathered(related, kind, verb)
    if way == "out":
        return parted(related, verb)
    if way == "over":
        return reports(related, verb)
    if way == "it":  # derived it from Foo
        thing = related.referents.made()
        about = Subject((thing,), verb.start) if thing is not None and fits(thing) else None
        return about is not None and _objects(related, kind, about, verb.start, verb.end)
    if related.sentence.token(verb.end).key == "that" and kind in ("responds_to", "developed_by"):
        return False  # countered that, announced that
    doer_fits, done_fits = (accepts, fits) if way == "back" else (fits, accepts)
    sentence = related.sentence
    done = verb.form in ("past", "participle")
    if done and sentence.token(verb.end).key != "by":
        verb = _with_agent(related, verb)
    by = sentence.token(verb.end).key == "by" and done
    if by or verb.passive:
        return by and _passive(related, kind, way, verb, done_fits)
    has = any(sentence.token(at).key in ("has", "have", "had") for at in range(verb.first, verb.start))
    if (verb.form == "participle" and not has) or (
        verb.form == "gerund" and way == "act" and kind == "uses" and verb.first == verb.start
    ):
        return False
    through = sentence.token(verb.end).key in PREPOSITIONS and kind != "responds_to"
    if through and not (way == "back" and sentence.ending.get(verb.first) is not None):
        return False
    if kind == "developed_by":
        doer_fits = _either(doer_fits, related.sides("holds_role")[0])
    doer = related.subject(verb.first, doer_fits)
    if doer is None:
        return False
    if (way == "back" and _whose(related, kind, doer, verb)) or through:
        return True
    told, behind = False, verb.end
    group = sentence.phrase_at(behind) if kind in ("part_of", "led_by") else None
    if (
        kind == "part_of"
        and group is not None
        and group.name is None
        and sentence.token(group.end).text in ("—", "–", "(", ":")
    ):
        behind = group.end + 1  # combining two units — Foo and Bar
    if kind == "led_by" and sentence.token(behind).key == "it":
        return _leads_it(related, doer, behind)
    if kind == "uses" and sentence.token(behind).key == "it":
        return _uses_it(related, doer, behind)
    charged = kind == "oversees" or (kind == "led_by" and group is not None and group.name is None)
    for phrase in _charges(related, behind) if charged else sentence.objects(behind):
        phrase = _apposed(related, phrase)
        if kind == "uses" and phrase.name is None and (thing := _thing(related, phrase)) is not None:
            told |= related.add(kind, doer.entity, thing, doer.first, phrase.end, (doer.mention,))
        elif way == "back":
            told |= _made(related, kind, doer, phrase, verb)
        else:
            told |= tell(related, kind, doer, phrase, verb.start, strict=True)
    return told


def _either(one: Fits, other: Fits) -> Fits:
    return lambda entity: one(entity) or other(entity)


def _with_agent(related: Related, verb: Verb) -> Verb:
    """A verb up to its ``by`` where a time or place stands between: ``unveiled on Tuesday by Foo``."""
    sentence, at = related.sentence, verb.end
    while at < sentence.end and at - verb.end < NEAR and sentence.token(at).key in WHERE:
        phrase = sentence.phrase_at(at + 1)
        at = phrase.end if phrase is not None else at + 2
        if sentence.token(at).key == "by":
            return verb._replace(end=at)
    return verb


def _charges(related: Related, at: int) -> Iterator[Phrase]:
    """What somebody oversees, named or not: ``finance, procurement and the Foo unit``."""
    sentence = related.sentence
    listed = True
    while listed:
        phrase = sentence.phrase_at(at)
        if phrase is None or sentence.is_verbal(at) or phrase.article in ("a", "an"):
            return
        yield phrase
        at = phrase.end
        listed = sentence.token(at).text == "," or sentence.token(at).key == "and"
        at += 1 + (sentence.token(at + 1).key == "and")


def _runs_there(related: Related, verb: Verb) -> bool:
    """Whether a thing runs on nothing but a kind of device: that is what it does, not what it is built on."""
    sentence, phrase = related.sentence, related.sentence.phrase_at(verb.end)
    if phrase is None or phrase.name is not None or not sentence.token(verb.start).key.startswith("run"):
        return False
    return any(sentence.token(at).key in DEVICES for at in range(phrase.first, phrase.end))


def _thing(related: Related, phrase: Phrase) -> Entity | None:
    """What somebody uses that is not named: ``will deploy the agent``, ``ordered 4,000 units``."""
    if phrase.article in ("the", "this"):
        meant = related.referents.meant(phrase.noun)
        return meant if meant is not None and is_thing(related.referents.seen(meant)) else None
    counted = within(related.sentence.passage.quantities, related.sentence.span(phrase.first, phrase.end))
    return related.referents.made() if counted and phrase.noun in COUNTED else None


def _uses_it(related: Related, doer: Subject, at: int) -> bool:
    """``Foo, which already uses it``: what was spoken of before."""
    thing = related.referents.made()
    if thing is None or doer.mention is None:
        return False
    told = [related.add("uses", one, thing, doer.first, at + 1, (doer.mention,)) for one in doer.entities]
    return any(told)


def _leads_it(related: Related, doer: Subject, at: int) -> bool:
    """``Foo, a new unit; Jane Roe heads it``: the last one that can be led, and was spoken of before."""
    before = last_before(related.sentence.passage.names, related.sentence.token(doer.first).start)
    seen = related.referents.seen
    told = next((name.value for name in before if seen(name.value).kind in ORGANISATIONS), None)
    whole = told or related.referents.meant("it") or related.referents.company
    return related.add("led_by", whole, doer.entity, doer.first, at + 1, (doer.mention,))


def _whose(related: Related, kind: RelationKind, doer: Subject, verb: Verb) -> bool:
    """``Foo, the laboratory that the bank Acme owns``: the object stands before its relative clause."""
    sentence = related.sentence
    if doer.mention is None or sentence.name_end(doer.mention) != verb.first:
        return False
    at = doer.first
    while sentence.token(at - 1).key not in ("that", "which"):
        at -= 1
        if doer.first - at > NEAR or (sentence.breaks(at) and sentence.token(at).key not in ARTICLES):
            return False
    owned = related.ending(at - 1, related.sides(kind)[0], relative=True)
    if owned is None or owned.mention is None:
        return False
    return related.add(kind, owned.entity, doer.entity, owned.first, verb.end, (owned.mention, doer.mention))


def _is_naming(related: Related, verb: Verb) -> bool:
    """Whether a verb gives a thing another name: ``is dubbed Foo``, not ``called the model good``."""
    before = related.sentence.token(verb.start - 1)
    comma = next((at for at in (verb.start - 1, verb.start - 2) if related.sentence.token(at).text == ","), 0)
    head = head_of(related.sentence, comma) if comma else None
    if head is not None and head.phrases[0].article in ("a", "an"):
        return False  # a new edition, provisionally called Foo: what Foo is
    if verb.form not in ("past", "participle") or related.sentence.token(verb.end).key in ARTICLES:
        return False
    apart = before.text == "," and not _is_object(related, verb.end)
    return verb.passive or apart or before.key.endswith("ly")


def _is_object(related: Related, at: int) -> bool:
    """Whether a verb of naming goes on with what is judged: ``Foo, a union, called talks “dead”``."""
    phrase = related.sentence.phrase_at(at)
    return (
        phrase is not None and phrase.name is None and related.sentence.token(phrase.end).text in ("“", '"')
    )


def _made(related: Related, kind: RelationKind, doer: Subject, phrase: Phrase, verb: Verb) -> bool:
    """Add a relation whose object is the doer: ``Acme makes Foo``, ``Roe, who leads research``."""
    sentence, name = related.sentence, phrase.name
    if name is None:
        person = doer.mention is not None and doer.mention.value.kind == "person"
        if kind != "led_by" or verb.form in ("past", "participle") or not person or not phrase.noun:
            return False  # who ran a shop has left it
        end = sentence.whole(phrase, across=CHARGED)
        words = sentence.page.quote(sentence.span(phrase.first, end))
        return related.add("oversees", doer.entity, words, doer.first, end, (doer.mention,))
    if phrase.owner is not None and phrase.owner.value != doer.entity:
        return False
    if kind == "part_of" and name.value.kind == "person":
        kind = "member_of"
    if kind == "developed_by" and is_unit_name(related.referents.seen(name.value)):
        kind = "part_of"  # created the Foo Group
    if kind == "developed_by" and related.referents.seen(doer.entity).kind == "person":
        for link in reversed(related.found):
            if link.kind == "led_by" and link.object == doer.entity:  # Acme's chief, Jane Roe, unveiled Foo
                return related.add(kind, name.value, link.subject, verb.start, phrase.end, (name,))
        return related.add("worked_on", doer.entity, name.value, doer.first, phrase.end, (doer.mention, name))
    if kind == "developed_by":
        related.launched = related.launched or name.value
    return related.add(kind, name.value, doer.entity, doer.first, phrase.end, (doer.mention, name))


def _likened(related: Related, kind: RelationKind, verb: Verb) -> bool:
    """``positions Foo as the workshop of Asia``."""
    sentence = related.sentence
    told, at = False, verb.end
    while True:
        phrase = sentence.phrase_at(at)
        name = phrase.name if phrase is not None else None
        thing = name.value if name is not None else None
        if sentence.token(at).key == "it":
            thing = related.referents.made()
        as_ = phrase.end if phrase is not None else at + 1
        behind = sentence.phrase_at(as_ + 1)
        if thing is None or behind is None or sentence.token(as_).key not in ("as", "to"):
            return told
        if behind.noun in SET_AGAINST:
            return told  # as an answer to Bar
        end = sentence.whole(behind, across=frozenset(("of", "for", "in")), lists=False)
        words = sentence.page.quote(sentence.span(behind.first, end)).strip(" “”\"'")
        told |= related.add(kind, thing, words, verb.start, end, (name,))
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
    unit = sentence.phrase_at(verb.end + 1)
    if not agents and unit is not None and unit.owner is not None and unit.noun in of_nouns("unit"):
        agents.append((unit, unit.owner))  # by Acme's research arm
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
    if phrase.name is None and related.sentence.token(phrase.end).text in (",", *CALLED):
        name = related.sentence.starting.get(phrase.end + 1)
        if name is not None and phrase.article in ("a", "an", "its"):
            return phrase._replace(name=name, end=related.sentence.name_end(name), owner=None)
    return phrase


def _objects(related: Related, kind: RelationKind, subject: Subject, at: int, behind: int) -> bool:
    told, thing = False, related.referents.made() if related.sentence.token(behind).key == "it" else None
    if thing is not None and kind in OF_IT:
        return related.add(kind, subject.entity, thing, subject.first, behind + 1, (subject.mention,))
    for phrase in related.sentence.objects(behind):
        told |= tell(related, kind, subject, phrase, at, strict=False)
    return told
