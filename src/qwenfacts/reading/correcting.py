"""Errata applied: facts that the rules made are changed, dropped or joined by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import NoneType
from typing import Any, Final, cast, get_args, get_origin

from ..base import annotations_of, is_several
from ..entities import Entity, nearest
from ..errata import Erratum
from ..errors import ErrataError, InvalidValueError
from ..facts import Fact, Metric
from ..report import Mention
from ..values import Period, Quantity, Span
from .page import Draft, Page
from .spans import within

__all__ = ["corrected"]

COMMON: Final = frozenset(("id", "report", "evidence", "mentions", "origin"))


def corrected(page: Page, drafts: Iterable[Draft], errata: Iterable[Erratum]) -> list[Draft]:
    """The drafts of a page after its errata; raises `ErrataError` where one of them does not fit."""
    drafts = list(drafts)
    for erratum in errata:
        span = _found(page, erratum, erratum.quote)
        start = span.start + erratum.quote.index(erratum.at)
        place = Span(start, start + len(erratum.at))
        if erratum.action == "add":
            drafts.append(_added(page, erratum, place))
            continue
        draft = _meant(page, drafts, erratum, place)
        if erratum.action == "drop":
            drafts.remove(draft)
        else:
            _fill(page, draft, erratum, _values(page, erratum, erratum.fields, place))
    return drafts


def _found(page: Page, erratum: Erratum, quote: str) -> Span:
    """Where a quote stands, if that is in one place."""
    count = page.text.count(quote)
    if count != 1:
        raise ErrataError(
            f"{erratum.where}: {quote!r} stands {count} times in the text of {page.report}; quote what"
            " stands there once"
        )
    start = page.text.index(quote)
    return Span(start, start + len(quote))


def _meant(page: Page, drafts: Iterable[Draft], erratum: Erratum, place: Span) -> Draft:
    """The one draft of the type that is said at a place and has the fields of ``which``."""
    which = _values(page, erratum, erratum.which, place)
    found = [
        draft
        for draft in drafts
        if draft.type is erratum.type
        and any(_touch(span, place) for span in _places(draft))
        and all(draft.value(name) == value for name, value in which.items())
    ]
    if len(found) != 1:
        raise ErrataError(
            f"{erratum.where}: {len(found)} facts of this type are there in {page.report}; "
            + ("tell them apart with which = {…}" if found else "quote where one is said, or add it")
        )
    return found[0]


def _places(draft: Draft) -> Iterable[Span]:
    """Where a draft is said: a metric at its quantity, others wherever there is evidence."""
    if draft.start is None:
        return draft.evidence
    quantity = cast("Quantity", draft.fields["quantity"])
    return (Span(draft.start, draft.start + len(quantity.text)),)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _added(page: Page, erratum: Erratum, place: Span) -> Draft:
    places = [place, *(_found(page, erratum, quote) for quote in erratum.also)]
    stories = [story for span in places if (story := page.story_at(span.start)) is not None]
    draft = Draft(erratum.type, {}, places, [], stories[0] if stories else None)
    values = _values(page, erratum, erratum.fields, place)
    if erratum.type is Metric:
        if "quantity" not in values:
            raise ErrataError(f"{erratum.where}: quantity: a metric needs one")
        draft.start = _quantity(page, erratum.fields["quantity"], place).span.start
    _fill(page, draft, erratum, values)
    return draft


def _fill(page: Page, draft: Draft, erratum: Erratum, values: Mapping[str, Any]) -> None:
    """Put values into a draft, with the mentions in its evidence's sentences that say them."""
    fields = dict(values)
    if "story" in fields:
        draft.story = fields.pop("story")
    draft.fields |= fields | {"origin": "errata"}
    draft.cleared |= {name for name, value in fields.items() if value is None}
    said = {
        part.id if isinstance(part, Entity) else part
        for value in draft.fields.values()
        for part in (value if is_several(value) else (value,))
    }
    words = {value.text for value in draft.fields.values() if isinstance(value, Period)}
    for evidence in draft.evidence:
        sentence = page.sentence(evidence)
        draft.mentions += (n.span for n in within(page.names, sentence) if n.value.id in said)
        draft.mentions += (d.span for d in within(page.dates, sentence) if d.value.text in words)
        draft.mentions += (q.span for q in within(page.quantities, evidence) if q.value in said)
        draft.mentions += (q.span for q in within(page.quotations, evidence) if q.value.rstrip(".,") in said)
    try:  # what the class itself would refuse is told here, with the place in the file
        cast("Any", draft.type)(
            id=f"{page.report}/{draft.type.type}@{draft.begins}",
            report=page.report,
            evidence=tuple(page.evidence(span) for span in draft.evidence),
            mentions=tuple(draft.mentions),
            **draft.fields,
        )
    except (InvalidValueError, TypeError) as error:
        raise ErrataError(f"{erratum.where}: {error}") from None


# -- values ------------------------------------------------------------------------------------


def _values(page: Page, erratum: Erratum, table: Mapping[str, object], place: Span) -> dict[str, Any]:
    """The fields of a TOML table as what they stand for; an empty string is None."""
    kinds = {
        name: kind for name, kind in annotations_of(cast("Any", erratum.type)).items() if name not in COMMON
    }
    return dict(_each(page, erratum, table, place, kinds))


def _each(
    page: Page, erratum: Erratum, table: Mapping[str, object], place: Span, kinds: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if name not in kinds:
            raise ErrataError(
                f"{erratum.where}: {name}: is no field of {_named(erratum.type)}{nearest(name, kinds)}"
            )
        try:
            yield name, _value(page, kinds[name], value, place)
        except (InvalidValueError, TypeError) as error:
            raise ErrataError(f"{erratum.where}: {name}: {error}") from None


def _named(kind: type[Fact]) -> str:
    return f"a {kind.type}"


def _value(page: Page, kind: Any, value: object, place: Span) -> Any:
    options = set(get_args(kind)) - {NoneType} or {kind}
    if value == "":
        return None
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise InvalidValueError(f"wants a list, got {value!r}")
        return tuple(_entity(page, each) for each in cast("list[object]", value))
    if Quantity in options:
        return _quantity(page, value, place).value
    if Period in options or kind is Period:
        return _period(value)
    if options == {Entity}:
        return _entity(page, value)
    if Entity in options and isinstance(value, dict):
        return _entity(page, *cast("dict[str, object]", value).values())
    return value


def _entity(page: Page, wanted: object) -> Entity:
    """An entity by its id: one that the text names, or that the lexicon has."""
    named = page.named
    found = named.get(str(wanted)) or page.lexicon.entities.by_id.get(str(wanted))
    if found is None:
        known = (*named, *page.lexicon.entities.by_id)
        raise InvalidValueError(f"no entity {wanted!r} here{nearest(wanted, known)}")
    return page.same(found)


def _quantity(page: Page, wanted: object, place: Span) -> Mention[Quantity]:
    """The mention of a quantity with these words, in the evidence, else in its sentence."""
    for span in (place, page.sentence(place)):
        found = [quantity for quantity in within(page.quantities, span) if quantity.text == wanted]
        if len(found) == 1:
            return found[0]
    raise InvalidValueError(f"wants the words of one quantity that stands there, got {wanted!r}")


def _period(value: object) -> Period:
    if not isinstance(value, dict):
        raise InvalidValueError(f"wants {{start, end, precision, text}}, got {value!r}")
    fields: dict[str, Any] = {"start": None, "end": None, **cast("dict[str, Any]", value)}
    return Period(**fields)
