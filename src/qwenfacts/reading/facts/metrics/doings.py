"""What people, customers and models do of which a figure tells: they pay, use, win, pass, notice."""

from __future__ import annotations

from typing import Final

from ....values import Quantity
from ...english.cast import OBJECTS, THINGS
from ...english.clauses import DETERMINERS, cue_spans
from ...english.vocabulary import RATIOS, Measure, is_flagged, kind_of, measure_at
from ...mentions.naming import verbs_on_s
from ...wordclasses import MODALS
from .circumstances import CLOSE, NEAR, Rules
from .nounphrases import is_inner
from .wordsets import PAYS, STOPS, listed, measures_by

__all__ = ["DEAR", "LEAVING", "PACED", "PARTS", "Doings"]

PARTS: Final = frozenset(("business", "segment", "division", "unit", "arm", "group"))
RAISING: Final = frozenset("investors round raise raising raised funding backers stake".split())
HALTS: Final = STOPS - {"have", "had", "now", "already", "a"}
LEAVING: Final = 12
DEAR: Final = 10_000_000
"""What costs so much is built rather than sold."""
TOOLS: Final = frozenset(("on", "onto", "using"))
SLIGHT: Final = frozenset("for in up up alone now only just already about itself still".split())
HELPING: Final = SLIGHT | MODALS
"""What can stand around a verb that says who brings in how much."""
COMING: Final = frozenset("come comes came stem stems stemmed".split())
PACED: Final = frozenset(("millisecond", "second", "minute"))
WITHIN: Final = frozenset("in within after of under".split())


