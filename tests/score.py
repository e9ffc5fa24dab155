"""Score what the reader finds against the gold in tests/gold.

Run: python tests/score.py [--set SET] [--kind KIND] [--errors [N]] [--text NAME]

    SET    seeds, "seeds with errata", sisters, building, wider, widest, latest, next, further,
           autumn, winter, last, later, rest, releases, models, sentences, business-sentences,
           general-sentences, all-but-unread (default); unread-sisters, unread-facts,
           unread-further, unread-december, unread-january, unread-launches, unread-models,
           unread-sentences
    KIND   quantity, date, name, quotation, link, structure, facts; all (default)
    N      at most so many differences a text; without N all of them
    NAME   one text of the set: 2026-03-21, mistral-2026-05-07, s001

All is read by the rules alone, save the facts of the seeds, which are scored with errata as well.
Found and gold mentions are paired one to one where their spans overlap, equal spans first. Optional
gold counts neither way: not in the gold column, and what is found on it not in the found column.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from importlib.resources import files
from itertools import accumulate, groupby, zip_longest
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import pendulum
from attrs import define, field, frozen

from qwenfacts.entities import Entity, slug
from qwenfacts.facts import (
    Citation,
    Event,
    Fact,
    Metric,
    ModelRelease,
    Outlook,
    PersonnelChange,
    Relation,
    Statement,
)
from qwenfacts.report import Block, Mention, Report, Section
from qwenfacts.values import Period, Quantity, Span

Record = dict[str, Any]
Reader = Callable[["Gold"], Report]
F = TypeVar("F")

HERE: Final = Path(__file__).parent
GOLD: Final = HERE / "gold"
SEED_TEXTS: Final = Path(str(files("qwenfacts"))) / "data" / "reports"
SISTER_TEXTS: Final = HERE / "reports"

SISTER_SETS: Final = {
    "sisters": (
        "anthropic-2026-02-14",
        "deepseek-2026-04-18",
        "mistral-2026-05-07",
        "nvidia-2026-05-09",
        "reliance-jio-2026-01-31",
        "rivian-2025-11-15",
        "samsung-2026-07-25",
        "spotify-2025-10-11",
    ),
    "building": ("amd-2026-06-13", "cohere-2026-04-25", "meta-2026-05-16", "oracle-2026-03-14"),
    "unread-sisters": ("openai-2026-06-06", "sap-2026-08-01", "tencent-2026-11-14", "tesla-2026-04-11"),
    "unread-facts": ("apple-2026-06-20", "bytedance-2026-09-12", "databricks-2026-01-24", "intel-2026-08-08"),
    "rest": ("moonshot-2026-07-11", "salesforce-2026-05-30", "sk-hynix-2026-10-17", "xai-2026-02-28"),
    "wider": (
        "amazon-2026-04-11",
        "huawei-2026-05-23",
        "microsoft-2026-09-19",
        "minimax-2026-01-17",
        "perplexity-2026-08-22",
        "siemens-2026-10-10",
    ),
    "widest": (
        "naver-2026-10-31",
        "palantir-2026-05-09",
        "runway-2026-06-27",
        "snowflake-2026-03-07",
        "softbank-2026-02-21",
        "tsmc-2026-07-04",
    ),
    "latest": (
        "adobe-2026-06-13",
        "cerebras-2026-09-26",
        "qualcomm-2026-11-07",
        "scale-ai-2026-02-07",
        "stability-2026-08-15",
        "xiaomi-2026-03-28",
    ),
    "next": (
        "alibaba-cloud-2026-05-16",
        "qwen-2026-04-04",
        "qwen-2026-04-11",
        "qwen-2026-04-25",
        "zhipu-2026-05-02",
    ),
    "later": ("alibaba-2026-06-06", "deepseek-2026-06-27", "mistral-2026-07-18"),
    "further": ("bytedance-2026-08-29", "meta-2026-08-29", "openai-2026-08-15", "tencent-2026-08-15"),
    "unread-further": ("anthropic-2026-09-19", "nvidia-2026-09-19"),
    "autumn": ("deepmind-2026-10-03", "microsoft-2026-10-17", "qwen-2026-10-24", "samsung-2026-10-10"),
    "winter": (
        "amazon-2026-11-14",
        "huawei-2026-11-21",
        "moonshot-2026-11-21",
        "perplexity-2026-11-14",
        "qwen-2026-11-07",
    ),
    "unread-december": (
        "anthropic-2026-11-28",
        "qwen-2026-11-28",
        "tencent-2026-12-05",
        "xai-2026-12-05",
    ),
    "releases": ("releases-2026-08-01", "releases-2026-08-08", "releases-2026-08-15", "releases-2026-08-22"),
    "unread-january": (
        "bytedance-2027-01-16",
        "google-2027-01-09",
        "meta-2027-01-16",
        "qwen-2027-01-09",
    ),
    "unread-launches": ("releases-2026-11-07", "releases-2026-11-14"),
    "models": ("models-2026-09-05", "models-2026-09-12"),
    "unread-models": ("models-2026-09-19",),
    "last": ("baidu-2026-10-03", "coreweave-2026-11-07", "google-2026-09-05", "ibm-2026-04-04"),
}
"""The sister reports of each set, by name: a new one is in none, and read by nobody, until it is put here."""
UNREAD_SETS: Final = (
    "unread-sisters",
    "unread-facts",
    "unread-further",
    "unread-december",
    "unread-january",
    "unread-launches",
    "unread-models",
    "unread-sentences",
)
ANNOTATED: Final = {
    "releases": ("model-release",),
    "unread-launches": ("model-release",),
    "models": ("metric",),
    "unread-models": ("metric",),
}
"""The sets in which only facts of some types were annotated, and those types."""
CORRECTED: Final = "seeds with errata"
SENTENCES: Final = {
    "sentences": "sentences",
    "business-sentences": "sentences-business",
    "general-sentences": "sentences-general",
    "unread-sentences": "sentences-unread",
}
READ_SETS: Final = (
    "seeds",
    CORRECTED,
    "sisters",
    "building",
    "wider",
    "widest",
    "latest",
    "next",
    "further",
    "autumn",
    "winter",
    "last",
    "later",
    "rest",
    "releases",
    "models",
    "sentences",
    "business-sentences",
    "general-sentences",
)
ALL_BUT_UNREAD: Final = "all-but-unread"
KINDS: Final = ("quantity", "date", "name", "quotation", "link", "structure", "facts")


# -- gold -------------------------------------------------------------------------------------


@frozen
class Gold:
    """One text and what a careful person read in it; None where nobody annotated that part."""

    set: str
    name: str
    text: str
    published: pendulum.Date | None = None
    mentions: Sequence[Record] | None = None
    structure: Record | None = None
    facts: Sequence[Record] | None = None


def load(names: Iterable[str] = (ALL_BUT_UNREAD,)) -> list[Gold]:
    """The gold of some sets, or of some texts by name. An unread set is opened only if it is named."""
    found: dict[tuple[str, str], Gold] = {}
    for name in names:
        if name == ALL_BUT_UNREAD:
            texts = [gold for one in READ_SETS for gold in _set(one)]
        elif name in (*READ_SETS, *UNREAD_SETS):
            texts = _set(name)
        else:
            texts = [gold for one in READ_SETS for gold in _set(one) if gold.name == name]
            if not texts:
                raise ValueError(f"{name!r} is no set, and no text outside the unread sets")
        found.update(((gold.set, gold.name), gold) for gold in texts)
    return list(found.values())


def _set(name: str) -> list[Gold]:
    if name in SENTENCES:
        return [_sentence(name, record) for record in records_in(GOLD / f"{SENTENCES[name]}.jsonl") or ()]
    if name in ("seeds", CORRECTED):
        return [_report(name, path) for path in sorted(SEED_TEXTS.glob("*.txt"))]
    return [_report(name, SISTER_TEXTS / f"{stem}.txt") for stem in SISTER_SETS[name]]


def _sentence(name: str, record: Record) -> Gold:
    published = pendulum.Date.fromisoformat(record["published"])
    return Gold(name, record["id"], record["text"], published, record["mentions"])


def _report(name: str, path: Path) -> Gold:
    text, facts = path.read_bytes().decode("utf-8"), records_in(GOLD / f"{path.stem}.facts.jsonl")
    if name == CORRECTED:
        return Gold(name, path.stem, text, facts=facts)
    structure = GOLD / f"{path.stem}.structure.json"
    return Gold(
        name,
        path.stem,
        text,
        mentions=records_in(GOLD / f"{path.stem}.mentions.jsonl"),
        structure=json.loads(structure.read_text("utf-8")) if structure.exists() else None,
        facts=facts,
    )


def records_in(path: Path) -> list[Record] | None:
    if not path.exists():
        return None
    return [json.loads(row) for row in path.read_text("utf-8").split("\n") if row.strip()]


# -- results ----------------------------------------------------------------------------------


@define
class Row:
    """How one criterion was met in one set.

    Mentions: ``kind`` and criterion; ``gold`` and ``found`` count without what is optional. Facts: the
    ``kind`` is the type of fact, the criterion ``finding`` or, among those found, a field. Structure: the
    criterion is a check. For fields and checks ``gold`` and ``found`` are both the number of cases.
    """

    set: str
    kind: str
    criterion: str
    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Right of those found; 1 if none was."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right of those in the gold; 1 if there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing found."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


@frozen
class Difference:
    """Where found and gold part.

    ``fault`` is ``missed``, ``invented`` or ``differs``; ``what`` names the criteria that are not met.
    """

    text: str
    kind: str
    fault: str
    line: int | None
    quote: str
    what: str
    expected: str
    found: str

    def __str__(self) -> str:
        where = "   -" if self.line is None else f"{self.line:>4}"
        head = f"{where} {self.fault:<8} {self.kind:<16} {self.quote!r}"
        if self.fault == "missed":
            return f"{head}: {self.expected}"
        if self.fault == "invented":
            return f"{head}: {self.found}"
        return f"{head} [{self.what}]\n{'':14}expected {self.expected}\n{'':14}found    {self.found}"


@define
class Judgement:
    """Rows and differences, collected text by text."""

    rows: dict[tuple[str, str, str], Row] = field(factory=dict)
    differences: list[Difference] = field(factory=list)

    def add(
        self, gold: Gold, kind: str, criterion: str, *, wanted: int = 1, found: int = 1, right: int
    ) -> None:
        """Count cases towards the row of this set, kind and criterion."""
        row = self.rows.setdefault((gold.set, kind, criterion), Row(gold.set, kind, criterion))
        row.gold, row.found, row.right = row.gold + wanted, row.found + found, row.right + right


def score(
    names: Iterable[str] = (ALL_BUT_UNREAD,), kinds: Iterable[str] = KINDS, read: Reader | None = None
) -> list[Row]:
    """The rows of some sets or texts, for some kinds; ``read`` is `qwenfacts.parse` unless given."""
    return list(judge(load(names), kinds, read).rows.values())


def judge(texts: Iterable[Gold], kinds: Iterable[str] = KINDS, read: Reader | None = None) -> Judgement:
    """Read every text and compare. A text that cannot be read raises, with its name as a note."""
    judgement, wanted = Judgement(), tuple(kinds)
    if unknown := set(wanted) - set(KINDS):
        raise ValueError(f"no such kind: {', '.join(sorted(unknown))}")
    for gold in texts:
        report = _read(gold, read or parse)
        for kind in wanted:
            if kind in CRITERIA and gold.mentions is not None and _is_annotated(gold.mentions, kind):
                _judge_mentions(judgement, gold, report, kind)
        if "structure" in wanted and gold.structure is not None:
            _judge_structure(judgement, gold, gold.structure, report)
        if "facts" in wanted and gold.facts is not None:
            _judge_facts(judgement, gold, gold.facts, report)
    return judgement


def parse(gold: Gold) -> Report:
    """The reader that is scored."""
    import qwenfacts

    errata = None if gold.set == CORRECTED else ()
    report: Report = qwenfacts.parse(gold.text, published=gold.published, errata=errata)
    return report


def _read(gold: Gold, read: Reader) -> Report:
    try:
        return read(gold)
    except Exception as error:
        if gold.set in UNREAD_SETS:  # neither its words nor the message, which may quote them
            raise RuntimeError(f"{gold.name}: the reader raised {type(error).__name__}") from None
        error.add_note(f"while reading {gold.name}")
        raise


# -- pairs ------------------------------------------------------------------------------------


@frozen
class Pairing(Generic[F]):
    """Gold and found, one to one; without what is optional and what was found on it."""

    pairs: list[tuple[Record, F]]
    missed: list[Record]
    invented: list[F]

    @property
    def counts(self) -> dict[str, int]:
        """How many were in the gold and how many were found."""
        return {
            "wanted": len(self.pairs) + len(self.missed),
            "found": len(self.pairs) + len(self.invented),
        }


def pair(
    gold: Sequence[Record], found: Sequence[F], closeness: Callable[[Record, F], tuple[int, ...] | None]
) -> Pairing[F]:
    """Pair the closest first; None is no pair. Equally close ones go in the order given."""
    near: list[tuple[tuple[int, ...], int, int]] = []
    touches_optional: set[int] = set()
    for i, record in enumerate(gold):
        for j, one in enumerate(found):
            close = closeness(record, one)
            if close is not None:
                near.append((close, -i, -j))
                if record.get("optional"):
                    touches_optional.add(j)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(near, reverse=True):
        if -i not in partner and -j not in taken:
            partner[-i] = -j
            taken.add(-j)
    required = [i for i, record in enumerate(gold) if not record.get("optional")]
    return Pairing(
        [(gold[i], found[partner[i]]) for i in required if i in partner],
        [gold[i] for i in required if i not in partner],
        [one for j, one in enumerate(found) if j not in taken | touches_optional],
    )


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _span(record: Record) -> Span:
    return Span(*record["span"])


# -- mentions ---------------------------------------------------------------------------------


def same_id(one: str | None, other: str | None) -> bool:
    """Whether two ids are one, a dot being as good as a hyphen.

    >>> same_id("qwen3.5-max", "qwen3-5-max"), same_id("qwen", None)
    (True, False)
    """
    if one is None or other is None:
        return one is None and other is None
    return one.replace(".", "-") == other.replace(".", "-")


def days(period: Period | None) -> list[str | None] | None:
    """First and last day as ISO 8601, as the gold has them.

    >>> days(None)
    """
    if period is None:
        return None
    return [None if day is None else day.isoformat() for day in (period.start, period.end)]


def _number(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)


def _is_exact(gold: Record, found: Mention[Any]) -> bool:
    return found.span == _span(gold)


def _is_value(gold: Record, found: Mention[Any]) -> bool:
    quantity: Quantity = found.value
    return quantity.value == _number(gold["value"]) and quantity.unit == gold["unit"]


def _is_bound(gold: Record, found: Mention[Any]) -> bool:
    return _is_value(gold, found) and found.value.bound == gold["bound"]


def _is_quantity(gold: Record, found: Mention[Any]) -> bool:
    quantity: Quantity = found.value
    interval = (quantity.low, quantity.high, quantity.per)
    return (
        _is_exact(gold, found)
        and _is_bound(gold, found)
        and interval == (_number(gold["low"]), _number(gold["high"]), gold["per"])
    )


def _is_days(gold: Record, found: Mention[Any]) -> bool:
    return days(found.value) == [gold["from"], gold["to"]]


def _is_date(gold: Record, found: Mention[Any]) -> bool:
    return _is_exact(gold, found) and _is_days(gold, found) and found.value.precision == gold["precision"]


def _is_type(gold: Record, found: Mention[Any]) -> bool:
    return _is_exact(gold, found) and found.value.kind == gold["type"]


def _is_entity(gold: Record, found: Mention[Any]) -> bool:
    return _is_exact(gold, found) and is_named(gold["entity"], found.value)


def _is_string(gold: Record, found: Mention[Any]) -> bool:
    return _is_exact(gold, found) and found.value == gold["value"]


Criterion = Callable[[Record, "Mention[Any]"], bool]
CRITERIA: Final[dict[str, dict[str, Criterion]]] = {
    "quantity": {"span": _is_exact, "value": _is_value, "value+bound": _is_bound, "all": _is_quantity},
    "date": {"span": _is_exact, "from/to": _is_days, "all": _is_date},
    "name": {"boundaries": _is_exact, "type": _is_type, "entity": _is_entity},
    "quotation": {"all": _is_string},
    "link": {"all": _is_string},
}
LEGEND: Final = """\
quantity: span = same span; value = overlapping span, same value and unit; value+bound = that and the same
  bound; all = same span, value, unit, bound, low, high, per
