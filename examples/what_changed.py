"""What a week's report says that the one before did not: python examples/what_changed.py"""

import qwenfacts as qf

dataset = qf.load()
changes = dataset.changes("2026-03-21", "2026-03-28")
print(changes)

print("\nNew numbers, by what they measure")
for measure, metrics in changes.new.of_type(qf.Metric).grouped_by("measure").items():
    print(f"  {measure}: {', '.join(dict.fromkeys(str(metric.quantity) for metric in metrics))}")

print("\nSaid again")
for fact in changes.repeated:
    if not isinstance(fact, qf.Citation):
        print(f"  {fact}")

print("\nSaid otherwise")
for before, after in changes.restated:
    print(f"  {before}\n    now {after}")
