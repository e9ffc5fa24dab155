"""Whether a quantity goes with the one before it: ``up 4%``, ``from 8 to 12``, ``40 of them``."""

from __future__ import annotations

from typing import Final

from ....report import Mention
from ....values import Quantity
from ...english.clauses import DETERMINERS, finite_at
from ...english.vocabulary import RATIOS, fits, kind_of
from ...page import Draft
from ...wordclasses import COORDINATORS
from .circumstances import COMPARING, Rules
from .sayings import ACTIVE
from .wordsets import HELPERS, READ, SCALED, STOPS, THOUSAND, listed

__all__ = ["Repeats", "comes_in", "quantity_of"]

BESIDE: Final = frozenset(
    "to from against versus vs after up down or and than with by at of ( , = about compared just gain rise"
    " drop fall increase decrease decline jump loss is was now has had have like over only nearly almost some"
    " still even".split()
)
"""Words and marks behind which a quantity goes with the one before it."""
REACH: Final = 12
GAPPED: Final = 3
LONGEST: Final = 7
ENDLESS: Final = 80


def quantity_of(draft: Draft) -> Quantity:
    """The quantity of a metric that was made before."""
    quantity = draft.fields["quantity"]
    assert isinstance(quantity, Quantity)
    return quantity


def comes_in(draft: Draft, value: Quantity) -> bool:
    """Whether the measure of a metric comes in the unit of a quantity, or in units that it can leave out."""
    slug = str(draft.fields["measure"])
    many = value.unit == "count" and value.value >= THOUSAND
    many = many and (slug == "context-window") <= (value.value <= READ[1])
    return fits(slug, value.unit) or (many and slug in listed("countless"))


