"""Quantities as English words them, and what only looks like one."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qwenfacts
from qwenfacts.reading.mentions.numbers import wording
from qwenfacts.reading.mentions.quantities import Found, find_quantities, quantity_in_name, unit_tokens
from qwenfacts.tokens import tokenize
from qwenfacts.values import Quantity, Span


def found_in(text: str) -> list[Found]:
    tokens = tokenize(text)
    return list(find_quantities(text, tokens, [False] * len(tokens)))


def told(quantity: Quantity | None) -> str:
    """A quantity as the tables below write it: value, unit, bound, low, high, rate; ``-`` is open."""
    assert quantity is not None
    low, high = ("-" if end is None else f"{end:f}" for end in (quantity.low, quantity.high))
    rate = f" per {quantity.per}" if quantity.per else ""
    return f"{quantity.value:f} {quantity.unit} {quantity.bound} {low} {high}{rate}"


def rows(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines() if line.strip()]


# -- the design's table, row by row; braces hold what is read ----------------------------------

MEASURED = """
    Revenue was {317.2 billion} in all | 317200000000 count exact 317150000000 317250000000
    It raised {$70B} last spring | 70000000000 USD exact 69500000000 70500000000
    Sales rose {31%} | 31 percent exact 30.5 31.5
    Sales rose {2.60%} | 2.6 percent exact 2.595 2.605
    It is {4×} as fast | 4 multiple exact 3.5 4.5
    It is {6x} faster | 6 multiple exact 5.5 6.5
    a {3X} gain | 3 multiple exact 2.5 3.5
    a {3.5x} gain | 3.5 multiple exact 3.45 3.55
    a {fivefold} rise | 5 multiple exact 4.5 5.5
    a {ten-fold} rise | 10 multiple exact 9.5 10.5
    a {10-fold} rise | 10 multiple exact 9.5 10.5
    It costs {$85} | 85 USD exact 84.5 85.5
    It took {1.5 years} | 1.5 year exact 1.45 1.55
    It draws {350 MW} | 350 MW exact 349.5 350.5
    a {5 nm} process | 5 nm exact 4.5 5.5
    a {5nm} process | 5 nm exact 4.5 5.5
    It runs {42.195 km} | 42.195 km exact 42.1945 42.1955
    Rates rose {25 basis points} | 25 basis_point exact 24.5 25.5
    Rates rose {25bps} | 25 basis_point exact 24.5 25.5
    It lost {0.5 percentage points} | 0.5 percentage_point exact 0.45 0.55
"""

COUNTED = """
    It has {seven} offices | 7 count exact 7 7
    It has {7} offices | 7 count exact 7 7
    It has {999} offices | 999 count exact 999 999
    It is {No. 3} in cloud | 3 rank exact 3 3
    It took {60 days} | 60 day exact 60 60
    It took {sixty days} | 60 day exact 60 60
    an {80-page} filing | 80 page exact 80 80
    It has {80} pages | 80 page exact 80 80
    It read {500} tokens | 500 token exact 500 500
    It has {300} parameters | 300 parameters exact 300 300
"""

THOUSANDS = """
    It hired {520,000} people | 520000 count exact 515000 525000
    It paid {$520,000} | 520000 USD exact 515000 525000
    It hired {520,417} people | 520417 count exact 520417 520417
    It hired {1000} people | 1000 count exact 500 1500
    a {2,500-page} filing | 2500 page exact 2450 2550
    It read {1,200} tokens | 1200 token exact 1150 1250
    It costs {¥12,345} | 12345 JPY exact 12345 12345
    It ran {1,500 km} | 1500 km exact 1450 1550
