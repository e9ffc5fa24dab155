"""What something is said to be, by an apposition or a copula, with all that this tells: whose, and where."""

from __future__ import annotations

from typing import Final, NamedTuple

from ....entities import Entity
from ....facts import RelationKind
from ....report import Mention
from ...english.nouns import PARTICIPLES, Phrase
from ...english.nounwords import is_adverb
from ...english.referents import ORGANISATIONS, is_thing, of_nouns
from ...wordclasses import COORDINATORS, PREPOSITIONS, RELATIVES, SUBJECTS
from .links import Related
from .lists import MAKERS, OF
from .owners import belongs
from .sides import is_made, is_role, is_sort, is_whole

__all__ = [
    "CLOSES",
    "STANDING_IN",
    "ends_in_noun",
    "extent",
    "identity",
    "is_bare",
    "is_closed",
    "is_superlative",
    "made_here",
]

CLOSES: Final = frozenset((",", ")", "—", "–", ".", ";", ":", "", "?"))
SUPERLATIVES: Final = frozenset(("most", "first", "only", "last", "best", "worst"))
SHORT: Final = 4
FOR: Final = frozenset(("of", "for"))
ADDING: Final = frozenset(("with", "without", "behind"))
SEATED: Final = frozenset(("in", "near", "outside", "from", "at"))
HOUSE: Final = frozenset(("house", "internal", "own"))
STANDING_IN: Final = frozenset(
    "alternative counterweight replacement substitute counterpart response".split()
)
NEARNESS: Final = frozenset("main chief only direct big major principal top leading arch most".split())
MEMBERS: Final = frozenset(("member", "members", "sibling", "sister"))
FAMILIES: Final = frozenset(("series", "family", "range", "line"))
ASIDE: Final = CLOSES | PREPOSITIONS | RELATIVES | SUBJECTS | (COORDINATORS - {"yet"}) | {"("}
"""What can stand behind an apposition, besides a participle; not ``the best | yet``."""


def is_bare(noun: str) -> bool:
    """Whether a noun alone says no more than what kind of name it is."""
    return noun in of_nouns("bare")


def made_here(
    related: Related, entity: Entity, mention: Mention[Entity] | None, words: str, first: int, end: int
) -> None:
    """Note that the company of the report makes what is called its own: ``a new in-house model, Foo``."""
    if "in-house" in words:
        related.add("developed_by", entity, related.referents.company, first, end, (mention,))


def ends_in_noun(related: Related, phrase: Phrase) -> bool:
    """Whether a phrase with a name is about a common noun: ``the Foo router``."""
    return phrase.name is not None and related.sentence.name_end(phrase.name) < phrase.end


def extent(related: Related, phrase: Phrase) -> int:
    """The token behind a phrase with ``of …``; also ``in …`` if superlative, ``that …`` if bare."""
    sentence = related.sentence
    end = sentence.whole(phrase, across=OF, lists=False)
    if sentence.token(phrase.start - 1).text == "(":
        closing = sentence.closing(phrase.start - 1) - 1
        commas = any(sentence.token(at).text in (",", ";") for at in range(end, closing))
        if end < closing <= end + SHORT and not commas:
            return closing  # Foo (a contractor from Tulsa)
    if phrase.noun == "venture" and sentence.token(phrase.end).key == "of":
        end = max((one.end for one, _ in sentence.names(phrase.end + 1)), default=end)
    if is_superlative(related, phrase) and sentence.token(end).key in (
        "in",
        "for",
        "above",
        "from",
        "behind",
    ):
        more = sentence.phrase_at(end + 1)
        end = more.end if more is not None else end
    elif is_superlative(related, phrase) and sentence.token(end).key == "since":
        end = sentence.clause_end(end)
    elif phrase.article == "the" and (which := _telling_apart(related, phrase, end)) is not None:
        end = sentence.clause_end(which)
    elif (
        sentence.token(end).key in ("that", "for")
        and " " not in sentence.words(phrase)
        and end == phrase.end
        and is_sort(phrase.noun)
        and not is_made(phrase.noun)
    ):  # a start-up that mends bikes; what a tool does is told by itself
        end = sentence.clause_end(end)
    elif sentence.token(end).key == "for":
        end = sentence.whole(phrase, across=FOR, lists=False)
    elif sentence.token(end).key in ADDING and end == phrase.first + 1 and not is_bare(phrase.noun):
        more = sentence.phrase_at(end + 1)  # a processor with 300 qubits
        end = more.end if more is not None else end
    return end


def _telling_apart(related: Related, phrase: Phrase, at: int) -> int | None:
    """The relative pronoun of a clause that says which one is meant: ``the tool that mends bikes``.

    None for ``the Paris unit that mends bikes``: who does it has been said before.
    """
    sentence = related.sentence
    if phrase.noun in of_nouns("unit") and at > phrase.first + 1:
        return None
    through = sentence.token(at).key in PREPOSITIONS and sentence.token(at + 1).key == "which"
    return at + 1 if through else at if sentence.token(at).key == "that" else None


