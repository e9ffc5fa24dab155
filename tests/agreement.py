"""How far two careful readers agree with each other, and the reader with either.

Run: python tests/agreement.py

Some reports were annotated a second time by other hands, which had seen neither the first annotation nor the rules:
metrics, releases, personnel changes, events and relations, in tests/gold/second. What one of the two found counts as
found by the other as in `score.py`: by type, key and place. Where careful readers differ no rules can be right
in the eyes of both, so that their agreement is the most that a score can mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

import score
from attrs import evolve
from score import Gold, Record, Row

from qwenfacts import Report
from qwenfacts.entities import slug
from qwenfacts.lexicon import lexicon_of

SECOND: Final = score.GOLD / "second"
COMPARED: Final = ("second to first", "reader to first", "reader to second")
SECOND_TO_FIRST, READER_TO_FIRST, READER_TO_SECOND = COMPARED
KEYS: Final = {
    "metric": (),
    "model-release": ("model",),
    "personnel-change": ("kind", "person"),
    "event": ("kind", "subject"),
    "relation": ("kind", "subject", "object"),
}
"""What two facts of a type share, besides their place."""
Same = Callable[[str | None, str | None], bool]


def golds() -> list[tuple[Gold, Sequence[Record]]]:
    """The texts that were annotated twice, with the second annotation."""
    texts = score.load(("next", "later"))
    twice = ((gold, score.records_in(SECOND / f"{gold.name}.facts.jsonl")) for gold in texts)
    return [(gold, second) for gold, second in twice if second is not None]


def rows() -> list[Row]:
    """How much is found in each comparison, of metrics with the right subject and measure too."""
    sums: dict[tuple[str, str, str], Row] = {}
    for gold, second in golds():
        report = score.parse(gold)
        compared = [
            *_second_to_first(gold, second, report),
            *_to_reader(READER_TO_FIRST, gold, report),
            *_to_reader(READER_TO_SECOND, evolve(gold, facts=second), report),
        ]
        for row in compared:
            total = sums.setdefault((row.set, row.kind, row.criterion), Row(row.set, row.kind, row.criterion))
            total.gold, total.found = total.gold + row.gold, total.found + row.found
            total.right += row.right
    return list(sums.values())


def _to_reader(name: str, gold: Gold, report: Report) -> Iterator[Row]:
    judged = score.judge([evolve(gold, set=name)], ["facts"], lambda _: report)
    for row in judged.rows.values():
        if row.kind in KEYS and row.criterion in ("finding", score.BOTH):
            yield row


def _second_to_first(gold: Gold, second: Sequence[Record], report: Report) -> Iterator[Row]:
    same = _same_by_name(report)
    for kind in KEYS:
        mine, others = ([r for r in records if r["type"] == kind] for records in (gold.facts or (), second))
        result = score.pair(mine, others, partial(_closeness, same))
        wanted, found = result.counts["wanted"], result.counts["found"]
        yield Row(SECOND_TO_FIRST, kind, "finding", wanted, found, len(result.pairs))
        if kind == "metric":
            both = [all(same(a[key], b[key]) for key in ("subject", "measure")) for a, b in result.pairs]
            yield Row(SECOND_TO_FIRST, kind, score.BOTH, wanted, found, sum(both))


def _closeness(same: Same, one: Record, other: Record) -> tuple[int, ...] | None:
    shared = sum(score.overlap(a, b) for a in score.evidence(one) for b in score.evidence(other))
    if one["type"] == "metric" and not shared:
        return None
    return (shared,) if all(same(one[key], other[key]) for key in KEYS[one["type"]]) else None


def _same_by_name(report: Report) -> Same:
    """Whether two ids, or two wordings, mean the same: by any full name of an entity."""
    known = {
        slug(name): each.id for each in (*lexicon_of().entities, *report.entities) for name in each.names
    }

    def meant(words: str | None) -> str | None:
        return None if words is None else known.get(slug(words), slug(words))

    def same(one: str | None, other: str | None) -> bool:
        if one is None or other is None or meant(one) == meant(other):
            return meant(one) == meant(other)
        return " " in one + other and score.alike(one, other)

    return same


if __name__ == "__main__":
    print(score.table(rows()))