"""

HEDGED = """
    It has {about 400} stores | 400 count about 350 450
    It has {around 120} stores | 120 count about 115 125
    It has {~400} stores | 400 count about 350 450
    It has {≈400} stores | 400 count about 350 450
    It has {roughly 40%} | 40 percent about 35 45
    It has {approximately $3.2bn} | 3200000000 USD about 3150000000 3250000000
    It has {approx. 30} stores | 30 count about 25 35
    {Some 500} people came | 500 count about 450 550
    It has {an estimated 20,000} users | 20000 count about 15000 25000
    It has {an estimated two million} users | 2000000 count about 1500000 2500000
    It was {in the region of $5m} | 5000000 USD about 4500000 5500000
    It was {somewhere around 30} people | 30 count about 25 35
    It has {30 or so} stores | 30 count about 25 35
    It has {30-odd} stores | 30 count about 25 35
    It has {50 odd} stores | 50 count about 45 55
    It has {30-ish} stores | 30 count about 25 35
    It has {nearly 400} stores | 400 count nearly 350 400
    It has {almost 50} stores | 50 count nearly 45 50
    It has {close to 1 million} users | 1000000 count nearly 500000 1000000
    It has {just under 30%} | 30 percent nearly 25 30
    It has {slightly less than 30%} | 30 percent nearly 25 30
    It has {not quite 30} stores | 30 count nearly 25 30
    It has {over 400} stores | 400 count over 400 -
    It has {more than a dozen} stores | 12 count over 12 -
    It has {above 40%} | 40 percent over 40 -
    It has {in excess of $5m} | 5000000 USD over 5000000 -
    It has {upwards of 90} stores | 90 count over 90 -
    It has {well over 100} stores | 100 count over 100 -
    It has {slightly more than 100} stores | 100 count over 100 -
    It has {>100} stores | 100 count over 100 -
    {More than 60,000} people came | 60000 count over 60000 -
    It has {180K+} users | 180000 count at_least 180000 -
    It has {1T+} tokens | 1000000000000 token at_least 1000000000000 -
    It has {$100+ million} | 100000000 USD at_least 100000000 -
    It has {100+ million} users | 100000000 count at_least 100000000 -
    It has {100-plus} users | 100 count at_least 100 -
    It has {100 plus} users | 100 count at_least 100 -
    It has {20+ years} of data | 20 year at_least 20 -
    It has {30 or more} stores | 30 count at_least 30 -
    It has {30% or higher} | 30 percent at_least 30 -
    It has {at least 30} stores | 30 count at_least 30 -
    It has {no fewer than 30} stores | 30 count at_least 30 -
    It has {not less than 30} stores | 30 count at_least 30 -
    It has {no less than $3bn} | 3000000000 USD at_least 3000000000 -
    It has {≥ 30} stores | 30 count at_least 30 -
    {Hundreds of thousands} came | 100000 count at_least 100000 -
    {Tens of thousands} came | 10000 count at_least 10000 -
    {dozens} of people came | 12 count at_least 12 -
    {thousands} more came | 1000 count at_least 1000 -
    It cost {tens of millions of dollars} | 10000000 USD at_least 10000000 -
    It cost {billions of yuan} | 1000000000 CNY at_least 1000000000 -
    It has {billions} of parameters | 1000000000 parameters at_least 1000000000 -
    It ran {thousands of miles} | 1000 mi at_least 1000 -
    It has {under 30} stores | 30 count under - 30
    It has {less than $3bn} | 3000000000 USD under - 3000000000
    It has {below 2%} | 2 percent under - 2
    It has {fewer than ten} stores | 10 count under - 10
    It has {<5%} | 5 percent under - 5
    It has {up to 40} stores | 40 count at_most - 40
    It has {at most 40} stores | 40 count at_most - 40
    It has {as many as 40} stores | 40 count at_most - 40
    It has {as much as 40%} | 40 percent at_most - 40
    It has {no more than 40} stores | 40 count at_most - 40
    It has {not more than 40} stores | 40 count at_most - 40
    It has {40 or less} | 40 count at_most - 40
    It has {40 or fewer} stores | 40 count at_most - 40
    It has {40% at most} | 40 percent at_most - 40
    It {more than doubled} | 2 multiple over 2 -
    It {nearly tripled} | 3 multiple nearly 2.5 3
    It {almost halved} | 0.5 multiple nearly 0.45 0.5
    {about half} of them | 0.5 fraction about 0.45 0.55
    {more than two-thirds} of them | 0.666666666667 fraction over 0.666666666667 -
    built {c. 40 years} ago | 40 year about 35 45
"""

VERBS = """
    Sales surpassed {$3bn} | 3000000000 USD over 3000000000 -
    Sales exceeded {40 million} | 40000000 count over 40000000 -
    Sales crossed the {40 billion} level | 40000000000 count over 40000000000 -
    Sales topped {40%} | 40 percent over 40 -
    Sales will top {40%} | 40 percent over 40 -
    Sales passed the mark of {1 million} | 1000000 count over 1000000 -
    Sales did not reach {$3bn} | 3000000000 USD under - 3000000000
    Sales failed to reach {$3bn} | 3000000000 USD under - 3000000000
    Sales fell short of {$3bn} | 3000000000 USD under - 3000000000
    Sales have yet to reach {$3bn} | 3000000000 USD under - 3000000000
    Fees did not exceed {3%} | 3 percent at_most - 3
    fees not exceeding {3%} | 3 percent at_most - 3
    Fees won’t exceed {3%} | 3 percent at_most - 3
    Fees are capped at {3%} | 3 percent at_most - 3
    Sales are approaching {$3bn} | 3000000000 USD nearly 2500000000 3000000000
    topping the {$3bn} average of analysts | 3000000000 USD exact 2500000000 3500000000
    Sales reached {$3bn} | 3000000000 USD exact 2500000000 3500000000
    Sales hit {$3bn} | 3000000000 USD exact 2500000000 3500000000
    Sales stand at {$3bn} | 3000000000 USD exact 2500000000 3500000000
    the {40 billion} level | 40000000000 count exact 39500000000 40500000000
    It is among the top {40} | 40 count exact 40 40
    They passed {five} laws | 5 count exact 5 5
    Sales surpassed {nearly $3bn} | 3000000000 USD nearly 2500000000 3000000000
