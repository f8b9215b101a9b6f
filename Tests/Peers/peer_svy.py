#!/usr/bin/env python3
"""The same work with svy: one call for each item and grouping.

--method prop (the default) asks for shares with Korn-Graubard limits. --method mean asks for the
mean of the 0/1 answers, which svy does several times faster, and adds the limits by numpy.
svy is given the CSV by polars, with the columns that are used. One call beforehand, counted as
setup, lets svy number the design. After --limit-estimates the time of all is extrapolated.
"""

from importlib.metadata import version
import warnings

from shared import GROUPINGS, MARGINS, Stopwatch, Table, complete, extrapolation, item_names, margins
from shared import parse, report

import polars as pl
import svy


def shares(sample, item, grouping, method):
    """One call; the rows in order of group."""
    by = {"by": grouping} if grouping else {}
    if method == "prop":
        found = sample.estimation.prop(
            item, ci_method="korn-graubard", deff="wor", drop_nulls=True, **by).to_polars()
        found = found.filter(pl.col(item).cast(pl.Int8) == 1)
    else:
        found = sample.estimation.mean(item, deff="wor", drop_nulls=True, **by).to_polars()
    if grouping:
        found = found.sort(pl.col(grouping).cast(pl.Int32))
    labels = found[grouping].to_list() if grouping else [""]
    names = {"estimate": "est", "se": "se", "lower": "lci", "upper": "uci", "df": "df",
             "deff": "deff", "n": "n"}
    block = {name: found[column].to_numpy() for name, column in names.items() if column in found}
    if method == "mean":
        limits = complete(block["estimate"], block["se"] ** 2, block["n"], block["n"] * 2.0,
                          block["df"])
        block |= {"lower": limits["lower"], "upper": limits["upper"]}
    return labels, block


def main():
    arguments = parse(__doc__.split("\n")[0], method=True)
    watch, table = Stopwatch(), Table()
    if arguments.districts:
        stratum, items, satisfied, groupings = "province", ["satisfied"], 1, ["district"]
    else:
        stratum, items, satisfied = "stratum", item_names(arguments.items), 4
        groupings = [""] if arguments.rake else [""] + GROUPINGS
    codes = [stratum, "psu"] + [name for name in groupings if name]
    codes += MARGINS if arguments.rake else []
    types = {name: pl.Int32 for name in codes} | {item: pl.Int8 for item in items}
    types["weight"] = pl.Float64
    data = pl.read_csv(arguments.data, columns=list(types), schema_overrides=types)
    watch.mark("read")

    data = data.with_columns([(pl.col(item) >= satisfied).cast(pl.Int8) for item in items])
    sample = svy.Sample(data, svy.Design(stratum=stratum, psu="psu", wgt="weight"))
    if arguments.rake:
        sample = sample.weighting.rake(controls=margins(arguments.data), tol=1e-13, max_iter=1000)
        watch.mark("rake")
    shares(sample, items[0], "", arguments.method)
    watch.mark("setup")

    limit = arguments.limit_estimates or float("inf")
    for item, grouping in ((item, grouping) for item in items for grouping in groupings):
        if table.count() >= limit:
            break
        labels, block = shares(sample, item, grouping, arguments.method)
        table.add([item], grouping, labels, block)
    watch.mark("estimate")

    more = {}
    if arguments.rake:
        more["rake_seconds"] = round(watch.marks["rake"], 4)
    elif not arguments.districts:
        groups = 1 + sum(data[name].n_unique() for name in GROUPINGS)
        more = extrapolation(watch, arguments, table, len(items) * groups)
    tool = "svy" if arguments.method == "prop" else "svy (mean)"
    report(tool, version("svy"), arguments, data.height, table, watch, **more)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
