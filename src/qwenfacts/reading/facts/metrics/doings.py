"""What people, customers and models do of which a figure tells: they pay, use, win, pass, notice."""

from __future__ import annotations

from typing import Final

from ....values import Quantity
from ...english.cast import THINGS
from ...english.clauses import DETERMINERS, cue_spans
from ...english.vocabulary import kind_of
from .circumstances import CLOSE, NEAR, Rules
from .nounphrases import is_inner
from .wordsets import STOPS, listed, measures_by

__all__ = ["CONTRIBUTING", "DEAR", "LEAVING", "PARTS", "PAYS", "Doings"]

PARTS: Final = frozenset(("business", "segment", "division", "unit", "arm", "group"))
CONTRIBUTING: Final = frozenset("contributed contributes contributing supplied brought".split())
HALTS: Final = STOPS - {"have", "had", "now", "already", "a"}
LEAVING: Final = 12
DEAR: Final = 10_000_000
"""What costs so much is built rather than sold."""
PAYS: Final = frozenset(("pay", "pays", "paying", "paid"))
SPENDING: Final = frozenset(("spend", "spends", "spending", "spent"))
ABOUT: Final = frozenset("it its they their model models system assistant newcomer agent".split())


SLIGHT: Final = frozenset("for in up up alone now only just already about itself still".split())
"""What can stand around a verb that says who brings in how much."""


