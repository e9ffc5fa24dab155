"""Whether something takes time in proportion to its input."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Final

LENGTH: Final = 1500
MOST: Final = 32.0
TRIES: Final = 6


def seconds(run: Callable[[str], object], text: str) -> float:
    """The time of this process alone, without that of collecting garbage."""
    gc.disable()
    try:
        start = time.process_time()
        run(text)
        return time.process_time() - start
    finally:
        gc.enable()


def assert_linear(
    run: Callable[[str], object], unit: str, before: str = "", after: str = "", length: int = LENGTH
) -> None:
    """Eight times the input takes less than 32 times as long, by the best of a few tries; a square 64.

    What takes square time beside much that does not shows only in a longer input.
    """
    count = length // len(unit) + 1
    short, long = (f"{before}{unit * n}{after}" for n in (count, 8 * count))
    run(short)
    ratio = best_short = best_long = float("inf")
    for _ in range(TRIES):
        best_short = min(best_short, *(seconds(run, short) for _ in range(3)))
        best_long = min(best_long, seconds(run, long))
        ratio = best_long / best_short
        if ratio < MOST:
            return
    raise AssertionError(f"{unit!r}: {ratio:.1f} times as long for 8 times the text")
