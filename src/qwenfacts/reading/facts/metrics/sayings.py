"""The words by which a figure is told, and what narrows its measure.

A verb tells it, or what is counted, where no word of its measure stands with it: ``mistranslates 4%``. What
narrows it are adjectives, which tokens are paid for, where it was counted, by what it is sold.
"""

from __future__ import annotations

from typing import Final

from ....entities import Entity, slug
from ...english.cast import COMPANIES, THINGS
from ...english.clauses import DETERMINERS, OBLIQUE, cue_spans, opening_of
from ...english.vocabulary import Measure, is_flagged
from ...mentions.naming import verbs_on_s
from ...wordclasses import AUXILIARIES, PASTS, SUBJECTS
from .circumstances import CLOSE, NEAR, Rules
from .clausal import CROWDS
from .nounphrases import is_inner, words_of
from .wordsets import HELPERS, JOINTS, STOPS, listed, measures_by

__all__ = ["ACTIVE", "Sayings"]

LONGEST: Final = 5
LEADING: Final = frozenset("at to with on in".split())
"""What can stand between a verb and so much."""
AHEAD_OF_VERBS: Final = SUBJECTS | AUXILIARIES | {"to"}
ENDING: Final = OBLIQUE - {"and"}
ACTIVE: Final = frozenset(("activates", "activating", "activate", "activated", "active"))
PAID: Final = frozenset(("input", "output", "inputs", "outputs"))
"""What is paid for by the token."""
WHOLE: Final = frozenset(
    "dataset-size languages-supported data-centres chips-shipped valuation market-value market-share"
    " context-window layers traffic price".split()
)
"""What is not told apart by the adjectives of what is counted."""
OTHERS: Final = THINGS | COMPANIES | {"benchmark"}
"""Names that do not say what errors are made in."""


