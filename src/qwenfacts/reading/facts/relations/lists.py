"""Relations in lists, under labels and around places: ``two units (Foo, Bar)``, ``Paris-based Foo``."""

from __future__ import annotations

from functools import cache
from typing import Final

from ....entities import Entity
from ....facts import RelationKind
from ....report import Mention
from ...english.nounwords import DETERMINING
from ...english.referents import MODELS, ORGANISATIONS, is_thing, of_nouns
from ...wordclasses import PREPOSITIONS
from ...wording import table
from .links import Related
from .sides import is_site

__all__ = [
    "MAKERS",
    "OF",
    "family_links",
    "group_links",
    "home_link",
    "is_site_name",
    "label_links",
    "maker_link",
    "seat_link",
]

BACK: Final = 7
OF: Final = frozenset(("of", "with"))
MADE: Final = frozenset("model backbone family series line technology kit design".split())
MAKERS: Final = of_nouns("makers")
SITES: Final = frozenset("fab plant campus factory gigafactory works foundry refinery".split())
SIZES: Final = frozenset("BMT")
"""The end of the name of one size of a model: ``Foo-7B``."""
FAMILY: Final = of_nouns("family")
WORDED: Final = ("built_on", "trained_on", "optimised_for", "licensed_under")
"""Kinds of which a label tells also without a name."""
TOLD: Final = ("uses", "competes_with")
"""Kinds of which a label tells also where a sentence stands behind it."""
WITHIN: Final = frozenset(("in", "at", "near", "outside", "to", "from"))
COLON: Final = frozenset((":",))
PLURAL_LISTS: Final = frozenset(("(", "—", "–", ":"))


def maker_link(related: Related, name: Mention[Entity]) -> None:
    """``Acme, maker of the Foo router,``; ``Foo chips from Acme``."""
    sentence = related.sentence
    end = sentence.name_end(name)
    mark = sentence.token(end)
    at = end + 1 + (sentence.token(end + 1).key in ("the", "a"))
    if mark.text in (",", "(") and sentence.token(at).key in MAKERS and sentence.token(at + 1).key == "of":
        first = sentence.name_first(name)
        related.referents.call(name.value, "maker")
        for phrase, made in sentence.names(at + 2):
            related.add("developed_by", made.value, name.value, first, phrase.end, (name, made))
        maker = sentence.phrase_at(at)
        if at == end + 1 and maker is not None:
            last = sentence.whole(maker, across=OF, lists=False)
            related.add(
                "is_a", name.value, sentence.page.quote(sentence.span(at, last)), first, last, (name,)
            )
    noun = mark.key.removesuffix("s")
    behind = end + (noun in MADE or noun in of_nouns("thing", "unit"))
    leads = sentence.token(behind).key
    if leads != "from" and (leads != "of" or behind == end):
        return
    source = sentence.starting.get(behind + 1)
    owns = source is not None and sentence.possessed(sentence.name_end(source)) is not None  # from Acme's Foo
    if source is not None and source.value.kind in ORGANISATIONS and not owns:
        of_unit = noun in of_nouns("unit") and leads == "of"  # the Foo group of Acme
        related.tie("part_of" if of_unit else "developed_by", name, source)


def seat_link(related: Related, name: Mention[Entity]) -> None:
    """``the Foo authority (FA) in Paris``, ``Foo Labs (Paris)``, ``Foo's plants in Paris``: its place."""
    sentence, kind = related.sentence, name.value.kind
    end = sentence.name_end(name)
    inside = sentence.starting.get(end + 1) if sentence.token(end).text == "(" else None
    end = sentence.closing(end) if sentence.token(end).text == "(" else end
    seat = inside if inside is not None and end == sentence.name_end(inside) + 1 else None
    if seat is not None and seat.value.kind == "place" and kind == "organisation":
        related.tie("located_in", name, seat)
    owned = sentence.possessed(end)
    phrase = sentence.phrase_at(owned) if owned is not None and kind in ORGANISATIONS else None
    owns = phrase is not None and is_site(phrase.noun.removesuffix("s"))
    end = phrase.end if owns and phrase is not None else end
    place = sentence.starting.get(end + 1)
    if place is None or place.value.kind != "place":
        return
    definite = sentence.token(sentence.name_first(name) - 1).key == "the"
    seated = owns or is_site_name(name) or (definite and kind in ORGANISATIONS)
    titled = kind in ("organisation", "publication") and not definite
    if (sentence.token(end).key == "in" and seated) or (sentence.token(end).key == "of" and titled):
        related.tie("located_in", name, place)


def is_site_name(name: Mention[Entity]) -> bool:
    """Whether a name says that it is a place of work: ``Fab 7``, ``the Foo Campus``."""
    return not SITES.isdisjoint(name.text.casefold().split())