class Repeats(Rules):
    """How the quantities of a passage go with those before them."""

    def is_part(self, place: range, value: Quantity) -> bool:
        """Whether a ratio says what part of something does something: ``60% going abroad``."""
        at = place.stop
        if value.unit not in RATIOS or not self.key(at).endswith("ing") or self.key(at) == "holding":
            return False
        return not self.measures.is_cue(at, "change") and self.measures.starting(at, value) is None

    def refers(self, place: range) -> bool:
        """Whether a quantity is a part of the one before: ``40 of them``, ``of which 40``."""
        if self.key(place.stop) == "of":
            whole = self.key(place.stop + 1), self.key(place.stop + 2)
            return whole[0] in listed("pronouns") or whole == ("the", "total")
        return self.key(place.start - 1) in ("which", "whom") and self.key(place.start - 2) == "of"

    def predicate(self, place: range) -> tuple[range, range]:
        """What is said of a part, and what of that narrows it: ``40 of them |active| at a time``.

        Where a part only is somewhere, it is measured as the whole is, and there is no first range:
        ``of whom 40 work in |research|``, ``40 of them |outside China|``.
        """
        at = place.stop + 2 * (self.key(place.stop) == "of")
        while self.key(at) in HELPERS | {"said"} or self.key(at).endswith("ly"):
            at += 1
        end = at
        while end < min(at + LONGEST, self.passage.end) and self.page.tokens[end].kind != "mark":
            dated = self.page.dates_in(self.page.span(end + 1, end + 2)) if end + 1 < self.passage.end else ()
            counted = self.measures.quantities_between(end, end + 1) and self.key(end - 1) != "within"
            if counted or (dated and self.key(end) != "within") or self.key(end) in COORDINATORS:
                break
            end += 1
        placed = at + (self.key(at) in listed("being_at"))
        if self.key(placed) in listed("placing_words"):
            placed += self.key(placed) not in listed("kept")
            while self.key(placed) in DETERMINERS:
                placed += 1
            return range(0), range(placed, end)
        if self.key(at) in ACTIVE:
            end = at + 1  # active at a time
        return range(at, end), range(at, end)

    def goes_with(self, place: range, value: Quantity, before: Draft) -> bool:
        """Whether a quantity is of the one before it: a part of it, set against it, or of its measure."""
        refers = self.refers(place)
        known = comes_in(before, value) or (value.unit in RATIOS and refers)
        if known and (refers or self._compares(place, value, before)):
            return True
        return self._is_repeated(place, value, before)

    def _compares(self, place: range, value: Quantity, before: Draft) -> bool:
        """Whether a ratio only sets the figure before it against another one: ``$40, a fifth more``."""
        if value.unit not in RATIOS or self.key(place.stop) not in COMPARING:
            return False
        near = self.page.token_at(before.evidence[0].end)
        ends = self.key(place.stop + 1) in ("", ".", ",", ";", ")", "than", "of")
        ends = ends or self.key(place.stop) in ("below", "above", "short")
        return ends and place.start - near <= REACH

    def _is_repeated(self, place: range, value: Quantity, before: Draft) -> bool:
        """Whether a quantity has the measure of the one before it."""
        known = quantity_of(before)
        elided = kind_of(known.unit) == "money" and self.measures.is_elided(value)
        countless = str(before.fields["measure"]) in listed("countless") or known.unit == "token"
        alone = not self.measures.counts_something_else(place, value)
        many = value.unit == "count" and (known.unit == "token" or value.value >= THOUSAND)
        elided = elided or (countless and many and (alone or bool(SCALED.search(value.text))))
        gone = before.fields["measure"] == "departures" and value.unit in RATIOS  # or 6% of staff
        if not (fits(str(before.fields["measure"]), value.unit) or elided or gone):
            return False
        start = self.page.token_at(before.begins)
        after = self.page.token_at(before.begins + len(known.text))
        if place.start - after > ENDLESS or self.measures.is_inserted(start, place.start):
            return False
        between = [self.key(at) for at in range(after, place.start)]
        while len(between) > 1 and between[-1] in DETERMINERS:
            between.pop()  # slower than the 39%
        if between[-2:] == [",", "or"] and value.unit in RATIOS and self.key(place.stop) == "of":
            return True  # $4m, or 9% of sales
        line = max((i for i, word in enumerate(between) if word in (",", "and")), default=len(between))
        gapped = 0 < len(between) - line - 1 <= GAPPED and STOPS.isdisjoint(between[line + 1 :])
        gapped = gapped and not finite_at(self.page.tokens, place.start - 1)
        if gapped and before.fields["aspect"] == "share" and known.unit == value.unit:
            return True  # chips made up 58% of sales, phones 29%
        same = kind_of(known.unit) == kind_of(value.unit) or value.unit in RATIOS or value.unit == "multiple"
        scores = before.fields["measure"] == "benchmark-score" and value.unit in ("count", "percent")
        same = same or elided or scores
        own = self.measures.of(place, value)
        if own is not None and start < own.first < self.page.token_at(before.evidence[0].end):
            own = None  # it belongs to the one before
        if own is not None and own.first == after and not own.is_verb:
            own = None  # 20 cars, which it counts, to 300
        if own is not None and own.first < start and own.slug != before.fields["measure"]:
            own = None  # the one before has a closer one
        if own is not None and between[-1:] in (["against"], ["versus"], ["vs"]) and own.end <= place.start:
            own = None  # against 4%: the same as before
        led = before.fields["aspect"] == "change" and between[-1:] in (["to"], ["from"])
        if led and not (own is not None and start < own.first < place.start):
            return ";" not in between
        if own is not None and own.first >= place.stop:
            return False
        if own is not None and start < own.first and not own.is_verb:
            return False  # something else was named since
        if own is None and self.measures.counts_something_else(place, value):
            return False
        if own is not None and own.is_verb and own.first > start and own.slug != before.fields["measure"]:
            return False
        inside = between.count("(") > between.count(")")
        if own is not None and own.slug == before.fields["measure"]:
            return True
        if own is None and not listed("analysts").isdisjoint(between):
            return True  # analysts had pencilled in $4m
        if not same or (";" in between and not self._names_other(place)):
            return False
        if self._names_other(place):
            beside = between[:1] == [")"]  # Foo (4%) and Bar (3%)
            return self.clauses.holds(place.start, start) or inside or beside
        return own is None and (not between or between[-1] in BESIDE)

    def _names_other(self, place: range) -> bool:
        return self.subjects.beside(self.passage, place) is not None

    def leads_to(self, where: range, earlier: Mention[Quantity], place: range, draft: Draft) -> bool:
        """Whether a change without words leads to a quantity that has them."""
        near = place.start - where.stop <= 1 and self.key(place.start - 1) in ("to", "(", ",")
        change = self.around.nearest_cue("change", where) is not None
        led = self.key(where.start - 1) == "from" and self.key(place.start - 1) == "to"  # from $15 to $18
        led = led or (change and earlier.value.unit in RATIOS)
        return near and led and fits(str(draft.fields["measure"]), earlier.value.unit)
