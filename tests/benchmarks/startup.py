"""What a script pays before its first own line, as ratios to what qwenfacts stands on.

Run: python tests/benchmarks/startup.py [--gate] [--rounds 15]

Every sample is a new process. The subjects take turns (A B C D, A B C D, ...), so that a machine that
slows down slows down all of them, and the ratios hold where milliseconds do not.
"""

import argparse
import platform
import subprocess
import sys
from collections.abc import Callable
from itertools import chain
from statistics import median
from time import perf_counter
from typing import Final, NamedTuple


class Gate(NamedTuple):
    """A statement may take at most `limit` times as long as its baseline."""

    statement: str
    baseline: str
    limit: float


class Sample(NamedTuple):
    """Seconds of one process: all of it, and the statement alone as timed within."""

    process: float
    inside: float


GATES: Final = (
    Gate("import qwenfacts", "import attrs", 1.3),
    Gate("import qwenfacts as qf; qf.load()", "import attrs, cattrs, pendulum", 2.0),
)


def sample(statement: str) -> Sample:
    """Time one new process, isolated (-I): the installed package, bytecode cached, no user settings."""
    code = f"from time import perf_counter as now; start = now(); {statement}; print(now() - start)"
    start = perf_counter()
    child = subprocess.run([sys.executable, "-I", "-c", code], stdout=subprocess.PIPE, check=True)
    return Sample(perf_counter() - start, float(child.stdout))


def measure(statements: list[str], rounds: int) -> dict[str, list[Sample]]:
    """Samples of each statement, taken in turns after one turn that only warms the caches."""
    turns = [[sample(statement) for statement in statements] for _ in range(rounds + 1)][1:]
    return dict(zip(statements, map(list, zip(*turns, strict=True)), strict=True))


def columns(samples: list[Sample], of: Callable[[list[float]], float]) -> Sample:
    """One number for each column of the samples."""
    return Sample(of([one.process for one in samples]), of([one.inside for one in samples]))


def main() -> int:
    """Print the table and the ratios; 1 if --gate is given and one is over its limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gate", action="store_true", help="exit 1 if a ratio is over its limit")
    parser.add_argument("--rounds", type=int, default=15, help="samples of each statement (default: 15)")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds takes 1 or more")

    samples = measure([statement for gate in GATES for statement in gate[:2]], options.rounds)

    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.platform()}")
    print(f"{options.rounds} interleaved rounds, milliseconds\n")
    print(f"{'':<34}{'whole process':>18}{'statement':>18}")
    print(f"{'':<34}{'min':>9}{'median':>9}{'min':>9}{'median':>9}")
    for statement, taken in samples.items():
        cells = chain.from_iterable(zip(columns(taken, min), columns(taken, median), strict=True))
        print(f"{statement:<34}" + "".join(f"{1000 * cell:>9.1f}" for cell in cells))

    print("\nratios of medians")
    failed = False
    for statement, baseline, limit in GATES:
        ours, theirs = (columns(samples[which], median) for which in (statement, baseline))
        process, inside = ours.process / theirs.process, ours.inside / theirs.inside
        over = max(process, inside) > limit
        failed |= over
        print(f"{statement} / {baseline}:")
        print(
            f"  {process:.2f} whole process, {inside:.2f} statement,"
            f" at most {limit}: {'FAILED' if over else 'ok'}"
        )
    return int(failed and options.gate)


if __name__ == "__main__":
    raise SystemExit(main())
