"""Whether a quantity goes with the one before it: ``up 4%``, ``from 8 to 12``, ``40 of them``."""

from __future__ import annotations

from typing import Final

from ....report import Mention
from ....values import Quantity
from ...english.clauses import DETERMINERS
from ...english.vocabulary import RATIOS, fits, kind_of
from ...page import Draft
from .circumstances import COMPARING, Rules
from .nounphrases import words_of
from .wordsets import COUNTLESS, SCALED

__all__ = ["Repeats", "comes_in", "quantity_of"]

BESIDE: Final = frozenset(
    "to from against versus vs after up down or and than with by at of ( , = about compared just gain rise"
    " drop fall increase decrease decline jump loss is was now has had have like over only nearly almost some"
    " still even".split()
)
"""Words and marks behind which a quantity goes with the one before it."""
WHOLES: Final = frozenset(("total", "whole", "sum", "figure", "amount"))
REACH: Final = 12
ENDLESS: Final = 80
DESTINED: Final = frozenset(("into", "to", "for", "from"))
PRONOUNS: Final = frozenset(("them", "those", "these", "which", "it", "that", "whom"))


def quantity_of(draft: Draft) -> Quantity:
    """The quantity of a metric that was made before."""
    quantity = draft.fields["quantity"]
    assert isinstance(quantity, Quantity)
    return quantity


def comes_in(draft: Draft, value: Quantity) -> bool:
    """Whether the measure of a metric comes in the unit of a quantity, or in units that it can leave out."""
    slug = str(draft.fields["measure"])
    return fits(slug, value.unit) or (value.unit == "count" and slug in COUNTLESS)


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
        if self.key(place.stop) == "of" and self.key(place.stop + 1) in PRONOUNS:
            return True
        return self.key(place.start - 1) in ("which", "whom") and self.key(place.start - 2) == "of"

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
        ends = self.key(place.stop + 1) in ("", ".", ",", ";", ")", "than", "of") or self.key(place.stop) in (
            "below",
            "above",
            "short",
        )
        return ends and place.start - near <= REACH

    def _is_repeated(self, place: range, value: Quantity, before: Draft) -> bool:
        """Whether a quantity has the measure of the one before it."""
        known = quantity_of(before)
        elided = kind_of(known.unit) == "money" and self.measures.is_elided(value)
        countless = str(before.fields["measure"]) in COUNTLESS or known.unit == "token"
        alone = not self.measures.counts_something_else(place, value)
        elided = elided or (
            countless and value.unit == "count" and (alone or bool(SCALED.search(value.text)))
        )
        if not fits(str(before.fields["measure"]), value.unit) and not elided:
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
        told = between[-1:] == [","] or before.fields["measure"] == "revenue"
        if value.unit in RATIOS and self.key(place.stop) == "of" and told:
            whole = self.measures.noun(place.stop + 1)
            if self.key(whole.stop - 1) in WHOLES and len(whole) == 1:
                return True  # $4m, 9% of the total
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
        if own is not None and own.is_verb and own.first < place.start and self._names_other(place):
            apart = self.clauses[own.first].part != self.clauses[place.start].part
            own = None if apart else own  # Acme, whose Foo it answers, holds 4%
        if own is not None and self.key(own.first - 1) in DESTINED and own.first > after and not own.is_verb:
            own = None  # 60% goes into chips and 40% into land
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
        if {kind_of(known.unit), kind_of(value.unit)} == {"money"} and inside:
            return between[-1] == "("
        if own is not None and own.slug == before.fields["measure"]:
            return True
        acting = self.key(place.stop) in words_of("behind") and between[-1:] == [";"]
        if same and acting and own is None and value.unit == "count":
            return True  # 40 leave; 30 move
        if not same or (";" in between and not self._names_other(place)):
            return False
        if self._names_other(place):
            beside = between[:1] == [")"]  # Foo (4%) and Bar (3%)
            return self.clauses.holds(place.start, start) or inside or beside
        if between[-1:] == [","] and kind_of(value.unit) == "count":  # 40 leave, 30 move
            return own is None and self.key(place.stop) in words_of("behind")
        return own is None and (not between or between[-1] in BESIDE)

    def _names_other(self, place: range) -> bool:
        return self.subjects.beside(self.passage, place) is not None

    def leads_to(self, where: range, earlier: Mention[Quantity], place: range, draft: Draft) -> bool:
        """Whether a change without words leads to a quantity that has them."""
        near = place.start - where.stop <= 1 and self.key(place.start - 1) in ("to", "(", ",")
        change = self.around.nearest_cue("change", where) is not None
        led = self.key(where.start - 1) == "from" and self.key(place.start - 1) == "to"  # from $15 to $18
        return (
            near
            and (led or (change and earlier.value.unit in RATIOS))
            and fits(str(draft.fields["measure"]), earlier.value.unit)
        )
