"""revenue-digest DAY [REPORT ...]: the bundled reports, or reports of your own."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import qwenfacts as qf

from .digest import digest


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a digest; 0, or 1 with one line on standard error."""
    day, *paths = sys.argv[1:] if arguments is None else arguments
    try:
        dataset = qf.Dataset.of(*map(qf.read, paths)) if paths else qf.load()
        print(digest(dataset, day), end="")
    except (qf.errors.QwenfactsError, OSError) as error:
        print(f"revenue-digest: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