"""

RANGES = """
    It takes {3–5 days} | 3 day range 3 5
    It takes {3-5 days} | 3 day range 3 5
    It takes {3 to 5 days} | 3 day range 3 5
    It takes {between 3 and 5 days} | 3 day range 3 5
    {Between 40 and 60} whales | 40 count range 40 60
    It grew {2.6–3%} | 2.6 percent range 2.6 3
    It grew {2.6%–3%} | 2.6 percent range 2.6 3
    growth of {2% to 4%} | 2 percent range 2 4
    growth {from 2% to 4%} | 2 percent range 2 4
    growth of {10 - 15%} | 10 percent range 10 15
    growth of {10 – 15%} | 10 percent range 10 15
    It raised {$3-5 billion} | 3000000000 USD range 3000000000 5000000000
    It raised {$3 billion-$5 billion} | 3000000000 USD range 3000000000 5000000000
    It raised {US$1.2–1.5bn} | 1200000000 USD range 1200000000 1500000000
    It paid {$3bn to $5bn} | 3000000000 USD range 3000000000 5000000000
    It raised {between $3bn and $5bn} | 3000000000 USD range 3000000000 5000000000
    It raised {RMB 3-5 billion} | 3000000000 CNY range 3000000000 5000000000
    It has {5m to 7m} users | 5000000 count range 5000000 7000000
    It has {5 to 7 million} users | 5000000 count range 5000000 7000000
    It has {500,000 to 1 million} users | 500000 count range 500000 1000000
    It has {five to seven} stores | 5 count range 5 7
    It pays {50 to 60 cents} | 0.5 USD range 0.5 0.6
    It has {about 5 to 7} stores | 5 count range 5 7
    It has {roughly 40–50%} | 40 percent range 40 50
    a {five- to seven-year} plan | 5 year range 5 7
    a {three-to-five-year} plan | 3 year range 3 5
    people aged {18-49} | 18 year range 18 49
    It can build {20,000} cars | 20000 count exact 15000 25000
    It rose from {8} to {12} | 8 count exact 8 8; 12 count exact 12 12
    It rose {5%} to {$3bn} | 5 percent exact 4.5 5.5; 3000000000 USD exact 2500000000 3500000000
    It cut staff from {about 8,000} to {5,000} | 8000 count about 7500 8500; 5000 count exact 4500 5500
    It fell {5%} to {40%} | 5 percent exact 4.5 5.5; 40 percent exact 39.5 40.5
    It rose by {$40} to {$300} | 40 USD exact 39.5 40.5; 300 USD exact 299.5 300.5
    It rose by {$40 to $60} | 40 USD range 40 60
    It fell by {40} to {300} | 40 count exact 40 40; 300 count exact 300 300
    growth from {2%-4%} | 2 percent range 2 4
    It makes up {30% to 35%} of it | 30 percent range 30 35
    It edged up to {4.2%} | 4.2 percent exact 4.15 4.25
    {40 MW} to {5%} | 40 MW exact 39.5 40.5; 5 percent exact 4.5 5.5
    {3} and {5} | 3 count exact 3 3; 5 count exact 5 5
