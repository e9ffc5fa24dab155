"""Who puts money into whom: rounds and who leads them, stakes, shares, and who backs."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ...english.clauses import last_before
from ...english.referents import ORGANISATIONS, of_nouns
from ...english.stretches import covering
from .links import Related, Subject

__all__ = ["ROUNDS", "money_links"]

HOLDING: Final = frozenset("holds owns has bought took acquired held keeps takes retains retained".split())
SHARING: Final = HOLDING | frozenset("keep hold own have control controls paid pays bought buys".split())
SHARES: Final = of_nouns("shares")
STAKES: Final = frozenset("stake stakes holding interest shareholding".split())
RAISING: Final = frozenset("took raised raises drew collected".split())
ROUNDS: Final = frozenset("round funding financing investment raise syndicate".split())
TELLING: Final = frozenset(("led", "leads", "with", "joined", "backed", *STAKES, *RAISING, *SHARING))
MONEY: Final = TELLING - {"with", "joined", "backed"}
FAR: Final = 14
NEAR: Final = 5


def money_links(related: Related) -> None:
    """Note who owns a part of whom."""
    related.read((MONEY, _rounds), (of_nouns("taking"), _taken))


def _taken(related: Related) -> None:
    """``completed its acquisition of Foo``: whose a company is from then on."""
    sentence, fits = related.sentence, related.sides("owned_by")[1]
    for at in sentence.places(of_nouns("taking"), 1):
        if sentence.token(at + 1).key == "of":
            whose = related.whose(at + 1)
            _own(related, at + 2, Subject((whose,), at) if whose is not None else related.joined(at, fits))


def _rounds(related: Related) -> None:
    """``a round led by Foo, with Bar and Baz taking part``, ``Foo holds a stake in Bar``, and their like."""
    sentence = related.sentence
    owned: Entity | None = None
    for at in sentence.places(TELLING):
        key, following = sentence.tokens[at].key, sentence.token(at + 1).key
        if key == "led" and following == "by" and _is_round(related, at):
            owned = _company_before(related, at)
            _owners(related, owned, at, at + 2)
        elif key in ("led", "leads"):
            owned = _invested(related, at) or owned
        elif owned is not None and key == "with" and sentence.token(at - 1).text == ",":
            _owners(related, owned, at, at + 1)
        elif owned is not None and key in ("joined", "backed") and following == "by":
            _owners(related, owned, at, at + 2)
        elif key in STAKES and (following in ("in", "of") or sentence.token(at - 1).key == "%"):
            _stake(related, at)
        if key in SHARING:
            _shares(related, at)
        if key in RAISING:
            _backers(related, at)


def _invested(related: Related, at: int) -> Entity | None:
    """``Foo led a $5 million round in Bar``: whose round it is."""
    sentence = related.sentence
    for index in range(at + 1, min(sentence.end, at + FAR)):
        if sentence.token(index).key in ROUNDS and sentence.token(index + 1).key in ("in", "of", "for"):
            found = related.meant_at(index + 2, related.sides("owned_by")[0])
            _own(related, index + 2, related.subject(at, related.sides("owned_by")[1]))
            return found[0].entity if found is not None else None
    return None


def _is_round(related: Related, at: int) -> bool:
    """Whether what is led is a round of money."""
    return any(related.sentence.token(index).key in ROUNDS for index in range(at - 6, at))


def _company_before(related: Related, at: int) -> Entity:
    """Who gets the money: the company that the sentence begins with, else that of the report."""
    names = last_before(related.sentence.passage.names, related.sentence.token(at).start)
    companies = [name.value for name in names if name.value.kind == "organisation" and name.value.known]
    return companies[-1] if companies else related.referents.company


def _stake(related: Related, at: int) -> None:
    """``Foo's stake in Bar``, ``Foo holds a small stake in Bar``, ``Its stake in Bar``."""
    whose = related.whose(at + 1)
    verb = next((i for i in range(at - 1, at - 9, -1) if related.sentence.token(i).key in HOLDING), None)
    holder = related.subject(verb, related.sides("owned_by")[1]) if verb is not None else None
    holder = holder or (Subject((whose,), at) if whose is not None else None)
    _own(related, at + 2, holder)


