"""Writes distributions.json: distribution functions to 45 digits, and decisions that follow from them.

R's own quantiles are not exact to the last digits, so these come from mpmath (pip: mpmath).
Run in this folder: python3 distributions.py
"""
import json
from fractions import Fraction
from mpmath import mp, mpf, betainc, binomial, erfc, gammainc, inf, loggamma, sqrt

mp.dps = 45


def pbeta(x, a, b):
    return betainc(a, b, 0, x, regularized=True)


def pt(t, df):
    tail = pbeta(mpf(df) / (df + mpf(t) ** 2), mpf(df) / 2, mpf(1) / 2) / 2
    return tail if t < 0 else 1 - tail


def pf_upper(x, a, b):
    return pbeta(mpf(b) / (b + mpf(a) * x), mpf(b) / 2, mpf(a) / 2)


def pchisq_upper(x, df):
    return gammainc(mpf(df) / 2, mpf(x) / 2, inf, regularized=True)


def pnorm(z):
    return erfc(-mpf(z) / sqrt(mpf(2))) / 2


def qnorm(p):
    return solve(pnorm, mpf(p), mpf(-45), mpf(45))


def solve(f, p, low, high):
    """The root of a growing function, by halving."""
    for _ in range(150):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < p else (low, middle)
    return (low + high) / 2


def pbinom(x, n, p):
    return sum(binomial(n, k) * mpf(p) ** k * (1 - mpf(p)) ** (n - k) for k in range(0, x + 1))


def phyper(x, yes, no, n):
    ways = binomial(yes + no, n)
    return sum(binomial(yes, k) * binomial(no, n - k) for k in range(max(0, n - no), x + 1)) / ways


values = []


def add(name, *arguments):
    exact = [mpf(x) for x in arguments]
    whole = [int(x) if isinstance(x, int) else mpf(x) for x in arguments]
    value = {
        "pnorm": lambda: pnorm(*exact), "qnorm": lambda: qnorm(*exact),
        "pt": lambda: pt(*exact),
        "qt": lambda: solve(lambda t: pt(t, exact[1]), exact[0], -mpf(10) ** 5, mpf(10) ** 5),
        "pbeta": lambda: pbeta(*exact),
        "qbeta": lambda: solve(lambda x: pbeta(x, *exact[1:]), exact[0], mpf(0), mpf(1)),
        "pf_upper": lambda: pf_upper(*exact),
        "pchisq_upper": lambda: pchisq_upper(*exact),
        "qchisq": lambda: solve(lambda x: 1 - pchisq_upper(x, exact[1]), exact[0], mpf(0), mpf(5000)),
        "lgamma": lambda: loggamma(*exact),
        "pbinom": lambda: pbinom(*whole), "phyper": lambda: phyper(*whole),
    }[name]()
    if abs(value) < mpf("1e-40") and name.startswith("q"):
        value = mpf(0)      # as near as halving comes
    values.append({"fn": name, "args": list(arguments), "value": float(value)})


for z in (-37.5, -12.0, -8.5, -3.0, -1.6448536, -0.3, 0.0, 0.7, 1.96, 5.5):
    add("pnorm", z)
for p in (1e-200, 1e-12, 1e-5, 0.005, 0.025, 0.2, 0.5, 0.8, 0.95, 0.9995):
    add("qnorm", p)
for df in (1.0, 2.0, 3.0, 7.0, 14.0, 30.5, 120.0, 4000.0):
    for t in (-40.0, -6.5, -2.0, -0.01, 0.5, 1.7, 9.0):
        add("pt", t, df)
    for p in (0.0005, 0.005, 0.025, 0.05, 0.4, 0.9, 0.975, 0.9999):
        add("qt", p, df)
for a, b in ((0.5, 0.5), (1.0, 1.0), (2.5, 40.0), (30.0, 3.0), (88.0, 13.0), (400.5, 90.25), (0.2, 900.0)):
    for x in (1e-6, 0.02, 0.3, 0.55, 0.8, 0.93, 0.999):
        add("pbeta", x, a, b)
    for p in (0.005, 0.025, 0.3, 0.5, 0.95, 0.995):
        add("qbeta", p, a, b)
for a, b in ((1.0, 5.0), (2.0, 14.0), (4.0, 3.5), (12.0, 200.0), (2.4, 33.6)):
    for x in (0.001, 0.4, 1.0, 2.7, 11.0, 90.0):
        add("pf_upper", x, a, b)