def is_superlative(related: Related, phrase: Phrase) -> bool:
    """Whether a phrase sets something above or before all others: ``the first router``."""
    keys = [related.sentence.token(at).key for at in range(phrase.first, phrase.end)]
    return any(key in SUPERLATIVES or (key.endswith("est") and len(key) > 5) for key in keys)


def is_closed(related: Related, end: int) -> bool:
    """Whether an apposition can end at a token, rather than go on as a clause of its own."""
    while is_adverb(related.sentence.token(end).key) or related.sentence.token(end).key == "also":
        end += 1  # directly led by
    if related.sentence.token(end + 1).text == "-":
        end += 2  # purpose-built for
    token = related.sentence.token(end)
    participle = token.key.endswith(("ed", "ing")) or token.key in PARTICIPLES or token.key == "run"
    return participle or token.key in ASIDE or token.kind == "newline"


class Said(NamedTuple):
    """That something is what a phrase says: whose the phrase is, and all the tokens that tell it."""

    entity: Entity
    mention: Mention[Entity] | None
    phrase: Phrase
    owner: Entity | None
    start: int
    end: int


def identity(
    related: Related, entity: Entity, mention: Mention[Entity] | None, phrase: Phrase, end: int
) -> None:
    """Note what a phrase says that something is, whose it is, and where."""
    role = phrase.noun in MEMBERS or (is_role(phrase.noun.rsplit("-", 1)[-1]) and not is_whole(phrase.noun))
    if role and related.referents.seen(entity).kind == "person":
        return
    first = related.sentence.name_first(mention) if mention is not None else phrase.start
    said = Said(entity, mention, phrase, related.owner_of(phrase), min(first, phrase.start), end)
    if not _is_tie(related, said):
        _kind(related, said)


def _is_tie(related: Related, said: Said) -> bool:
    """Note whom ``maker``, ``rival``, ``owner`` and their like tie something to; whether they say no more."""
    entity, mention, phrase, owner, start, end = said
    sentence, company, noun = related.sentence, related.referents.company, phrase.noun
    names = (mention, phrase.owner)
    if noun in MAKERS and (phrase.article == "its" or owner is not None):
        made = phrase.owner.value if phrase.owner is not None else related.referents.made()
        if made is not None and related.add("developed_by", made, entity, start, end, names):
            return True
    feared = sentence.token(phrase.end).key in (("it", "that") if is_thing(entity) else ("it",))
    if noun in of_nouns("rival") and feared:
        return True  # the rival it fears: nobody knows whose
    whose = owner if owner != entity else _before(related, start) or company  # Foo, its rival
    whose = whose or (company if phrase.article == "the" else None)
    if noun in of_nouns("rival"):
        if whose is not None:
            related.add("competes_with", related.peer(entity, whose), entity, start, end, names)
        if sentence.token(phrase.end).key == "from":
            _seat(related, said._replace(end=phrase.end))
        return not _says_more(related, phrase)
    if noun in of_nouns("partner"):
        if whose is not None:
            related.add("partners_with", entity, whose, start, end, names)
        return end > phrase.end or not _says_more(related, phrase)
    if noun in of_nouns("owner"):
        backs = phrase.article in ("a", "an") and noun != "owner"  # Foo, a backer
        if (owner is not None or backs) and "former" not in sentence.words(phrase):
            related.add("owned_by", owner or company, entity, start, end, names)
        return owner is not None or phrase.article not in ("a", "an")
    if noun in of_nouns("customer"):
        used = sentence.phrase_at(phrase.end + 1) if sentence.token(phrase.end).key == "of" else None
        thing = used.name if used is not None else None
        if owner is not None and (phrase.article not in ("its", "their") or start == phrase.start):
            related.add("uses", entity, owner, start, end, names)
        elif thing is not None:  # the largest user of Foo
            related.add("uses", entity, thing.value, start, end, (mention, thing))
        if owner is not None or (thing is None and end == phrase.first + 1):
            return True
    return noun in of_nouns("predecessor")