date: span = same span; from/to = overlapping span, same days; all = same span, days, precision
name: boundaries = same span; type = that and the same kind; entity = same span and entity
quotation, link: all = same span and value
"""
PARTS: Final = {
    "quantity": ("value", "unit", "bound", "low", "high", "per"),
    "date": ("from", "to", "precision"),
    "name": ("type", "entity"),
    "quotation": ("value",),
    "link": ("value",),
}


def _mentions(report: Report, kind: str) -> Sequence[Mention[Any]]:
    groups: dict[str, Sequence[Mention[Any]]] = {
        "quantity": report.quantities,
        "date": report.dates,
        "name": report.names,
        "quotation": report.quotations,
        "link": report.links,
    }
    return groups[kind]


def _is_annotated(mentions: Sequence[Record], kind: str) -> bool:
    """Whether mentions of a kind were annotated: some reports have their names only."""
    return kind == "name" or not mentions or any(record["kind"] != "name" for record in mentions)


def _judge_mentions(judgement: Judgement, gold: Gold, report: Report, kind: str) -> None:
    criteria = CRITERIA[kind]

    def closeness(record: Record, found: Mention[Any]) -> tuple[int, ...] | None:
        shared = overlap(_span(record), found.span)
        agreeing = sum(is_met(record, found) for is_met in criteria.values())
        exact = found.span == _span(record)
        return (exact, agreeing, not record.get("optional"), shared) if shared else None

    records = [record for record in gold.mentions or () if record["kind"] == kind]
    result = pair(records, _mentions(report, kind), closeness)
    for name, is_met in criteria.items():
        right = sum(is_met(record, found) for record, found in result.pairs)
        judgement.add(gold, kind, name, **result.counts, right=right)

    line = lines_of(gold.text)
    for record in result.missed:
        judgement.differences.append(
            Difference(
                gold.name,
                kind,
                "missed",
                line(_span(record).start),
                record["quote"],
                "",
                _parts(kind, record),
                "",
            )
        )
    for found in result.invented:
        parts = _parts(kind, _as_record(found.value))
        judgement.differences.append(
            Difference(gold.name, kind, "invented", line(found.span.start), found.text, "", "", parts)
        )
    for record, found in result.pairs:
        what = [name for name, is_met in criteria.items() if not is_met(record, found)]
        if what:
            judgement.differences.append(
                Difference(
                    gold.name,
                    kind,
                    "differs",
                    line(_span(record).start),
                    record["quote"],
                    ", ".join(what),
                    f"{record['quote']!r} {_parts(kind, record)}",
                    f"{found.text!r} {_parts(kind, _as_record(found.value))}",
                )
            )


def _as_record(value: Quantity | Period | Entity | str) -> Record:
    """What was found, in the words of the gold."""
    if isinstance(value, Quantity):
        numbers = {
            key: None if number is None else f"{number:f}"
            for key, number in (("value", value.value), ("low", value.low), ("high", value.high))
        }
        return {**numbers, "unit": value.unit, "bound": value.bound, "per": value.per}
    if isinstance(value, Period):
        first, last = days(value) or (None, None)
        return {"from": first, "to": last, "precision": value.precision}
    if isinstance(value, Entity):
        return {"type": value.kind, "entity": value.id}
    return {"value": value}


def _parts(kind: str, record: Record) -> str:
    return " ".join(f"{part}={_shown(record[part])}" for part in PARTS[kind])


def _shown(value: object) -> str:
    return "-" if value is None else str(value)


def _line_starts(text: str) -> list[int]:
    """Where every line starts, and the end of the text; lines as tests/gold/locate.py counts them."""
    return [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]


def lines_of(text: str) -> Callable[[int], int]:
    r"""The number of the line that an offset is in.

    >>> [lines_of("a\n\nb")(at) for at in (0, 1, 2, 3)]
    [1, 1, 2, 3]
    """
    starts = _line_starts(text)
    return lambda at: bisect_right(starts, at)


# -- structure --------------------------------------------------------------------------------


@frozen
class Check:
    """One question about the structure, its right answer and the one found."""

    name: str
    line: int | None
    expected: object
    found: object
    is_right: bool


def _judge_structure(judgement: Judgement, gold: Gold, structure: Record, report: Report) -> None:
    for check in checks(gold.text, structure, report):
        judgement.add(gold, "structure", check.name, right=check.is_right)
        if not check.is_right:
            expected, found = _shown(check.expected), _shown(check.found)
            lines = gold.text.splitlines()
            quote = "" if check.line is None else lines[check.line - 1].strip()[:60]
            judgement.differences.append(
                Difference(gold.name, "structure", "differs", check.line, quote, check.name, expected, found)
            )


def checks(text: str, gold: Record, report: Report) -> Iterator[Check]:
    """Every check of one text, in the order of the gold's format."""
    yield _same("title", gold["title"], report.title)
    subject = is_named(gold["subject"], report.subject)
    yield Check("subject", None, gold["subject"], report.subject.id, subject)
    yield _same("published", gold["published"], report.published and report.published.isoformat())
    posted_at = report.posted_at and report.posted_at.strftime("%Y-%m-%dT%H:%M:%S")
    yield _same("posted_at", gold["posted_at"], posted_at)
    yield _same("period", gold["period"], days(report.period))
    yield _same("analyst", gold["analyst"], report.analyst)
    yield _same("audience", gold["audience"], report.audience)
    yield _same("coverage", gold["coverage"], report.coverage)
    yield from _line_checks(text, gold["lines"], report.blocks)
    yield from _point_checks(gold["summary_points"], report.summary)
    yield from _story_checks(gold["stories"], report)
    headings = [section.heading for section in report.sections if section.heading]
    yield from _in_order("sections", gold["sections"], headings, lambda wanted, found: wanted == found)
    yield from _row_checks(text, gold["rows"], report)