for df in (1.0, 2.0, 4.5, 11.0, 60.0, 900.0):
    for x in (0.01, 0.9, 1.0, 2.5):
        add("pchisq_upper", x * df, df)
    for p in (0.001, 0.05, 0.5, 0.95, 0.9999):
        add("qchisq", p, df)
for x in (0.01, 0.5, 1.5, 3.0, 11.25, 171.0, 40000.5):
    add("lgamma", x)
for x, n, p in ((0, 10, 0.8), (7, 10, 0.8), (43, 50, 0.8), (160, 200, 0.85), (3, 400, 0.02), (999, 1000, 0.999)):
    add("pbinom", x, n, p)
for x, yes, no, n in ((12, 15, 5, 15), (15, 16, 4, 18), (85, 96, 24, 100), (0, 3, 40, 9), (70, 400, 100, 90), (17, 17, 3, 20)):
    add("phyper", x, yes, no, n)

# Bounds on the number of yes among all, from x yes in n drawn without replacement (5 % each side).
bounds = []
alpha = mpf("0.05")
for x, n, population in ((12, 12, 15), (15, 18, 20), (85, 100, 120), (0, 5, 30), (40, 60, 400), (57, 60, 61)):
    possible = range(x, population - (n - x) + 1)
    at_least = {k: 1 - (phyper(x - 1, k, population - k, n) if x > 0 else 0) for k in possible}
    at_most = {k: phyper(x, k, population - k, n) for k in possible}
    bounds.append({
        "x": x, "n": n, "population": population,
        "lower": min(k for k in possible if at_least[k] > alpha),
        "upper": max(k for k in possible if at_most[k] > alpha),
    })

# Exact decisions on a target, and the chance of each outcome.
decisions = []
for n in (5, 13, 14, 30, 77, 150):
    for target in ("0.8", "0.6", "0.95"):
        t = mpf(target)
        met = [x for x in range(n + 1) if 1 - pbinom(x - 1, n, t) <= alpha]
        missed = [x for x in range(n + 1) if pbinom(x, n, t) <= alpha]
        chances = []
        for rate in ("0.55", "0.7", "0.85", "0.99"):
            p = mpf(rate)
            good = 1 - pbinom(met[0] - 1, n, p) if met else mpf(0)
            bad = pbinom(missed[-1], n, p) if missed else mpf(0)
            chances.append({"rate": float(rate), "met": float(good), "missed": float(bad)})
        decisions.append({"n": n, "target": float(target), "met": met[0] if met else None,
                          "missed": missed[-1] if missed else None, "chances": chances})

# Both risks of lot quality plans: rejecting a good lot, accepting a bad one, accepting above d.
lots = []
for n, good, bad in ((19, "0.8", "0.5"), (12, "0.9", "0.65")):
    lots.append({
        "n": n, "upper": float(good), "lower": float(bad),
        "rejecting": [float(pbinom(d - 1, n, mpf(good))) for d in range(n + 1)],
        "accepting": [float(1 - pbinom(d - 1, n, mpf(bad))) for d in range(n + 1)],
    })

# Sizes for a margin at a rate (normal interval, finite population, design effect), and to tell one
# rate from another with a one-sided test.
z = qnorm(mpf("0.975"))
sizes = []
for p in ("0.5", "0.8", "0.93"):
    for margin in ("0.03", "0.05"):
        for population in (None, 150, 2500):
            for effect in ("1", "1.7"):
                q, e = mpf(p) * (1 - mpf(p)), mpf(margin)
                n0 = z ** 2 * q / e ** 2 * mpf(effect)
                n = n0 if population is None else n0 / (1 + (n0 - 1) / population)
                sizes.append({"p": float(p), "margin": float(margin), "population": population,
                              "effect": float(effect), "n0": float(n0), "n": float(n)})
tests = []
for p0, p1, power in (("0.8", "0.85", "0.8"), ("0.8", "0.7", "0.9"), ("0.6", "0.75", "0.8")):
    a, b = mpf(p0), mpf(p1)
    root = qnorm(mpf("0.95")) * sqrt(a * (1 - a)) + qnorm(mpf(power)) * sqrt(b * (1 - b))
    tests.append({"p0": float(p0), "p1": float(p1), "power": float(power),
                  "n": float((root / (a - b)) ** 2)})

