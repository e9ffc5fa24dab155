"""One fact for all the places that say it.

Drafts of one key become one fact with evidence from every place and the union of their fields. Where two
places give a field different values they stay two facts, so that the contradiction can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, get_args

from ..base import is_several
from ..facts import Stage
from ..values import Period, Quantity
from ..when import overlap
from .page import Draft

__all__ = ["merged"]

STAGES: Final = get_args(Stage)
MOST_VERSIONS: Final = 12
"""With more versions of one fact than these, a further place is one of its own."""


def merged(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts with those that agree put together, in order of first appearance."""
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        if draft.key is None:
            yield draft
        else:
            groups.setdefault(draft.key, []).append(draft)
    for group in groups.values():
        yield from _agreed(group)


def _agreed(group: list[Draft]) -> Iterator[Draft]:
    kept: list[Draft] = []
    for draft in sorted(group, key=_told, reverse=True) if len(group) > 1 else group:
        partner = next((other for other in kept[:MOST_VERSIONS] if _agree(draft, other)), None)
        if partner is None:
            kept.append(draft)
        else:
            _join(partner, draft)
    for draft in kept:
        draft.evidence.sort()
    yield from kept


def _told(draft: Draft) -> int:
    """How many fields a draft has something in."""
    return sum(value not in (None, ()) for value in draft.fields.values())


def _agree(one: Draft, other: Draft) -> bool:
    return all(
        name not in other.fields or _compatible(value, other.fields[name])
        for name, value in one.fields.items()
    )


def _compatible(one: object, other: object) -> bool:
    if one is None or other is None or is_several(one) or one == other:
        return True
    if isinstance(one, Period) and isinstance(other, Period):
        return overlap(one, other)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return (one.value, one.unit) == (other.value, other.unit)
    return isinstance(one, str) and one not in STAGES


def _join(whole: Draft, part: Draft) -> None:
    for name, value in part.fields.items():
        mine = whole.fields.get(name)
        if is_several(mine) and is_several(value):
            whole.fields[name] = tuple(dict.fromkeys((*mine, *value)))
        elif mine is None:
            whole.fields[name] = value
    for name, value in part.assumed.items():
        if whole.assumed.get(name) is None:
            whole.assumed[name] = value
    whole.evidence += part.evidence
    whole.mentions += part.mentions
    whole.story = part.story if whole.story is None else whole.story