def family_links(related: Related) -> None:
    """``The Foo-4 series consists of Foo-4 Max and Foo-4 Mini``: members bear the name of their family."""
    sentence = related.sentence
    told = not sentence.keys.isdisjoint(FAMILY)
    begins = sentence.starting.items()
    members = [(at, name) for at, name in begins if told or name.value.name[-1] in SIZES]
    begun = list(dict.fromkeys(name.value for name in sentence.starting.values())) if members else []
    for at, name in members:
        family = related.referents.family(name.value)
        wholes = begun if family is None else [*begun, family]
        whole = next((one for one in wholes if _extends(name.value, one)), None)
        if whole is not None:
            related.add("part_of", name.value, whole, at, sentence.name_end(name), (name,))


def _extends(member: Entity, whole: Entity) -> bool:
    """Whether a name is that of another of its sort with more behind it."""
    name, start = member.name.casefold(), whole.name.casefold()
    alike = is_thing(whole) and is_thing(member) and (whole.kind in MODELS) == (member.kind in MODELS)
    return alike and name.startswith((f"{start} ", f"{start}-"))


def group_links(related: Related) -> None:
    """``three rivals (Foo, Bar and Baz)``, ``two units — Foo and Bar``: each of the list is one of those."""
    sentence = related.sentence
    for at in sentence.places(PLURAL_LISTS, 1):
        token, noun = sentence.tokens[at], sentence.tokens[at - 1]
        joined = token.glued and token.text in ("—", "–")
        if joined or not (noun.text.islower() and noun.key.endswith("s")) or at - 1 in sentence.starting:
            continue
        named = ((one, name) for one, name in sentence.names(at + 1) if name.value.kind != "place")
        listed = [(one.end, name) for one, name in named if one.first == sentence.name_first(name)]
        start = at - 1
        while at - start < BACK and not sentence.breaks(start - 1) and start not in sentence.ending:
            before = sentence.token(start - 1)
            if before.kind == "number" or before.key in DETERMINING or start == sentence.first:
                break
            start -= 1
        words = sentence.page.quote(sentence.span(start, at))
        label = start - (sentence.token(start - 1).key in PREPOSITIONS)  # Versus rivals: Foo and Bar
        labelled = token.text == ":" and label <= sentence.opening
        if len(listed) < 2 or labelled or noun.key in of_nouns("empty") or len(words.split()) < 2:
            continue
        for _, name in listed:
            related.add("is_a", name.value, words, start, listed[-1][0], (name,))


def home_link(related: Related, name: Mention[Entity], at: int) -> None:
    """``The Paris company``, ``Paris-based Foo``."""
    sentence = related.sentence
    behind = sentence.name_end(name)
    whole = sentence.starting.get(behind + 1) if sentence.token(behind).text == "," else None
    within = whole is not None and whole.value.kind == "place" and sentence.token(at - 1).key in WITHIN
    if whole is not None and within and sentence.token(sentence.name_end(whole)).key != "and":
        related.tie("located_in", name, whole)  # in Springfield, Illinois
    if sentence.token(behind).text == "-" and sentence.token(behind + 1).key in ("based", "headquartered"):
        behind += 2
    other = sentence.starting.get(behind) if behind > sentence.name_end(name) else None
    if other is not None:
        related.tie("located_in", other, name)
    elif sentence.token(at - 1).key == "the" and behind + 1 not in sentence.starting:
        noun = sentence.token(behind).key
        known = noun in ("company", "firm", "group", "start-up", "startup", "carmaker", "chipmaker", "lab")
        company = related.referents.meant(noun, described=True) if known else None
        if company is not None:
            related.add("located_in", company, name.value, at, behind + 1, (name,))


@cache
def _labels() -> dict[str, RelationKind]:
    lists: dict[RelationKind, list[str]] = table("relations")["labels"]
    return {label: kind for kind, labels in lists.items() for label in labels}


def label_links(related: Related) -> None:
    """What a label says of what stands behind it: ``Rivals: Acme …``, ``Built on: Foo``, ``Licence: MIT``."""
    sentence, company = related.sentence, related.referents.company
    colon = next(iter(sentence.places(COLON, 1)), sentence.end)
    if colon > sentence.opening + 4:
        return
    keys = (sentence.token(at).key for at in range(sentence.opening, colon))
    words = " ".join(keys).replace(" - ", "-")
    kind = _labels().get(words) or _labels().get(words.rsplit(" ", 1)[-1])
    if kind is None:
        return
    listed = list(sentence.objects(colon + 1))
    if kind not in TOLD and (not listed or sentence.token(listed[-1].end).text not in ("", ".", ";", "\n")):
        return  # Access: Foo can be had
    for phrase in listed:
        other = phrase.name.value if phrase.name is not None else None
        object_ = other if other is not None and related.sides(kind)[1](other) else sentence.words(phrase)
        if object_ != other and kind not in WORDED:
            continue
        whole = kind == "competes_with" and other is not None and not is_thing(other)
        fits = related.sides(kind)[0] if kind != "uses" else is_thing
        one = None if whole else related.spoken(fits, (other,) if other is not None else ())
        one = one or (company if fits(company) else None)
        if one is None:
            return
        if kind == "uses" and other is not None:  # Customers: Acme
            related.add(kind, other, one, sentence.opening, phrase.end, (phrase.name,))
        else:
            related.add(kind, one, object_, sentence.opening, phrase.end, (phrase.name,))
