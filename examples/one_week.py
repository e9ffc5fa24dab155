"""One week of the bundled dataset in facts: python examples/one_week.py"""

import qwenfacts as qf

dataset = qf.load()
week = dataset.report("2026-03-28")
print(f"{week.title}, {week.period}")

print("\nStories")
for story in week.stories:
    sources = ", ".join(map(str, story.sources))
    print(f"  {story}: {len(story.facts)} facts; {sources}")

print("\nHow sure a number is")
for metric in week.facts.of_type(qf.Metric).where(measure="derivative-models"):
    quantity = metric.quantity
    high = "open" if quantity.high is None else f"{quantity.high:,}"
    print(f"  {quantity.text}: {quantity.low:,} to {high}")

print("\nWho came and went, and the sentence that says it")
for change in week.facts.of_type(qf.PersonnelChange):
    print(f"  {change.person or change.group}, {change.kind}: {change.evidence[0].sentence}")
