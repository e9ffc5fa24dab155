"""Where the words of the vocabulary stand in a passage, and which measures they say."""

from __future__ import annotations

from collections.abc import Iterator

from ...english.clauses import DETERMINERS, Clauses, clauses_of
from ...english.vocabulary import NO_ENTRY, Measure, kind_of, vocabulary
from ...page import Page, Passage
from .nounphrases import NounPhrases, words_of
from .wordsets import PARTS, POSTING, SPENDERS

__all__ = ["Spotted"]


class Spotted(NounPhrases):
    """The measures of a passage, in the order of their words."""

    def __init__(self, page: Page, passage: Passage) -> None:
        super().__init__(page, passage)
        self.clauses: Clauses = clauses_of(page, passage)
        self.in_money: bool = any(kind_of(quantity.value.unit) == "money" for quantity in passage.quantities)
        self.tested: bool = any(name.value.kind == "benchmark" for name in passage.names)
        self.all: list[Measure] = list(self._all())
        self._ends = [measure.end for measure in self.all]

    def _all(self) -> Iterator[Measure]:
        tokens, behind = self.page.tokens, self.passage.first
        words = vocabulary()
        for at in self.passage.tokens_of(words.openings()):
            found = words.starting(tokens, at) if at >= behind else None
            if found is None:
                continue
            entry, behind = found
            end = behind
            if self._misleads(at, end):
                continue
            if end <= self.passage.end and self.key(end) not in PARTS:
                opens = at == self.passage.first or self.key(at - 1) in (";", ":", "(", "of", "–", "—")
                described = opens or self.key(at - 1) in words_of("modifiers")
                described = described or self.key(end) == "of"  # fines of
                is_noun = not entry.verbs or self._is_noun(at) or (described and bool(entry.nouns))
                for slug in entry.nouns if is_noun else entry.verbs:
                    parted = (
                        slug == "share-price" and tokens[at].key == "share" and self.key(end) in ("of", "in")
                    )
                    word = self._head(slug, at, end) if is_noun else at
                    yield Measure("market-share" if parted else slug, at, word, end, not is_noun)

    def _misleads(self, at: int, end: int) -> bool:
        """Whether words of the vocabulary say something else: experts of a mixture, Acme posts 4%."""
        key, before = self.key(at), self.key(at - 1)
        if key == "experts":
            return "of" in (before, self.key(at - 2))
        other = (key, before) == ("availability", "general") or (key == "spending" and before in SPENDERS)
        return other or (key in POSTING and end in self.starts)

    def _head(self, slug: str, at: int, end: int) -> int:
        """Where the shortest words for a measure start that end where these do: ``enterprise |clients``."""
        for later in range(end - 1, at, -1):
            entry, stop = vocabulary().starting(self.page.tokens, later) or (NO_ENTRY, later)
            if stop == end and slug in entry.nouns:
                return later
        return at

    def _is_noun(self, at: int) -> bool:
        """Whether what looks like a verb is a noun or adjective here: ``the cost``, ``its paid plan``."""
        before = self.key(at - 1)
        return (before in DETERMINERS and before != "that") or (
            before in ("'s", "s") and at - 1 > self.passage.first
        )
