"""Relations that verbs and their like tell: what is built on what, who makes it, what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge
from operator import attrgetter
from typing import Final, cast

from ....entities import Entity
from ....facts import RelationKind
from ...english.nouns import Nouns, Phrase
from ...english.referents import ORGANISATIONS, is_thing, listed, of_nouns
from ...english.verbs import Verb, parted_verbs_in, verbs_in
from ...mentions import naming
from ...wordclasses import DETERMINERS, HAVE, PREPOSITIONS
from .comparing import comparison_links
from .deeds import deeds
from .gathering import gathered, parted, reports
from .likening import image_links, likened
from .links import Related, Subject
from .money import money_links
from .offers import offer_links
from .roles import role_links
from .standing import apposed, between, brought, is_of_training, of_it, thing_meant, whose_made, works
from .subjects import PLANNING
from .telling import tell
from .wordlinks import word_links

__all__ = ["verb_links"]

OF_IT: Final = ("built_on", "integrates_with", "competes_with")
OF_MEANT: Final = ("uses", "available_on")
"""Kinds told also of a thing that is not named: ``Acme hosts the model``."""
OF_PLACES: Final = ("available_on/link", "available_on/it", "available_on/back")
"""Kinds and ways of verbs that tell other kinds as well."""
OF_MAKERS: Final = ("built_on", "trained_on")
"""Kinds of which those tell who make a thing: ``Acme derived it from Foo``."""
BEGINNING: Final = listed("beginning")
SECOND: Final = ("part_of/back", "oversees/act", "available_on/back")
"""Kinds that a verb tells only where it tells no other."""
LASTING: Final = ("led_by", "integrates_with", "uses", "available_on", "oversees", "part_of", "located_in")
"""Kinds of which also what will be is told."""
WHERE: Final = frozenset("in on at last this earlier".split())
BUILDING: Final = ("build", "built", "develop", "design", "creat", "devis", "engineer", "invent")
GAINING: Final = ("gain", "bundl", "add", "introduc")
"""Verbs by which a thing, and no company, gets a part."""
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
        if verb.form == "gerund" and sentence.token(verb.first - 1).key in BEGINNING:
            verb = verb._replace(form="past", first=verb.first - 1)  # began | shipping
        if verb.kind == "available_on/link" and sentence.date_at(verb.end):  # launched on Monday
            verb = verb._replace(kind="developed_by/back", end=verb.start + 1)
        kind, _, way = verb.kind.partition("/")
        if (not verb.real and not _is_apt(related, verb)) or (verb.kind in SECOND and verb.start in done):
            continue
        if _tell(related, cast("RelationKind", kind), way, verb) and verb.kind not in OF_PLACES:
            done.add(verb.start)
    word_links(related)
    comparison_links(related)
    offer_links(related)
    money_links(related)
    role_links(related)
    image_links(related)
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
    if verb.kind == "competes_with/act" and not words & {"not", "never"}:
        return True  # whoever may unseat Foo is a rival now
    plan = related.planned(verb.first) if "to" in words else None
    planned = plan is not None and related.sentence.token(plan).key in PLANNING
    if (
        verb.kind.startswith(LASTING)
        and (words & {"will", "shall"} or planned)
        and not words & {"not", "never"}
    ):
        return True
    return (
        bool(words & {"can", "to", "must"})
        and not words & {"not", "never", "will", "would", "may", "might", "could"}
        and (verb.kind.startswith(("available_on", "competes_with")) or "can" in words)
    )


def _tell(related: Related, kind: RelationKind, way: str, verb: Verb) -> bool:
    fits, accepts = related.sides(kind)
    runs = kind == "built_on" and way != "between"
    if runs and related.sentence.token(verb.first - 1).key in ("preview", "version", "edition"):
        kind = "available_on"  # a hosted preview runs on Foo
    if kind == "known_as" and not _is_naming(related, verb):
        return False
    if kind == "uses" and related.sentence.token(verb.start).key.startswith("call"):
        if verb.form not in ("base", "third"):
            return False  # a parser called Foo
        fits = works(related)  # every tool calls Foo
    if kind == "built_on" and _runs_there(related, verb):
        return False
    if kind == "optimised_for" and related.sentence.token(verb.start).key in ("mean", "means"):
        return False  # what it means for buyers
    if kind in ("built_on", "uses") and way != "matter" and is_of_training(related, verb):
        return False  # Training drew on court rulings
    if kind == "partners_with" and not verb.passive:  # the tool that Acme builds with Bolt
        maker = related.subject(verb.first, accepts)
        if maker is not None and whose_made(related, "developed_by", maker, verb):
            made = related.found[-1].subject
            for phrase, name in related.sentence.names(verb.end):
                related.add("developed_by", made, name.value, verb.start, phrase.end, (name,))
                related.add(kind, maker.entity, name.value, maker.first, phrase.end, (maker.mention, name))
            return True
    if way in ("link", "like"):
        if way == "link" and kind == "likened_to" and not (verb.passive or verb.form == "participle"):
            return False  # describes Foo as
        subject = related.subject(verb.first, fits)
        return subject is not None and _objects(related, kind, subject, verb.start, verb.end)
    if way == "matter":  # Training drew on court rulings
        subject = related.subject(verb.first, fits) if is_of_training(related, verb) else None
        return subject is not None and _objects(related, kind, subject, verb.start, verb.end)
    if way == "as":
        return likened(related, verb)
    if way == "into":
        return gathered(related, kind, verb)
    if way == "out":
        return parted(related, verb)
    if way == "between":
        return between(related, kind, verb)
    if way == "over":
        return reports(related, verb)
    if way == "onto":
        return brought(related, kind, verb)
    if way == "it":  # derived it from Foo
        thing = related.referents.made()
        about = Subject((thing,), verb.start) if thing is not None and fits(thing) else None
        maker = related.subject(verb.first, related.sides("developed_by")[1]) if kind in OF_MAKERS else None
        if about is not None and maker is not None and maker.mention is not None:
            related.add("developed_by", about.entity, maker.entity, maker.first, verb.end, (maker.mention,))
        return about is not None and _objects(related, kind, about, verb.start, verb.end)
    if related.sentence.token(verb.end).key == "that" and kind in ("responds_to", "developed_by"):
        return False  # countered that, announced that
    doer_fits, done_fits = (accepts, fits) if way == "back" else (fits, accepts)
    sentence = related.sentence
    done = verb.form in ("past", "participle")
    if done and sentence.token(verb.end).key != "by":
        verb = _with_agent(related, verb)
    by = sentence.token(verb.end).key == "by" and done
    if by and kind == "member_of":
        return False  # a round joined by Foo
    if by and kind == "uses" and sentence.token(verb.start).key == "bought":
        return False  # was bought by Foo
    if by or verb.passive:
        return by and _passive(related, kind, way, verb, done_fits)
    has = any(sentence.token(at).key in HAVE for at in range(verb.first, verb.start))
    if (verb.form == "participle" and not has) or (
        verb.form == "gerund" and way == "act" and kind == "uses" and verb.first == verb.start
    ):
        return False
    through = sentence.token(verb.end).key in PREPOSITIONS and kind != "responds_to"
    if through and not (way == "back" and sentence.ending.get(verb.first) is not None):
        return False
    doer = related.subject(verb.first, doer_fits)
    if kind == "part_of" and verb.form == "gerund" and sentence.token(verb.first - 1).text == ",":
        unit = related.apposed_to(verb.first - 1, "")  # creates Foo, uniting Bar and Baz
        if unit is not None and doer_fits(unit.value):
            doer = Subject((unit.value,), sentence.name_first(unit), unit)
    if doer is None:
        return False
    if (way in ("back", "act") and whose_made(related, kind, doer, verb, way=way)) or through:
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
    if sentence.token(verb.end).key == "it" and (told_of_it := of_it(related, kind, doer, verb)) is not None:
        return told_of_it
    charged = kind == "oversees" or (kind == "led_by" and group is not None and group.name is None)
    for phrase in _charges(related, behind) if charged else sentence.objects(behind):
        phrase = apposed(related, phrase)
        thing = thing_meant(related, phrase) if phrase.name is None and kind in OF_MEANT else None
        if thing is not None:
            for one in doer.entities:
                pair = (one, thing) if way == "act" else (thing, one)
                told |= one != related.referents.company and related.add(
                    kind, *pair, doer.first, phrase.end, (doer.mention,)
                )
        elif way == "back":
            told |= _made(related, kind, doer, phrase, verb)
        else:
            told |= tell(related, kind, doer, phrase, verb.start, strict=True)
    return told


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
        several = phrase is not None and phrase.noun in of_nouns("unit")  # inherits a team
        if phrase is None or sentence.is_verbal(at) or (phrase.article in ("a", "an") and not several):
            return
        if phrase.name is not None and phrase.name.value.kind == "person":
            return  # runs Foo, and Jane Roe
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


def _is_naming(related: Related, verb: Verb) -> bool:
    """Whether a verb gives a thing another name: ``is dubbed Foo``, not ``called the model good``."""
    before = related.sentence.token(verb.start - 1)
    comma = next((at for at in (verb.start - 1, verb.start - 2) if related.sentence.token(at).text == ","), 0)
    if verb.form not in ("past", "participle") or related.sentence.token(verb.end).key in DETERMINERS:
        return False
    named = comma in related.sentence.ending or related.sentence.token(comma - 1).text == ")"
    named = named or related.sentence.noun_ending(comma) in of_nouns("thing", "model", "company", "unit")
    apart = bool(comma) and named and not related.sentence.token(verb.end).text.islower()
    return verb.passive or apart or (before.key.endswith(("ly", "also")) and not comma)


def _made(related: Related, kind: RelationKind, doer: Subject, phrase: Phrase, verb: Verb) -> bool:
    """Add a relation whose object is the doer: ``Acme makes Foo``, ``Roe, who leads research``."""
    sentence, name = related.sentence, phrase.name
    person = doer.mention is not None and doer.mention.value.kind == "person"
    takes_over = kind == "owned_by" and person and sentence.token(verb.start).key.startswith(("take", "took"))
    if takes_over:
        kind, name = "led_by", None if sentence.is_modifier(phrase) else name
    if name is None:
        if (
            kind == "developed_by"
            and person
            and phrase.noun
            and sentence.token(verb.start).key.startswith(BUILDING)
        ):
            words = sentence.page.quote(sentence.span(phrase.first, sentence.whole(phrase, across=CHARGED)))
            return related.add("worked_on", doer.entity, words, doer.first, phrase.end, (doer.mention,))
        gone = verb.form in ("past", "participle") and not takes_over
        gone = gone and all(sentence.token(at).key != "has" for at in range(verb.first, verb.start))
        if kind != "led_by" or gone or not person or not phrase.noun:
            return False  # who ran a shop has left it
        end = sentence.whole(phrase, across=CHARGED)
        words = sentence.page.quote(sentence.span(phrase.first, end))
        return related.add("oversees", doer.entity, words, doer.first, end, (doer.mention,))
    if kind == "part_of" and name.value.kind == "person":
        kind = "member_of"
    if kind == "part_of" and not is_thing(doer.entity) and sentence.token(verb.start).key.startswith(GAINING):
        return False  # Acme adds Foo
    of_doer = name.value.kind in ORGANISATIONS and name.value.parent == doer.entity.id
    last = name.value.name.split()[-1].casefold()
    unit = last in naming.words("organisation_words", "body_words", "team_words")
    if kind == "developed_by" and (
        of_doer or (unit and related.referents.seen(name.value).kind in ORGANISATIONS)
    ):
        kind = "part_of"  # created the Foo Group
    if kind == "developed_by" and related.referents.seen(doer.entity).kind == "person":
        led = (one.subject for one in related.found if (one.kind, one.object) == ("led_by", doer.entity))
        whose = next(led, None)  # Acme's chief, Jane Roe, unveiled Foo
        if whose is None:
            return related.add("worked_on", doer.entity, name.value, doer.first, phrase.end, (name,))
        doer = Subject((whose,), verb.start)
    if kind == "developed_by":
        if sentence.token(verb.end - 1).key == "with":  # answers with Foo
            answered = related.spoken(works(related), (name.value,))
            if answered is not None:
                related.add("competes_with", name.value, answered, doer.first, phrase.end, (name,))
        related.launched = related.launched or name.value
    made = [
        related.add(kind, name.value, one, doer.first, phrase.end, (doer.mention, name))
        for one in doer.entities
    ]
    return any(made)


def _passive(
    related: Related, kind: RelationKind, way: str, verb: Verb, fits: Callable[[Entity], bool]
) -> bool:
    """``Foo is made by Acme``, ``Foo was chosen by Acme and by Bar``."""
    sentence = related.sentence
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


def _objects(related: Related, kind: RelationKind, subject: Subject, at: int, behind: int) -> bool:
    told, thing = False, related.referents.made() if related.sentence.token(behind).key == "it" else None
    if thing is not None and kind in OF_IT:
        return related.add(kind, subject.entity, thing, subject.first, behind + 1, (subject.mention,))
    for phrase in related.sentence.objects(behind):
        told |= tell(related, kind, subject, phrase, at, strict=False)
    return told