def _own(related: Related, at: int, holder: Subject | None) -> None:
    """Note whose a part of what the phrase at a token means is; of the company where nothing says it."""
    found = related.meant_at(at, related.sides("owned_by")[0])
    if related.sentence.token(at - 1).kind == "mark":
        found = Subject((related.referents.company,), at), at - 1
    if found is None or holder is None:
        return
    owned, end = found
    for entity in holder.entities:
        first = min(holder.first, at)
        related.add("owned_by", owned.entity, entity, first, end, (holder.mention, owned.mention))


def _shares(related: Related, at: int) -> None:
    """``Foo, Bar and Jane Roe keep a fifth of the shares``, ``Foo paid $2 for 8% of the company``."""
    sentence = related.sentence
    names = related.names_before(at)
    which = sentence.name_first(names[0]) - 1 if names else at
    part = any(sentence.token(i).key in ("%", "percent", *STAKES) for i in range(at, at + NEAR))
    if part and sentence.token(which).key == "which" and sentence.token(which - 1).key == "in":
        end = which - 1 - (sentence.token(which - 2).text == ",")  # the arm in which Foo holds 10%
        whole = related.ending(end, related.sides("owned_by")[0], relative=True)
        for name in names:
            if whole is not None and whole.mention is not None:
                related.tie("owned_by", whole.mention, name)
    for index in range(at + 2, min(sentence.end, at + FAR)):
        token = sentence.token(index)
        if token.text in (",", ";") or token.kind == "newline":
            return
        share = any(sentence.token(i).key in ("%", "percent") for i in (index - 1, index - 2))
        if token.key == "of" and share and _part_of(related, at, index + 1):
            return
        if token.key != "of" or sentence.token(index + 1).key not in ("the", "its"):
            continue
        if sentence.token(index + 2).key in SHARES:
            company = related.referents.company
            for name in related.names_before(at):
                first = sentence.name_first(name)
                related.add("owned_by", company, name.value, first, index + 3, (name,))
            return


def _part_of(related: Related, at: int, whole: int) -> bool:
    """``Foo owns 9% of Acme``, ``Foo, which holds 9% of Acme``, ``has held 9% of the start-up``."""
    holder = related.subject(at, related.sides("owned_by")[1])
    found = related.meant_at(whole, related.sides("owned_by")[0])
    if found is None or related.referents.seen(found[0].entity).kind not in ORGANISATIONS:
        return False
    if related.sentence.token(whole).key == "it" and found[0].entity == related.referents.company:
        return False  # nobody knows whose
    _own(related, whole, holder)
    return True


def _backers(related: Related, at: int) -> None:
    """``Foo raised $5 million from Bar and $2 million from Baz``."""
    sentence = related.sentence
    source = _behind_sum(related, at + 1)
    subject = related.subject(at, related.sides("owned_by")[0]) if source is not None else None
    while subject is not None and source is not None:
        end = source
        for phrase, backer in sentence.names(source):
            if related.referents.seen(backer.value).kind in (*ORGANISATIONS, "other", "person"):
                mentions = (subject.mention, backer)
                first = min(subject.first, at)
                related.add("owned_by", subject.entity, backer.value, first, phrase.end, mentions)
            end = phrase.end
        end += sentence.token(end).text == ","
        source = _behind_sum(related, end + 1) if sentence.token(end).key == "and" else None


def _behind_sum(related: Related, at: int) -> int | None:
    """The token behind ``from`` where nothing but a sum of money stands between."""
    sentence = related.sentence
    paid = covering(sentence.passage.quantities, sentence.token(at).start)
    end = sentence.page.token_at(paid.span.end) if paid is not None else at
    return end + 1 if end > at and sentence.token(end).key == "from" else None


def _owners(related: Related, owned: Entity, first: int, at: int) -> None:
    for phrase, owner in related.sentence.names(at):
        related.add("owned_by", owned, owner.value, first, phrase.end, (owner,))
