"""What people, customers and models do of which a figure tells: they pay, use, win, pass, notice."""

from __future__ import annotations

from typing import Final

from ....values import Quantity
from ...english.cast import OBJECTS, THINGS
from ...english.clauses import DETERMINERS, cue_spans
from ...english.vocabulary import RATIOS, Measure, is_flagged, kind_of, measure_at
from ...mentions.naming import verbs_on_s
from .circumstances import CLOSE, NEAR, Rules
from .nounphrases import is_inner
from .wordsets import STOPS, listed, measures_by

__all__ = ["CONTRIBUTING", "DEAR", "LEAVING", "PACED", "PARTS", "PAYS", "Doings"]

PARTS: Final = frozenset(("business", "segment", "division", "unit", "arm", "group"))
CONTRIBUTING: Final = frozenset(
    "contributed contributes contribute contributing supplied supplies brought added adds adding".split()
)
RAISING: Final = frozenset("investors round raise raising raised funding backers stake".split())
HALTS: Final = STOPS - {"have", "had", "now", "already", "a"}
LEAVING: Final = 12
DEAR: Final = 10_000_000
"""What costs so much is built rather than sold."""
TOOLS: Final = frozenset(("on", "onto", "using"))
PAYS: Final = frozenset(("pay", "pays", "paying", "paid"))
SPENDING: Final = frozenset(("spend", "spends", "spending", "spent"))
ABOUT: Final = frozenset("it its they their model models system assistant newcomer agent".split())
SLIGHT: Final = frozenset("for in up up alone now only just already about itself still".split())
"""What can stand around a verb that says who brings in how much."""
PACED: Final = frozenset(("millisecond", "second", "minute"))
WITHIN: Final = frozenset("in within after of under".split())
RIGHT: Final = frozenset("right correct correctly accurately properly".split())


class Doings(Rules):
    """What is done in a passage with so much of something."""

    def is_pace(self, place: range, value: Quantity) -> bool:
        """Whether a short time is what a thing needs or yields as a rule: ``answers in 0.4 seconds``."""
        if value.unit not in PACED or not self._is_of_things():
            return False
        noun, before = self.measures.of(place, value), self.key(place.start - 1)
        low = max(self.passage.first, place.start - NEAR)
        does = before in WITHIN and any(self.key(at) in verbs_on_s() for at in range(low, place.start))
        told = noun is not None and noun.slug == "capacity" and not noun.is_verb
        return told or does or before in listed("taking")

    def outcome(self, place: range, value: Quantity, measure: Measure | None) -> str | None:
        """What a part of some cases tells of a thing: ``misreads 4% of names``, ``won 57% of duels``."""
        if value.unit not in RATIOS or not self._is_of_things():
            return None
        part, behind, before = self.clauses[place.start].part, self.key(place.stop), self.key(place.start - 1)
        low, end = max(self.passage.first, place.start - NEAR), min(place.stop + NEAR, self.passage.end)
        near = {self.key(at) for at in range(low, end) if self.clauses[at].part == part}
        phrase = self.measures.noun(place.stop + 1) if behind == "of" else range(0)
        noun = {self.key(at) for at in phrase[:CLOSE]}
        if near & listed("erring") and behind in ("of", "wrong"):
            return "error-rate"
        done = before in listed("finishing") and self.key(phrase.stop - 1) in listed("work")
        tried = listed("trials") | {"time"}
        if (near & RIGHT and (behind in RIGHT or noun & tried)) or (done and not self.measures.tested):
            return "benchmark-score" if self.measures.tested else "accuracy"
        if measure is not None or not noun:
            return None
        if noun & listed("contests") or (noun & listed("trials") and self.tells("rating")):
            return "benchmark-score"
        polled = not {"survey", "poll", "study", "respondents"}.isdisjoint(self.passage.keys)
        return "accuracy" if before in listed("finding") and not polled else None

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

    def _is_of_things(self) -> bool:
        """Whether a passage can be about a model or product: it names one, or somebody by a pronoun."""
        named = any(name.value.kind in THINGS for name in self.passage.names)
        told = named or not ABOUT.isdisjoint(self.passage.keys)
        return told or self.subjects.discourse.topic(self.passage, OBJECTS) is not None

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

    def _acted_by(self, place: range) -> str | None:
        """What people are counted as by what is done by them: ``is used by 900 clerks``."""
        if self.key(place.start - 1) != "by":
            return None
        done = (slug for slug, verbs in measures_by("passive").items() if self.key(place.start - 2) in verbs)
        return next(done, None)

    def _is_handed(self, place: range) -> bool:
        """Whether staff are told as those who get something to use: ``rolled it out to 900 employees``."""
        low = max(self.passage.first, place.start - 2 * NEAR)
        before = {self.key(at) for at in range(low, place.start)}
        given = not listed("offering").isdisjoint(before)
        if self.key(place.start - 1) in ("to", "for", "among", "across"):
            return given
        end = min(place.stop + 2 * CLOSE, self.passage.end)
        tools = TOOLS | {"with"} if given else TOOLS  # equip 900 clerks with Foo
        behind = (at + 1 for at in range(place.stop + 1, end) if self.key(at) in tools)
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
        brought = self.key(verb) in listed("bringing") or self.key(verb) in CONTRIBUTING
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
        if any((slug := measure_at(self.page.tokens, at)) and is_flagged(slug, "finance") for at in noun):
            return None  # the ADRs added 3%
        told = (reported and last in listed("segments")) or (brought and last != "group")
        if named:  # of which Foo contributed $4bn
            told = reported and brought
        return noun if noun and told else None
