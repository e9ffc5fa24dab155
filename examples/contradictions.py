"""What the reports say that cannot both hold: python examples/contradictions.py"""

import qwenfacts as qf

dataset = qf.load()
for conflict in dataset.conflicts():
    print(conflict)
    for fact in conflict.facts:
        print(f"  {fact.id}: {fact.evidence[0]}")
