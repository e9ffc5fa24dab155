"""What is set against what: a figure against another one, a thing against its rivals."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.referents import ORGANISATIONS, is_thing, of_nouns
from ...spans import within
from ...wordclasses import CONCESSIVES, HAVE
from ...wording import in_all_forms
from .links import Related, Subject
from .owners import owner_before
from .sides import WORKS

__all__ = ["comparison_links"]

SCORING: Final = (
    in_all_forms("score get/got/got/getting reach achieve hit/hit/hit manage answer solve post attain") | HAVE
)
NUMBERED: Final = 4
ASKING: Final = frozenset("charges charged charge asks asked ask wants bills claims".split())
AT_ONCE: Final = frozenset(("than", "as", *ASKING))
"""Cues right behind which the other one stands."""
AGAINST: Final = CONCESSIVES | AT_ONCE | {"where", "against", "from", "below", "above", "versus", "compared"}
MOVING: Final = in_all_forms(
    "drift shift switch move migrate defect flee/fled/fled/fleeing turn flock gravitate decamp leak"
    " divert flow cede surrender concede lose/lost"
)
ANSWERING: Final = in_all_forms("answer respond retaliate react reply/replied counter")
REACTING: Final = frozenset("with within by swiftly quickly immediately in".split())
TOWARDS: Final = frozenset(("to", "towards", "toward"))
WIDE: Final = 10
FAR: Final = 30
NEAR: Final = 7


def comparison_links(related: Related) -> None:
    """Note which things a sentence measures against each other."""
    _measured(related)
    related.read((AGAINST, _against), (SCORING, _outdone), (MOVING, _moving), (ANSWERING, _answering))


def _answering(related: Related) -> None:
    """``Bolt answered within a day``, ``Foo will respond with price cuts``: who reacts to the company."""
    sentence, company = related.sentence, related.referents.company
    for at in sentence.places(ANSWERING, 1):
        if sentence.token(at + 1).key not in REACTING or at + 2 in sentence.starting:
            continue  # answered with Foo
        subject = related.subject(at, lambda one: one.kind in ORGANISATIONS)
        for entity in subject.entities if subject is not None else ():
            related.add("competes_with", entity, company, at, at + 2)


def _rivals(related: Related, at: int) -> list[tuple[int, Mention[Entity]]]:
    """The things of a list that starts at a token: ``its predecessor, Foo``, ``Acme's Foo and Bar``."""
    sentence, phrase = related.sentence, related.sentence.phrase_at(at)
    if phrase is not None and phrase.name is None and sentence.token(phrase.end).text == ",":
        at = phrase.end + 1
    found = [(one.end, name) for one, name in sentence.names(at)]
    return [(end, name) for end, name in found if related.referents.seen(name.value).kind in WORKS]


def _compare(
    related: Related, subject: Subject | None, at: int, others: list[tuple[int, Mention[Entity]]]
) -> None:
    spoken = subject.entity if subject is not None else related.referents.made()
    for end, other in others:
        thing = related.peer(other.value, spoken) if spoken is not None else None
        if thing is not None and other.value != thing:
            related.add("competes_with", thing, other.value, at, end, (other,))


def _against(related: Related) -> None:
    """``40 pages, against seven for Foo and nine for Bar``: what has been measured is set against others."""
    sentence = related.sentence
    for at in sentence.places(AGAINST):
        key, before = sentence.tokens[at].key, sentence.token(at - 1).key
        if key == "from" and before not in ("up", "down"):
            continue  # up from 66% for Foo
        if key == "as" and (sentence.token(at - 2).key != "as" or before == "well"):
            continue  # half as much as Foo; as well as Foo
        low = max(sentence.first, at - NEAR)
        told = sentence.span(low, max(at, sentence.first + 1))
        measured = any(sentence.token(one).key in ("what", "than") for one in range(low, at))
        if key.startswith("ask") and not (measured or within(sentence.passage.quantities, told)):
            continue  # asked for Foo
        duel = within(sentence.passage.quantities, told) if key == "against" else ()
        start = at + 1 + (key in ASKING and sentence.token(at + 1).key == "for")  # what Acme asks for Foo
        others: list[tuple[int, Mention[Entity]]] = []
        if (key in AT_ONCE and (key not in ASKING or start > at + 1)) or any(
            one.value.unit == "percent" for one in duel
        ):
            others += _rivals(related, start)  # won 57% of duels against Foo
        ends = range(at, min(sentence.end, at + FAR) if key not in AT_ONCE else at)
        for index in ends:
            if sentence.tokens[index].text in (";", "."):
                break
            figure = sentence.span(max(at, index - 4), index) if index > at + 1 else told
            if sentence.tokens[index].key == "for" and within(sentence.passage.quantities, figure):
                others += _rivals(related, index + 1)
        if others:
            subject = _scored(related, at) or related.joined(at, related.sides("competes_with")[0])
            _compare(related, subject, at, others)


