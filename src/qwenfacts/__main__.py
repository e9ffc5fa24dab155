"""The command line: a tour of the bundled dataset, and what the reader makes of any report."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from textwrap import wrap
from typing import Any, Final

from .bundled import load
from .dataset import Dataset
from .errors import InvalidValueError, QwenfactsError, TextError
from .query import FACT_TYPES
from .reading import parse, read
from .report import Reason, Report, Unread
from .values import Span

__all__ = ["main"]

FINE, REFUSED, INTERRUPTED, NO_READER = 0, 1, 130, 141
"""Exit codes. That of wrong usage, 2, is argparse's; the last two are 128 and the signal, as in a shell."""

WIDTH: Final = 96
AROUND, LONGEST = 28, 40
"""Characters shown on each side of a mention, and of the mention itself."""

CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")

REASONS: Final[dict[Reason, str]] = {
    "number-not-read": "digits that belong to nothing that was read",
    "number-too-large": "more than 24 integer or 12 decimal digits",
    "no-rule": "read, but no rule makes a fact of it yet",
    "no-subject": "measures something, but it is not clear of whom",
    "only-mentioned": "stands in the text, but no fact is built on it",
    "example": "part of an example or comparison",
    "announces-a-list": "counts what follows as headings or list items",
    "length-of-time": "says how long, which is no metric",
}
FAILING: Final = ("number-not-read", "number-too-large")

DESCRIPTION: Final = """\
Weekly industry reports, read into typed facts; each with the exact characters that say it.
Without a command: a tour of the bundled dataset.
"""
EXAMPLES: Final = """\
examples:
  qwenfacts                                     a tour of the bundled dataset
  qwenfacts read report.txt                     the facts of a report
  qwenfacts read report.txt --json > one.json   all that was read, as canonical JSON
  qwenfacts check report.txt                    what the reader left over, and why
  curl -s URL | qwenfacts check -               the same for standard input

exit codes:
  0  fine
  1  the input was refused; or check found a number that was not read, or is too large
  2  wrong usage
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line, by default that of the process, and give its exit code."""
    options = _parser().parse_args(argv)
    _set_output(errors="backslashreplace")
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
        return NO_READER
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _refused(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except QwenfactsError as error:
        return _refused(str(error))
    return code


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        "qwenfacts", description=DESCRIPTION, epilog=EXAMPLES, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('qwenfacts')}")
    parser.set_defaults(run=_tour)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    reading = commands.add_parser("read", help="print the facts of a report")
    reading.add_argument("--json", action="store_true", help="print canonical JSON, for Dataset.from_json")
    reading.set_defaults(run=_read)
    checking = commands.add_parser(
        "check",
        help="print what the reader left over in a report",
        description="Print what no fact uses, by reason, and what the report says wrongly of itself."
        f" Exit with 1 if anything is {' or '.join(FAILING)}.",
    )
    checking.set_defaults(run=_check)
    for command in (reading, checking):
        command.add_argument("file", metavar="FILE", help="a report in UTF-8, or - for standard input")
        command.add_argument(
            "--published", metavar="DATE", help="day of publication, if the text does not say it: 2026-05-07"
        )
        command.add_argument(
            "--lexicon",
            metavar="FILE",
            action="append",
            default=[],
            help="TOML file with names of your own; may be given more than once",
        )
    return parser


# -- commands ----------------------------------------------------------------------------------


def _tour(_: Namespace) -> int:
    dataset = load()
    counts = f"{len(dataset.reports)} reports, {len(dataset.stories)} stories, {len(dataset.facts)} facts"
    _say([f"The bundled dataset: {counts}. In “quotes”: the text, word for word."])
    for report in dataset.reports:
        _say(["", ""])
        _say(_told(report))
    _say(["", "", "Your own report: qwenfacts read FILE. All commands: qwenfacts --help"])
    return FINE


def _read(options: Namespace) -> int:
    report = _report(options)
    if not options.json:
        _say(_told(report))
        return FINE
    _set_output(encoding="utf-8", newline="\n")  # the same bytes everywhere
    sys.stdout.write(Dataset.of(report).to_json())
    return FINE


def _check(options: Namespace) -> int:
    report = _report(options)
    _say(_left_over(report))
    return REFUSED if any(entry.reason in FAILING for entry in report.unread) else FINE


