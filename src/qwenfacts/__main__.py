"""The command line: a tour of the bundled dataset, and what the reader makes of any report."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from typing import Any, Final

from .bundled import load
from .dataset import Dataset
from .errors import InvalidValueError, QwenfactsError, TextError
from .reading import parse, read
from .report import Report
from .terminal import card, left_over, shares, told

__all__ = ["main"]

FINE, REFUSED, INTERRUPTED, NO_READER = 0, 1, 130, 141
"""Exit codes. That of wrong usage, 2, is argparse's; the last two are 128 and the signal, as in a shell."""

CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")

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
  qwenfacts ask Wukong                          all that is said about something
  curl -s URL | qwenfacts check -               the same for standard input
  qwenfacts check --errata                      the share of corrections in the bundled dataset
  qwenfacts export --to sqlite --out facts.db   the bundled dataset as a database

exit codes:
  0  fine
  1  the input was refused, or a library that export needs is missing; or check found a number that was
     not read, or is too large
  2  wrong usage
"""
EXPORTING: Final = """Write a dataset to a file or folder; what is there under that name is replaced.

  parquet  a folder with one file a table (needs: pip install 'qwenfacts[arrow]')
  sqlite   a database with keys, flat views and full-text search over quotes
  json     canonical JSON, complete, for Dataset.from_json
  csv      one flat row a fact
  html     the evidence page: every fact highlighted where it is said
"""
EXPORT_EXAMPLES: Final = """examples:
  qwenfacts export --to sqlite --out facts.db                 the bundled dataset
  qwenfacts export may.txt june.txt --to parquet --out facts  reports of your own, in one folder
  curl -s URL | qwenfacts export - --to html --out facts.html
"""
FORMATS: Final[dict[str, Callable[[Dataset, str], object]]] = {
    "parquet": Dataset.to_parquet,
    "sqlite": Dataset.to_sqlite,
    "json": Dataset.to_json,
    "csv": lambda dataset, path: dataset.facts.to_csv(path),
    "html": Dataset.to_html,
}


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
        help="print what the reader left over in a report, or what the errata do",
        description="Print what no fact uses, by reason, and what the report says wrongly of itself."
        f" Exit with 1 if anything is {' or '.join(FAILING)}. With --errata alone: check the bundled errata"
        " against the bundled reports, and print their share of the facts.",
    )
    checking.set_defaults(run=_check, misused=checking.error)
    what, errata = "a report in UTF-8, or - for standard input", "TOML file with corrections of your own"
    reading.add_argument("file", metavar="FILE", help=what)
    reading.add_argument("--errata", metavar="FILE", help=errata)
    checking.add_argument("file", metavar="FILE", nargs="?", help=what)
    checking.add_argument("--errata", metavar="FILE", nargs="?", const=(), help=errata)
    asking = commands.add_parser("ask", help="print all that is said about somebody or something")
    asking.set_defaults(run=_ask)
    asking.add_argument("name", metavar="NAME", help="id or full name, in any case")
    asking.add_argument("files", metavar="FILE", nargs="*", help=f"{what}; none: the bundled dataset")
    asking.add_argument("--parts", action="store_true", help="also about what belongs to it")
    asking.add_argument("--errata", metavar="FILE", help=errata)
    exporting = commands.add_parser(
        "export",
        help="write a dataset as Parquet, SQLite, JSON, CSV or HTML",
        description=EXPORTING,
        epilog=EXPORT_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    exporting.set_defaults(run=_export)
    exporting.add_argument("files", metavar="FILE", nargs="*", help=f"{what}; none: the bundled dataset")
    exporting.add_argument("--to", metavar="FORMAT", choices=FORMATS, required=True, help=", ".join(FORMATS))
    exporting.add_argument("--out", metavar="PATH", required=True, help="the file or folder to write")
    exporting.add_argument("--errata", metavar="FILE", help=errata)
    for command in (reading, checking, asking, exporting):
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
        _say(told(report))
    _say(["", "", "Your own report: qwenfacts read FILE. All commands: qwenfacts --help"])
    return FINE


def _read(options: Namespace) -> int:
    report = _report(options)
    if not options.json:
        _say(told(report))
        return FINE
    _set_output(encoding="utf-8", newline="\n")  # the same bytes everywhere
    sys.stdout.write(Dataset.of(report).to_json())
    return FINE


def _check(options: Namespace) -> int:
    if options.file is None:
        if options.errata != ():
            options.misused("wants a FILE, or --errata alone")
        _say(shares(Dataset.of(*(parse(report.text) for report in load().reports))))
        return FINE
    if options.errata == ():
        options.errata = None
    report = _report(options)
    _say(left_over(report))
    return REFUSED if any(entry.reason in FAILING for entry in report.unread) else FINE


def _ask(options: Namespace) -> int:
    _say(card(_dataset(options), options.name, options.parts))
    return FINE


def _export(options: Namespace) -> int:
    dataset = _dataset(options)
    FORMATS[options.to](dataset, options.out)
    _say([f"{options.out}: {dataset!r}"])
    return FINE


def _dataset(options: Namespace) -> Dataset:
    """The reports of some files as a dataset; the bundled one if there are none."""
    reports = [_report(Namespace(**vars(options), file=file)) for file in options.files]
    return Dataset.of(*reports) if reports else load()


def _report(options: Namespace) -> Report:
    published = None
    if options.published is not None:
        try:
            published = dt.date.fromisoformat(options.published)
        except ValueError:
            why = f"--published: {options.published!r} is no date; write it as 2026-05-07"
            raise InvalidValueError(why) from None
    if options.file != "-":
        return read(options.file, published=published, lexicon=options.lexicon, errata=options.errata)
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        why = f"standard input: not UTF-8 at byte {error.start}: {error.reason}"
        raise TextError(why) from None
    return parse(text, published=published, lexicon=options.lexicon, errata=options.errata)


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