"""
MONEY = """
    It paid {$5} | 5 USD exact 4.5 5.5
    It paid {US$5m} | 5000000 USD exact 4500000 5500000
    It paid {HK$5bn} | 5000000000 HKD exact 4500000000 5500000000
    It paid {A$5bn} | 5000000000 AUD exact 4500000000 5500000000
    It paid {C$5bn} | 5000000000 CAD exact 4500000000 5500000000
    It paid {S$5bn} | 5000000000 SGD exact 4500000000 5500000000
    It paid {NT$5bn} | 5000000000 TWD exact 4500000000 5500000000
    It paid {T$5bn} | 5000000000 TWD exact 4500000000 5500000000
    It paid {5 billion Danish crowns} | 5000000000 DKK exact 4500000000 5500000000
    It paid {R$5bn} | 5000000000 BRL exact 4500000000 5500000000
    It paid {€1.2bn} | 1200000000 EUR exact 1150000000 1250000000
    It paid {€ 1.2 billion} | 1200000000 EUR exact 1150000000 1250000000
    It paid {£1.2bn} | 1200000000 GBP exact 1150000000 1250000000
    It paid {¥5 trillion} | 5000000000000 JPY exact 4500000000000 5500000000000
    It paid {CN¥5 billion} | 5000000000 CNY exact 4500000000 5500000000
    It paid {₹3,400 crore} | 34000000000 INR exact 33995000000 34005000000
    It paid {₹3 lakh crore} | 3000000000000 INR exact 2500000000000 3500000000000
    It paid {Rs 500} | 500 INR exact 499.5 500.5
    It paid {Rs. 500} | 500 INR exact 499.5 500.5
    It paid {Rs500 crore} | 5000000000 INR exact 4995000000 5005000000
    It paid {₩5 trillion} | 5000000000000 KRW exact 4500000000000 5500000000000
    It paid {RMB 3 billion} | 3000000000 CNY exact 2500000000 3500000000
    It paid {RMB3bn} | 3000000000 CNY exact 2500000000 3500000000
    It paid {CNY 3 billion} | 3000000000 CNY exact 2500000000 3500000000
    It paid {JPY 5tn} | 5000000000000 JPY exact 4500000000000 5500000000000
    It paid {EUR5m} | 5000000 EUR exact 4500000 5500000
    It paid {USD 5m} | 5000000 USD exact 4500000 5500000
    It paid {5 USD} | 5 USD exact 4.5 5.5
    It paid {3 billion RMB} | 3000000000 CNY exact 2500000000 3500000000
    It paid {5m€} | 5000000 EUR exact 4500000 5500000
    It paid {5 €} | 5 EUR exact 4.5 5.5
    It paid {$5m USD} | 5000000 USD exact 4500000 5500000
    It paid {US$5 million dollars} | 5000000 USD exact 4500000 5500000
    It paid {1.4 trillion yen} | 1400000000000 JPY exact 1350000000000 1450000000000
    It paid {5 million US dollars} | 5000000 USD exact 4500000 5500000
    It paid {5 million Hong Kong dollars} | 5000000 HKD exact 4500000 5500000
    It paid {a million dollars} | 1000000 USD exact 500000 1500000
    It paid {ten million euros} | 10000000 EUR exact 9500000 10500000
    It paid {5 million yuan} | 5000000 CNY exact 4500000 5500000
    It paid {500 won} | 500 KRW exact 499.5 500.5
    It paid {20 million pounds} | 20000000 GBP exact 19500000 20500000
    a {20 million pound} deal | 20000000 GBP exact 19500000 20500000
    a {2-billion-dollar} deal | 2000000000 USD exact 1500000000 2500000000
    a {$100-million} deal | 100000000 USD exact 99500000 100500000
    It costs {50 cents} | 0.5 USD exact 0.495 0.505
    It costs {50¢} | 0.5 USD exact 0.495 0.505
    It costs {75 pence} | 0.75 GBP exact 0.745 0.755
    It lost {-$5m} | -5000000 USD exact -5500000 -4500000
    It paid {5 million naira} | 5000000 NGN exact 4500000 5500000
    a {10-pound} dog | 10 lb exact 9.5 10.5
    {10 pounds} of rice | 10 lb exact 9.5 10.5
    the {five} won it | 5 count exact 5 5
    the top {5} {$100} phones | 5 count exact 5 5; 100 USD exact 99.5 100.5
"""

SCALES = """
    It has {5K} users | 5000 count exact 4500 5500
    It has {5k} users | 5000 count exact 4500 5500
    It has {5M} users | 5000000 count exact 4500000 5500000
    It has {5m} users | 5000000 count exact 4500000 5500000
    It has {5B} users | 5000000000 count exact 4500000000 5500000000
    It has {5T} tokens | 5000000000000 token exact 4500000000000 5500000000000
    It has {5bn} users | 5000000000 count exact 4500000000 5500000000
    It has {5 bn} users | 5000000000 count exact 4500000000 5500000000
    It has {5mn} users | 5000000 count exact 4500000 5500000
    It has {5 mln} users | 5000000 count exact 4500000 5500000
    It has {5tn} tokens | 5000000000000 token exact 4500000000000 5500000000000
    It has {5 thousand} users | 5000 count exact 4500 5500
    It has {5.25 million} users | 5250000 count exact 5245000 5255000
    It has {5 crore} users | 50000000 count exact 45000000 55000000
    It has {3.5 lakh} users | 350000 count exact 345000 355000
    It has {12,34,567} users | 1234567 count exact 1234567 1234567
    It has {1\u2009234\u2009567} users | 1234567 count exact 1234567 1234567
    It has {1\u202f234} users | 1234 count exact 1234 1234
    It has {1,234.5} users | 1234.5 count exact 1234.45 1234.55
    It has {.5%} | 0.5 percent exact 0.45 0.55
    It has {٤٢} users | 42 count exact 42 42
    It has {４２} users | 42 count exact 42 42
    It has {१०%} | 10 percent exact 9.5 10.5
    a {1-trillion}-parameter model | 1000000000000 parameters exact 500000000000 1500000000000
    a {70B} model | 70000000000 parameters exact 69500000000 70500000000
    with {21B} active | 21000000000 parameters exact 20500000000 21500000000
    {12 billion} active parameters | 12000000000 parameters exact 11500000000 12500000000
    It stands {5m} tall | 5 m exact 4.5 5.5
    It stands {1.8m} tall | 1.8 m exact 1.75 1.85
    {10 thousand million} tokens | 10000000000 token exact 9500000000 10500000000
