"""A number over time, as wide as its wording: python examples/series.py [chart.html]

Without the name of a file, it draws with characters; to a file it draws with altair.
"""

import sys

import qwenfacts as qf

dataset = qf.load()
series = dataset.series("Qwen", "derivative-models")
points = [
    (
        f"{metric.report[-10:]} {metric.quantity}",
        metric.quantity.value,
        metric.quantity.low,
        metric.quantity.high,
    )
    for metric in series
]
least = min(low or value for _, value, low, _ in points)
most = max(high or value for _, value, _, high in points)
WIDTH = 40


def draw_characters() -> None:
    """One line a number: o is the value, = what its wording allows, > that it is open above."""

    def place(number):
        return int((number - least) * (WIDTH - 1) / ((most - least) or 1))

    print(f"Derivative models of Qwen, {least:,} to {most:,}")
    for label, value, low, high in points:
        first, last = place(least if low is None else low), place(most if high is None else high)
        bar = " " * first + "=" * (last - first + 1)
        bar = bar[: place(value)] + "o" + bar[place(value) + 1 :]
        print(f"{label:>30} |{bar}{'>' if high is None else ''}")


def draw_picture(path: str) -> None:
    """A page with a chart: a point for each value, an error bar for what its wording allows."""
    try:
        import altair
    except ImportError:
        print("no altair here: pip install 'qwenfacts[plot]' for a picture\n")
        draw_characters()
        return
    rows = [
        {
            "said": f"{at}. {said}",
            "value": float(value),
            "low": float(low or least),
            "high": float(high or most),
        }
        for at, (said, value, low, high) in enumerate(points, 1)
    ]
    chart = altair.Chart(altair.Data(values=rows)).encode(y="said:N")
    scale = altair.Scale(zero=False)
    number = altair.X("value:Q", scale=scale, title="derivative models")
    values = chart.mark_point(filled=True).encode(x=number)
    bars = chart.mark_errorbar(ticks=True).encode(x=altair.X("low:Q", scale=scale, title=""), x2="high:Q")
    (bars + values).save(path)
    print(f"drawn: {path}")


if len(sys.argv) > 1:
    draw_picture(sys.argv[1])
else:
    draw_characters()