def _measured(related: Related) -> None:
    """``1.8 times the speed of Foo``, ``62% of the cost of a Foo cluster``, ``four times that of Foo``."""
    sentence = related.sentence
    for quantity in sentence.passage.quantities:
        if quantity.value.unit not in ("multiple", "percent", "fraction"):
            continue
        at = sentence.page.token_at(quantity.span.end)
        at += sentence.token(at).key == "of"
        of = next((index for index in range(at + 1, at + 5) if sentence.token(index).key == "of"), 0)
        if sentence.token(at).key in ("the", "that", "those") and of:
            subject = related.joined(at, related.sides("competes_with")[0])
            _compare(related, subject, at, _rivals(related, of + 1))


def _scored(related: Related, at: int) -> Subject | None:
    """The thing whose figure stands right before a comparison: ``68% for Foo, compared with``."""
    sentence = related.sentence
    name = sentence.ending.get(at - 1 if sentence.token(at - 1).text == "," else at)
    if name is None or sentence.token(sentence.name_first(name) - 1).key not in ("for", "by"):
        return None
    return Subject((name.value,), sentence.name_first(name), name)


def _outdone(related: Related) -> None:
    """``Foo scores 71 on the exam; Acme's Bar got to 69``: things with a figure each."""
    sentence = related.sentence
    scored: list[Mention[Entity]] = []
    for at in sentence.places(SCORING):
        name = sentence.ending.get(at) or owner_before(related, at - 1)  # Bar's smallest
        near = (sentence.token(index).kind == "number" for index in range(at + 1, at + NUMBERED))
        if name is not None and related.referents.seen(name.value).kind in WORKS and any(near):
            scored.append(name)
    for name in scored[1:]:
        related.tie("competes_with", scored[0], name)


def _moving(related: Related) -> None:
    """``customers shift their traffic to Bar``, ``cedes developers to Bar``: to whom a crowd is lost."""
    sentence, fits = related.sentence, related.sides("competes_with")[0]
    for verb in sentence.places(MOVING, 1):
        near = range(verb + 1, min(sentence.end, verb + WIDE))
        to = next((at for at in near if sentence.token(at).key in TOWARDS), verb)
        around = (*range(verb - 1, max(sentence.first, verb - WIDE) - 1, -1), *range(verb + 1, to))
        crowd = next((at for at in around if sentence.token(at).key in of_nouns("crowd")), None)
        own = not {"its", "their"}.isdisjoint(sentence.token(at).key for at in range(verb + 1, to))
        if to == verb or own or crowd is None or sentence.token(verb - 1).key == "who":
            continue
        low = max(sentence.first, min(crowd, verb) - 2 * WIDE)
        named = [(at, sentence.starting[at].value) for at in range(low, to) if at in sentence.starting]
        begun = [(at, entity) for at, entity in named if fits(entity)]
        owners = [entity for at, entity in begun if at > crowd] or [entity for _, entity in begun]
        for phrase, rival in sentence.names(to + 1):  # a thing loses to a thing, a company to either
            thing, company = is_thing(rival.value), related.referents.company
            owner = next((one for one in owners if is_thing(one) == thing), None)
            whose = owner or related.peer(rival.value, company)
            related.add("competes_with", whose, rival.value, min(crowd, verb), phrase.end, (rival,))
