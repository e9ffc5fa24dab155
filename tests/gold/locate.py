"""Fill in the span of every gold record from its line, quote and nth; refuse what is not there.

Run: python tests/gold/locate.py FILE...   (rewrites each file in place, records in text order)
"""

import json
import sys
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent
TEXTS = (GOLD.parent.parent / "src/qwenfacts/data/reports", GOLD.parent / "reports")


def text_of(name: str) -> str:
    """The text that a gold file is about, newlines untouched."""
    for folder in TEXTS:
        path = folder / f"{name}.txt"
        if path.exists():
            return path.read_bytes().decode("utf-8")
    raise SystemExit(f"{name}: no such text in {', '.join(map(str, TEXTS))}")


def span_in(text: str, quote: str, nth: int = 1, *, line: int | None = None) -> list[int]:
    """Offsets of the nth occurrence of quote in text, or in one of its lines."""
    start, end = 0, len(text)
    if line is not None:
        lines = text.splitlines(keepends=True)
        start = sum(map(len, lines[: line - 1]))
        end = start + len(lines[line - 1])
    at = start - 1
    for _ in range(nth):
        at = text.find(quote, at + 1, end)
        if at < 0:
            raise SystemExit(f"line {line}: {quote!r} (nth {nth}) is not there")
    return [at, at + len(quote)]


def locate(record: dict[str, Any], text: str) -> dict[str, Any]:
    """The record with its span; a fact's evidence gets one each."""
    if "quote" in record:
        record["span"] = span_in(text, record["quote"], record.get("nth", 1), line=record.get("line"))
    for key in ("evidence", "mentions"):
        for part in record.get(key, ()):
            locate(part, record["text"] if key == "mentions" else text)
    return record


def main(paths: list[str]) -> None:
    """Rewrite each file with spans."""
    for path in map(Path, paths):
        records = [json.loads(row) for row in path.read_text("utf-8").splitlines() if row.strip()]
        text = "" if path.name.startswith("sentences") else text_of(path.name.split(".")[0])
        located = [locate(record, text) for record in records]
        if path.name.endswith(".mentions.jsonl"):
            located.sort(key=lambda record: record["span"])
        rows = (json.dumps(record, ensure_ascii=False) for record in located)
        path.write_text("\n".join(rows) + "\n", "utf-8")
        print(f"{path}: {len(located)} records")


if __name__ == "__main__":
    main(sys.argv[1:])
