"""Writes into docs/asking.md what the examples print, and into the README how well the rules read.

Run: python tests/show_examples.py
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import score

import qwenfacts as qf

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "asking.md"
README = ROOT / "README.md"
TABLE = re.compile(r"(?P<head><!-- shown: seeds -->\n)(?:\|.*\n)*")
SHOWN = re.compile(
    r"(?P<head>`(?P<script>examples/\w+\.py)`[^\n]*\n\n```text\n)(?P<output>.*?)(?P<tail>```\n)", re.DOTALL
)


def shown(page: str) -> dict[str, str]:
    """What the page says that each script prints."""
    return {found["script"]: found["output"] for found in SHOWN.finditer(page)}


def printed(script: str) -> str:
    """What a script prints in a process of its own."""
    run = subprocess.run(
        [sys.executable, script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return run.stdout


def seeds_table() -> str:
    """How much of the bundled reports the rules find alone, and the share of facts with a hand-made correction."""
    facts = qf.load().facts
    rows = ["| type | facts | P | R | F1 | with errata |", "|---|---:|---:|---:|---:|---:|"]
    for row in score.score(["seeds"], ["facts"]):
        if row.criterion == "finding":
            mine = facts.where(type=row.kind)
            parts = (f"{100 * part:.1f}" for part in (row.precision, row.recall, row.f1))
            share = f"{len(mine.where(origin='errata')) / len(mine):.0%}"
            rows.append(f"| `{row.kind}` | {len(mine)} | {' | '.join(parts)} | {share} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Put in place of each shown output what its script prints now."""
    readme = README.read_text("utf-8")
    README.write_text(TABLE.sub(lambda found: found["head"] + seeds_table(), readme), "utf-8")
    page = PAGE.read_text("utf-8")
    PAGE.write_text(
        SHOWN.sub(lambda found: found["head"] + printed(found["script"]) + found["tail"], page), "utf-8"
    )


if __name__ == "__main__":
    main()
