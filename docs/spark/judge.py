"""Judges vendors with `duly stream` on Apache Spark: a line of JSON in for each, a line out.

    spark-submit judge.py --policy /etc/duly.toml --as-of 2026-11-23 [--way pipe|pandas] [--full] RECORDS OUTCOMES

RECORDS is what Spark reads as text: a record in each line, as `duly generate schema stream-in` describes it. OUTCOMES
is the folder that Spark writes, a line for each record, in their order within each partition. `duly` and the policy lie
on every machine, under the same path. Policy, day and language are named to `duly` in any case: then a task that Spark
starts again gives the same lines, whenever and wherever that is.
"""

import argparse
import datetime
import json
import os
import shlex
import subprocess
import threading

KEYS = ("id", "answers", "review", "papers")


def by_pipe(records, command):
    """An RDD of outcomes, as lines, for one of records, as lines: one process for each partition."""
    path = {"PATH": os.environ.get("PATH", os.defpath)}  # Spark starts programs with nothing in their environment
    return records.pipe(shlex.join(command), env=path, checkCode=True)


OUTCOME = "id string, judged boolean, rated boolean, worst string, outcome string"


def by_pandas(records, command):
    """A table of outcomes (id, judged, rated, worst, outcome) for one of records (id, answers, review, papers as JSON).

    An unrated vendor has a worst risk, too: that of answers nobody gave. Look at `rated` before `worst`.
    """

    def of_partition(batches):
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as duly:
            for batch in batches:
                # what is sent is read while it is judged: whoever sends all before reading any waits for ever
                sender = threading.Thread(target=send, args=(duly.stdin, batch.to_dict("records")), daemon=True)
                sender.start()
                yield received(duly.stdout, len(batch))
                sender.join()
            duly.stdin.close()
            if duly.wait() != 0:
                raise RuntimeError(f"duly ended with exit code {duly.returncode}")

    return records.mapInPandas(of_partition, OUTCOME)


def send(pipe, rows):
    try:
        for row in rows:
            pipe.write(json.dumps(record(row), default=str).encode() + b"\n")
        pipe.flush()
    except BrokenPipeError:
        pass  # it has ended, and whoever reads says so
    except BaseException:
        pipe.close()  # then it ends, and nobody waits for answers to what was never sent
        raise


def record(row):
    """What a row says. What is no text, or papers that are no JSON, go as they are: duly says what is wrong."""
    said = {key: row[key] for key in KEYS if not is_missing(row.get(key))}
    try:
        said["papers"] = json.loads(said["papers"])
    except (KeyError, TypeError, ValueError, RecursionError):
        pass
    return said


def is_missing(value):
    return value is None or (isinstance(value, float) and value != value)  # a NaN is how pandas says it


def received(pipe, count):
    import pandas

    rows = []
    for _ in range(count):
        line = pipe.readline()
        if not line.endswith(b"\n"):
            raise RuntimeError("duly ended before it had answered every record")
        outcome = json.loads(line)
        summary = outcome.get("summary", {})
        judged = (outcome["id"], outcome["judged"], summary.get("rated"), summary.get("worst"))
        rows.append((*judged, line.decode().rstrip("\n")))
    return pandas.DataFrame(rows, columns=["id", "judged", "rated", "worst", "outcome"])


def arguments():
    parser = argparse.ArgumentParser(description="Judges vendors with duly stream.")
    parser.add_argument("--way", choices=["pipe", "pandas"], default="pipe")
    parser.add_argument("--duly", default="duly", metavar="PROGRAM", help="the program, on every machine")
    parser.add_argument("--policy", required=True, metavar="FILE", help="our rules, on every machine")
    today = datetime.date.today().isoformat()
    day = "the same day for all tasks [default: today, %(default)s]"
    parser.add_argument("--as-of", default=today, metavar="DATE", help=day)
    parser.add_argument("--lang", default="en", help="[default: %(default)s]")
    parser.add_argument("--full", action="store_true", help="the whole assessment of each, too")
    parser.add_argument("records")
    parser.add_argument("outcomes")
    return parser.parse_args()


def command(args):
    """The program, with all named that another machine or another day could make otherwise."""
    by = ["--policy", args.policy, "--as-of", args.as_of, "--lang", args.lang]
    return [args.duly, "stream", "--jobs", "1", *by, *["--full"] * args.full]


def main():
    args = arguments()

    from pyspark.sql import SparkSession
    from pyspark.sql.functions import from_json

    builder = SparkSession.builder.appName("duly")
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 256).getOrCreate()
    if args.way == "pandas":
        fields = "id string, answers string, review string, papers string"
        lines = spark.read.text(args.records)
        records = lines.select(from_json("value", fields).alias("record")).select("record.*")
        by_pandas(records, command(args)).select("outcome").write.text(args.outcomes)
    else:
        by_pipe(spark.sparkContext.textFile(args.records), command(args)).saveAsTextFile(args.outcomes)
    spark.stop()


if __name__ == "__main__":
    main()
