"""Draft the errata of the bundled reports: what the rules alone get otherwise than the gold.

Run: python tests/draft_errata.py > src/qwenfacts/data/errata.toml

Entries that are in the file already keep their reasons; a new one has the reason that is usual for its kind
of difference, to be read and mended by a person.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, cast

from score import (
    FACTS,
    Gold,
    Record,
    days,
    evidence,
    fact_closeness,
    field_of,
    is_same,
    load,
    pair,
    parse,
    quantity_span,
    same_id,
)

from qwenfacts.base import annotations_of
from qwenfacts.entities import Entity
from qwenfacts.errata import errata_of
from qwenfacts.facts import Fact, Metric
from qwenfacts.lexicon import lexicon_of
from qwenfacts.report import Report
from qwenfacts.values import Span

KEYS = {
    "model-release": ("model",),
    "personnel-change": ("person", "kind"),
    "event": ("kind", "subject"),
    "statement": ("text",),
    "citation": ("source",),
    "outlook": ("text",),
    "relation": ("subject", "kind", "object"),
}
OWN = {"metric": ("subject", "measure", "measure_text", "quantity")}
SKIPPED = frozenset(("type", "line", "quote", "nth", "span", "note", "optional", "evidence", "story"))
PERIODS = frozenset(("period", "date", "horizon", "fiscal_period"))


class Draft:
    """The errata of one text."""

    def __init__(self, gold: Gold) -> None:
        self.gold = gold
        self.text = gold.text
        self.report: Report = parse(gold)
        self.known: dict[str, Entity] = {e.id: e for e in (*lexicon_of().entities, *self.report.entities)}
        self.known |= {name.value.id: name.value for name in self.report.names}

    def entries(self) -> Iterator[dict[str, Any]]:
        for kind, names in FACTS.items():
            mine = [record for record in self.gold.facts or () if record["type"] == kind.type]
            facts = [fact for fact in self.report.facts if isinstance(fact, kind)]
            result = pair(mine, facts, lambda record, fact: fact_closeness(self.report, record, fact))
            for record, fact in result.pairs:
                wrong = [n for n in names if not is_same(field_of(record, n), getattr(fact, n))]
                if wrong:
                    change = self.fields(kind, record, wrong)
                    yield {**self.there(fact), "change": change, "why": f"{kind.type} {wrong[0]}"}
            for fact in result.invented:
                yield {**self.there(fact), "drop": True, "why": f"{kind.type} dropped"}
            for record in result.missed:
                yield {**self.added(kind, record), "why": f"{kind.type} added"}

    def there(self, fact: Fact) -> dict[str, Any]:
        """How to point at a fact that the rules made."""
        place = quantity_span(self.report, fact) if isinstance(fact, Metric) else fact.evidence[0].span
        entry = {"type": fact.type, **self.anchor(place)}
        others = [
            other
            for other in self.report.facts.of_type(type(fact))
            if other is not fact
            and any(e.span.start < place.end and place.start < e.span.end for e in other.evidence)
        ]
        if others and not isinstance(fact, Metric):
            entry["which"] = {
                name: self.plain(getattr(fact, name), name == "object")
                for name in KEYS[fact.type]
                if getattr(fact, name) is not None
            }
        return entry

    def added(self, kind: type[Fact], record: Record) -> dict[str, Any]:
        places = evidence(record)
        if kind is Metric:
            places = [self.with_measure(places[0], record["measure_text"])]
        names = [name for name in record if name not in SKIPPED]
        fields = self.fields(kind, record, [*OWN.get(kind.type, ()), *names])
        entry: dict[str, Any] = {"type": kind.type, **self.anchor(places[0])}
        also = [self.anchor(place)["quote"] for place in places[1:]]
        if also:
            entry["also"] = also
        story = record["story"]
        return {**entry, "add": {**fields, **({"story": story} if story is not None else {})}}

    def with_measure(self, quantity: Span, words: str) -> Span:
        line = Span(self.text.rfind("\n", 0, quantity.start) + 1, self.text.find("\n", quantity.end))
        found = [i for i in range(line.start, line.end) if self.text.startswith(words, i)]
        near = min(found, key=lambda i: abs(i - quantity.start), default=None)
        if near is None or abs(near - quantity.start) > 120:
            return quantity
        return Span(min(near, quantity.start), max(near + len(words), quantity.end))

    def anchor(self, place: Span) -> dict[str, Any]:
        """The shortest words around a place that stand once in the text, and the place in them."""
        start, end = place.start, place.end
        line_end = self.text.find("\n", end)
        line_end = len(self.text) if line_end < 0 else line_end
        line_start = self.text.rfind("\n", 0, start) + 1
        own = self.text[place.slice]
        while self.text.count(self.text[start:end]) > 1 or self.text[start:end].count(own) > 1:
            if self.text[start:end].count(own) > 1:
                raise ValueError(f"{own!r} cannot be told apart")
            if end < line_end:
                end = min(line_end, self.word_end(end + 1))
            elif start > line_start:
                start = max(line_start, self.text.rfind(" ", 0, start - 1) + 1)
            else:
                raise ValueError(f"{own!r} is not unique in its line")
        quote = self.text[start:end]
        return {"quote": quote} if quote == own else {"quote": quote, "at": own}

    def word_end(self, at: int) -> int:
        found = [i for i in (self.text.find(c, at) for c in " \n") if i >= 0]
        return min(found, default=len(self.text))

    # -- values --

    def fields(self, kind: type[Fact], record: Record, names: list[str]) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name in dict.fromkeys(names):
            wanted = field_of(record, name)
            if name == "story":
                out[name] = "" if wanted is None else wanted
            elif wanted is None or wanted == []:
                if name in KEYS.get(kind.type, ()) or names[0] not in record:
                    continue
                out[name] = [] if wanted == [] else ""
            elif name in PERIODS:
                out[name] = self.period(record, wanted)
            else:
                out[name] = self.value(kind, name, wanted)
        return out

    def value(self, kind: type[Fact], name: str, wanted: Any) -> Any:
        hint = str(annotations_of(cast("Any", kind))[name])
        if isinstance(wanted, list):
            return [self.entity(one) for one in wanted]
        if "Entity" not in hint:
            return wanted
        found = self.entity(wanted, must="str" not in hint)
        return {"entity": found} if "str" in hint and found in self.known else found

    def entity(self, wanted: str, must: bool = True) -> str:
        for key, entity in self.known.items():
            if same_id(wanted, key) or (not must and entity.name.casefold() == wanted.casefold()):
                return key
        if must:
            print(f"# no entity {wanted}", file=sys.stderr)
        return wanted

    def plain(self, value: object, either: bool) -> object:
        if isinstance(value, Entity):
            return {"entity": value.id} if either else value.id
        return value

    def period(self, record: Record, wanted: dict[str, str | None]) -> dict[str, Any]:
        both = [wanted["from"], wanted["to"]]
        line = record.get("line") or record["evidence"][0]["line"]
        number = {id(d): self.text.count("\n", 0, d.span.start) + 1 for d in self.report.dates}
        dates = sorted(self.report.dates, key=lambda d: abs(number[id(d)] - line))
        label = None in both and both != [None, None]
        for date in dates:
            own = days(date.value) or []
            if own == both or (label and own[0 if both[1] is None else 1] == (both[0] or both[1])):
                precision = "open" if label else date.value.precision
                out = {"precision": precision, "text": date.text}
                break
        else:
            same = both[0] == both[1]
            precision = "open" if label else "day" if same else "range"
            out = {
                "precision": precision,
                "text": (f"{both[0]}" if same else f"{both[0] or ''}/{both[1] or ''}"),
            }
        return {**{k: d for k, d in zip(("start", "end"), both, strict=True) if d}, **out}


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool | int):
        return str(value).lower()
    text = str(value)
    if len(text) == 10 and text[4] == text[7] == "-" and text[:4].isdigit():
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> None:
    reasons = {
        (e.report, e.type.type, e.quote, e.at, e.action, tuple(e.fields)): e.reason
        for errata in errata_of().values()
        for e in errata
    }
    print("# Corrections of the bundled reports: what no rule can infer. docs/errata.md explains the keys.")
    for gold in load(["seeds"]):
        draft = Draft(gold)
        for entry in draft.entries():
            action = next(key for key in ("add", "change", "drop") if key in entry)
            fields = () if action == "drop" else tuple(entry[action])
            key = (
                draft.report.sha256,
                entry["type"],
                entry["quote"],
                entry.get("at", entry["quote"]),
                action,
                fields,
            )
            reason = reasons.get(key, f"TODO {entry['why']}")
            print("\n[[erratum]]")
            for name, value in {"report": draft.report.sha256, **entry, "reason": reason}.items():
                if name != "why":
                    print(f"{name} = {toml(value)}")


if __name__ == "__main__":
    main()
