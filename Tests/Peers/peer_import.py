#!/usr/bin/env python3
"""Imports the 41-column survey as other tools would: every cell checked, good rows stored, bad rows written.

  peer_import.py TOOL FILE.csv STORE REJECTS [--labels]

A row is good when its id is a whole number that no earlier row has, its closed cells are on their lists
or empty where that is allowed, its numbers are numbers in their range and its date exists.
Prints one line of JSON: the tool, its version, good and bad rows.
"""

import argparse
import json
import os
import re
import subprocess
import sys

from import_form import COLUMNS, RANGES, REQUIRED, choices


def polars(arguments):
    import polars as pl

    texts = pl.scan_csv(arguments.data, schema={name: pl.String for name in COLUMNS})
    typed, good = [], pl.col("id").is_first_distinct()
    for name in COLUMNS:
        listed = choices(name, arguments.labels)
        cell = pl.col(name)
        if listed:
            value = cell.cast(pl.Enum(listed), strict=False)
        elif name == "date":
            value = cell.str.to_date("%Y-%m-%d", strict=False)
        elif name == "weight":
            value = cell.cast(pl.Float64, strict=False)
        elif name == "comment":
            value = None
        else:
            value = cell.cast(pl.Int32, strict=False)
        if value is not None:
            typed.append(value.alias("typed_" + name))
            found = pl.col("typed_" + name)
            good &= found.is_not_null() if name in REQUIRED else found.is_not_null() | cell.is_null()
            if name in RANGES:
                good &= found.is_between(1, RANGES[name]) | cell.is_null()
            if name == "weight":
                good &= found > 0
    table = texts.with_columns(typed).with_columns(good.fill_null(False).alias("good")).collect()
    kept = table.filter("good").select(
        [pl.col(name if name == "comment" else "typed_" + name).alias(name) for name in COLUMNS])
    kept.write_parquet(arguments.store)
    back = table.filter(~pl.col("good")).select(COLUMNS)
    back.write_csv(arguments.rejects)
    return pl.__version__, kept.height, back.height


def duckdb(arguments):
    import duckdb

    cores = len(os.sched_getaffinity(0))
    database = duckdb.connect(arguments.store)
    database.execute(f"SET threads = {cores}")
    typed, good = [], []
    for name in COLUMNS:
        listed = choices(name, arguments.labels)
        if listed:
            words = ", ".join(f"'{text}'" for text in listed)
            database.execute(f"CREATE TYPE t_{name} AS ENUM ({words})")
            value = f"TRY_CAST({name} AS t_{name})"
        elif name == "comment":
            typed.append(name)
            continue
        else:
            kind = {"date": "DATE", "weight": "DOUBLE"}.get(name, "INTEGER")
            value = f"TRY_CAST({name} AS {kind})"
        typed.append(f"{value} AS {name}")
        test = f"{value} IS NOT NULL"
        if name in RANGES:
            test = f"{value} BETWEEN 1 AND {RANGES[name]}"
        elif name == "weight":
            test = f"{value} > 0"
        good.append(f"({test})" if name in REQUIRED else f"({name} IS NULL OR {test})")
    source = (f"read_csv('{arguments.data}', header = true, all_varchar = true, delim = ',', "
              "quote = '\"', escape = '\"', auto_detect = false, columns = {"
              + ", ".join(f"'{name}': 'VARCHAR'" for name in COLUMNS) + "})")
    rule = f"coalesce({' AND '.join(good)}, false)"
    # One pass over the file: a bad row carries its texts along, and leaves when they are written.
    texts = "{" + ", ".join(f"'{name}': source.{name}" for name in COLUMNS) + "}"
    database.execute(f"CREATE TABLE answers AS SELECT {', '.join(typed)}, "
                     f"CASE WHEN {rule} THEN NULL ELSE {texts} END AS bad FROM {source} AS source")
    doubled = ("SELECT id, min(rowid) AS first FROM answers WHERE bad IS NULL GROUP BY id "
               "HAVING count(*) > 1")
    again = f"SELECT a.rowid FROM answers a JOIN ({doubled}) d USING (id) WHERE a.rowid > d.first"
    database.execute(f"CREATE TEMP TABLE again AS {again}")
    database.execute("CREATE TEMP TABLE back AS SELECT unnest(bad) FROM answers WHERE bad IS NOT NULL")
    database.execute("INSERT INTO back SELECT columns(* EXCLUDE bad)::VARCHAR FROM answers "
                     "WHERE rowid IN (SELECT * FROM again)")
    database.execute("DELETE FROM answers WHERE bad IS NOT NULL OR rowid IN (SELECT * FROM again)")
    database.execute("ALTER TABLE answers DROP COLUMN bad")
    database.execute(f"COPY back TO '{arguments.rejects}' (HEADER)")
    kept = database.execute("SELECT count(*) FROM answers").fetchone()[0]
    count = database.execute("SELECT count(*) FROM back").fetchone()[0]
    database.close()
    return duckdb.__version__, kept, count