# The presentation standard for proportions (Parker et al. 2017, NCHS Series 2, no. 175), written
# out: 30 answers and 30 effective ones, a width of 0.30, above 0.05 a width of 130 % of the share.
standard = []


def qt(p, df):
    return solve(lambda t: pt(t, mpf(df)), mpf(p), -mpf(10) ** 4, mpf(10) ** 4)


for p, se, n, df in ((0.8, 0.02, 400, 50), (0.8, 0.09, 90, 28), (0.5, 0.02, 29, 28), (0.5, 0.085, 35, 6),
                     (0.1, 0.0316, 90, 40), (0.9, 0.0316, 90, 40), (0.5, 0.0387, 200, 6), (0.02, 0.008, 500, 60),
                     (0.97, 0.009, 800, 7), (0.35, 0.05, 120, 12), (0.35, 0.04, 500, 12), (0.62, 0.021, 900, 7),
                     (1.0, 0.0, 500, 30), (0.0, 0.0, 40, 12), (0.7, 0.08, 60, 4)):
    exact, error = mpf(p), mpf(se)
    q = exact * (1 - exact)
    effective = min(mpf(n), q / error ** 2) if q > 0 and se > 0 else mpf(n)
    adjusted = effective
    if q > 0 and se > 0:
        adjusted = min(mpf(n), q / error ** 2 * (qt(0.025, n - 1) / qt(0.025, df)) ** 2)
    yes = adjusted * exact
    low = mpf(0) if yes == 0 else solve(
        lambda x: pbeta(x, yes, adjusted - yes + 1), mpf("0.025"), mpf(0), mpf(1))
    high = mpf(1) if yes == adjusted else solve(
        lambda x: pbeta(x, yes + 1, adjusted - yes), mpf("0.975"), mpf(0), mpf(1))
    width = high - low

    def relative(value):
        return inf if value == 0 else width / value
    if n < 30 or effective < 30:
        decision = "size"
    elif width >= mpf("0.30"):
        decision = "width"
    elif q > 0 and width > mpf("0.05") and relative(exact) > mpf("1.30"):
        decision = "relative"
    else:
        reviews = (["df"] if df < 8 else []) + (["events"] if q == 0 else [])
        footnote = q > 0 and width > mpf("0.05") and relative(1 - exact) > mpf("1.30")
        decision = "+".join(reviews + (["footnote"] if footnote else [])) or "present"
    standard.append({"p": p, "se": se, "n": n, "df": df, "effective": float(effective),
                     "ci": [float(low), float(high)], "decision": decision})

# Chances proportional to size, certain units taken out, and those of pairs drawn systematically in
# the given order: pairs occur together for the starts u at which both hold a point u + k.
draws = []
for sizes_of_units, n in (((24, 30, 18, 40, 12, 8, 33, 5, 9, 17), 4), ((24, 30, 18, 40, 12, 8, 300, 5, 9, 77), 4)):
    chances = [None] * len(sizes_of_units)
    while True:
        left = [i for i, chance in enumerate(chances) if chance is None]
        rest = n - (len(chances) - len(left))
        total = sum(sizes_of_units[i] for i in left)
        certain = [i for i in left if Fraction(rest * sizes_of_units[i], total) >= 1]
        if not certain:
            break
        for i in certain:
            chances[i] = Fraction(1)
    chances = [Fraction(rest * sizes_of_units[i], total) if c is None else c for i, c in enumerate(chances)]
    ends = [sum(chances[:i], Fraction(0)) for i in range(len(chances) + 1)]
    starts = sorted({end - end.numerator // end.denominator for end in ends} | {Fraction(1)})
    joint = [[Fraction(0)] * len(chances) for _ in chances]
    for low, high in zip(starts, starts[1:]):
        u = (low + high) / 2
        drawn = [i for i in range(len(chances)) if any(ends[i] <= u + k < ends[i + 1] for k in range(n))]
        for i in drawn:
            for j in drawn:
                joint[i][j] += high - low
    draws.append({"sizes": sizes_of_units, "n": n, "pi": [float(c) for c in chances],
                  "systematic": [[float(c) for c in row] for row in joint]})

with open("distributions.json", "w") as file:
    json.dump({"functions": values, "bounds": bounds, "decisions": decisions, "lots": lots,
               "sizes": sizes, "tests": tests, "draws": draws,
               "standard": standard}, file, indent=0)
    file.write("\n")
