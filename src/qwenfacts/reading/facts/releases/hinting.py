"""Models that a story brings without a word of release: by who may use them, where, for how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....tokens import Token
from ....values import Period
from ...english.clauses import cue_spans, is_possessive
from ...english.stretches import BE, covering
from ...page import Page, Passage
from ...spans import within
from ...wordclasses import CONCESSIVES, CONDITIONALS, NEGATIONS, POTENTIALS
from ...wording import table
from .launching import PUT_OFF, Launches, Release
from .offers import HUBS, channels_of, is_size, licence_of, stems_of
from .standing import BREAKS, hints, listed

__all__ = ["hinted", "is_against", "is_recent"]

DENYING: Final = NEGATIONS | (POTENTIALS - {"can"}) | CONDITIONALS
LEADING: Final = listed("leading")
RECENT: Final = 10
ENOUGH: Final = 2
FEW: Final = 4


@cache
def _groups() -> tuple[frozenset[str], ...]:
    """Words that go with a release; each group counts once."""
    return tuple(map(frozenset, table("releases")["hints"].values()))


def hinted(all_launches: Sequence[Launches]) -> Iterator[tuple[int, Release]]:
    """The new models of which a clause, and what goes on about them, tell what is told of releases."""
    for at, launches in enumerate(all_launches):
        passage = launches.passage
        apart = passage.story is None and launches.page.titled  # a summary
        if apart or not launches.named or not passage.is_prose:
            continue
        opens = launches.page.token_at(launches.named[0].span.start) - passage.first < FEW // 2
        beside = (*(all_launches[max(0, at - 1) : at] if opens else ()), *all_launches[at + 1 : at + 2])
        more = [one.passage for one in beside if one.passage.block == passage.block and not one.named]
        enough = ENOUGH + (passage.story is not None)
        clauses = list(_clauses(launches))
        for index, (first, end) in enumerate(clauses):
            new = _new_ones(launches, first, end)
            if not new:
                continue
            reach = end
            for start, stop in clauses[index + 1 :]:
                goes_on = start == reach + 1 and launches.page.tokens[reach].text in BREAKS
                if not goes_on or within(launches.named, launches.page.span(start, stop)):
                    break
                reach = stop  # "Foo was shown; the weights are on Bar"
            if _hints(launches, new[0], range(first, reach), more) >= enough:
                for model in new:
                    yield at, Release("hinted", range(first, first + 1), model, first, reach)


def _clauses(launches: Launches) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between semicolons and ``while``, without those that plan, deny or doubt."""
    tokens, first, last = launches.page.tokens, launches.passage.first, launches.passage.end
    for at in range(first, last + 1):
        if at == last or tokens[at].text in BREAKS or tokens[at].key in CONCESSIVES:
            if first < at and not any(is_against(tokens, index) for index in range(first, at)):
                yield first, at
            first = at + 1


def is_against(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says that something is no news or did not come about; not in ``members may call it``."""
    key = tokens[at].key
    if key == "may":
        return tokens[at].text == key and hints("audience").isdisjoint(
            token.key for token in tokens[max(0, at - FEW) : at]
        )
    if tokens[at].runs_on:
        return False  # GR00T
    return key in DENYING or key in listed("against") or key.startswith(PUT_OFF)


def is_recent(page: Page, period: Period) -> bool:
    """Whether a time began in the days before a report."""
    published, day = page.published, period.start
    return published is not None and day is not None and 0 <= (published - day).days <= RECENT


def _new_ones(launches: Launches, first: int, end: int) -> list[Mention[Entity]]:
    """The new models that a clause is about, and not only measures others against."""
    named = within(launches.named, launches.page.span(first, end))
    stems = {stem for model in launches.named for stem in stems_of(model.value.id)}  # Foo 3 of the lab Foo
    new = (model for model in named if not model.value.known and model.value.id not in stems)
    return [model for model in new if _is_told_of(launches, model, first)]


def _is_told_of(launches: Launches, model: Mention[Entity], first: int) -> bool:
    page, end, at = launches.page, launches.page.token_at(model.span.end), launches.list_start(model)
    behind = [token.key for token in page.tokens[end : end + FEW]]
    if launches.is_compared(model) or not listed("left_behind").isdisjoint(behind):
        return False  # rivals like Foo; Foo was joined by Bar
    if is_possessive(page, model) and listed("owned").isdisjoint(behind):
        return False
    described = behind[0] == "," and behind[1] in ("a", "an")
    for index in range(at - 1, max(first, at - FEW) - 1, -1):
        token = page.tokens[index]
        if token.key in LEADING or token.key in listed("set_apart"):
            before = page.tokens[index - 1].key
            offered = token.key in ("of", "for") and before in listed("parts_offered")
            offered = offered or (token.key in ("in", "on", "to") and described)
            return offered or (token.key == "to" and before in listed("addressing"))
        if token.key in BE or (token.kind == "mark" and token.text not in ("-", "'")):
            break
    return True


def _is_shown(page: Page, model: Mention[Entity]) -> bool:
    """Whether a model stands as new things do: ``On sale is Foo``, ``an option: Foo``."""
    before, end = page.tokens[page.token_at(model.span.start) - 1], page.token_at(model.span.end)
    apposed = page.tokens[end + 1 : end + FEW] if page.tokens[end].text == "," else ()
    new = any(token.key in hints("novelty") for token in apposed)
    return new or before.key in BE or before.text == ":"


def _hints(launches: Launches, model: Mention[Entity], clause: range, more: Sequence[Passage]) -> int:
    """How many things a clause, and what goes on about its model, tell that are told of releases."""
    page, passage = launches.page, launches.passage
    span = page.span(clause.start, clause.stop)
    keys = {token.key for token in page.tokens[clause.start : clause.stop]}
    told = keys.union(*(one.keys for one in more))
    names = (*page.names_in(span), *(name for one in more for name in one.names))
    opened = licence_of(page, clause.start, clause.stop) is not None
    opened = opened or any(name.value.id in HUBS for name in names)
    shown = _is_shown(page, model) or page.tokens[clause.start].key == "new"
    found = sum(not group.isdisjoint(told) for group in _groups()) + opened + shown
    dates = (*within(passage.dates, span), *(date for one in more for date in one.dates))
    recent = any(is_recent(page, date.value) for date in dates)
    staged = any(any(cue_spans(page, clause.start, clause.stop, group)) for group in ("stage", "access"))
    if not (found or staged) or ("since" in keys and not recent):
        return 0
    placed = any(name.value.kind == "platform" and name.value.known for name in names)
    placed = placed or any(place.value.known for place in channels_of(page, clause.start, clause.stop))
    sized = any(
        is_size(size) and covering(passage.names, size.span.start) is None
        for size in within(passage.quantities, span)
    )
    titled = passage.story is not None and model.value.id in page.titled.get(passage.story, ())
    return found + recent + placed + staged + sized + titled