class Doings(Rules):
    """What is done in a passage with so much of something."""

    def is_spent(self, place: range, value: Quantity) -> bool:
        """Whether money is what customers spend, which tells them apart: ``those who spend over $1m``."""
        if kind_of(value.unit) != "money" or self.key(place.start - 1) not in SPENDING:
            return False
        low = max(self.passage.first, place.start - CLOSE)
        return not (listed("payers") | {"them", "whom", "who"}).isdisjoint(
            map(self.key, range(low, place.start))
        )

    def _is_paid(self, place: range) -> bool:
        """Whether customers pay so much: ``developers pay $2 a month``."""
        verb = next(
            (at for at in range(place.start - 1, place.start - CLOSE, -1) if self.key(at) in PAYS), None
        )
        if verb is None:
            return False
        low = max(self.passage.first, verb - NEAR)
        return any(self.key(at) in listed("payers") for at in range(low, verb)) or self._is_paid_for(
            verb, place
        )

    def _is_paid_for(self, verb: int, place: range) -> bool:
        """Whether several pay a small sum for a thing: ``laptop makers pay $160 for it``."""
        payers = self.page.tokens[verb - 1]
        many = verb > self.passage.first and payers.text[1:].islower() and payers.text.endswith("s")
        told = self.key(place.stop) in ("for", "a", "per", "each")
        return told and many and payers.key not in listed("owners") and self._is_small(place)

    def _is_small(self, place: range) -> bool:
        """Whether a sum is one that a thing can cost."""
        where = self.measures.starts.index(place.start)
        return self.passage.quantities[where].value.value < DEAR

    def _is_noticed(self, place: range) -> bool:
        """Whether a ratio is the part of some things that a test has found: ``found 94% of faults``."""
        if self.key(place.stop) != "of" or self.key(place.start - 1) not in listed("finding"):
            return False
        polled = not {"survey", "poll", "study", "respondents"}.isdisjoint(self.passage.keys)
        return self._is_of_things() and not polled

    def _is_finished(self, place: range) -> bool:
        """Whether a ratio is the part of its work that something gets done: ``completed 83% of tasks``."""
        if self.key(place.stop) != "of" or self.key(place.start - 1) not in listed("finishing"):
            return False
        noun = self.measures.noun(place.stop + 1)
        return self.key(noun.stop - 1) in listed("work") and not self.measures.tested

    def _is_of_things(self) -> bool:
        """Whether a passage can be about a model or product: it names one, or somebody by a pronoun."""
        named = any(name.value.kind in THINGS for name in self.passage.names)
        return named or not ABOUT.isdisjoint(self.passage.keys)

    def _is_won(self, place: range) -> bool:
        """Whether a ratio is how often a model won: ``57% of duels``, ``judged better in 57% of cases``."""
        if self.key(place.stop) != "of":
            return False
        noun = self.measures.noun(place.stop + 1)
        ends = {self.key(at) for at in noun[:CLOSE]}
        if not self._is_of_things():
            return False
        if not ends.isdisjoint(listed("contests")):
            return True
        return self.tells("rating") and not ends.isdisjoint(listed("trials"))

    def _done(self, place: range) -> str | None:
        """What a part of some things does that says a measure: ``92% of its programs passed``."""
        if self.key(place.stop) != "of":
            return None
        for at in range(place.stop + 2, min(place.stop + LEAVING, self.passage.end)):
            if self.key(at) in (",", ";", ".", "("):
                return None
            for slug, verbs in measures_by("doing").items():
                if self.key(at) in verbs:
                    return slug
        return None

    def _acting(self, place: range) -> str | None:
        """What people are counted as by what they do: ``8,000 people downloaded``, ``900 farms use it``."""
        for at in range(place.stop + 1, min(place.stop + CLOSE + 1, self.passage.end)):
            word = self.key(at)
            if self.page.tokens[at].kind != "word" or word in HALTS:
                return None
            said = "signed-up" if (word, self.key(at + 1)) == ("signed", "up") else word
            acting = (slug for slug, verbs in measures_by("people").items() if said in verbs)
            if (slug := next(acting, None)) is not None:
                return slug
        return None

    def _is_handed(self, place: range) -> bool:
        """Whether staff are told as those who get something to use: ``rolled it out to 900 employees``."""
        low = max(self.passage.first, place.start - 2 * NEAR)
        before = {self.key(at) for at in range(low, place.start)}
        if self.key(place.start - 1) in ("to", "for", "among", "across"):
            return not listed("offering").isdisjoint(before)
        end = min(place.stop + 2 * CLOSE, self.passage.end)
        behind = (at + 1 for at in range(place.stop + 1, end) if self.key(at) in ("on", "onto", "using"))
        return any(self.subjects.thing_at(self.passage, at) for at in behind)

    def _noun_to(self, end: int) -> range:
        """The noun phrase right before a verb: ``|phones|, still the biggest segment, contributed``."""
        while self.key(end - 1) in SLIGHT:
            end -= 1
        if self.key(end - 1) == ",":
            end = next((at for at in range(end - 2, end - NEAR, -1) if self.key(at) == ","), end)
        start = end
        while end - start <= CLOSE and self.key(start - 1) and is_inner(self.page.tokens[start - 1]):
            start -= 1
        while start < end and (self.key(start) in DETERMINERS or self.key(start) == "and"):
            start += 1
        return range(start, end)

    def source(self, place: range) -> range | None:
        """Those who bring in so much: ``|AI products| contributed 9% of sales``."""
        verb = place.start - 1
        while self.key(verb) in SLIGHT:
            verb -= 1
        brought = self.key(verb) in listed("bringing") | CONTRIBUTING
        return self._noun_to(verb) or None if brought else None

    def line(self, place: range, *, reported: bool) -> range | None:
        """The noun by which a line of business is told that moved, or brought in so much."""
        verb = place.start - 1
        while self.key(verb) in ("by", "in", "to", "only", "just", "another", "a"):
            verb -= 1
        moves = list(cue_spans(self.page, max(self.passage.first, verb - 1), verb + 1, "movement"))
        brought = self.key(verb) in CONTRIBUTING and self.key(place.stop) != "of"
        if not brought and not (moves and moves[-1][2] == verb + 1):
            return None
        noun = self._noun_to(verb if brought else moves[-1][1])
        names = (self.page.name_at(at) for at in range(max(0, noun.start - CLOSE), noun.stop))
        named = any(name is not None and name.span.end > self.page.tokens[noun.start].start for name in names)
        last = self.key(noun.stop - 1)
        told = (reported and last in listed("segments")) or (brought and last != "group")
        return noun if noun and told and not named else None
