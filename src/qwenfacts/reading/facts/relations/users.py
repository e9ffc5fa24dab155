"""Who uses what, where no verb of using says it: who is handed a thing, and who is called its user."""

from __future__ import annotations

from typing import Final

from .links import Related
from .sides import WORKS

__all__ = ["user_links"]

HANDING: Final = frozenset(
    "hands handed delivers delivered ships shipped supplies supplied sells sold rents rented leases"
    " leased".split()
)
CONNECTORS: Final = frozenset(
    "integration integrations connector connectors plugin plugins adapter adapters".split()
)


def user_links(related: Related) -> None:
    """Note who is handed something, and who is called a user of what the text speaks of."""
    related.read(
        (HANDING, _handed),
        (CONNECTORS, _connected),
    )


def _handed(related: Related) -> None:
    """``handed the first Foo racks to Acme``."""
    sentence = related.sentence
    for at in sentence.places(HANDING, 1):
        if sentence.token(at + 1).key == "by":
            continue
        phrase = sentence.phrase_at(at + 1)
        if phrase is None or phrase.name is None or phrase.name.value.kind not in WORKS:
            continue
        if sentence.token(phrase.end).key == "to":
            for receiver, name in sentence.names(phrase.end + 1):
                if name.value.kind == "organisation":
                    related.add("uses", name.value, phrase.name.value, at, receiver.end, (name, phrase.name))


def _connected(related: Related) -> None:
    """``Foo adds connectors for Bar and Baz``, ``Bar/Baz integrations are planned``."""
    sentence = related.sentence
    for at in sentence.places(CONNECTORS, 1):
        names = related.names_before(at)
        if sentence.token(at + 1).key in ("for", "with", "to", "into"):
            names = [name for _, name in sentence.names(at + 2)]
        fits = related.sides("integrates_with")[0]
        behind = bool(names) and names[0].span.start > sentence.token(at).start
        clause = related.joined(at, fits) if behind else None
        made = related.referents.meant("launch") or related.referents.made()
        thing = clause.entity if clause is not None else made
        if thing is None or not fits(thing):
            continue
        for name in names:
            first, end = sorted((at, sentence.name_end(name)))
            related.add("integrates_with", thing, name.value, first, end, (name,))
