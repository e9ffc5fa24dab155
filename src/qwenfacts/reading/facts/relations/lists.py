"""Relations in lists, under labels and around places: ``two units (Foo, Bar)``, ``Paris-based Foo``."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.nounwords import DETERMINING
from ...english.referents import MODELS, ORGANISATIONS, is_thing, of_nouns
from ...wordclasses import PREPOSITIONS
from .links import Related

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
MAKERS: Final = frozenset(
    "maker developer creator manufacturer publisher operator inventor designer builder producer".split()
)
RIVALS: Final = frozenset("competition competitor competitors rival rivals".split())
SITES: Final = frozenset("fab plant campus factory gigafactory works foundry refinery".split())
SIZES: Final = frozenset("BMT")
"""The end of the name of one size of a model: ``Foo-7B``."""
FAMILY: Final = frozenset(
    "series family sizes versions variants editions members siblings tiers edition sibling member consists"
    " comprises trims flavours flavors".split()
)
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
    """``the Foo authority (FA) in Paris``: what stands in a place, right behind its name."""
    sentence = related.sentence
    end = sentence.name_end(name)
    if sentence.token(end).text == "(":
        end = sentence.closing(end)
    kind, inside = name.value.kind, sentence.starting.get(sentence.name_end(name) + 1)
    if (
        end - sentence.name_end(name) == 3
        and inside
        and (kind, inside.value.kind) == ("organisation", "place")
    ):
        related.tie("located_in", name, inside)
    place = sentence.starting.get(end + 1)
    if place is None or place.value.kind != "place":
        return
    site = is_site_name(name)
    definite = sentence.token(sentence.name_first(name) - 1).key == "the"
    seated = site or (definite and kind in ORGANISATIONS)
    titled = kind in ("organisation", "publication")
    if (sentence.token(end).key == "in" and seated) or (
        sentence.token(end).key == "of" and titled and not definite
    ):
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
        if (
            (token.glued and token.text in ("—", "–"))
            or not noun.text.islower()
            or not noun.key.endswith("s")
        ):
            continue
        listed = [
            phrase
            for phrase in sentence.objects(at + 1)
            if phrase.name is not None
            and phrase.first == sentence.name_first(phrase.name)
            and phrase.name.value.kind != "place"
        ]
        if len(listed) < 2 or noun.key in of_nouns("empty") or at - 1 in sentence.starting:
            continue
        start = at - 1
        while (
            start > sentence.first
            and at - start < BACK
            and not sentence.breaks(start - 1)
            and start not in sentence.ending
        ):
            before = sentence.token(start - 1)
            if before.kind == "number" or before.key in DETERMINING:
                break
            start -= 1
        words = sentence.page.quote(sentence.span(start, at))
        label = start - (sentence.token(start - 1).key in PREPOSITIONS)  # Versus rivals: Foo and Bar
        labelled = token.text == ":" and label <= sentence.opening
        if labelled or len(words.split()) < 2:
            continue
        for phrase in listed:
            assert phrase.name is not None
            related.add("is_a", phrase.name.value, words, start, listed[-1].end, (phrase.name,))


def home_link(related: Related, name: Mention[Entity], at: int) -> None:
    """``The Paris company``, ``Paris-based Foo``."""
    sentence = related.sentence
    behind = sentence.name_end(name)
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


def label_links(related: Related) -> None:
    """What a label says of the names behind it: ``Competition: Acme …``, ``Integrations: Foo, Bar``."""
    sentence = related.sentence
    for colon in sentence.places(COLON, 1):
        at = colon - 1
        if at >= sentence.first + 4:
            return
        label, thing = sentence.token(at).key, related.referents.meant("it", things=True)
        if label in RIVALS and at + 2 in sentence.starting:
            thing, company = related.referents.meant("launch"), related.referents.company
            for phrase, other in sentence.names(at + 2):
                one = thing if is_thing(other.value) and thing is not None else company
                related.add("competes_with", one, other.value, at, phrase.end, (other,))
        elif label == "integrations" and thing is not None:
            for phrase, other in sentence.names(at + 2):
                related.add("integrates_with", thing, other.value, sentence.opening, phrase.end, (other,))