def sqlite(arguments):
    """The shell's own import; rows that break a check are named on its error output."""
    columns = []
    for name in COLUMNS:
        listed = choices(name, arguments.labels)
        blank = "" if name in REQUIRED else f"{name} = '' OR "
        if listed and not arguments.labels:
            columns.append(f"{name} INTEGER CHECK ({blank}{name} BETWEEN 1 AND {len(listed)})")
        elif listed:
            words = " OR ".join(f"{name} = '{text}'" for text in listed)
            columns.append(f"{name} TEXT CHECK ({blank}{words})")
        elif name in RANGES:
            columns.append(f"{name} INTEGER CHECK ({blank}{name} BETWEEN 1 AND {RANGES[name]})")
        elif name == "id":
            columns.append("id INTEGER CHECK (typeof(id) = 'integer') UNIQUE")
        elif name == "weight":
            columns.append("weight REAL CHECK (typeof(weight) = 'real' AND weight > 0)")
        elif name == "date":
            columns.append("date TEXT CHECK (date(julianday(date)) = date)")
        else:
            columns.append(f"{name} TEXT")
    commands = (f"PRAGMA journal_mode = WAL;\nCREATE TABLE answers ({', '.join(columns)});\n"
                f".import --csv --skip 1 {arguments.data} answers\nSELECT count(*) FROM answers;\n")
    shell = subprocess.run(["sqlite3", arguments.store], input=commands, capture_output=True, text=True)
    faults = [line for line in shell.stderr.splitlines() if "INSERT failed" in line]
    with open(arguments.rejects, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in faults)
    version = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True).stdout.split()[0]
    return version, int(shell.stdout.split()[-1]), len(faults)


def pandas(arguments):
    import pandas as pd

    table = pd.read_csv(arguments.data, dtype=str, keep_default_na=False, na_values=[""])
    typed, good = {}, ~table["id"].duplicated()
    for name in COLUMNS:
        listed = choices(name, arguments.labels)
        cell = table[name]
        if listed:
            value = cell.where(cell.isin(listed)).astype(pd.CategoricalDtype(listed))
        elif name == "date":
            value = pd.to_datetime(cell, format="%Y-%m-%d", errors="coerce")
        elif name == "comment":
            typed[name] = cell
            continue
        else:
            value = pd.to_numeric(cell, errors="coerce")
        typed[name] = value
        good &= value.notna() if name in REQUIRED else value.notna() | cell.isna()
        if name in RANGES:
            good &= value.between(1, RANGES[name]) | cell.isna()
        if name == "weight":
            good &= value > 0
    pd.DataFrame(typed)[good].to_parquet(arguments.store)
    table[~good].to_csv(arguments.rejects, index=False)
    return pd.__version__, int(good.sum()), int((~good).sum())


TOOLS = {"polars": polars, "duckdb": duckdb, "sqlite": sqlite, "pandas": pandas}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tool", choices=TOOLS)
    parser.add_argument("data")
    parser.add_argument("store")
    parser.add_argument("rejects")
    parser.add_argument("--labels", action="store_true")
    arguments = parser.parse_args()
    if not re.fullmatch(r"[\w./-]+", arguments.data):
        sys.exit("a path of letters, digits, . / and - is needed")
    version, kept, back = TOOLS[arguments.tool](arguments)
    print(json.dumps({"tool": arguments.tool, "version": version, "good": kept, "bad": back}))


if __name__ == "__main__":
    main()