"""

UNITS = """
    It fell {5 percent} | 5 percent exact 4.5 5.5
    It fell {5 per cent} | 5 percent exact 4.5 5.5
    It fell {5pc} | 5 percent exact 4.5 5.5
    It fell {5pp} | 5 percentage_point exact 4.5 5.5
    It fell {one percentage point} | 1 percentage_point exact 0.5 1.5
    It fell {half a percentage point} | 0.5 percentage_point exact 0.45 0.55
    It fell {-5%} | -5 percent exact -5.5 -4.5
    It fell {−5%} | -5 percent exact -5.5 -4.5
    It rose {+5%} | 5 percent exact 4.5 5.5
    It rose ({+5%}) | 5 percent exact 4.5 5.5
    It was {minus 5 °C} | -5 °C exact -5.5 -4.5
    It was {32C} | 32 °C exact 31.5 32.5
    It was {20 degrees Celsius} | 20 °C exact 19.5 20.5
    It is {300 km/h} fast | 300 km/h exact 299.5 300.5
    It is {60 miles per hour} fast | 60 mph exact 59.5 60.5
    a {24h} strike | 24 hour exact 24 24
    a {24-hour} strike | 24 hour exact 24 24
    a {four-day} week | 4 day exact 4 4
    a {5-year}-old boy | 5 year exact 5 5
    a man aged {45} | 45 year exact 45 45
    men aged {45} and {47} | 45 year exact 45 45; 47 year exact 47 47
    Jane Roe, {47}, of Leeds | 47 year exact 47 47
    Jane Roe, {470}, of Leeds | 470 count exact 470 470
    Jane Roe, {4.7}, of Leeds | 4.7 count exact 4.65 4.75
    in all, {47}, he said | 47 count exact 47 47
    At {92}, he still runs | 92 year exact 92 92
    {two decades} ago | 20 year exact 20 20
    is {over two centuries} old | 200 year over 200 -
    {a decade and a half} ago | 15 year exact 14.5 15.5
    {seven} quarters in a row | 7 count exact 7 7
    plus or minus {2%} | 2 percent exact 1.5 2.5
    It has {8 GB} of memory | 8 GB exact 7.5 8.5
    It has {50 m²} | 50 m² exact 49.5 50.5
    It has {50 sq km} | 50 km² exact 49.5 50.5
    It has {5 million square feet} | 5000000 ft² exact 4500000 5500000
    a {four}-layer design | 4 count exact 4 4
    {2} to {1} | 2 count exact 2 2; 1 count exact 1 1
"""

MULTIPLES = """
    Sales {doubled} | 2 multiple exact 1.5 2.5
    Sales {halved} | 0.5 multiple exact 0.45 0.55
    Sales {tripled} | 3 multiple exact 2.5 3.5
    Sales {quadrupled} | 4 multiple exact 3.5 4.5
    a {tenfold} rise | 10 multiple exact 9.5 10.5
    {three times} as many | 3 multiple exact 2.5 3.5
    {10 times} more | 10 multiple exact 9.5 10.5
    Sales rose {three times} | 3 multiple exact 2.5 3.5
    {twice} as many | 2 multiple exact 1.5 2.5
    {nearly double} Acme’s forecast | 2 multiple nearly 1.5 2
    {double} the price | 2 multiple exact 1.5 2.5
    It will {double} | 2 multiple exact 1.5 2.5
    They met {three} times | 3 count exact 3 3
"""

WORDS = """
    {two} dogs | 2 count exact 2 2
    {twenty-five} dogs | 25 count exact 25 25
    {twenty five} dogs | 25 count exact 25 25
    {a hundred} dogs | 100 count exact 100 100
    {one hundred and twenty} dogs | 120 count exact 120 120
    {a hundred and one} dogs | 101 count exact 101 101
    {two hundred five} dogs | 205 count exact 205 205
    {two-hundred} dogs | 200 count exact 200 200
    {three hundred and forty-two thousand} dogs | 342000 count exact 341500 342500
    {three thousand five hundred} dogs | 3500 count exact 3450 3550
    {one thousand and one} dogs | 1001 count exact 1001 1001
    {two million three hundred thousand} dogs | 2300000 count exact 2250000 2350000
    {two million} dogs | 2000000 count exact 1500000 2500000
    {two and a half million} dogs | 2500000 count exact 2450000 2550000
    {two-and-a-half million} dogs | 2500000 count exact 2450000 2550000
    {a million and a half} dogs | 1500000 count exact 1450000 1550000
    {three and a half} dogs | 3.5 count exact 3.45 3.55
    {three and a half years} | 3.5 year exact 3.45 3.55
    {two and three quarters} | 2.75 count exact 2.745 2.755
    {a year and a half} ago | 1.5 year exact 1.45 1.55
    {a dozen} dogs | 12 count exact 12 12
    {two dozen} dogs | 24 count exact 24 24
    {half a dozen} dogs | 6 count exact 6 6
    {half a million} dogs | 500000 count exact 450000 550000
    {half-million} dogs | 500000 count exact 450000 550000
    {one million} dogs | 1000000 count exact 500000 1500000
    {five thousand} dogs and {five} cats | 5000 count exact 4500 5500; 5 count exact 5 5
    {two thousand} {three} dogs | 2000 count exact 1500 2500; 3 count exact 3 3
    {a thousand} {two}-room flats | 1000 count exact 500 1500; 2 count exact 2 2
