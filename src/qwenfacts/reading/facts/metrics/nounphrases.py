"""The noun phrases around the words of a measure, and what can stand in one."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise

from ....tokens import Token
from ...english.clauses import DETERMINERS, cue_spans
from ...english.vocabulary import Measure
from ...page import Page, Passage
from ...wordclasses import ADNOMINALS, CONCESSIVES, PASTS
from ...wording import table
from .wordsets import AHEAD, FEW, JOINTS, STOPS, listed

__all__ = ["NounPhrases", "is_inner", "words_of"]


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one list for measures in ``cues.toml``."""
    return frozenset(table("cues")["measure"][kind])


def is_inner(token: Token) -> bool:
    """Whether a token can stand inside a noun phrase."""
    if token.kind == "mark":
        return token.text in JOINTS or token.text in "“”\"‘’'"
    return token.key == "and" or (token.kind == "word" and (token.key not in STOPS or token.glued))


def _is_code(token: Token) -> bool:
    """Whether a token is the number of a code: the second one of ``A100``."""
    return token.kind == "number" and token.glued


class NounPhrases:
    """The noun phrases of a passage."""

    def __init__(self, page: Page, passage: Passage) -> None:
        self.page = page
        self.passage = passage
        self.starts: list[int] = [page.token_at(quantity.span.start) for quantity in passage.quantities]

    def key(self, at: int) -> str:
        """The word at a token; nothing outside the passage."""
        return self.page.tokens[at].key if self.passage.first <= at < self.passage.end else ""

    def is_cue(self, at: int, group: str) -> bool:
        """Whether a token is a cue word of a group by itself."""
        return any(cue_spans(self.page, at, min(at + 1, self.passage.end), group))

    def quantities_between(self, first: int, end: int) -> int:
        """How many quantities start among some tokens."""
        return bisect_left(self.starts, end) - bisect_left(self.starts, first) if first < end else 0

    def phrase(self, measure: Measure, floor: int | None = None) -> Measure:
        """The whole noun phrase around words of the vocabulary; it starts no earlier than ``floor``."""
        tokens, at, end = self.page.tokens, measure.first, measure.end
        if measure.is_verb or measure.slug == "rank":
            return measure
        if floor is not None:  # all between a quantity and what it counts is its phrase
            low = floor
            while low < at and (tokens[low].key in STOPS or tokens[low].text in JOINTS):
                if _is_code(tokens[low + 1]):
                    break  # A100 cards
                low += 1
            inner = pairwise(tokens[low : at + 1])
            if all(is_inner(one) or _is_code(one) or _is_code(after) for one, after in inner):
                at = low
        else:
            low = max(self.passage.first, at - AHEAD)
            at = self._opening(at, low)
        while at > low and self._belongs(at - 1, low):
            at -= 1
        end += self.key(end) == "growth"
        if measure.slug == "market-share" and self.key(end) in ("of", "in"):
            end = self._noun_end(end + 1)
        doing = self.key(end).endswith("ing")
        scored = measure.slug == "benchmark-score"
        if doing or tokens[end - 1].key == "on":
            name = self.page.name_at(end + doing) if end + doing < self.passage.end else None
            if name is not None and (doing or not scored or name.value.kind == "benchmark"):
                end = self.page.token_at(name.span.end)
        return Measure(measure.slug, at, measure.word, end)

    def _opening(self, at: int, low: int) -> int:
        """Where a noun phrase starts that has its article before it: ``its |lobbying budget``."""
        first = at
        while first > max(low, at - FEW) and self._describes(first - 1):
            first -= 1
        while first < at and self.key(first) in listed("plain"):
            first += 1
        before = self.key(first - 1)
        opens = before in ADNOMINALS or before in listed("plain") or before in CONCESSIVES
        return first if opens or before in (";", ":") else at

    def _describes(self, at: int) -> bool:
        """Whether a word can describe the noun behind it and is no verb, which only an article lets it be."""
        token = self.page.tokens[at]
        plain = token.kind == "word" and token.text.islower() and token.key not in STOPS
        verbal = token.key.endswith(("ed", "ing")) or token.key in PASTS or self.is_cue(at, "change")
        verbal = verbal and self.key(at - 1) not in ADNOMINALS
        return plain and not (verbal or token.key.endswith(("s", "ly")))

    def _noun_end(self, at: int) -> int:
        """Where the noun phrase that starts at a token ends."""
        while self.key(at) in DETERMINERS:
            at += 1
        while at < self.passage.end and is_inner(self.page.tokens[at]) and self.key(at) != "and":
            if self.is_cue(at, "movement") or self.quantities_between(at, at + 1):
                break
            at += 1
        return at

    def noun(self, at: int) -> range:
        """The noun phrase that starts at a token, without its articles."""
        end = self._noun_end(at)
        while at < end and self.key(at) in DETERMINERS:
            at += 1
        return range(at, end)

    def _belongs(self, at: int, low: int) -> bool:
        """Whether a token belongs to the noun phrase that starts behind it: a modifier, compound or name."""
        token, after = self.page.tokens[at : at + 2]
        if token.text in JOINTS:
            return token.glued and after.glued and at > low
        if token.kind != "word" or token.key in words_of("outside"):
            return False
        if after.glued and after.text in JOINTS:
            return True
        if token.glued and at > low:
            return self.page.tokens[at - 1].text in JOINTS
        if token.key in words_of("modifiers"):
            return True
        other = token.key in STOPS or token.key in words_of("excluded") or token.key.endswith("ly")
        is_name = token.text[0].isupper() and not other
        return is_name and not self.page.dates_in(self.page.span(at, at + 1))
