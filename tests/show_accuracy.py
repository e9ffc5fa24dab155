"""Writes into docs/accuracy.md how much of the facts is found in each set, in earlier runs and now.

Run: python tests/show_accuracy.py

The earlier runs are kept, as they were printed, in docs/first-run-facts.txt.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import agreement
import score

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "accuracy.md"
KEPT: Final = ROOT / "docs" / "first-run-facts.txt"
NOW: Final = -1


def _first_and_last(*names: str) -> dict[str, tuple[str, int]]:
    """The columns of the first run and of the last, of each set."""
    runs = (("first", 0), ("last", NOW))
    return {f"`{name}`, {when}": (name, run) for name in names for when, run in runs}


TABLES: Final = {
    "two annotators": {name: (name, NOW) for name in agreement.COMPARED},
    "releases": {
        "two texts, first": ("unread-releases", 0),
        "unread, after a round": ("unread-releases", 1),
        "the two others, first": ("releases", 0),
        "all four, last": ("releases", NOW),
    },
    "next and later": {
        "`later`, first": ("unread-next", 0),
        "`later`, unread, after four rounds": ("unread-next", 1),
        "`later`, last, read": ("later", NOW),
        "`next`, first": ("next", 0),
        "`next`, last": ("next", NOW),
    },
    "further and unread-further": _first_and_last("unread-further", "further"),
    "unread-january": {
        "the rules of the round before": ("unread-january", 0),
        "last": ("unread-january", NOW),
    },
    "unread-december": {
        "the rules of the round before": ("unread-december", 0),
        "last": ("unread-december", NOW),
    },
    "winter": {
        "first": ("unread-winter", 0),
        "unread, after a round": ("unread-winter", 1),
        "last, read": ("winter", NOW),
    },
    "unread-launches": {
        "the rules of the round before": ("unread-launches", 0),
        "last": ("unread-launches", NOW),
    },
    "models and unread-models": _first_and_last("unread-models", "models"),
    "autumn": {
        "first": ("unread-autumn", 0),
        "unread, after two rounds": ("unread-autumn", 1),
        "last, read": ("autumn", NOW),
    },
    "last": {
        "first": ("unread-last", 0),
        "unread, after five rounds": ("unread-last", 1),
        "last, read": ("last", NOW),
    },
    "rest": {
        "first": ("unread-rest", 0),
        "unread, by the scorer of today": ("unread-rest", 1),
        "unread, after six rounds": ("unread-rest", 2),
        "last, read": ("rest", NOW),
    },
    "latest": {
        "before": ("latest", 0),
        "after twelve other reports, unread": ("latest", 1),
        "last, read": ("latest", NOW),
    },
    "wider and widest": _first_and_last("wider", "widest"),
    "the others": {
        "`unread-facts`, first": ("unread-facts", 0),
        "`unread-facts`, last": ("unread-facts", NOW),
        "`building`, first": ("building", 0),
        "`building`, last": ("building", NOW),
        "`sisters`, last": ("sisters", NOW),
    },
}
"""The columns of each table: a set, and which of its kept runs; or now."""
FINDING: Final = re.compile(
    r"^(?P<set>\S+) +(?P<kind>\S+) +(?P<what>finding(?:, subject and measure)?) +[\d ]+? (?P<shares>[\d.-]+ +[\d.-]+ +[\d.-]+)$",
    re.MULTILINE,
)
PLACE: Final = re.compile(r"(?P<head><!-- scores: (?P<table>[\w -]+) -->\n)(?:\|.*\n)*")
Shares = dict[tuple[str, str], str]


def kept() -> dict[str, list[Shares]]:
    """The runs of each set that are kept, in order: precision, recall and F1 by kind and what is counted."""
    runs: dict[str, list[Shares]] = {}
    for found in FINDING.finditer(KEPT.read_text("utf-8")):
        mine, key = runs.setdefault(found["set"], []), (found["kind"], found["what"])
        if not mine or key in mine[-1]:
            mine.append({})
        mine[-1][key] = " / ".join(found["shares"].split())
    return runs


def now() -> dict[str, Shares]:
    """The same of today."""
    sets = {name for columns in TABLES.values() for name, run in columns.values() if run == NOW}
    runs: dict[str, Shares] = {name: {} for name in sets}
    rows = score.score(sorted(sets.difference(agreement.COMPARED)), ["facts"])
    for row in (*rows, *agreement.rows()):
        if row.criterion in ("finding", score.BOTH):
            shares = (f"{100 * part:.1f}" for part in (row.precision, row.recall, row.f1))
            runs[row.set][row.kind, row.criterion] = " / ".join(shares)
    return runs


def written(page: str) -> str:
    """The page with its tables as they should be."""
    earlier, today = kept(), now()

    def table(place: re.Match[str]) -> str:
        columns = TABLES[place["table"]]
        runs = [today[name] if run == NOW else earlier[name][run] for name, run in columns.values()]
        rows = [f"| fact | {' | '.join(columns)} |", "|---|" + "---:|" * len(columns)]
        for kind, what in runs[-1]:
            label = f"{kind}, right subject and measure" if what == score.BOTH else kind
            rows.append(f"| {label} | {' | '.join(run.get((kind, what), '–') for run in runs)} |")
        return place["head"] + "\n".join(rows) + "\n"

    return PLACE.sub(table, page)


def main() -> None:
    """Put in place of each table what it should be now."""
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