"""
FRACTIONS = """
    {two-thirds} of them | 0.666666666667 fraction exact 0.666666666667 0.666666666667
    {two thirds} of them | 0.666666666667 fraction exact 0.666666666667 0.666666666667
    {one-third} of them | 0.333333333333 fraction exact 0.333333333333 0.333333333333
    {a third} of them | 0.333333333333 fraction exact 0.333333333333 0.333333333333
    {a quarter} of them | 0.25 fraction exact 0.25 0.25
    {an eighth} of them | 0.125 fraction exact 0.125 0.125
    {three-quarters} of them | 0.75 fraction exact 0.75 0.75
    {three quarters} of them | 0.75 fraction exact 0.75 0.75
    {half} of them | 0.5 fraction exact 0.5 0.5
    {half} the staff | 0.5 fraction exact 0.5 0.5
    costs fell by {half} | 0.5 fraction exact 0.5 0.5
    {one in five} adults | 0.2 fraction exact 0.2 0.2
    a {one-in-five} chance | 0.2 fraction exact 0.2 0.2
    {three out of ten} adults | 0.3 fraction exact 0.3 0.3
    {three out of every four} adults | 0.75 fraction exact 0.75 0.75
    {about one-twentieth} of it | 0.05 fraction about 0 0.1
    {9 out of 10} adults | 0.9 fraction exact 0.9 0.9
    {1 in 1,000} adults | 0.001 fraction exact 0.001 0.001
    {3/4} of adults | 0.75 fraction exact 0.75 0.75
    {½} of adults | 0.5 fraction exact 0.5 0.5
    {2½ years} | 2.5 year exact 2.45 2.55
    {2 ½ years} | 2.5 year exact 2.45 2.55
    {½ mile} | 0.5 mi exact 0.45 0.55
    {half a mile} | 0.5 mi exact 0.45 0.55
    {three quarters of an hour} | 0.75 hour exact 0.7 0.8
    {a quarter of a million} dogs | 250000 count exact 200000 300000
    after {three} quarters | 3 count exact 3 3
    {two-thirds} of a man | 0.666666666667 fraction exact 0.666666666667 0.666666666667
    {5} in {2,000,000} adults | 5 count exact 5 5; 2000000 count exact 1500000 2500000
    {2} in {5 years} | 2 count exact 2 2; 5 year exact 5 5
    {7} in {10%} | 7 count exact 7 7; 10 percent exact 9.5 10.5
    {a quarter-point} cut | 0.25 percentage_point exact 0.245 0.255
    {a quarter of a percentage point} | 0.25 percentage_point exact 0.2 0.3
    a {three-quarter percentage point} cut | 0.75 percentage_point exact 0.745 0.755
    fell by {a quarter}. | 0.25 fraction exact 0.25 0.25
    {112} of {130} adults | 112 count exact 112 112; 130 count exact 130 130
