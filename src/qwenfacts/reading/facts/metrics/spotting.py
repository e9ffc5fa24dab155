"""Where the words of the vocabulary stand in a passage, and which measures they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...english.clauses import DETERMINERS, OBLIQUE, Clauses, clauses_of
from ...english.vocabulary import NO_ENTRY, Measure, kind_of, vocabulary, wholes
from ...page import Page, Passage
from .nounphrases import NounPhrases, words_of
from .wordsets import AHEAD, PARTS, PAYS, listed

__all__ = ["Spotted"]

UNFINED: Final = {"pay": "investment", "seeks": "funding", "seeking": "funding"}
"""What those do who pay or seek so much where nobody is sued."""


def _part(passage: Passage) -> int:
    """The story of a passage; outside the stories its block."""
    return -1 - passage.block.span.start if passage.story is None else passage.story


def _tried(page: Page) -> frozenset[int]:
    """The stories that tell of a case, in court or before an authority."""
    told = (one for one in page.passages if not listed("cases").isdisjoint(one.keys))
    return frozenset(_part(one) for one in told)


class Spotted(NounPhrases):
    """The measures of a passage, in the order of their words."""

    def __init__(self, page: Page, passage: Passage) -> None:
        super().__init__(page, passage)
        self.clauses: Clauses = clauses_of(page, passage)
        sums = (one.span.end for one in passage.quantities if kind_of(one.value.unit) == "money")
        self._sums = frozenset(sums)
        self.in_money: bool = bool(self._sums)
        self._is_tried = _part(passage) in page.once(_tried)
        self.tested: bool = any(name.value.kind == "benchmark" for name in passage.names)
        self.all: list[Measure] = list(self._all())
        self._ends = [measure.end for measure in self.all]

    def _all(self) -> Iterator[Measure]:
        tokens, behind = self.page.tokens, self.passage.first
        words = vocabulary()
        for at in self.passage.tokens_of(words.openings):
            found = words.starting(tokens, at) if at >= behind else None
            if found is None:
                continue
            entry, behind = found
            end = behind
            if self._misleads(at, end):
                continue
            if tokens[end - 1].key == "costs" and at < end - 1 and end in self.starts:
                entry, at = (words.starting(tokens, end - 1) or found)[0], end - 1  # hosting |costs $4
            if self.key(at - 1) == "of" and not (entry.nouns or self.key(at).endswith("ing")):
                continue  # 4% of answers
            if end <= self.passage.end and self.key(end) not in PARTS:
                opens = at == self.passage.first or self.key(at - 1) in (";", ":", "(", "of", "–", "—")
                described = opens or self.key(at - 1) in words_of("modifiers")
                described = described or self.key(end) == "of"  # fines of
                described = described or tokens[at - 1].end in self._sums  # a $9bn bid
                is_noun = not entry.verbs or self._is_noun(at) or (described and bool(entry.nouns))
                for slug in entry.nouns if is_noun else entry.verbs:
                    parted = tokens[at].key == "share" and self.key(end) in ("of", "in")
                    parted = parted and slug == "share-price"
                    if slug == "fine" and not (is_noun or self._is_tried):
                        slug = UNFINED.get(self.key(end - 1), slug)
                    elif slug == "investment" and not is_noun:
                        slug = self._given(at, slug)
                    word = self._head(slug, at, end) if is_noun else at
                    yield Measure("market-share" if parted else slug, at, word, end, not is_noun)

    def _given(self, at: int, slug: str) -> str:
        """What is given to end a suit, or by investors whom nobody names: ``investors put in $4m``."""
        if self.key(at) in PAYS:
            return slug if listed("suits").isdisjoint(self.passage.keys) else "fine"
        crowd = (here for here in range(at - AHEAD, at) if self.key(here) in listed("owners"))
        return "funding" if any(self.key(here - 1) not in OBLIQUE for here in crowd) else slug

    def _misleads(self, at: int, end: int) -> bool:
        """Whether words of the vocabulary say something else: experts of a mixture, Acme posts 4%."""
        key, before = self.key(at), self.key(at - 1)
        name = self.page.name_at(at - 1) if at > self.passage.first else None
        if name is not None and name.span.end == self.page.tokens[end - 1].end:
            first = self.page.token_at(name.span.start)
            return self.page.tokens[first - 1].kind != "number"  # Foo Compute, not 90 Foo Stores
        if key == "experts":
            return "of" in (before, self.key(at - 2))
        before_it = [self.key(i) for i in range(at - 4, at)]
        if "market" in before_it and not {"for", "in"}.isdisjoint(before_it[-2:]):
            return True  # leads the market for phone chips with 34%
        other = (key, before) == ("availability", "general") or (
            key == "spending" and before in listed("spenders")
        )
        changed = key == "raised" and self.key(end) in ("from", "to", "by") and end + 1 in self.starts
        other = other or changed  # a budget that was raised from $3bn
        return other or (key in listed("posting") and end in self.starts)

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
        owned = before in ("'s", "s") and at - 1 > self.passage.first
        return owned or (before in DETERMINERS and before != "that")

    def _is_in_name(self, at: int) -> bool:
        """Whether a token goes on with the name that starts right before it: ``40 Ascend 950 cards``."""
        name = self.page.name_at(at - 1)
        return name is not None and name.span.end > self.page.tokens[at].start

    def _whole(self, at: int) -> Measure | None:
        """The noun that a ratio right before a token is a part of: ``3% of the market for cars``."""
        if self.key(at) != "of":
            return None
        noun = self.noun(at + 1)
        world = noun and not listed("world").isdisjoint((self.key(noun.start), self.key(noun.stop - 1)))
        if world and self.key(noun.stop - 1) not in {"total", *wholes()}:
            return Measure("market-share", noun.start, noun.stop - 1, noun.stop)
        if noun and self.key(noun.start) in listed("lists") and self.key(noun.stop).isdigit():
            used = not listed("using_words").isdisjoint(map(self.key, range(at - AHEAD, at)))
            users = "enterprise-users" if used else "customers"
            return Measure(users, noun.start, noun.start, noun.stop + 1)  # the Fortune 500
        slug = wholes().get(self.key(noun.stop - 1)) if noun else None
        return Measure(slug, noun.start, noun.stop - 1, noun.stop) if slug else None
