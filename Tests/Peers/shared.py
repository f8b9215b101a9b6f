"""What the peers written in Python have in common: arguments, design-based errors, the report line."""

import argparse
import json
import os
import time

# One thread per core that the process may use, so that `taskset` decides. Before numpy is imported.
CORES = str(len(os.sched_getaffinity(0)))
for _variable in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"):
    os.environ.setdefault(_variable, CORES)

import numpy as np  # noqa: E402

GROUPINGS = ["sex", "level", "age", "region", "occupation", "field", "service", "unit"]
MARGINS = ["sex", "age", "occupation"]
LEVEL = 0.95


def parse(description, **kinds):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", help="CSV file made by make-data")
    parser.add_argument("--items", type=int, default=26, help="the first N items only")
    parser.add_argument("--limit-estimates", type=int, default=None, metavar="N",
                        help="stop after the call that reaches N estimates")
    parser.add_argument("--table", metavar="FILE", help="write every estimate to this CSV file")
    task = parser.add_mutually_exclusive_group()
    if kinds.get("rake", True):
        task.add_argument("--rake", action="store_true",
                          help="rake to the three margins, then the items' overall shares")
        parser.add_argument("--variance", choices=["rake", "calibration"], default="rake",
                            help="errors after raking: as R's rake(), or as its calibrate()")
    if kinds.get("districts", True):
        task.add_argument("--districts", action="store_true", help="the districts' shares")
    if kinds.get("plain", False):
        parser.add_argument("--plain", action="store_true", help="three sums for each estimate")
    if kinds.get("method", False):
        parser.add_argument("--method", choices=["prop", "mean"], default="prop")
    arguments = parser.parse_args()
    arguments.rake = getattr(arguments, "rake", False)
    arguments.districts = getattr(arguments, "districts", False)
    return arguments


def item_names(count):
    return [f"q{number:02}" for number in range(1, count + 1)]


def margins(path):
    """{variable: {code: total}} from the files that make-data wrote beside the data."""
    totals = {}
    for name in MARGINS:
        with open(f"{path.removesuffix('.csv')}-margin-{name}.csv", encoding="utf-8") as file:
            next(file)
            pairs = [line.split(",") for line in file]
        totals[name] = {int(code): float(total) for code, total in pairs}
    return totals


def factorize(values):
    """(distinct values in order, code of each row); small whole numbers need no sorting."""
    values = np.asarray(values)
    if np.issubdtype(values.dtype, np.integer) and len(values) and values.min() >= 0:
        largest = int(values.max())
        if largest < 4 * len(values) + 100_000:
            present = np.zeros(largest + 1, bool)
            present[values] = True
            return np.flatnonzero(present), (np.cumsum(present) - 1)[values]
    return np.unique(values, return_inverse=True)


class Pairs:
    """The combinations of PSU and group that occur, in order of group, then stratum, then PSU.

    Sums over rows per combination are all that the linearised variance needs.
    """

    def __init__(self, group, psu, stratum, psus_in_stratum, labels):
        self.group, self.psu, self.stratum = group, psu, stratum
        self.psus_in_stratum = psus_in_stratum
        self.labels = labels
        new_group = np.r_[True, group[1:] != group[:-1]]
        new_cell = new_group | np.r_[True, stratum[1:] != stratum[:-1]]
        self.group_starts = np.flatnonzero(new_group)
        self.cell_starts = np.flatnonzero(new_cell)
        self.cell = np.cumsum(new_cell) - 1
        self.group_index = np.cumsum(new_group) - 1
        self.cell_group_starts = self.cell[self.group_starts]
        self.cell_size = np.diff(np.r_[self.cell_starts, len(group)])

    def overall(self, *sums):
        """The pairs without groups, with their sums."""
        order = np.lexsort((self.psu, self.stratum))
        psu = self.psu[order]
        starts = np.flatnonzero(np.r_[True, psu[1:] != psu[:-1]])
        kept = order[starts]
        pairs = Pairs(np.zeros(len(kept), int), self.psu[kept], self.stratum[kept],
                      self.psus_in_stratum, [""])
        return pairs, *(np.add.reduceat(table[order], starts, axis=0) for table in sums)

    def variance(self, z):
        """Sum over strata of n/(n-1) times the squared deviations; absent PSUs count as 0."""
        n = self.psus_in_stratum[self.stratum[self.cell_starts]].astype(float)
        if n.min() < 2:
            raise SystemExit("a stratum has only one PSU")
        column = (slice(None),) + (None,) * (z.ndim - 1)
        mean = np.add.reduceat(z, self.cell_starts, axis=0) / n[column]
        squares = np.add.reduceat((z - mean[self.cell]) ** 2, self.cell_starts, axis=0)
        squares += (n - self.cell_size)[column] * mean**2
        return np.add.reduceat(squares * (n / (n - 1))[column], self.cell_group_starts, axis=0)

    def shares(self, yes, weight, rows):
        """Estimates of every group from sums per pair: of weights of the yes, of weights, of rows."""
        total = np.add.reduceat(weight, self.group_starts, axis=0)
        p = np.add.reduceat(yes, self.group_starts, axis=0) / total
        n = np.add.reduceat(rows, self.group_starts, axis=0)
        z = (yes - p[self.group_index] * weight) / total[self.group_index]
        variance = self.variance(z)
        answered = weight > 0
        strata = np.logical_or.reduceat(answered, self.cell_starts, axis=0)
        df = (np.add.reduceat(answered.astype(int), self.group_starts, axis=0)
              - np.add.reduceat(strata.astype(int), self.cell_group_starts, axis=0))
        return complete(p, variance, n, total, df)


