"""What a question costs in an archive, as ratios to other ways of asking it.

Run: python tests/benchmarks/ask.py [--facts 1000000] [--rounds 30] [--gate]

Each way has the same facts in memory, indexed as well as it can be, and is timed until the facts or rows that
answer the question are in hand, all their columns with them. Every question is asked with other words in each
round; times are medians. pandas and polars are left out where they are not installed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import platform
import random
import sqlite3
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

from archive import COMPANIES, FACTS_A_REPORT, FIRST_DAY, MEASURES, archive

import qwenfacts as qf

Question = tuple[Any, ...]
Way = Mapping[str, Callable[..., Any]]

INDEXED: Final = ("subject and measure", "about one product", "one week", "product in a month")
SCANNED: Final = "large values (scan)"
COLUMNS: Final = (
    "id",
    "type",
    "report",
    "subject",
    "measure",
    "value",
    "unit",
    "first",
    "last",
    "quote",
    "sentence",
)
LARGE: Final = 9_990_000


def resident() -> int:
    """Bytes of memory that this process holds; 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 if statm.exists() else 0


def ordinal(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal()


def row_of(fact: qf.Fact) -> tuple[Any, ...]:
    """A fact as a row of a table, with numbers in place of decimals and days."""
    when, metric = fact.when, fact if isinstance(fact, qf.Metric) else None
    return (
        fact.id,
        fact.type,
        fact.report,
        next(fact.entities()).id,
        metric.measure if metric else None,
        float(metric.quantity.value) if metric else None,
        metric.quantity.unit if metric else None,
        ordinal(when.start) if when else None,
        ordinal(when.end) if when else None,
        fact.evidence[0].quote,
        fact.evidence[0].sentence,
    )


def ours(facts: qf.Facts[qf.Fact]) -> Way:
    def large(fact: qf.Fact) -> bool:
        return isinstance(fact, qf.Metric) and fact.quantity.value > LARGE

    return {
        INDEXED[0]: lambda subject, measure: facts.where(subject=subject, measure=measure),
        INDEXED[1]: lambda entity: facts.about(entity),
        INDEXED[2]: lambda first, last: facts.during((first, last)),
        INDEXED[3]: lambda entity, first, last: facts.about(entity).during((first, last)),
        SCANNED: lambda: facts.where(large),
    }


def comprehension(facts: qf.Facts[qf.Fact]) -> Way:
    items = facts.items

    def in_days(fact: qf.Fact, first: dt.date, last: dt.date) -> bool:
        when = fact.when
        return when is not None and when.start <= last and when.end >= first  # type: ignore[operator]

    return {
        INDEXED[0]: lambda subject, measure: [
            f for f in items if isinstance(f, qf.Metric) and f.measure == measure and f.subject.id == subject
        ],
        INDEXED[1]: lambda entity: [f for f in items if any(e.id == entity for e in f.entities())],
        INDEXED[2]: lambda first, last: [f for f in items if in_days(f, first, last)],
        INDEXED[3]: lambda entity, first, last: [
            f for f in items if any(e.id == entity for e in f.entities()) and in_days(f, first, last)
        ],
        SCANNED: lambda: [f for f in items if isinstance(f, qf.Metric) and f.quantity.value > LARGE],
    }


def with_pandas(rows: list[tuple[Any, ...]], named: list[tuple[str, int]]) -> Way:
    pd: Any = import_module("pandas")
    frame = pd.DataFrame.from_records(rows, columns=COLUMNS)
    series: Any = frame.groupby(["subject", "measure"]).indices
    about: Any = pd.DataFrame(named, columns=["entity", "at"]).groupby("entity")["at"].agg(list).to_dict()
    first_day, last_day = frame["first"].to_numpy(), frame["last"].to_numpy()

    def in_month(entity: str, first: dt.date, last: dt.date) -> Any:
        some = frame.iloc[about[entity]]
        return some[(some["first"] <= last.toordinal()) & (some["last"] >= first.toordinal())]

    return {
        INDEXED[0]: lambda subject, measure: frame.iloc[series[subject, measure]],
        INDEXED[1]: lambda entity: frame.iloc[about[entity]],
        INDEXED[2]: lambda first, last: frame[
            (first_day <= last.toordinal()) & (last_day >= first.toordinal())
        ],
        INDEXED[3]: in_month,
        SCANNED: lambda: frame[frame["value"] > LARGE],
    }


def with_polars(rows: list[tuple[Any, ...]], named: list[tuple[str, int]]) -> Way:
    pl: Any = import_module("polars")
    frame = pl.DataFrame(rows, schema=list(COLUMNS), orient="row", infer_schema_length=None)
    about = {
        key: some["at"]
        for (key,), some in pl.DataFrame(named, schema=["entity", "at"], orient="row")
        .partition_by("entity", as_dict=True)
        .items()
    }
    column = pl.col

    def in_days(first: dt.date, last: dt.date) -> Any:
        return (column("first") <= last.toordinal()) & (column("last") >= first.toordinal())

    return {
        INDEXED[0]: lambda subject, measure: frame.filter(
            (column("subject") == subject) & (column("measure") == measure)
        ),
        INDEXED[1]: lambda entity: frame[about[entity]],
        INDEXED[2]: lambda first, last: frame.filter(in_days(first, last)),
        INDEXED[3]: lambda entity, first, last: frame[about[entity]].filter(in_days(first, last)),
        SCANNED: lambda: frame.filter(column("value") > LARGE),
    }


def with_sqlite(rows: list[tuple[Any, ...]], named: list[tuple[str, int]]) -> Way:
    base = sqlite3.connect(":memory:")
    base.execute(f"create table fact (at integer primary key, {', '.join(COLUMNS)})")
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    base.executemany(f"insert into fact values ({marks})", ((at, *row) for at, row in enumerate(rows)))
    base.execute("create table named (entity, at integer, primary key (entity, at)) without rowid")
    base.executemany("insert or ignore into named values (?, ?)", named)
    base.execute("create index series on fact (subject, measure)")
    base.execute("create index days on fact (first, last)")
    base.execute("create index amounts on fact (value)")
    base.execute("analyze")

    def ask(where: str, *values: Any) -> list[Any]:
        return base.execute(f"select fact.* from {where}", values).fetchall()

    by_name = "named join fact on fact.at = named.at where entity = ?"
    # no fact lasts more than 31 days: so an index over first days is enough
    days = "first between ? and ? and last >= ?"
    return {
        INDEXED[0]: lambda *wanted: ask("fact where subject = ? and measure = ?", *wanted),
        INDEXED[1]: lambda entity: ask(by_name, entity),
        INDEXED[2]: lambda first, last: ask(
            f"fact where {days}", first.toordinal() - 31, last.toordinal(), first.toordinal()
        ),
        INDEXED[3]: lambda entity, first, last: ask(
            f"{by_name} and first <= ? and last >= ?", entity, last.toordinal(), first.toordinal()
        ),
        SCANNED: lambda: ask("fact where value > ?", LARGE),
    }


def questions(facts: int, rounds: int) -> dict[str, list[Question]]:
    """The words of each question, round by round."""
    chance = random.Random(1)
    weeks = max(1, facts // FACTS_A_REPORT // COMPANIES)
    companies = min(COMPANIES, max(1, facts // FACTS_A_REPORT))

    def product() -> str:
        return f"product-{chance.randrange(companies)}-{chance.randrange(5)}"

    def days(length: int) -> tuple[dt.date, dt.date]:
        first = FIRST_DAY + dt.timedelta(7 * chance.randrange(weeks))
        return first, first + dt.timedelta(length - 1)

    return {
        INDEXED[0]: [(product(), chance.choice(MEASURES)) for _ in range(rounds)],
        INDEXED[1]: [(product(),) for _ in range(rounds)],
        INDEXED[2]: [days(7) for _ in range(rounds)],
        INDEXED[3]: [(product(), *days(28)) for _ in range(rounds)],
        SCANNED: [() for _ in range(min(rounds, 3))],
    }


def seconds(ask: Callable[..., Any], asked: list[Question]) -> tuple[float, list[int]]:
    """The median time of a question, after one that builds what is built lazily, and how many answer each."""
    ask(*asked[0])
    times, found = [], []
    for words in asked:
        start = perf_counter()
        answer = ask(*words)
        times.append(perf_counter() - start)
        found.append(len(answer))
        del answer
    return median(times), found


def main() -> int:
    """Print the table; 1 if --gate is given and another way answers an indexed question sooner."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--facts", type=int, default=100_000, help="size of the archive (default: 100000)")
    parser.add_argument("--rounds", type=int, default=30, help="how often each is asked (default: 30)")
    parser.add_argument(
        "--gate", action="store_true", help="exit 1 if an indexed question is not the fastest"
    )
    options = parser.parse_args()
    if options.facts < 1 or options.rounds < 1:
        parser.error("--facts and --rounds take 1 or more")

    gc.disable()  # nothing here makes cycles, and no way is to pay for the objects of another
    before, start = resident(), perf_counter()
    dataset = archive(options.facts)
    facts = dataset.facts
    bytes_a_fact = (resident() - before) / len(facts)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.platform()}")
    print(f"{len(dataset.reports):,} reports, {len(facts):,} facts, made in {perf_counter() - start:.0f} s")
    print(f"{bytes_a_fact:,.0f} bytes a fact, with the texts and sentences of its report")

    before = resident()
    way_of_ours = ours(facts)
    asked = questions(len(facts), options.rounds)
    for name, words in asked.items():
        way_of_ours[name](*words[0])
    print(f"{(resident() - before) / len(facts):,.0f} bytes a fact for the indexes\n")

    rows = [row_of(fact) for fact in facts]
    named = [(key, at) for at, fact in enumerate(facts) for key in {entity.id for entity in fact.entities()}]
    ways = {
        "qwenfacts": way_of_ours,
        "comprehension": comprehension(facts),
        "SQLite": with_sqlite(rows, named),
    }
    if find_spec("pandas"):
        ways["pandas"] = with_pandas(rows, named)
    if find_spec("polars"):
        ways["polars"] = with_polars(rows, named)
    del rows, named

    slow = False
    print(f"{'':<22}{'found':>8}{'ms':>9}" + "".join(f"{name:>15}" for name in list(ways)[1:]))
    for question, words in asked.items():
        taken: dict[str, float] = {}
        answers: dict[str, list[int]] = {}
        for name, way in ways.items():
            some = words[:3] if name == "comprehension" else words
            taken[name], answers[name] = seconds(way[question], some)
            if answers[name] != answers["qwenfacts"][: len(some)]:
                sys.exit(f"{question}: {name} finds {answers[name]}, qwenfacts {answers['qwenfacts']}")
        own = taken["qwenfacts"]
        ratios = [taken[name] / own for name in list(ways)[1:]]
        slow |= question in INDEXED and min(ratios) < 1
        shown = "".join(f"{ratio:>14.1f}x" for ratio in ratios)
        print(f"{question:<22}{median(answers['qwenfacts']):>8,.0f}{1000 * own:>9.3f}{shown}")
    print("\nEach column: how many times as long as qwenfacts.")
    return int(slow and options.gate)


if __name__ == "__main__":
    raise SystemExit(main())