def _kind(related: Related, said: Said) -> None:
    """Note what kind of thing something is said to be, what it is part of, by whom and where."""
    entity, mention, phrase, owner, start, end = said
    sentence, company, noun = related.sentence, related.referents.company, phrase.noun
    is_unit = noun in of_nouns("unit")
    if is_unit or owner is not None:
        related.referents.call(entity, noun)
    keys = {sentence.token(at).key for at in range(phrase.first, phrase.end)}
    if (
        owner is None
        and (noun in of_nouns("part") or (is_unit and not keys.isdisjoint(HOUSE)))
        and phrase.article == "the"
        and entity != company
        and (related.referents.seen(entity).kind in ORGANISATIONS or entity.parent == company.id)
    ):
        related.add("part_of", entity, company, start, end, (mention,))
    if end == phrase.first + 1 and is_bare(noun):
        _made_by(related, said)
        return
    family = related.referents.family(entity) if noun in MEMBERS else None
    if family is not None:  # Foo-2B, its smallest member
        related.add("part_of", entity, family, start, end, (mention,))
        if noun.endswith("s"):
            return
        owner = None
    last = _unmeasured(related, phrase, end)
    if last == phrase.first + 1 and is_bare(noun):
        return  # a model with 7 billion parameters
    alone = last == phrase.first + 1 and phrase.owner is not None  # Kimi, | Acme's flagship
    words = sentence.page.quote(sentence.span(phrase.start if alone else phrase.first, last)).strip(" “”\"'")
    related.add("is_a", entity, words, start, last, (mention,))
    related.referents.call(entity, _head_noun(related, phrase))
    if owner is None:
        made_here(related, entity, mention, words, start, last)
    whole = phrase.name if is_unit else None
    if owner is None and whole is not None and whole.value.kind in ORGANISATIONS:
        kind: RelationKind = "owned_by" if noun == "brand" else "part_of"  # a Foo brand
        related.add(kind, entity, whole.value, start, last, (mention, whole))
    if owner is not None and noun not in of_nouns("rival", "partner"):
        belongs(related, entity, owner, start, end, (mention, phrase.owner), noun)
    if noun == "venture" and sentence.token(phrase.end).key in ("of", "between"):
        for one, partner in sentence.names(phrase.end + 1):
            related.add("owned_by", entity, partner.value, start, one.end, (mention, partner))
    _seat(related, said)
    _made_by(related, said)
    for at in range(phrase.end, end):
        whole = sentence.starting.get(at)
        if whole is not None and sentence.token(sentence.name_end(whole)).key in FAMILIES:
            related.add("part_of", entity, whole.value, start, end, (mention, whole))


def _before(related: Related, at: int) -> Entity | None:
    """The organisation that a sentence names first, before a token."""
    begun = sorted(related.sentence.starting.items())
    seen = related.referents.seen
    return next(
        (name.value for first, name in begun if first < at and seen(name.value).kind in ORGANISATIONS), None
    )


def _says_more(related: Related, phrase: Phrase) -> bool:
    """Whether a phrase says more of a rival than how near it is: ``its closest listed rival``."""
    words = (related.sentence.token(at).key for at in range(phrase.first, phrase.end - 1))
    return any(key not in NEARNESS and not key.endswith("est") for key in words)


def _made_by(related: Related, said: Said) -> None:
    """``Foo, a model by Acme``, ``a tool for clerks``: who makes it and whom it is for."""
    entity, mention, phrase, _, start, end = said
    sentence = related.sentence
    end = min(end, sentence.whole(phrase, across=OF, lists=False))
    preposition = sentence.token(end).key
    other = sentence.phrase_at(end + 1) if preposition in ("by", "from", "for") else None
    if other is None or not is_made(phrase.noun):
        return
    if preposition != "for" and other.name is not None and other.name.value.kind in ORGANISATIONS:
        related.add("developed_by", entity, other.name.value, start, other.end, (mention, other.name))
    elif preposition == "for" and other.name is None and other.noun:
        last = sentence.whole(other, across=OF)
        words = sentence.page.quote(sentence.span(other.first, last))
        related.add("optimised_for", entity, words, start, last, (mention,))


def _unmeasured(related: Related, phrase: Phrase, end: int) -> int:
    """Where a phrase ends that goes on with a measure: ``a dense model | with 7 billion parameters``."""
    sentence = related.sentence
    several = phrase.end > phrase.first + 1 or is_bare(phrase.noun)
    for at in range(phrase.end, end if several else phrase.end):
        if sentence.token(at).key == "with" and any(
            sentence.token(index).kind == "number" for index in range(at, min(end + 4, sentence.end))
        ):
            return at
    return end


def _head_noun(related: Related, phrase: Phrase) -> str:
    """The noun that says what it is: ``glasses`` in ``a pair of glasses``."""
    return related.sentence.seen_through(phrase).noun or phrase.noun


def _seat(related: Related, said: Said) -> None:
    """``Foo, a plant in Paris``, ``Foo, a Paris start-up``, ``Foo, France's regulator``."""
    entity, mention, phrase, _, start, end = said
    sentence, owner = related.sentence, phrase.owner
    if owner is not None and owner.value.kind == "place" and not is_superlative(related, phrase):
        related.add("located_in", entity, owner.value, start, end, (mention, owner))
    for at in range(phrase.first, end + 2):
        place = sentence.starting.get(at)
        behind = sentence.token(at - 1).key in SEATED and not is_superlative(related, phrase)
        inside = at < phrase.end or behind
        if place is not None and place.value.kind == "place" and inside:
            last = max(end, sentence.name_end(place)) if at > end else end
            related.add("located_in", entity, place.value, start, last, (mention, place))
