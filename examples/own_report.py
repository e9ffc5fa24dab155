"""A report of your own, with names of your own: python examples/own_report.py"""

from pathlib import Path

import qwenfacts as qf

FOLDER = Path(__file__).parent

report = qf.read(FOLDER / "acme.txt", lexicon=FOLDER / "acme.toml")
print(f"{report.id}, by {report.analyst}")

print("\nWhat it says")
for fact in report.facts:
    print(f"  {fact}")

print("\nWhat was read, but is in no fact")
for entry in report.unread:
    print(f"  {entry}")

print("\nThe facts as CSV")
print(report.facts.of_type(qf.Metric).to_csv().splitlines()[0])

dataset = qf.load().with_reports(report)
assert qf.Dataset.from_json(dataset.to_json()) == dataset
print(f"\nWith the bundled reports: {dataset}")