def _same(name: str, expected: object, found: object, line: int | None = None) -> Check:
    return Check(name, line, expected, found, expected == found)


def _line_checks(text: str, kinds: dict[str, str], blocks: Sequence[Block]) -> Iterator[Check]:
    starts = _line_starts(text)
    for number, kind in sorted((int(number), kind) for number, kind in kinds.items()):
        line = Span(starts[number - 1], starts[number])
        found = next((block.kind for block in blocks if block.span.overlaps(line)), None)
        yield _same("lines", kind, found, number)


def _point_checks(points: Sequence[str], summary: Sequence[Block]) -> Iterator[Check]:
    """The points of the summary are its list items; the gold has their first words."""
    found = [_bare(block.text) for block in summary if block.kind == "list_item"]
    yield from _in_order("summary points", points, found, lambda w, f: f.startswith(_bare(w)))


def _bare(text: str) -> str:
    """A list item without its mark, number, emoji and stars."""
    return re.sub(r"^[\W_]*(?:\d+[.)]\s[\W_]*)?", "", text.replace("**", ""))


def _in_order(
    name: str, gold: Sequence[str], found: Sequence[str], agree: Callable[[str, str], bool]
) -> Iterator[Check]:
    """One check for each that the longer of the two has; right are those of the longest common sequence."""
    best = [[0] * (len(found) + 1) for _ in range(len(gold) + 1)]
    for i in reversed(range(len(gold))):
        for j in reversed(range(len(found))):
            skip = max(best[i + 1][j], best[i][j + 1])
            best[i][j] = max(skip, best[i + 1][j + 1] + agree(gold[i], found[j]))
    missed, invented, right, i, j = [], [], [], 0, 0
    while i < len(gold) or j < len(found):
        both = i < len(gold) and j < len(found)
        if both and agree(gold[i], found[j]) and best[i][j] == best[i + 1][j + 1] + 1:
            right.append((gold[i], found[j]))
            i, j = i + 1, j + 1
        elif j == len(found) or (both and best[i][j] == best[i + 1][j]):
            missed.append(gold[i])
            i += 1
        else:
            invented.append(found[j])
            j += 1
    for wanted, actual in right:
        yield Check(name, None, wanted, actual, is_right=True)
    for wanted_only, found_only in zip_longest(missed, invented):
        yield Check(name, None, wanted_only, found_only, is_right=False)


