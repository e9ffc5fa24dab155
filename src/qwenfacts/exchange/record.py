"""A fact for the eye: its one line and its fields, as the evidence page and notebooks show them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import fields_dict

from ..base import is_several
from ..entities import Entity
from ..facts import Evidence, Fact
from ..values import Period, Quantity
from .markup import Markup, element, joined, outside

__all__ = ["brief", "fields_shown", "headline", "quoted", "shown"]

ELSEWHERE: Final = ("evidence", "mentions")
"""Fields that are shown in a way of their own."""

LAST: Final = ("id", "report", "story", "origin")


def headline(fact: Fact) -> str:
    r"""The one line of a fact without its type and quote.

    >>> import qwenfacts as qf
    >>> text = "Acme Weekly Report May 7, 2027\n\nAcme's revenue rose 4% in April 2027.\n"
    >>> headline(qf.parse(text).facts.one())
    'Acme revenue change up 4% (2027-04-01/2027-04-30)'
    """
    quote = " ".join(str(fact.evidence[0]).split())
    return str(fact).removeprefix(f"{fact.type}:").removesuffix(quote).strip()


def fields_shown(fact: Fact) -> list[tuple[str, Markup]]:
    """The name and value of every field that says something, but the evidence; what all facts have last."""
    names = sorted(fields_dict(type(fact)), key=lambda name: name in LAST)
    values = ((name, getattr(fact, name)) for name in names if name not in ELSEWHERE)
    return [(name, shown(value)) for name, value in values if value not in (None, ())]


def shown(value: object) -> Markup:
    """A value as it is worded, and small behind it what that means.

    >>> shown(Quantity.worded("over 3", Decimal(3), "count", "over"))
    'over 3 <small>3 count · over · more than 3</small>'
    """
    match value:
        case Entity():
            unknown = () if value.known else ("not in the lexicon",)
            return _with(value.name, value.kind.replace("_", " "), value.id, *unknown)
        case Quantity():
            unit = f"{value.unit} per {value.per}" if value.per else value.unit
            return _with(value.text, f"{_number(value.value)} {unit}", value.bound, _interval(value))
        case Period():
            return _with(value.text, str(value), value.precision.replace("_", " "))
        case str():
            return outside(value, value) or joined([value])
        case _ if is_several(value):
            return joined((shown(part) for part in value), "; ")
        case _:
            return joined([brief(value)])


def brief(value: object) -> str:
    """A value in a few words.

    >>> brief(True), brief(("one", "two")), brief(None)
    ('yes', 'one, two', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(brief, value)) if is_several(value) else str(value)


def quoted(evidence: Evidence) -> Markup:
    """The words that say a fact, and the sentence they stand in where it says more."""
    more = [] if evidence.sentence == evidence.quote else [element("small", evidence.sentence)]
    return joined([element("q", evidence.quote), *more], " ")


def _with(text: str, *meaning: str) -> Markup:
    return joined([text, element("small", joined(meaning, " · "))], " ")


def _number(number: Decimal) -> str:
    return f"{number:,f}"


AT_AN_OPEN_END: Final = {
    "over": "more than",
    "at_least": "at least",
    "under": "less than",
    "at_most": "at most",
}


def _interval(quantity: Quantity) -> str:
    """What the wording allows."""
    if quantity.low is None or quantity.high is None:
        return f"{AT_AN_OPEN_END[quantity.bound]} {_number(quantity.value)}"
    ends = f"{_number(quantity.low)} to {_number(quantity.high)}"
    return "no more and no less" if quantity.low == quantity.high else ends