class Sayings(Rules):
    """The words that tell the figures of a passage."""

    def counted(self, place: range, slug: str, measure: Measure | None) -> str | None:
        """The words behind a figure that say more than a verb: ``4 trillion tokens``, ``$4 per seat``."""
        at = place.stop
        behind = self.key(at)
        ahead = measure is None or measure.first < place.start
        if slug in listed("tokens") and behind == "tokens" and ahead:
            return behind
        if measure is None and slug == "benchmark-score" and behind in ("point", "points"):
            return behind
        if slug == "departures":
            return self._gone(at)
        if slug == "rank" and (measure is None or measure.is_verb):
            return self._ladder(place)
        if measure is not None or slug != "price":
            return None
        if behind == "(":  # €90 ($100) per seat
            at = next((i + 1 for i in range(at, at + LONGEST) if self.key(i) == ")"), at)
        at += self.key(at) == ")" and self.key(at + 1) == "per"
        if self.key(at) != "per":
            return None
        end = at + 1
        while end < self.passage.end and self.key(end) not in ENDING and self.page.tokens[end].kind != "mark":
            end += 1
        return self.quote(range(at, end)) if end - at <= LONGEST else None

    def _gone(self, at: int) -> str | None:
        """Those who go, with the verb that follows them at once: ``four |engineers have left|``."""
        if self.key(at) == "of":
            return None
        ends = range(at, min(at + LONGEST + 1, self.passage.end))
        inner = (end for end in ends if not is_inner(self.page.tokens[end]) or self._left(end, end))
        end = next(inner, ends.stop)
        name = self.page.name_at(at) if end > at else None
        first = at if name is None else self.page.token_at(name.span.end)
        verb = end
        while self.key(verb) in HELPERS:
            verb += 1
        told = first < end and self._left(end, verb) and self.key(verb) not in OBLIQUE
        return self.quote(range(first, verb + 1 + (self.key(verb + 1) == "go"))) if told else None

    def _left(self, at: int, last: int) -> bool:
        """Whether people are told to leave from a token on."""
        found = cue_spans(self.page, at, last + CLOSE, "leaving")
        return any(last > at or first == at for _, first, _ in found)

    def _ladder(self, place: range) -> str | None:
        """The board on which a place is told: ``in Foo's |ranking| it entered at No. 4``."""
        near, clause = self.around.window(place, NEAR, CLOSE + 1), self.clauses[place.start].clause
        boards = (
            at for at in near if self.key(at) in listed("ladders") and self.clauses[at].clause == clause
        )
        at = min(boards, key=lambda one: abs(one - place.start), default=None)
        return self.quote(range(at - self.key(at - 1).endswith("ing"), at + 1)) if at is not None else None

    def _is_named(self, at: int) -> bool:
        """Whether a name ends at a token."""
        low = max(self.passage.first, at - LONGEST)
        names = self.page.names_in(self.page.span(low, at + 1)) if at >= low else ()
        return bool(names) and names[-1].span.end == self.page.tokens[at].end

    def telling(self, place: range, slug: str) -> str | None:
        """What says so much where no word of the measure does: a verb right before it, or its benchmark."""
        at = place.start - 1
        verb = at - (self.key(at) in LEADING)
        word, opens = self.key(verb), verb == opening_of(self.page, self.passage)
        before = self.key(verb - 1)
        ahead = before in (SUBJECTS if word.endswith("s") else AHEAD_OF_VERBS)
        told = ahead or word in PASTS or word.endswith(("ed", "ing"))
        told = told or (word.endswith("s") and (opens or self._is_named(verb - 1) or word in verbs_on_s()))
        if (part := self._part(place, slug)) is not None:
            return part
        if (told or word in listed("erring")) and word.isalpha() and word not in STOPS:
            return self.quote(range(verb, place.start))
        if slug == "benchmark-score" and (test := self.around.test(place)) is not None:
            return test.text
        if slug == "price" and self.key(at) in ("at", "for"):
            return self.key(at)
        if slug == "investment" and self.key(at) == "for":
            near = self.around.window(place, 0, 2 * NEAR)
            return next((self.page.tokens[i].text for i in near if self.key(i) in listed("buying")), None)
        behind = place.stop + (self.key(place.stop) == "times")
        nouns = slug in ("capacity", "valuation", "investment")
        return self.quote(self.measures.noun(behind)) if nouns else None

    def _part(self, place: range, slug: str) -> str | None:
        """What a part of some cases is or does: ``4% of |words wrong|``, ``of |answers failed|``."""
        if slug not in ("error-rate", "accuracy") or self.key(place.stop) != "of":
            return None
        at = place.stop + 1
        while self.key(at) in DETERMINERS:
            at += 1
        done = {word for verbs in measures_by("doing").values() for word in verbs}
        for end in range(at + 1, min(at + CLOSE, self.passage.end)):
            if self.key(end) in listed("wrong") | done:
                return self.quote(range(at, end + 1))
        return None

    # -- what narrows it --

    def qualifier(self, place: range, measure: Measure | None, kind: str, subject: Entity) -> str | None:
        """The words that narrow a measure, where nothing else of the metric says them."""
        at = max(place.stop, measure.end if measure else 0)
        if self.key(at) == "excluding":
            end, part = at, self.clauses[at].part
            while self.key(end) not in (")", ".", "") and self.clauses[end].part == part:
                end += 1
            end -= self.page.tokens[end - 1].kind == "mark"
            return self.quote(range(at, end))
        if kind == "rank":
            return self._among(place)
        if kind == "investment" and self.key(place.stop) in ("on", "into", "for"):
            return self.quote(self.measures.noun(place.stop + 1))
        if kind in ("price", "parameters"):
            unit = self._kind_of_unit(place, kind)
            return unit or (self._sold_by(measure) if measure is not None and kind == "price" else None)
        if kind == "error-rate" and (domain := self._domain(at, subject)) is not None:
            return domain
        if is_flagged(kind, "elsewhere") and (host := self._host(place, measure)) is not None:
            return host
        if self.key(at) == "in" and self.key(at + 1) in DETERMINERS and self.key(at + 2) == "first":
            start = range(at, self.measures.noun(at + 1).stop)  # in its first week
            dated = self.page.dates_in(self.page.span(at, start.stop))
            if len(start) > CLOSE - 1 and not dated:
                return self.quote(start)
        if measure is None or measure.is_verb or kind in WHOLE:
            return None
        if self.key(measure.end - 1) == "churn" or (kind == "debt" and self.key(measure.first) == "net"):
            return self.quote(range(measure.first, measure.end - (kind == "debt")))
        if kind == "capacity" and self.key(measure.word) in listed("told"):
            return self.quote(range(measure.word, measure.word + 1))
        return self._described(measure, kind, subject)

    def _described(self, measure: Measure, kind: str, subject: Entity) -> str | None:
        """The adjectives and nouns before a measure that are no name: ``|paying| subscribers``."""
        named = self.page.names_in(self.page.span(measure.first, measure.end))
        low = max(self.passage.first, measure.first - CLOSE)
        dates = self.page.dates_in(self.page.span(low, measure.end))
        own = [*(name.span for name in named), *(date.span for date in dates)]
        whose = slug(subject.name).split("-")
        kept = [
            token
            for token in self.page.tokens[measure.first : measure.word]
            if token.key not in words_of("empty")
            and token.text not in ("'", "’")
            and not (token.key == "s" and token.glued)
            and (token.key not in STOPS or token.text == "A")
            and not any(s.start <= token.start < s.end for s in own)
        ]
        while kept and kept[-1].text in JOINTS:
            kept.pop()
        opening = self.page.tokens[measure.first]
        if not kept and kind in CROWDS and opening.key in words_of("modifiers"):
            kept = [opening]  # paying users
        if not kept or kept[0].text in JOINTS:  # what is left of Hong Kong-listed
            return None
        if all(token.key in whose for token in kept):
            return None  # the cloud margin of Foo Cloud
        people = kind in ("employees", "departures") and self.key(measure.end - 1) not in listed("posts")
        if not people:
            return self.page.text[kept[0].start : kept[-1].end]
        nouns = range(measure.word, measure.end)  # sales |leaders have left
        gone = (at for at in nouns if self.key(at) in HELPERS | PASTS or self.key(at).endswith("ed"))
        end = self.page.tokens[next(gone, measure.end) - 1].end
        return self.page.text[kept[0].start : end]

    def _host(self, place: range, measure: Measure | None) -> str | None:
        """The platform on which something was counted, if it tells so or stands where that is said."""
        near, clause = self.around.window(place, NEAR), self.clauses[place.start].clause
        for name in self.page.names_in(self.page.span(near.start, near.stop)):
            first = self.page.token_at(name.span.start)
            if name.value.kind != "platform" or self.clauses[first].clause != clause:
                continue
            inside = measure is not None and measure.first <= first < measure.end
            told = self.key(self.page.token_at(name.span.end)) in listed("counting") | {"had", "has"}
            if inside or told or self.key(first - 1) in ("on", "at", "from"):
                return name.text
        return None

    def _domain(self, at: int, subject: Entity) -> str | None:
        """What errors are made in: a language, or a sort of speech: ``4% |on phone calls|``."""
        if self.key(at) not in listed("where"):
            return None
        noun = self.measures.noun(at + 1)
        names = self.page.names_in(self.page.span(noun.start, noun.stop)) if noun else ()
        other = any(name.value == subject or name.value.kind in OTHERS for name in names)
        dated = bool(noun) and bool(self.page.dates_in(self.page.span(noun.start, noun.stop)))
        tested = any(self.key(here) in listed("tests") for here in noun)
        return None if other or dated or tested else self.quote(noun)

    def _sold_by(self, measure: Measure) -> str | None:
        """What one of costs so much: ``|a seat| costs $4``, ``the |enterprise tier| is priced at``."""
        end = measure.first
        while self.key(end - 1) in HELPERS:
            end -= 1  # is priced
        if not measure.is_verb or self.key(end - 1) not in listed("sales"):
            return None
        first = end - 1
        while first > self.passage.first and is_inner(self.page.tokens[first - 1]):
            first -= 1
        first -= self.key(first - 1) in ("a", "an")
        return self.quote(range(first, end))

    def _among(self, place: range) -> str | None:
        """Those of whom a rank is told: ``third |among models of its size|``."""
        near = self.around.window(place, NEAR)
        at = next((at for at in near if self.key(at) == "among" and self.key(at + 1) != "all"), near.stop)
        end = at + 1
        while end < near.stop and (is_inner(self.page.tokens[end]) or "of" in map(self.key, (end, end - 1))):
            end += 1
        return self.quote(range(at, end)) if at < near.stop else None

    def _kind_of_unit(self, place: range, kind: str) -> str | None:
        """Which tokens cost so much, and whether the parameters are the active ones: the words behind."""
        for at in range(place.stop, min(place.stop + CLOSE + 2, self.passage.end)):
            if self.measures.quantities_between(at, at + 1) or self.key(at) in (",", ";", ")"):
                break
            if kind == "parameters" and self.key(at) in ("active", "activated"):
                return "active"
            if kind == "price" and self.key(at) == "and":
                break  # $2 per million and output tokens at
            if kind == "price" and self.key(at) in PAID and self.key(at + 1) == "tokens":
                return self.quote(range(at, at + 1))
            ends = self.key(at + 2) in ("", ".", ",", ";", ")", "/", "and")  # not: tokens in China
            if kind == "price" and ends and self.key(at) == "tokens" and self.key(at + 1) in ("in", "out"):
                return self.quote(range(at, at + 2))
        if kind == "parameters":
            return "active" if self.key(place.start - 1) in ACTIVE else None
        for at in range(place.start - 1, max(self.passage.first, place.start - NEAR) - 1, -1):
            if self.page.tokens[at].kind == "mark" or self.key(at) == "per":
                return None
            if self.key(at) in PAID:  # output tokens at $8
                first = at - (self.key(at - 1) == "cached")
                return self.quote(range(first, at + 1 + (self.key(at + 1) == "tokens")))
        return None