def _story_checks(gold: Sequence[Record], report: Report) -> Iterator[Check]:
    numbers = {story["number"] for story in gold}
    for number in (story.number for story in report.stories if story.number not in numbers):
        yield _same("story number", None, number)
    for wanted in gold:
        story, line = report.story(wanted["number"]), wanted["line"]
        yield _same("story number", wanted["number"], story and story.number, line)
        yield _same("story title", wanted["title"], story and story.title, line)
        period = days(story.period) if story else "no story"
        yield _same("story period", wanted["period"], period, line)
        sources = story.sources if story else None
        yield Check(
            "story sources",
            line,
            wanted["sources"],
            sources and [source.name for source in sources],
            sources is not None
            and len(sources) == len(wanted["sources"])
            and all(map(is_named, wanted["sources"], sources)),
        )
        links = story and [link.value for link in story.links]
        yield _same("story links", wanted["links"], links, line)
        headings = story and [section.heading for section in story.sections if section.heading]
        yield _same("story sections", wanted["sections"], headings, line)


def is_named(words: str | None, entity: Entity | None) -> bool:
    """Whether words, or a slug, are a full name of the entity, also with what it is about behind a dash.

    >>> is_named("GitHub – qwen", Entity("github", "platform", "GitHub"))
    True
    >>> is_named("acme-group", Entity("acme", "organisation", "Acme", ("Acme Group",)))
    True
    """
    if words is None or entity is None:
        return words is None and entity is None
    forms = (slug(form) for form in (words, re.split(r"\s[–—|-]\s", words)[0]))
    ids = (entity.id, *map(slug, entity.names))
    return any(same_id(form, key) for form in forms for key in ids)


