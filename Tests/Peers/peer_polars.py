#!/usr/bin/env python3
"""The sums by (PSU, group) as polars queries, one for each grouping; the errors from them by numpy."""

from shared import GROUPINGS, Pairs, Stopwatch, Table, factorize, item_names, parse, report

import numpy as np
import polars as pl


def estimate(data, stratum, psu, groupings, items, satisfied, table, with_overall=True):
    weight = pl.col("weight")
    sums = []
    for item in items:
        answer = pl.col(item)
        sums += [
            (weight * (answer >= satisfied)).sum().alias(item + ".yes"),
            (weight * answer.is_not_null()).sum().alias(item + ".weight"),
            answer.count().alias(item + ".rows"),
        ]
    in_stratum = data.group_by(stratum).agg(pl.col(psu).n_unique().alias("n")).sort(stratum)
    psus_in_stratum = in_stratum["n"].to_numpy()
    for number, grouping in enumerate(groupings):
        found = (data.lazy().group_by(grouping, stratum, psu).agg(sums)
                 .sort(grouping, stratum, psu).collect())
        labels, group = factorize(found[grouping].to_numpy())
        strata = np.searchsorted(in_stratum[stratum].to_numpy(), found[stratum].to_numpy())
        pairs = Pairs(group, found[psu].to_numpy(), strata, psus_in_stratum, labels)
        three = [found.select([f"{item}.{sum}" for item in items]).to_numpy()
                 for sum in ("yes", "weight", "rows")]
        if number == 0 and with_overall:
            overall, *sums_overall = pairs.overall(*three)
            table.add(items, "", [""], overall.shares(*sums_overall))
        table.add(items, grouping, pairs.labels, pairs.shares(*three))


def main():
    arguments = parse(__doc__.split("\n")[0], rake=False)
    watch, table = Stopwatch(), Table()
    if arguments.districts:
        codes, items = ["province", "district", "psu"], ["satisfied"]
    else:
        codes, items = ["stratum", "psu"] + GROUPINGS, item_names(arguments.items)
    types = {name: pl.Int32 for name in codes} | {item: pl.UInt8 for item in items}
    types["weight"] = pl.Float64
    data = pl.read_csv(arguments.data, columns=list(types), schema_overrides=types)
    watch.mark("read")
    if arguments.districts:
        estimate(data, "province", "psu", ["district"], items, 1, table, with_overall=False)
    else:
        estimate(data, "stratum", "psu", GROUPINGS, items, 4, table)
    watch.mark("compute")
    report("polars", f"{pl.__version__} (numpy {np.__version__})", arguments, data.height, table,
           watch)


if __name__ == "__main__":
    main()