class Doings(Rules):
    """What is done in a passage with so much of something."""

    def is_pace(self, place: range, value: Quantity) -> bool:
        """Whether a short time is what a thing needs or yields as a rule: ``answers in 0.4 seconds``."""
        if value.unit not in PACED or not self._is_of_things():
            return False
        noun, before = self.measures.of(place, value), self.key(place.start - 1)
        does = before in WITHIN and bool(self.said(place.start - NEAR, place.start) & verbs_on_s())
        told = noun is not None and noun.slug == "capacity" and not noun.is_verb
        return told or does or before in listed("taking")

    def outcome(self, place: range, value: Quantity, measure: Measure | None) -> str | None:
        """What a part of some cases tells of a thing: ``misreads 4% of names``, ``won 57% of duels``."""
        if value.unit not in RATIOS or not self._is_of_things():
            return None
        near, behind, before = self.beside(place), self.key(place.stop), self.key(place.start - 1)
        phrase = self.measures.noun(place.stop + 1) if behind == "of" else range(0)
        noun = {self.key(at) for at in phrase[:CLOSE]}
        if near & listed("erring") and behind in ("of", "wrong"):
            return "error-rate"
        done = before in listed("finishing") and self.key(phrase.stop - 1) in listed("work")
        right = behind in listed("right") or noun & (listed("trials") | {"time"})
        if (near & listed("right") and right) or (done and not self.measures.tested):
            return "benchmark-score" if self.measures.tested else "accuracy"
        if measure is not None or not noun:
            return None
        if noun & listed("contests") or (noun & listed("trials") and self.tells("rating")):
            return "benchmark-score"
        polled = not {"survey", "poll", "study", "respondents"}.isdisjoint(self.passage.keys)
        return "accuracy" if before in listed("finding") and not polled else None

    def is_spent(self, place: range, value: Quantity) -> bool:
        """Whether money is what customers spend, which tells them apart: ``those who spend over $1m``."""
        if kind_of(value.unit) != "money" or self.key(place.start - 1) not in listed("spending"):
            return False
        payers = listed("payers") | {"them", "whom", "who"}
        return bool(self.said(place.start - CLOSE, place.start) & payers)

    def _is_paid(self, place: range) -> bool:
        """Whether customers pay so much: ``developers pay $2 a month``."""
        back = range(place.start - 1, place.start - CLOSE, -1)
        verb = next((at for at in back if self.key(at) in PAYS), None)
        if verb is None:
            return False
        if self.said(verb - NEAR, verb) & listed("payers"):
            return True
        payers = self.page.tokens[verb - 1]
        many = verb > self.passage.first and payers.text[1:].islower() and payers.text.endswith("s")
        told = self.key(place.stop) in ("for", "a", "per", "each")  # laptop makers pay $160 for it
        return told and many and payers.key not in listed("owners") and self._is_small(place)

    def _is_small(self, place: range) -> bool:
        """Whether a sum is one that a thing can cost."""
        where = self.measures.starts.index(place.start)
        return self.passage.quantities[where].value.value < DEAR

    def _is_of_things(self) -> bool:
        """Whether a passage can be about a model or product: it names one, or somebody by a pronoun."""
        named = any(name.value.kind in THINGS for name in self.passage.names)
        told = named or not listed("about").isdisjoint(self.passage.keys)
        return told or self.subjects.discourse.topic(self.passage, OBJECTS) is not None

    def _done(self, place: range) -> str | None:
        """What a part of some things does that says a measure: ``92% of its programs passed``."""
        if self.key(place.stop) != "of":
            return None
        for at in range(place.stop + 2, place.stop + LEAVING):
            if self.key(at) in (",", ";", ".", "(", ""):
                return None
            if (slug := self._by("doing", at)) is not None:
                return slug
        return None

    def _by(self, group: str, at: int) -> str | None:
        """The measure that a verb tells."""
        word = "signed-up" if (self.key(at), self.key(at + 1)) == ("signed", "up") else self.key(at)
        return next((slug for slug, verbs in measures_by(group).items() if word in verbs), None)

    def _acting(self, place: range) -> str | None:
        """What people are counted as by what they do: ``8,000 people downloaded``, ``900 farms use it``."""
        for at in range(place.stop + 1, min(place.stop + CLOSE + 1, self.passage.end)):
            if self.page.tokens[at].kind != "word" or self.key(at) in HALTS:
                return None
            if (slug := self._by("people", at)) is not None:
                return slug
        return None

    def _acted_by(self, place: range) -> str | None:
        """What people are counted as by what is done by them: ``is used by 900 clerks``."""
        return self._by("passive", place.start - 2) if self.key(place.start - 1) == "by" else None

    def _is_handed(self, place: range) -> bool:
        """Whether staff are told as those who get something to use: ``rolled it out to 900 employees``."""
        given = bool(self.said(place.start - 2 * NEAR, place.start) & listed("offering"))
        if self.key(place.start - 1) in ("to", "for", "among", "across"):
            return given
        end = min(place.stop + 2 * CLOSE, self.passage.end)
        tools = TOOLS | {"with"} if given else TOOLS  # equip 900 clerks with Foo
        behind = (at + 1 for at in range(place.stop + 1, end) if self.key(at) in tools)
        return any(self.subjects.thing_at(self.passage, at) for at in behind)

    def noun_to(self, end: int) -> range:
        """The noun phrase right before a verb: ``|phones|, still the biggest segment, contributed``."""
        while self.key(end - 1) in HELPING:
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
        """Those who bring so much in: ``|AI products| contributed 9% of sales``, ``9% come from |Asia|``."""
        if self.key(place.stop) == "of":
            come = (at for at in range(place.stop + 1, place.stop + NEAR) if self.key(at) in COMING)
            at = next((at for at in come if self.key(at + 1) in ("from", "in", "on")), None)
            if at is not None:
                return self.measures.noun(at + 2) or None
        verb = self._verb_before(place)
        brought = self.key(verb) in listed("bringing") or self.key(verb) in listed("contributing")
        brought = brought or (self.key(verb) in listed("making") and self.key(place.stop) == "of")
        noun = self.noun_to(verb) if brought else range(0)
        while noun and self.key(noun.stop - 1) in PARTS - {"group"}:
            noun = noun[:-1]  # the advertising |unit
        return noun or None

    def _verb_before(self, place: range) -> int:
        verb = place.start - 1
        while self.key(verb) in SLIGHT:
            verb -= 1
        return verb

    def outlay(self, place: range) -> range | None:
        """What money goes to that is told as who takes it: ``|research| swallowed 9% of sales``."""
        verb = self._verb_before(place)
        noun = self.noun_to(verb) if self.key(verb) in listed("swallowing") else range(0)
        return noun if noun and self.key(noun.stop - 1) in listed("outlays") else None

    def line(self, place: range, *, reported: bool) -> range | None:
        """The noun by which a line of business is told that moved, or brought in so much."""
        verb = place.start - 1
        while self.key(verb) in ("by", "in", "to", "only", "just", "another", "a"):
            verb -= 1
        moves = list(cue_spans(self.page, max(self.passage.first, verb - 1), verb + 1, "movement"))
        brought = self.key(verb) in listed("contributing") and self.key(place.stop) != "of"
        if not brought and not (moves and moves[-1][2] == verb + 1):
            return None
        noun = self.noun_to(verb if brought else moves[-1][1])
        names = (self.page.name_at(at) for at in range(max(0, noun.start - CLOSE), noun.stop))
        named = any(name is not None and name.span.end > self.page.tokens[noun.start].start for name in names)
        last = self.key(noun.stop - 1)
        if any((slug := measure_at(self.page.tokens, at)) and is_flagged(slug, "finance") for at in noun):
            return None  # the ADRs added 3%
        told = (reported and last in listed("segments")) or (brought and last != "group")
        if named:  # of which Foo contributed $4bn
            told = reported and brought
        return noun if noun and told else None