def _row_checks(text: str, gold: Sequence[Record], report: Report) -> Iterator[Check]:
    sections: list[Section] = [*report.sections]
    for story in report.stories:
        sections += story.sections
    line = lines_of(text)
    found = {line(row.span.start): row for section in sections for row in section.rows}
    for number in sorted(found.keys() - {row["line"] for row in gold}):
        yield _same("rows", None, found[number].text, number)
    for wanted in gold:
        number = wanted["line"]
        row = found.get(number)
        yield Check("rows", number, "a row", row and row.text, row is not None)
        cells = list(row.cells) if row and row.cells is not None else None
        right = row is not None and cells == wanted["cells"]
        yield Check("row cells", number, wanted["cells"], cells if row else "no row", right)
        date = row and days(row.date)
        right = row is not None and date == (wanted["date"] and [wanted["date"], wanted["date"]])
        yield Check("row date", number, wanted["date"], date if row else "no row", right)
        source = row.source if row else None
        right = row is not None and is_named(wanted["source"], source)
        yield Check("row source", number, wanted["source"], source if row else "no row", right)


# -- facts ------------------------------------------------------------------------------------

FACTS: Final[dict[type[Fact], tuple[str, ...]]] = {
    Metric: (
        "subject",
        "measure",
        "measure_text",
        "quantity",
        "aspect",
        "direction",
        "nature",
        "period",
        "period_from",
        "of",
        "qualifier",
        "story",
    ),
    ModelRelease: (
        "developer",
        "date",
        "stage",
        "access",
        "channels",
        "parameters",
        "licence",
        "variants",
        "story",
    ),
    PersonnelChange: (
        "role",
        "organisation",
        "date",
        "replaces",
        "former_role",
        "former_organisation",
        "story",
    ),
    Citation: ("text", "link", "date", "supports", "story"),
    Event: ("date", "parts", "head", "organisation", "platform", "fiscal_period", "stage", "story"),
    Statement: ("text", "speaker", "medium", "story"),
    Outlook: ("kind", "subject", "text", "horizon", "story"),
    Relation: ("object", "story"),
}
BOTH: Final = "finding, subject and measure"
"""A metric counts as found where it is about the right thing as well."""
ALIKE: Final = 0.5
"""Free words are alike enough for a pair where they share this part of all their words."""


