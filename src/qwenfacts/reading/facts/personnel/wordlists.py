"""The words that tell what the words around a change are: posts, successors, earlier times, boards."""

from __future__ import annotations

from typing import Final

from ...wordclasses import RELATIVES

__all__ = [
    "ASIDES",
    "BOARDS",
    "DIRECT",
    "FOUNDERS",
    "HEIRS",
    "LEADS",
    "OFFICES",
    "OUR_OWN",
    "RISES",
    "SPELLS",
    "TO_POST",
    "VETERANS",
    "WHO",
]

TO_POST: Final = frozenset(("as", "become", "becoming", "being"))
OFFICES: Final = frozenset(
    ("role", "roles", "post", "job", "position", "title", "office", "seat", "rank", "posts")
)
"""What a post can be introduced as: ``the newly created post of treasurer``."""
HEIRS: Final = frozenset(("successor", "replacement"))
SPELLS: Final = frozenset(("after", "having", "following"))
"""What leads to an earlier time at another company: ``after two years at Acme``."""
BOARDS: Final = frozenset(("board", "staff", "team", "leadership", "management", "ranks"))
DIRECT: Final = frozenset(("appoints", "becomes", "remains", "joins"))
"""The classes of verbs behind which a post may stand without a word between."""
RISES: Final = frozenset(
    "promoted promotes promotion elevated elevates elevation up rises rose move moves moved moving shift"
    " shifts shifted shifting transition transitions transitioned transitioning switch switches switched"
    " switching transfer transfers transferred transferring rotate rotates rotated rotating reassigns"
    " reassigned reassign demoted demotes".split()
)
"""The verbs and nouns behind which ``to`` leads to a post."""
FOUNDERS: Final = ("founder", "founders")
"""What nobody hands on."""
VETERANS: Final = frozenset("veteran alumnus alumna alum stalwart lifer insider hand".split())
"""What somebody is called after a company, without a post."""
LEADS: Final = frozenset(("lead", "head"))
"""The verbs that are posts as well."""
OUR_OWN: Final = frozenset("run lead head oversee manage build join become take set".split())
"""What somebody comes to do, unless another company is named for it."""
ASIDES: Final = frozenset((",", "(", "—", "–"))
WHO: Final = RELATIVES - {"that"}
"""``that`` mostly opens what somebody said."""
