"""Models that a story brings without a word of release: by who may use them, where, for how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.clauses import cue_spans, is_possessive
from ...english.stretches import covering
from ...spans import within
from ...wordclasses import CONCESSIVES, CONDITIONALS, NEGATIONS, POTENTIALS
from .launching import PUT_OFF, Launches, Release
from .offers import HUBS, is_size, licence_of
from .standing import BREAKS, SERIES, VERSIONS

__all__ = ["hinted"]

HINTS: Final = tuple(
    frozenset(words.split())
    for words in (
        "download downloads downloadable weights checkpoint checkpoints licence license licensed open opened"
        " opens catalogue catalog menu list lineup public try sign order access unlisted",
        "developers users customers subscribers everyone anyone researchers operators account accounts"
        " providers testers plan",
        "api apis app endpoint cloud browser console",
        "free priced billed costs cost charges pay pays fee per",
        "new first newest latest newcomer newcomers generation",
    )
)
"""Words that go with a release; each group counts once."""
AGAINST: Final = (
    NEGATIONS
    | (POTENTIALS - {"can"})
    | CONDITIONALS
    | frozenset(
        "already yet until will ahead due down uses used using pulled removed retired deprecated offline"
        " leaked disappeared vanished withdrawn deleted"
        " cut cuts lowered discount discounts tested benchmark scored scores score leaderboard ranks ranked"
        " sizes variants versions".split()
    )
)
"""With these a clause is of prices, scores or sizes, or of what did not come about."""
LEADING: Final = frozenset(
    "on from over than against via by in inside for to at like of behind under beyond between versus unlike"
    " beats trails rivals outperforms matches tops replaces replaced succeeds surpasses follows".split()
)
"""Before a model of which the clause itself is not."""
LEFT: Final = frozenset("joined replaced superseded succeeded accompanied beaten".split())
OWNED: Final = SERIES | {"debut", "release", "launch", "arrival", "rollout", "general", "public"}
RECENT: Final = 10
ENOUGH: Final = 2
FEW: Final = 4
OFFERED: Final = VERSIONS | {"access"}


def hinted(all_launches: Sequence[Launches], told: set[int | None]) -> Iterator[tuple[int, Release]]:
    """The new models of which a sentence and the one behind it tell what is told of releases."""
    for at, launches in enumerate(all_launches):
        passage = launches.passage
        if not launches.named or not passage.is_prose or passage.story is None:
            continue
        behind = all_launches[at + 1 : at + 2]
        more = [one for one in behind if one.passage.block == passage.block and not one.named]
        enough = ENOUGH + (passage.story in told)
        for first, end in _clauses(launches):
            new = _new_ones(launches, first, end)
            if new and _hints(launches, new[0], range(first, end), more) >= enough:
                for model in new:
                    start = launches.page.token_at(model.span.start)
                    yield at, Release("releases", range(start, start + 1), model, first, end)


def _clauses(launches: Launches) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between semicolons and ``while``, without those that plan, deny or doubt."""
    tokens, first, last = launches.page.tokens, launches.passage.first, launches.passage.end
    for at in range(first, last + 1):
        if at == last or tokens[at].text in BREAKS or tokens[at].key in CONCESSIVES:
            words = {token.key for token in tokens[first:at]}
            if words and AGAINST.isdisjoint(words) and not any(word.startswith(PUT_OFF) for word in words):
                yield first, at
            first = at + 1


def _new_ones(launches: Launches, first: int, end: int) -> list[Mention[Entity]]:
    """The new models that a clause is about, and not only measures others against."""
    named = within(launches.named, launches.page.span(first, end))
    return [model for model in named if not model.value.known and _is_told_of(launches, model, first)]


def _is_told_of(launches: Launches, model: Mention[Entity], first: int) -> bool:
    page, at, end = launches.page, *map(launches.page.token_at, (model.span.start, model.span.end))
    behind = {token.key for token in page.tokens[end : end + FEW]}
    if launches.is_compared(model) or not LEFT.isdisjoint(behind):
        return False  # rivals like Foo; Foo was joined by Bar
    if is_possessive(page, model) and OWNED.isdisjoint(behind):
        return False
    for index in range(at - 1, max(first, at - FEW) - 1, -1):
        token = page.tokens[index]
        if token.key in LEADING:
            of = {before.key for before in page.tokens[index - FEW : index]}
            return token.key in ("of", "for") and not of.isdisjoint(OFFERED)
        if token.kind == "mark" and token.text not in ("-", "'"):
            break
    return True


def _hints(launches: Launches, model: Mention[Entity], clause: range, more: Sequence[Launches]) -> int:
    """How many things a clause, and what goes on about its model, tell that are told of releases."""
    page, passage = launches.page, launches.passage
    span = page.span(clause.start, clause.stop)
    keys = {token.key for token in page.tokens[clause.start : clause.stop]}
    told = keys.union(*(one.passage.keys for one in more))
    hints = sum(not group.isdisjoint(told) for group in HINTS)
    published = page.published
    days = (date.value.start for date in within(passage.dates, span))
    recent = published is not None and any(
        day is not None and 0 <= (published - day).days <= RECENT for day in days
    )
    if not hints or ("since" in keys and not recent):
        return 0
    names = (*page.names_in(span), *(name for one in more for name in one.passage.names))
    placed = any(name.value.kind == "platform" and name.value.known for name in names)
    opened = licence_of(page, clause.start, clause.stop) is not None
    opened = opened or any(name.value.id in HUBS for name in names)
    staged = any(any(cue_spans(page, clause.start, clause.stop, group)) for group in ("stage", "access"))
    sized = any(
        is_size(size) and covering(passage.names, size.span.start) is None
        for size in within(passage.quantities, span)
    )
    titled = passage.story is not None and model.value.id in page.titled.get(passage.story, ())
    return hints + recent + placed + opened + staged + sized + titled