"""

RANKS = """
    It is {No. 6} | 6 rank exact 6 6
    It is {No 6} | 6 rank exact 6 6
    It is {#3} | 3 rank exact 3 3
    It is {number two} in cars | 2 rank exact 2 2
    the {number 3} carmaker | 3 rank exact 3 3
    the {third-largest} maker | 3 rank exact 3 3
    the {second largest} maker | 2 rank exact 2 2
    the {second-most valuable} maker | 2 rank exact 2 2
    the {second most-valuable} maker | 2 rank exact 2 2
    the {second best} team | 2 rank exact 2 2
    the {third worst} team | 3 rank exact 3 3
    It ranked {second} | 2 rank exact 2 2
    It ranked {5th} | 5 rank exact 5 5
    It finished {21st} | 21 rank exact 21 21
    the {twenty-first largest} maker | 21 rank exact 21 21
    the {sixth-ranked} player | 6 rank exact 6 6
    It took {second} place | 2 rank exact 2 2
"""

RATES = """
    {$2} per million tokens | 2 USD exact 1.5 2.5 per 1000000 token
    {$0.5} per 1M input tokens | 0.5 USD exact 0.45 0.55 per 1000000 token
    {$5} per 1,000 tokens | 5 USD exact 4.5 5.5 per 1000 token
    {$5} a share | 5 USD exact 4.5 5.5 per share
    {$5} an hour | 5 USD exact 4.5 5.5 per hour
    {$5}/hour | 5 USD exact 4.5 5.5 per hour
    {$5} per user per month | 5 USD exact 4.5 5.5 per user
    {$5} a tonne | 5 USD exact 4.5 5.5 per t
    {$5} per annum | 5 USD exact 4.5 5.5 per year
    {$5} per glass | 5 USD exact 4.5 5.5 per glass
    {30} parcels an hour | 30 count exact 30 30 per hour
    {30} people die in the city every year | 30 count exact 30 30 per year
    {40 million} a day | 40000000 count exact 39500000 40500000 per day
    {5%} a year | 5 percent exact 4.5 5.5 per year
    {$5} per ordinary share | 5 USD exact 4.5 5.5 per share
    {$5} per 40-foot container | 5 USD exact 4.5 5.5 per container
    {six hours} a night | 6 hour exact 6 6 per night
    {7 kg} of rice a year | 7 kg exact 6.5 7.5 per year
    {$5} of a quarter before | 5 USD exact 4.5 5.5
    {5%} a year ago | 5 percent exact 4.5 5.5
    {5%} a decade | 5 percent exact 4.5 5.5 per 10 year
    {40} parcels a second time | 40 count exact 40 40
    {40} parcels a friend sent | 40 count exact 40 40
    {$5} per | 5 USD exact 4.5 5.5
    {$5} per {10} | 5 USD exact 4.5 5.5; 10 count exact 10 10
"""
CONTEXTS = """
    {20 percent} more than {400} | 20 percent exact 19.5 20.5; 400 count exact 400 400
    It worked over {three years} | 3 year exact 3 3
    It took {over three years} | 3 year over 3 -
    Its staff are spread over {four} floors | 4 count exact 4 4
    Vitamin C. {40} people | 40 count exact 40 40
    {+123456789012345} {6} | 123456789012345 count exact 123456789012345 123456789012345; 6 count exact 6 6
    It has {5} odd | 5 count exact 5 5
    It is {5} plus, he said | 5 count exact 5 5
    {5} - {10} | 5 count exact 5 5; 10 count exact 10 10
    Sales rose. {three} times they asked | 3 count exact 3 3
    {5} thousands of men | 5 count exact 5 5
    from {3} shops | 3 count exact 3 3
    {5} Big Old Red Barns Burnt | 5 count exact 5 5
    {$5} a week before tax | 5 USD exact 4.5 5.5 per week
    {40} + {3} | 40 count exact 40 40; 3 count exact 3 3
    a margin of {5} – it won | 5 count exact 5 5
    “{5} stars” | 5 count exact 5 5
    {Around 40} people | 40 count about 35 45
"""
TABLES = {
    "measured": MEASURED,
    "counted": COUNTED,
    "thousands": THOUSANDS,
    "hedged": HEDGED,
    "verbs": VERBS,
    "ranges": RANGES,
    "money": MONEY,
    "scales": SCALES,
    "units": UNITS,
    "multiples": MULTIPLES,
    "words": WORDS,
    "fractions": FRACTIONS,
    "ranks": RANKS,
    "rates": RATES,
    "contexts": CONTEXTS,
}


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{name}: {row}") for name, table in TABLES.items() for row in rows(table)]
)
def test_a_wording_means(row: str) -> None:
    marked, _, meanings = row.partition(" | ")
    text = re.sub("[{}]", "", marked)
    found = found_in(text)
    assert [text[span.slice] for span, _ in found] == re.findall(r"\{(.*?)\}", marked)
    assert [told(value) for _, value in found] == meanings.split("; ")


NONE = """
    version 3.5.1
    It moved to build 20,000 in May
    It left build 20,000 behind
    version 3
    v2
    Python 3.12 is out
    at 9:30
    at 9:30 pm
    at 10am
    at 5 p.m. sharp
    at 6 o’clock
    at 1700 GMT
    call 555-0199
    call +1 555 123 4567
    call (212) 555-0100
    call 0800 123 456
    code 007
    won 3-1
    drew 2-2
    lost 1–3
    a 5-4 vote
    a 4-3-3 formation
    the G7
    the 5G network
    a Boeing 747
    Route 66
    section 230
    Section 3.2
    Article 5
    in the 1990s
    in her 30s
    2026-05-07
    open 24/7
    a 10-K filing
    a 401(k) plan
    COVID-19
    GPT-4
    F-16
    MP3
    an x86 chip
    a 4K television
    a 4x4 car
    the first man
    the second quarter
    first-tier
    zero-shot
    one man
    one
    one year
    several dozen men
    a few hundred men
    several hundred men
    a third time
    a quarter earlier
    double-digit growth
    a double bed
    forty-something
    Apartment 4B
    at 118 Canal Street
    the 3.1 release
    CVE-2026-40117
    ZIP code 60614
    a six-figure sum
    a 5-in-1 tool
    40-something
    two-to-one
    a 3-to-1 edge
    top-ten list
    a third-party app
    a quarter-final
    another quarter
    in a quarter.
    1920×1080
    on 9/11
    he came twice
    half-hearted
    the first half
    halves of it
    1. Sales
    2) Sales
    (1) sales (2) costs
    as he said [12]
    the 3rd man
    the two and the rest
    7-Eleven
    League Two club
    in ’24
    no man
    # of men
    a number of men
    a man
    the test in third test
    hundreds
    dozens, they say
    and a half
    the twenty-first century
    http://a.example/5/x_7
    1.2.3.4
    3.5½
    B.4
