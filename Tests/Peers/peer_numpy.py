#!/usr/bin/env python3
"""The work written by hand with numpy: the CSV read by polars, sums by bincount.

As one writes it first (--plain) three bincounts per item and grouping; tuned, one.

Groups and clusters are numbered once. Then every item needs, for every grouping, the sums by
(PSU, group) of the weights of the yes, of the weights and of the rows; estimates, errors, df, limits
and design effects follow from these sums.
"""

from shared import GROUPINGS, MARGINS, Pairs, Stopwatch, Table, complete, factorize, item_names
from shared import margins, parse, report

import numpy as np
import polars as pl


def read(path, codes, items):
    types = {name: pl.Int32 for name in codes} | {item: pl.UInt8 for item in items}
    types["weight"] = pl.Float64
    return pl.read_csv(path, columns=list(types), schema_overrides=types)


def states(answers, satisfied=4):
    """0 not answered, 1 no, 2 yes."""
    values = answers.fill_null(0).to_numpy()
    return (values > 0).astype(np.int8) + (values >= satisfied)


class Rows:
    """Strata and PSUs numbered, and what a stratum holds."""

    def __init__(self, data, stratum, psu):
        _, self.stratum = factorize(data[stratum].to_numpy())
        ids, self.psu = factorize(data[psu].to_numpy())
        self.psus = len(ids)
        self.stratum_of_psu = np.zeros(self.psus, int)
        self.stratum_of_psu[self.psu] = self.stratum
        self.psus_in_stratum = np.bincount(self.stratum_of_psu)
        self.weight = data["weight"].to_numpy()

    def pairs(self, values):
        """The combinations of PSU and group that occur, and the combination of each row."""
        labels, group = factorize(values)
        # PSUs are renumbered by stratum, so that the order of the key is group, stratum, PSU.
        order = np.argsort(self.stratum_of_psu, kind="stable")
        place = np.empty(self.psus, int)
        place[order] = np.arange(self.psus)
        found, pair = factorize(group * self.psus + place[self.psu])
        psu = order[found % self.psus]
        pairs = Pairs(found // self.psus, psu, self.stratum_of_psu[psu], self.psus_in_stratum, labels)
        return pairs, pair


def plain_sums(rows, numbered, outcomes):
    """Three bincounts for each item and grouping: what one writes first."""
    sums = [np.empty((3, len(pairs.group), len(outcomes))) for pairs, _ in numbered]
    for column, (_, state) in enumerate(outcomes):
        answered = (state > 0).astype(float)
        weight_of_yes, weight = rows.weight * (state == 2), rows.weight * answered
        for (pairs, pair), sum in zip(numbered, sums):
            size = len(pairs.group)
            sum[0, :, column] = np.bincount(pair, weight_of_yes, size)
            sum[1, :, column] = np.bincount(pair, weight, size)
            sum[2, :, column] = np.bincount(pair, answered, size)
    return sums


def tuned_sums(rows, numbered, outcomes):
    """One bincount for each item and grouping.

    Few answers are missing, so the weights and rows of those who answered are what the few rows
    without an answer leave of the sums over all rows. One pass over all rows remains for each
    item and grouping: that of the weights of the yes.
    """
    of_all = [(np.bincount(pair, rows.weight), np.bincount(pair)) for _, pair in numbered]
    sums = [np.empty((3, len(pairs.group), len(outcomes))) for pairs, _ in numbered]
    for column, (_, state) in enumerate(outcomes):
        weight_of_yes = rows.weight * (state == 2)
        missing = np.flatnonzero(state == 0)
        missing_weight = rows.weight[missing]
        for (pairs, pair), (weight, count), sum in zip(numbered, of_all, sums):
            size, without = len(pairs.group), pair[missing]
            answered = count - np.bincount(without, minlength=size)
            sum[0, :, column] = np.bincount(pair, weight_of_yes, size)
            sum[1, :, column] = weight - np.bincount(without, missing_weight, size)
            sum[1, answered == 0, column] = 0
            sum[2, :, column] = answered
            # The difference rounds: where all said yes, both sums are the same number.
            unanimous = np.abs(sum[0, :, column] - sum[1, :, column]) < 1e-12 * weight
            sum[0, unanimous, column] = sum[1, unanimous, column]
    return sums


def estimate(data, stratum, psu, groupings, outcomes, table, with_overall=True, plain=False):
    """`outcomes` are (name, state of each row)."""
    rows = Rows(data, stratum, psu)
    names = [name for name, _ in outcomes]
    numbered = [rows.pairs(data[grouping].to_numpy()) for grouping in groupings]
    sums = (plain_sums if plain else tuned_sums)(rows, numbered, outcomes)
    for number, (grouping, (pairs, _), three) in enumerate(zip(groupings, numbered, sums)):
        if number == 0 and with_overall:
            overall, *sums_overall = pairs.overall(*three)
            table.add(names, "", [""], overall.shares(*sums_overall))
        table.add(names, grouping, pairs.labels, pairs.shares(*three))


def rake(data, totals, outcomes, variance, table):
    """Rakes the table of the margins' cells, not the rows; then shares with linearised errors."""
    rows = Rows(data, "stratum", "psu")
    pairs, _ = rows.pairs(np.zeros(len(rows.weight), np.int32))
    place = np.empty(rows.psus, int)
    place[pairs.psu] = np.arange(rows.psus)
    psu = place[rows.psu]

    codes, wanted = [], []
    for name in MARGINS:
        labels, code = factorize(data[name].to_numpy())
        codes.append(code)
        wanted.append(np.array([totals[name][int(label)] for label in labels]))
    shape = tuple(len(total) for total in wanted)
    cell = np.ravel_multi_index(codes, shape)
    cells = int(np.prod(shape))
    start = np.bincount(cell, rows.weight, cells).reshape(shape)
    fitted = start.copy()
    for _ in range(1000):
        before = fitted.copy()
        for axis, total in enumerate(wanted):
            others = tuple(other for other in range(len(shape)) if other != axis)
            factor = total / fitted.sum(axis=others)
            fitted *= factor.reshape([-1 if other == axis else 1 for other in range(len(shape))])
        if np.abs(fitted - before).max() < 1e-14 * fitted.sum():
            break
    else:
        raise SystemExit("raking did not converge")
    factor = np.divide(fitted, start, out=np.zeros(shape), where=start > 0).ravel()
    weight = rows.weight * factor[cell]

    # Membership of each cell in each margin's groups.
    index = np.array(np.unravel_index(np.arange(cells), shape))
    member = [np.eye(size)[index[axis]] for axis, size in enumerate(shape)]
    psu_cell = np.bincount(psu * cells + cell, weight, rows.psus * cells).reshape(rows.psus, cells)
    base_psu, base_cell = psu * 3, cell * 3
    old = start.ravel()
    count = np.bincount(cell, minlength=cells)
    for name, state in outcomes:
        by_psu = np.bincount(base_psu + state, weight, rows.psus * 3).reshape(-1, 3)
        n = np.bincount(state, minlength=3)[1:].sum()
        total = by_psu[:, 1:].sum()
        p = by_psu[:, 2].sum() / total
        # Influence over weight: (1 - p)/W of a yes, -p/W of a no, 0 of who did not answer.
        value = np.array([0, -p / total, (1 - p) / total])
        if variance == "calibration":
            by_cell = np.bincount(base_cell + state, rows.weight, cells * 3).reshape(-1, 3) @ value
            x = np.hstack(member)
            shift = x @ (np.linalg.pinv(x.T @ (old[:, None] * x)) @ (x.T @ by_cell))
        else:
            by_cell = np.bincount(base_cell + state, minlength=cells * 3).reshape(-1, 3) @ value
            shift = np.zeros(cells)
            for _ in range(10):
                for groups in member:
                    mean = (groups.T @ (by_cell - count * shift)) / (groups.T @ count)
                    shift += groups @ mean
        z = by_psu @ value - psu_cell @ shift
        answered = by_psu[:, 1] + by_psu[:, 2] > 0
        strata = len(np.unique(pairs.stratum[answered]))
        table.add([name], "", [""], complete(
            np.array([p]), pairs.variance(z), np.array([n]), np.array([total]),
            np.array([answered.sum() - strata])))


def main():
    arguments = parse(__doc__.split("\n")[0], plain=True)
    watch, table = Stopwatch(), Table()
    if arguments.districts:
        data = read(arguments.data, ["province", "district", "psu"], ["satisfied"])
        watch.mark("read")
        outcome = [("satisfied", states(data["satisfied"] + 1, satisfied=2))]
        estimate(data, "province", "psu", ["district"], outcome, table, with_overall=False,
                 plain=arguments.plain)
    else:
        items = item_names(arguments.items)
        groupings = MARGINS if arguments.rake else GROUPINGS
        data = read(arguments.data, ["stratum", "psu"] + groupings, items)
        watch.mark("read")
        outcomes = [(item, states(data[item])) for item in items]
        if arguments.rake:
            rake(data, margins(arguments.data), outcomes, arguments.variance, table)
        else:
            estimate(data, "stratum", "psu", groupings, outcomes, table, plain=arguments.plain)
    watch.mark("compute")
    report("numpy (plain)" if arguments.plain else "numpy", f"{np.__version__} (CSV: polars {pl.__version__})", arguments, data.height,
           table, watch)


if __name__ == "__main__":
    main()