def complete(p, variance, n, total, df):
    """Adds standard error, Korn-Graubard limits (n_e at most n) and the design effect.

    Korn and Graubard (1998), Survey Methodology 24; the cap and the rule for a share of 0 or 1 as in
    the presentation standards of the NCHS (2017).
    """
    from scipy.special import betaincinv, stdtrit

    n = n.astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        alpha = 1 - LEVEL
        ratio = stdtrit(n - 1, alpha / 2) / stdtrit(np.maximum(df, 1), alpha / 2)
        effective = np.minimum(n, p * (1 - p) / variance * ratio**2)
        unanimous = (p == 0) | (p == 1)
        effective = np.where(unanimous, n, np.where(df > 0, effective, np.nan))
        yes, no = effective * p, effective * (1 - p)
        lower = np.where(p == 0, 0, betaincinv(yes, no + 1, alpha / 2))
        upper = np.where(p == 1, 1, betaincinv(yes + 1, no, 1 - alpha / 2))
        simple = p * (1 - p) / (n - 1) * (total - n) / total
        return {"estimate": p, "se": np.sqrt(variance), "lower": lower, "upper": upper,
                "df": df, "deff": variance / simple, "n": n.astype(int)}


class Stopwatch:
    """Seconds and memory of this process since it was started."""

    def __init__(self):
        self.marks = {}
        self.last = time.perf_counter()

    def mark(self, name):
        now = time.perf_counter()
        self.marks[name] = now - self.last
        self.last = now

    @staticmethod
    def since_start():
        with open("/proc/self/stat", encoding="ascii") as file:
            started = int(file.read().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - started

    @staticmethod
    def peak():
        with open("/proc/self/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024


class Table:
    """All estimates: blocks of one grouping, each a dictionary of arrays groups x items."""

    COLUMNS = ["estimate", "se", "lower", "upper", "df", "deff", "n"]

    def __init__(self):
        self.blocks = []

    def add(self, items, grouping, labels, block):
        block = {name: np.asarray(values).reshape(len(labels), len(items))
                 for name, values in block.items()}
        self.blocks.append((list(items), grouping, [str(label) for label in labels], block))

    def count(self):
        return sum(block["estimate"].size for *_, block in self.blocks)

    def checksum(self):
        return {name: float(np.sum([np.sum(block[key]) for *_, block in self.blocks]))
                for name, key in (("estimates", "estimate"), ("standard_errors", "se"))}

    def write(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write(",".join(["item", "grouping", "group"] + self.COLUMNS) + "\n")
            for items, grouping, labels, block in self.blocks:
                names = [name for name in self.COLUMNS if name in block]
                for column, item in enumerate(items):
                    for row, label in enumerate(labels):
                        cells = [repr(block[name][row, column].item()) if name in names else ""
                                 for name in self.COLUMNS]
                        file.write(",".join([item, grouping, label] + cells) + "\n")


def report(tool, version, arguments, rows, table, watch, **more):
    """Prints the one line of JSON."""
    line = {
        "tool": tool,
        "version": version,
        "task": "rake" if arguments.rake else "districts" if arguments.districts else "estimates",
        "rows": rows,
        "cores": int(CORES),
        "estimates": table.count(),
        "read_seconds": round(watch.marks["read"], 4),
        "compute_seconds": round(sum(watch.marks.values()) - watch.marks["read"], 4),
        "total_seconds": round(watch.since_start(), 3),
        "peak_mb": round(watch.peak(), 1),
        "checksum": table.checksum(),
    }
    line.update(more)
    print(json.dumps(line), flush=True)
    if arguments.table:
        table.write(arguments.table)


def extrapolation(watch, arguments, table, in_all):
    """For tools that estimate one by one: what all estimates would take, from those done."""
    done = table.count()
    if done >= in_all:
        return {}
    each = watch.marks["estimate"] / done
    before = watch.since_start() - watch.marks["estimate"]
    return {"setup_seconds": round(watch.marks["setup"], 4), "per_estimate_seconds": round(each, 6),
            "estimates_in_all": in_all,
            "extrapolated_total_seconds": round(before + each * in_all, 2)}