def _judge_facts(judgement: Judgement, gold: Gold, records: Sequence[Record], report: Report) -> None:
    line = lines_of(gold.text)

    def differ(record: Record | None, fact: Fact | None, what: str, expected: object, found: object) -> None:
        if record is not None:
            span, quote = evidence(record)[0], _first(record)["quote"]
            fault = "missed" if fact is None else "differs"
        else:
            assert fact is not None  # one of the two is there
            span, quote, fault = fact.evidence[0].span, fact.evidence[0].quote, "invented"
        judgement.differences.append(
            Difference(gold.name, kind, fault, line(span.start), quote, what, _shown(expected), _shown(found))
        )

    for fact_type, names in FACTS.items():
        kind = fact_type.type
        if kind not in ANNOTATED.get(gold.set, (kind,)):
            continue
        mine = [record for record in records if record["type"] == kind]
        facts = [fact for fact in report.facts if isinstance(fact, fact_type)]
        result = pair(mine, facts, lambda record, fact: fact_closeness(report, record, fact))
        judgement.add(gold, kind, "finding", **result.counts, right=len(result.pairs))
        if fact_type is Metric:
            both = sum(
                is_same(record["subject"], fact.subject) and record["measure"] == fact.measure
                for record, fact in result.pairs
                if isinstance(fact, Metric)
            )
            judgement.add(gold, kind, BOTH, **result.counts, right=both)
        for record in result.missed:
            differ(record, None, "", {name: field_of(record, name) for name in _keys(record)}, None)
        for fact in result.invented:
            differ(None, fact, "", None, fact)
        for name in names:
            for record, fact in result.pairs:
                wanted, found = field_of(record, name), getattr(fact, name)
                if name == "licence":  # in words in some of the gold, as a slug in the rest
                    wanted, found = wanted and slug(wanted), found and slug(found)
                if (
                    fact_type is Statement and name == "text"
                ):  # the comma before the closing mark: with and without
                    wanted, found = wanted.rstrip(","), str(found).rstrip(",")
                right = is_same(wanted, found)
                judgement.add(gold, kind, name, right=right)
                if not right:
                    differ(record, fact, name, wanted, _flat(found))


