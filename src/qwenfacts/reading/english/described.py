"""What the names of a page are called, and whom its sentences began with: what ``it`` means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from ...entities import Entity
from ...report import Mention
from ..page import Page, Passage
from ..wordclasses import APPOSITIVES, AUXILIARIES, COORDINATORS, RELATIVES
from .clauses import last_before
from .phrases import OBLIQUE

__all__ = ["Described"]

ENDS: Final = OBLIQUE | RELATIVES | AUXILIARIES | COORDINATORS
LONG: Final = 9
FEW: Final = 4


class Described:
    """What a page calls its names: ``Acme, a Texan landlord``, ``the toolmaker Acme``."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._block: object = None
        self._before: list[Callable[[], Mention[Entity] | None]] = []

    def enter(self, passage: Passage, leader: Callable[[], Mention[Entity] | None]) -> None:
        """Begin a sentence; ``leader`` tells whom it begins with, once somebody asks for it."""
        if passage.block is not self._block:
            self._before, self._block = [], passage.block
        self._before.append(leader)

    def leave(self) -> None:
        """End the last sentence: whoever was entered need not stay in memory with the page."""
        self._before = []

    @property
    def leader(self) -> Mention[Entity] | None:
        """Whom the last sentence of the paragraph that names somebody began with."""
        told = (leader() for leader in reversed(self._before[-FEW:-1]))
        return next((name for name in told if name is not None), None)

    @cached_property
    def _names(self) -> dict[str, list[Mention[Entity]]]:
        called: dict[str, list[Mention[Entity]]] = {}
        for name in self.page.names:
            for noun in self._nouns(name):
                called.setdefault(noun, []).append(name)
        return called

    @cached_property
    def _nouns_of(self) -> dict[str, set[str]]:
        nouns: dict[str, set[str]] = {}
        for noun, names in self._names.items():
            for name in names:
                nouns.setdefault(name.value.id, set()).add(noun)
        return nouns

    def _nouns(self, name: Mention[Entity]) -> Iterator[str]:
        """The nouns that an apposition or the words before a name call it by."""
        tokens = self.page.tokens
        end, before = self.page.token_at(name.span.end), self.page.token_at(name.span.start) - 1
        if tokens[end].text in (",", "(", "—", "–") and tokens[end + 1].key in APPOSITIVES:
            noun = ""
            for at in range(end + 2, min(end + 2 + LONG, len(tokens))):
                token = tokens[at]
                glued = token.text in ("-", "'") or (token.glued and tokens[at - 1].text == "-")
                participle = noun and token.key.endswith("ed") and tokens[at + 1].key in OBLIQUE
                ends = token.key in ENDS and tokens[at - 1].text != "-"  # plug-in
                if (token.kind != "word" and not glued) or ends or participle:
                    break
                noun = f"{noun}-{token.key}" if tokens[at - 1].text == "-" else token.key
                if token.text in ("-", "'"):
                    noun = tokens[at - 1].key
            if noun:
                yield noun
        closed = tokens[end].text == "," and tokens[before].text == ","
        before -= closed  # a server model, Foo, came
        if before > 0 and tokens[before].kind == "word" and tokens[before].text.islower():
            noun = tokens[before].key
            if tokens[before - 1].text == "-" and before > 1:
                noun = f"{tokens[before - 2].key}-{noun}"
            if noun not in ENDS and noun not in APPOSITIVES:
                yield noun

    def calls(self, entity: Entity, nouns: frozenset[str]) -> bool:
        """Whether the page calls an entity by one of some nouns."""
        return not self._nouns_of.get(entity.id, set()).isdisjoint(nouns)

    def meant(self, noun: str, offset: int) -> Mention[Entity] | None:
        """The name before an offset that was last called by a noun."""
        return next(last_before(self._names.get(noun, ()), offset), None)