def _report(options: Namespace) -> Report:
    published = None
    if options.published is not None:
        try:
            published = dt.date.fromisoformat(options.published)
        except ValueError:
            why = f"--published: {options.published!r} is no date; write it as 2026-05-07"
            raise InvalidValueError(why) from None
    if options.file != "-":
        return read(options.file, published=published, lexicon=options.lexicon)
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        why = f"standard input: not UTF-8 at byte {error.start}: {error.reason}"
        raise TextError(why) from None
    return parse(text, published=published, lexicon=options.lexicon)


# -- what they print ---------------------------------------------------------------------------


def _told(report: Report) -> Iterator[str]:
    """A report with its stories and facts."""
    yield from (report.title, "=" * min(len(report.title), WIDTH))
    known = {
        "id": report.id,
        "published": report.published,
        "posted": report.posted_at and f"{report.posted_at:%Y-%m-%d %H:%M}",
        "period": report.period,
        "analyst": report.analyst,
        "audience": report.audience,
        "coverage": report.coverage,
    }
    for name, value in known.items():
        if value is not None:
            yield from _item(f"{name:<11}", str(value))
    for story in report.stories:
        yield ""
        yield from _item("", str(story))
        period = [str(story.period)] if story.period else []
        sources = [", ".join(map(str, story.sources))] if story.sources else []
        if period or sources:
            yield from _item("   ", " · ".join((*period, *sources)))
        for link in story.links:
            yield from _item("   ", link.value)
    for kind in FACT_TYPES:
        facts = report.facts.of_type(kind)
        if facts:
            yield from ("", f"{_plural(kind.type)}: {len(facts)}")
        for fact in facts:
            where = f"{fact.story}." if fact.story is not None else "–"
            yield from _item(f"  {where:<3} ", str(fact).removeprefix(f"{kind.type}: "))


def _plural(slug: str) -> str:
    return f"{slug.replace('-', ' ').capitalize()}s"


def _left_over(report: Report) -> Iterator[str]:
    """What no fact of a report uses, by reason, and its warnings."""
    yield from _item("", str(report))
    newlines = [match.start() for match in re.finditer("\n", report.text)]
    for reason, meaning in REASONS.items():
        entries = [entry for entry in report.unread if entry.reason == reason]
        if entries:
            yield from ("", f"{reason}: {len(entries)} ({meaning})")
        for entry in entries:
            line = bisect_left(newlines, entry.span.start) + 1
            yield f"  line {line:<5} {entry.kind:<9}  {_in_context(report.text, entry.span)}"
    if report.warnings:
        yield from ("", f"warnings: {len(report.warnings)}")
        for warning in report.warnings:
            yield from _item("  ", warning)
    yield from ("", *_coverage(report))


def _in_context(text: str, span: Span) -> str:
    """A mention in brackets, with the words around it on its line."""
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    if len(before) == AROUND:  # it was cut, perhaps within a word
        before = before.partition(" ")[2] or before
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] or after
    words = " ".join(text[span.slice].split())
    words = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return f"{before.lstrip()}[{words}]{after.rstrip()}"


def _coverage(report: Report) -> Iterator[str]:
    found = {
        "quantity": len(report.quantities),
        "date": len(report.dates),
        "name": sum(not name.value.known for name in report.names),
        "quotation": len(report.quotations),
        "link": len(report.links),
        "digits": _count(report.unread, "digits"),
    }
    left = {kind: _count(report.unread, kind) for kind in found}
    yield f"{'':<14}{'found':>7}{'in facts':>10}{'left over':>11}"
    for kind, count in found.items():
        label = {"name": "unknown name", "digits": "digits alone"}.get(kind, kind)
        yield f"{label:<14}{count:>7}{count - left[kind]:>10}{left[kind]:>11}"
    used, whole = sum(found.values()) - len(report.unread), sum(found.values())
    share = f" ({used / whole:.0%})" if whole else ""
    yield f"coverage: {used} of {whole} are in facts{share}"


def _count(entries: Iterable[Unread], kind: str) -> int:
    return sum(entry.kind == kind for entry in entries)


def _item(mark: str, text: str) -> list[str]:
    """A mark and a text, wrapped, with the lines below the first indented as far as the mark."""
    lines = wrap(
        text,
        WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [mark.rstrip()]


def _say(lines: Iterable[str]) -> None:
    """Print lines; control characters, which could steer a terminal, are shown instead of sent."""
    for line in lines:
        print(CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", line))


def _refused(why: str) -> int:
    print(f"qwenfacts: {why}", file=sys.stderr)
    return REFUSED


def _set_output(**settings: str) -> None:
    """Set how is printed, unless what is printed to is no file."""
    reconfigure: Any = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**settings)


def _discard_output() -> None:
    """Send what is left to print nowhere; else Python complains about the closed pipe when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