def _first(record: Record) -> Record:
    part: Record = record["evidence"][0] if "evidence" in record else record
    return part


def evidence(record: Record) -> list[Span]:
    return [_span(part) for part in record.get("evidence", [record])]


def field_of(record: Record, name: str) -> Any:
    """A field of a gold fact: a metric has its quantity as quote."""
    return record["quote"] if name == "quantity" else record.get(name)


def _keys(record: Record) -> tuple[str, ...]:
    """What a gold fact is called by when it is missed."""
    return {
        "metric": ("subject", "measure", "quantity"),
        "model-release": ("model",),
        "personnel-change": ("person", "group", "kind"),
        "event": ("kind", "subject"),
        "statement": ("speaker", "text"),
        "outlook": ("kind", "text"),
        "relation": ("subject", "kind", "object"),
    }.get(record["type"], ("source", "supports"))


def fact_closeness(report: Report, record: Record, fact: Fact) -> tuple[int, ...] | None:
    """None if the two are not about the same; else how well their places in the text agree."""
    required = not record.get("optional")
    if isinstance(fact, Metric):
        wanted, found = _span(record), quantity_span(report, fact)
        shared = overlap(wanted, found)
        return (wanted == found, required, shared) if shared else None
    if isinstance(fact, ModelRelease):
        same = is_named(record["model"], fact.model)
    elif isinstance(fact, PersonnelChange):
        same = record["kind"] == fact.kind and _same_person(record, fact)
    elif isinstance(fact, Event):
        same = record["kind"] == fact.kind and is_named(record["subject"], fact.subject)
    elif isinstance(fact, Statement):
        same = record["verbatim"] == fact.verbatim and alike(record["text"], fact.text)
    elif isinstance(fact, Outlook):
        same = alike(record["text"], fact.text)
    elif isinstance(fact, Relation):
        same = record["kind"] == fact.kind and is_named(record["subject"], fact.subject)
        same = same and (is_same(record["object"], fact.object) or alike(record["object"], fact.object))
    else:
        assert isinstance(fact, Citation)  # FACTS has no other type
        same = is_named(record["source"], fact.source)
    shared = sum(overlap(one, part.span) for one in evidence(record) for part in fact.evidence)
    return (shared > 0, required, shared) if same else None


def alike(wanted: str, found: Entity | str) -> bool:
    """Whether two wordings share most of their words."""
    words = found.name if isinstance(found, Entity) else found
    one, other = (set(re.findall(r"\w+", text.casefold())) for text in (wanted.replace("-", " "), words))
    return len(one & other) >= ALIKE * max(1, len(one | other))


def _same_person(record: Record, fact: PersonnelChange) -> bool:
    if record["person"] is not None or fact.person is not None:
        return is_named(record["person"], fact.person)
    wanted, found = _plain(record["group"]), _plain(fact.group or "")
    return wanted in found or found in wanted


def quantity_span(report: Report, fact: Metric) -> Span:
    """Where a metric's quantity stands: its mention in the first evidence, else the evidence itself."""
    first = fact.evidence[0].span
    own = [
        mention.span
        for mention in report.quantities
        if mention.span in fact.mentions and mention.value == fact.quantity
    ]
    return next((span for span in own if span in first), own[0] if own else first)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def is_same(wanted: Any, found: object) -> bool:
    """Whether a field of a fact has what the gold says.

    Entities by id (or, where gold has words, by name), periods by their days, quantities by their words,
    several entities in any order, words in any case.
    """
    if wanted is None or found is None:
        return wanted is found
    if isinstance(found, Entity):
        return is_named(wanted, found)
    if isinstance(found, Period):
        if isinstance(wanted, str):  # a label without days
            return _plain(wanted) == _plain(found.text)
        return days(found) == [wanted["from"], wanted["to"]]
    if isinstance(found, tuple):
        ids = sorted(entity.id.replace(".", "-") for entity in found)
        return ids == sorted(one.replace(".", "-") for one in wanted)
    if isinstance(found, Quantity):
        found = found.text
    if isinstance(found, str) and isinstance(wanted, str):
        return _plain(wanted) == _plain(found)
    return bool(wanted == found)


