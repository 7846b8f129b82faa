#!/usr/bin/env python3
"""Measures `duly stream` on Apache Spark with two workers, in both ways of docs/spark, beside what Spark costs alone.

    cargo build --release && python3 benches/spark.py [target/release/duly] [how many records]

The records are an invented company's vendors (tests/it/support/company.rs), the same in every run. The lines of every
way are held against those of one `duly stream`, and these against the rows that `duly export --summary` makes of the
same texts as files, which is measured, too. Needs target/spark, which .ci/run makes.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BY = ["stream", "--jobs", "1", "--lang", "en", "--as-of", "2026-11-23", "--policy"]


def lay_out(folder, records):
    command = ["cargo", "test", "--locked", "--quiet", "--test", "it", "lay_out_records", "--", "--ignored"]
    wanted = {"STREAM_FOLDER": folder, "STREAM_VENDORS": str(records)}
    subprocess.run(command, env=os.environ | wanted, stdout=subprocess.DEVNULL, check=True, cwd=HERE)


def as_files(source, folder):
    """The same texts as files."""
    os.mkdir(folder)
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            for key, ending in (("answers", "yaml"), ("review", "review.yaml")):
                if record[key] is not None:
                    with open(os.path.join(folder, f"{record['id']}.{ending}"), "w", encoding="utf-8") as file:
                        file.write(record[key])


def export(duly, folder, policy):
    by = ["--summary", "-f", "csv", "-q", "--policy", policy, "--lang", "en", "--as-of", "2026-11-23"]
    ran = subprocess.run([duly, "export", folder, *by], stdout=subprocess.PIPE)
    assert ran.returncode < 2
    return ran.stdout.decode("utf-8-sig")


def agree(alone, table):
    """How many rows of a table say what the lines say."""
    outcomes = {outcome["id"]: outcome["summary"] for outcome in map(json.loads, alone.splitlines())}
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == len(outcomes) == len(alone.splitlines()), f"{len(rows)} rows, {len(outcomes)} ids"
    for row in rows:
        said = outcomes[os.path.basename(row["File"]).removesuffix(".yaml")]
        told = [said[key] for key in ("worst", "if_proved", "best", "assured", "claimed", "potential")]
        told += [str(said["flags"]["raised"]), str(said["open"])]
        columns = [name for name in row if name.startswith("Risk")] + ["Assured", "Claimed", "At most"]
        assert [row[name] for name in columns + ["Flags raised", "Open questions"]] == told, row["File"]
    return len(rows)


def main():
    duly = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/duly")
    records = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        lay_out(folder, records)
        source, out = os.path.join(folder, "in.jsonl"), os.path.join(folder, "out")
        os.mkdir(out)
        command = [duly, *BY, os.path.join(folder, "policy.toml")]
        begun = time.monotonic()
        with open(source, "rb") as lines:
            alone = subprocess.run(command, stdin=lines, stdout=subprocess.PIPE, check=True).stdout
        print(f"{records:,} records, {os.path.getsize(source) >> 20} MB; one `duly stream --jobs 1`: "
              f"{time.monotonic() - begun:.1f} s", flush=True)
        files = os.path.join(folder, "files")
        as_files(source, files)
        begun = time.monotonic()
        table = export(duly, files, command[-1])
        print(f"the same as files, `duly export --summary -f csv`: {time.monotonic() - begun:.1f} s; "
              f"{agree(alone.decode(), table)} rows say the same", flush=True)
        python = os.path.join(HERE, "target/spark/bin/python")
        drive, job = (os.path.join(HERE, path) for path in ("tests/spark/drive.py", "docs/spark/judge.py"))
        ran = subprocess.run([python, drive, job, source, out, "8", *command], stdout=subprocess.PIPE, check=True)
        took = json.loads(ran.stdout)
        for way in ("pipe", "pandas", "pipe-killed", "pandas-killed"):
            with open(os.path.join(out, way), "rb") as lines:
                assert lines.read() == alone, f"{way}: other lines than one stream gives"
        print(took)


if __name__ == "__main__":
    main()
