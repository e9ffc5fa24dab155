"""The noun phrases around the words of a measure, and what can stand in one."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import Final

from ....tokens import Token
from ...english.clauses import DETERMINERS, cue_spans
from ...english.vocabulary import Measure
from ...page import Page, Passage
from ...wordclasses import ADNOMINALS, CONCESSIVES, PASTS
from ...wording import table
from .wordsets import AHEAD, FEW, HELPERS, JOINTS, STOPS, listed

__all__ = ["NounPhrases", "is_inner", "words_of"]

TERMS: Final = frozenset(("year", "month"))


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

    def trimmed(self, measure: Measure) -> Measure:
        """The words of a measure without what says whose it is, when it was so and how often."""
        first, end = measure.first, measure.end
        if measure.is_verb:
            while first < end - 1 and self.key(first) in HELPERS:
                first += 1  # will cost
            end -= self.key(end - 1) == "at" and self.key(end - 2).endswith("ed")  # valued |at
            return measure._replace(first=first, end=end)
        while first < measure.word:
            name = self.page.name_at(first) if measure.slug != "chips-shipped" else None
            behind = self.page.token_at(name.span.end) if name is not None else first
            token = self.page.span(first, first + 1)  # |June| sales
            dated = any(date.span == token for date in self.page.dates_in(token))
            if name is not None and name.value.kind == "organisation" and behind <= measure.word:
                first = behind + 2 * (self.key(behind + 1) == "s")
            elif self.key(first) == "such" or dated or self._is_listed(measure, first):
                first += 1
            elif self.key(first + 1) == "-" and self.key(first + 2) in TERMS and first + 3 <= measure.word:
                first += 3
            else:
                break
        ordered = self.key(end - 1).startswith("order")
        end += self.key(end) == "worth" and measure.slug == "orders" and not ordered  # a contract worth
        if self.key(end - 1) == "price" and self.key(end) == "of" and self.key(end + 1) in ("a", "an"):
            end = self._noun_end(end + 1)  # the price of a seat
        if measure.slug == "training-tokens" and self.key(end) == "and" and self.key(end - 2) == "of":
            end = self._noun_end(end + 1)  # tokens of text and code
        rated = self.key(end - 2) in ("a", "per") and self.key(end - 1) in listed("spans") | {"day"}
        end -= 2 * (rated and end - 2 > measure.word)  # tokens a day
        return measure._replace(first=first, end=end)

    def _is_listed(self, measure: Measure, at: int) -> bool:
        """Whether a word is the name of a company before its shares, and no stock exchange's place."""
        name, text = self.page.name_at(at), self.page.tokens[at].text
        named = text[0].isupper() and self.key(at) not in words_of("modifiers")
        stock = named and measure.slug == "share-price"
        return stock and self.key(at + 1) != "-" and (name is None or name.value.kind != "place")

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