def _flat(found: object) -> object:
    if isinstance(found, Entity):
        return found.id
    if isinstance(found, Period):
        return dict(zip(("from", "to"), days(found) or (), strict=True))
    if isinstance(found, tuple):
        return [_flat(one) for one in found]
    return found


# -- tables -----------------------------------------------------------------------------------


def table(rows: Sequence[Row]) -> str:
    """The rows as text: mentions, then structure, then facts, each aligned."""
    tables = (_mention_table(rows), _structure_table(rows), _fact_table(rows))
    return "\n\n".join(part for part in tables if part)


def _mention_table(rows: Sequence[Row]) -> str:
    lines = []
    for (name, kind), group in groupby(rows, lambda row: (row.set, row.kind)):
        members = list(group)
        if kind not in CRITERIA:
            continue
        line = [name, kind, str(members[0].gold), str(members[0].found)]
        for row in members:
            line += [row.criterion, *_percents(row)]
        lines.append(line)
    if not lines:
        return ""
    groups = max(len(line) - 4 for line in lines) // 4
    head = ["set", "kind", "gold", "found", *["", "P", "R", "F1"] * groups]
    return f"{_aligned([head, *lines])}\n{LEGEND.rstrip()}"


def _percents(row: Row) -> list[str]:
    return [
        f"{100 * row.precision:.1f}" if row.found else "-",
        f"{100 * row.recall:.1f}" if row.gold else "-",
        f"{100 * row.f1:.1f}" if row.gold + row.found else "-",
    ]


def _structure_table(rows: Sequence[Row]) -> str:
    mine = [row for row in rows if row.kind == "structure"]
    if not mine:
        return ""
    sets = list(dict.fromkeys(row.set for row in mine))
    cells = {(row.criterion, row.set): f"{row.right}/{row.gold}" for row in mine}
    for one in sets:
        own = [row for row in mine if row.set == one]
        cells["all checks", one] = f"{sum(row.right for row in own)}/{sum(row.gold for row in own)}"
    names = dict.fromkeys(name for name, _ in cells)
    body = [[name, *(cells.get((name, one), "-") for one in sets)] for name in names]
    return _aligned([["structure", *sets], *body])


def _fact_table(rows: Sequence[Row]) -> str:
    kinds = {kind.type for kind in FACTS}
    lines = [["set", "fact", "finding, or field of those found", "gold", "found", "right", "P", "R", "F1"]]
    for row in rows:
        if row.kind in kinds:
            percents = _percents(row) if row.criterion in ("finding", BOTH) else [*_percents(row)[:1], "", ""]
            counts = [str(row.gold), str(row.found), str(row.right)]
            lines.append([row.set, row.kind, row.criterion, *counts, *percents])
    return _aligned(lines) if len(lines) > 1 else ""


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    """Numbers to the right of their column, words to the left."""
    columns = max(map(len, lines))
    full = [[*line, *[""] * (columns - len(line))] for line in lines]
    widths = [max(len(line[i]) for line in full) for i in range(columns)]
    is_number = [all(re.fullmatch(r"[\d./-]*", line[i]) for line in full[1:]) for i in range(columns)]
    out = []
    for line in full:
        cells = zip(line, widths, is_number, strict=True)
        out.append("  ".join(c.rjust(w) if n else c.ljust(w) for c, w, n in cells if w).rstrip())
    return "\n".join(out)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and the differences if asked for."""
    as_written = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=as_written)
    parser.add_argument("--set", choices=(*READ_SETS, *UNREAD_SETS, ALL_BUT_UNREAD), default=ALL_BUT_UNREAD)
    parser.add_argument("--kind", choices=(*KINDS, "all"), default="all")
    parser.add_argument("--errors", type=int, nargs="?", const=sys.maxsize, metavar="N")
    parser.add_argument("--text", metavar="NAME")
    options = parser.parse_args(arguments)

    texts = [gold for gold in load([options.set]) if options.text in (None, gold.name)]
    if not texts:
        parser.error(f"no text {options.text!r} in {options.set}")
    judgement = judge(texts, KINDS if options.kind == "all" else (options.kind,))
    print(table(list(judgement.rows.values())))
    if options.errors is not None:  # an unread set is among the texts only if --set names it
        for name, group in groupby(judgement.differences, lambda difference: difference.text):
            listed = list(group)
            print(f"\n{name}: {len(listed)} differences")
            for difference in listed[: options.errors]:
                print(difference)


if __name__ == "__main__":
    main()