"""


@pytest.mark.parametrize("text", rows(NONE))
def test_what_is_no_quantity(text: str) -> None:
    assert [text[span.slice] for span, _ in found_in(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "It rose in 2025.",
        "Since 1998 it rose.",
        "On 2026-05-07 it rose.",
        "At 5 p.m. on 3 May 2026 it rose.",
        "It rose in Q3 2025.",
        "May 5, 2026: it rose.",
        "See https://a.example/5/x-7.",
        "It flies a Boeing 747.",
    ],
)
def test_dates_links_and_names_keep_their_numbers(text: str) -> None:
    assert qwenfacts.parse(text).quantities == ()


# -- numbers too large -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "9" * 25,
        "9" * 5_000,
        "$" + "9" * 25 + ".5",
        "9" * 24 + " thousand",
        "5 to " + "9" * 25,
        "0.1234567890123",
        "over " + "1," + ",".join(["999"] * 9),
    ],
)
def test_more_digits_than_are_kept_are_not_computed(text: str) -> None:
    assert found_in(text) == [Found(Span(0, len(text)), None)]


def test_as_many_digits_as_are_kept_are_read() -> None:
    (found,) = found_in("9" * 24)
    assert found.value is not None
    assert found.value.value == Decimal("9" * 24)


@pytest.mark.parametrize("before", ["No. ", "ranked ", "1 in ", "5 per "])
def test_a_long_number_is_no_rank_and_no_whole(before: str) -> None:
    for after in ("", "th", "/5 of"):
        assert found_in(f"{before}{'9' * 5_000}{after}") is not None


def test_the_ledger_names_a_number_too_large() -> None:
    report = qwenfacts.parse("It has 1234567890123456789012345 users.")
    assert [(entry.text, entry.reason) for entry in report.unread] == [
        ("1234567890123456789012345", "number-too-large")
    ]


def test_the_decimal_context_of_the_caller_changes_nothing() -> None:
    text = "two-thirds of 123,456.789 million, 3 thousand five hundred and -12.345%"
    expected = found_in(text)
    with localcontext(prec=2):
        assert found_in(text) == expected


# -- what surrounds them -----------------------------------------------------------------------


def test_what_is_taken_is_left_alone() -> None:
    text = "May 5 to 7, over 400 men, 3 to 9 more, 6 or More"
    tokens = tokenize(text)
    taken = [token.text in ("May", "5", "9", "More") for token in tokens]
    found = find_quantities(text, tokens, taken)
    assert [text[span.slice] for span, _ in found] == ["7", "over 400", "3", "6"]


def test_the_size_in_the_name_of_a_model() -> None:
    text = "Foo-35B-A3B 3.5B x 7 B 8B2 1.2.3B 9K"
    tokens = tokenize(text)
    found = list(quantity_in_name(text, tokens, 0, len(tokens)))
    assert [(text[span.slice], told(value)) for span, value in found] == [
        ("35B", "35000000000 parameters exact 34500000000 35500000000"),
        ("3.5B", "3500000000 parameters exact 3450000000 3550000000"),
    ]


def test_units_and_currencies_are_not_left_to_names() -> None:
    text = "HK$5 bn, 2 GB, RMB 3 and US 7 EUR"
    tokens = tokenize(text)
    units = unit_tokens(tokens)
    assert [token.text for token, unit in zip(tokens, units, strict=True) if unit] == [
        "HK", "$", "GB", "RMB", "EUR",
    ]  # fmt: skip


# -- properties --------------------------------------------------------------------------------

PIECES = st.one_of(
    st.sampled_from(sorted(wording().starters)),
    st.sampled_from(
        "and to of in per - – — , . ( ) + % $ US$ Rs € x × / : ' hundred million thousand dozen half point"
        " times over between from up more than less or at least rose years cents USD km page parameters"
        " largest most place th K B bn ½ 2½ 1,234 3.5 007 10 2026 ٤٢ 👍 İ 中文 e\u0301 \r\n \u2009".split(" ")
    ),
    st.text(max_size=3),
)
TEXTS = st.one_of(
    st.text(),
    st.tuples(st.sampled_from(["", " ", "-"]), st.lists(PIECES, max_size=20)).map(
        lambda drawn: drawn[0].join(drawn[1])
    ),
)


@given(TEXTS, st.data())
def test_quantities_are_in_the_text_in_order_and_apart(text: str, data: st.DataObject) -> None:
    tokens = tokenize(text)
    taken = data.draw(
        st.lists(st.booleans(), min_size=len(tokens), max_size=len(tokens)) | st.just([False] * len(tokens))
    )
    found = list(find_quantities(text, tokens, taken))
    for span, value in found:
        assert value is None or value.text == text[span.slice]
        assert text[span.slice] == text[span.slice].strip()
        assert not any(
            gone and span.start <= token.start < span.end for token, gone in zip(tokens, taken, strict=True)
        )
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    assert list(find_quantities(text, tokens, taken)) == found


@given(TEXTS)
def test_sizes_and_units_never_raise(text: str) -> None:
    tokens = tokenize(text)
    assert len(unit_tokens(tokens)) == len(tokens)
    for span, value in quantity_in_name(text, tokens, 0, len(tokens)):
        assert value is None or value.text == text[span.slice]
