"""Bring what the documents show up to date: python tests/refresh_docs.py [--check]

Runs every example of README.md, docs/*.md and docs/notebooks/*.ipynb and writes in what it printed, with
what `show_examples` and `show_accuracy` have to show. Prose is left alone, so look at the difference before
you commit it. With ``--check`` nothing is written, and the exit
code is 1 if something would be.
"""

from __future__ import annotations

import doctest
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import show_accuracy
import show_examples

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
PICTURES = ("image/", "application/vnd.vegalite")


class Recorder(doctest.DocTestRunner):
    """Runs examples and notes what each printed, where that is not what stands there."""

    def __init__(self) -> None:
        super().__init__(verbose=False)
        self.printed: list[tuple[doctest.Example, str]] = []

    def report_failure(self, out: Any, test: Any, example: doctest.Example, got: str) -> None:
        if example.exc_msg is not None:
            got = re.sub(r"(?m)^(Traceback .*\n)(?: .*\n)+", r"\1", got, count=1)
        self.printed.append((example, re.sub(r"(?m)^$(?!\Z)", "<BLANKLINE>", got)))

    def report_unexpected_exception(self, out: Any, test: Any, example: Any, exc_info: Any) -> None:
        """No page expects this one: the code is broken, and nothing is to be written."""
        raise RuntimeError(f"{test.name}: {example.source.strip()!r} raises") from exc_info[1]


def refreshed(text: str, name: str) -> str:
    """A page with what its examples print now. They share one namespace, as where they are tested."""
    names: dict[str, Any] = {}

    def fence(found: re.Match[str]) -> str:
        lines = found[1].splitlines(keepends=True)
        runner = Recorder()
        test = doctest.DocTestParser().get_doctest(found[1], names, name, name, 0)
        test.globs = names  # shared, where doctest would copy
        runner.run(test, out=lambda _: None, clear_globs=False)
        for example, printed in reversed(runner.printed):
            start = example.lineno + example.source.count("\n")
            lines[start : start + example.want.count("\n")] = printed.splitlines(keepends=True)
        return f"```python\n{''.join(lines)}```"

    return FENCE.sub(fence, text)


def executed(path: Path) -> dict[str, Any]:
    """A notebook with the outputs that its cells give now, and nothing that changes from run to run."""
    import nbformat
    from nbclient import NotebookClient

    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call, unused-ignore]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    for cell in notebook.cells:
        cell.metadata.clear()
    notebook.metadata.get("language_info", {}).pop("version", None)
    return dict(notebook)


def written(notebook: dict[str, Any]) -> str:
    """A notebook as it stands in its file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def without_pictures(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook in which each picture is only said to be one: another version of its library draws another."""
    copy: dict[str, Any] = json.loads(json.dumps(notebook))
    for cell in copy["cells"]:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            for kind in data:
                if kind.startswith(PICTURES):
                    data[kind] = "a picture"
            if "image/svg+xml" in data:
                data.pop("text/plain", None)
    return copy


def pages() -> Iterator[tuple[Path, str]]:
    """Every document with what should stand in it."""
    for path in [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]:
        yield path, refreshed(path.read_text("utf-8"), path.name)
    for path in sorted(ROOT.glob("docs/notebooks/*.ipynb")):
        old = json.loads(path.read_text("utf-8"))
        new = executed(path)
        same = without_pictures(old) == without_pictures(new)
        yield path, written(old if same else new)


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        show_examples.main()
        show_accuracy.main()
    stale = [(path, text) for path, text in pages() if path.read_text("utf-8") != text]
    for path, text in stale:
        print(path.relative_to(ROOT))
        if "--check" not in arguments:
            path.write_text(text, "utf-8")
    return int("--check" in arguments and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
