"""Every number about a company or product, with its sentence: python examples/numbers_about.py [name]"""

import sys

import qwenfacts as qf

name = sys.argv[1] if len(sys.argv) > 1 else "Alibaba Cloud"
dataset = qf.load()
metrics = dataset.metrics.where(subject=name).sorted_by("measure", "period")
print(f"{dataset.entity(name)}: {len(metrics)} numbers")

for metric in metrics:
    quantity = metric.quantity
    low = "open" if quantity.low is None else f"{quantity.low:,}"
    high = "open" if quantity.high is None else f"{quantity.high:,}"
    print(f"\n{metric.measure} ({metric.aspect}): {quantity}, so {low} to {high} {quantity.unit}")
    print(f"  {metric.report}: {metric.evidence[0].sentence}")
