"""Relations: lasting claims that are no numbers, each in one of the kinds of `RelationKind`.

What names say by where they stand is read by `names`, what verbs say by `verbs`; both note it in a `Related`
sentence, which knows whom a word is about and what can stand on either side of a kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....facts import Relation
from ...english.nouns import Nouns
from ...english.referents import Referents, is_thing, of_nouns
from ...page import Draft, Page
from .links import Link, Related
from .names import name_links
from .offers import OFFERED, offer_links
from .verbs import verb_links

__all__ = ["find_relations"]

MEMBERS: Final = of_nouns("members")
READ: Final = frozenset(("paragraph", "list_item", "heading"))
OF_LABELS: Final = ("available_on", "licensed_under")
"""What lines of data tell: ``Released: May 4 — weights posted to Foo``."""


def find_relations(page: Page) -> Iterator[Draft]:
    """The relations of a page; each place that says one is a draft of its own."""
    referents = Referents(page)
    lead: Entity | None = None
    listing = False
    for passage in page.passages:
        referents.enter(passage)
        if passage.block.kind == "label" and not passage.keys.isdisjoint(OFFERED):
            related = Related(Nouns(page, passage), referents)
            offer_links(related)
            yield from (
                _draft(one, _key(one), passage.story) for one in related.found if one.kind in OF_LABELS
            )
        if passage.block.kind not in READ:
            continue
        related = Related(Nouns(page, passage), referents)
        if passage.block.kind == "list_item" and lead is not None:
            related.member_of_list(lead)
        name_links(related)
        verb_links(related)
        seen: set[tuple[object, ...]] = set()
        for link in related.found:
            key = _key(link)
            if key not in seen:
                seen.add(key)
                yield _draft(link, key, passage.story)
        if passage.block.kind == "list_item":
            referents.listed = (*(referents.listed if listing else ()), *related.labelled())
        listing = passage.block.kind == "list_item"
        lead = _lead(related) or (lead if passage.block.kind == "list_item" else None)
        referents.keep(passage, related.topic(), related.launched, _meant(related))
        if related.is_labelled:
            referents.label(passage)
        referents.pair = _several(related)


def _meant(related: Related) -> list[Entity]:
    """The things that relations are told of without their names: ``wired the model into their editors``."""
    if not related.found:
        return []
    named = {name.value for name in related.sentence.passage.names}
    sides = ((link.subject, link.object if link.kind == "uses" else None) for link in related.found)
    told = (one for both in sides for one in both if isinstance(one, Entity))
    return [one for one in dict.fromkeys(told) if one not in named and is_thing(related.referents.seen(one))]


def _several(related: Related) -> tuple[Entity, ...]:
    """The things that a sentence tells the same of: ``Foo and Bar read maps``, ``released Foo and Bar``."""
    told = next((one.entities for _, one in related.said if len(one.entities) > 1), ())
    made = dict.fromkeys(link.subject for link in related.found if link.kind == "developed_by")
    return told or (tuple(made) if len(made) > 1 else ())


def _lead(related: Related) -> Entity | None:
    """The family whose members a list names behind a sentence: ``It comes in three sizes:``."""
    sentence = related.sentence
    last = sentence.token(sentence.end - 1)
    if last.text != ":" or sentence.keys.isdisjoint(MEMBERS):
        return None
    topic = related.topic() or related.referents.made()
    return topic if topic is not None and is_thing(topic) else None


def _key(link: Link) -> tuple[object, ...]:
    object_ = link.object.id if isinstance(link.object, Entity) else " ".join(link.object.casefold().split())
    return "relation", link.subject.id, link.kind, object_


def _draft(link: Link, key: tuple[object, ...], story: int | None) -> Draft:
    fields: dict[str, object] = {"subject": link.subject, "kind": link.kind, "object": link.object}
    return Draft(Relation, fields, [link.span], list(link.mentions), story, key=key)
