"""Runs the job of docs/spark on a real Spark with two workers, in both ways, undisturbed and with a worker that is
killed in mid-run, and says how long each took.

Called as drive.py JOB RECORDS OUTCOMES PARTITIONS COMMAND...: OUTCOMES is a folder, into which a file of lines goes for
each run, in the order of the records. Prints as JSON the seconds of each, and of one that hands the records through
`cat`, which is what Spark costs by itself.
"""

import importlib
import json
import os
import signal
import sys
import time

from pyspark import TaskContext
from pyspark.sql import SparkSession

# the first that is started with it kills its program and itself after some lines, all others are the program
KILLED_ONCE = """
import os, signal, subprocess, sys
try:
    os.mkdir(sys.argv[1])
except FileExistsError:
    os.execv(sys.argv[2], sys.argv[2:])
program = subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE)
for _ in range(20):
    sys.stdout.buffer.write(program.stdout.readline())
sys.stdout.buffer.flush()
program.kill()
os.kill(os.getpid(), signal.SIGKILL)
"""


def kills_once(mark):
    """Hands batches on; the worker of the first partition is killed behind its first batch, once."""

    def of_partition(batches):
        for at, batch in enumerate(batches):
            if at == 1 and TaskContext.get().partitionId() == 0 and not os.path.exists(mark):
                os.mkdir(mark)
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    return of_partition


def session(job):
    os.environ["PYSPARK_PYTHON"] = sys.executable  # workers are the same Python, with the same libraries
    builder = SparkSession.builder.master("local[2,4]").appName("duly")  # a task may fail four times
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.sql.execution.arrow.maxRecordsPerBatch": 64,
        "spark.driver.memory": "2g",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
    }.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    spark.sparkContext.addPyFile(job)
    return spark


def main(path, records, folder, partitions, *command):
    sys.path.insert(0, os.path.dirname(path))
    job, spark, command = importlib.import_module("judge"), session(path), list(command)
    lines = spark.sparkContext.textFile(records, int(partitions))
    table = spark.createDataFrame(lines.map(lambda line: (line,)), "value string").selectExpr(
        "from_json(value, 'id string, answers string, review string, papers string') AS record"
    )
    table = table.select("record.*")
    marks = [os.path.join(folder, name) for name in ("program-was-killed", "worker-was-killed")]
    killed = [sys.executable, "-c", KILLED_ONCE, marks[0], *command]
    disturbed = table.mapInPandas(kills_once(marks[1]), table.schema)
    in_pandas = lambda table: [row.outcome for row in job.by_pandas(table, command).collect()]
    runs = {
        "cat": lambda: job.by_pipe(lines, ["cat"]).map(len).map(str).collect(),
        "pipe": lambda: job.by_pipe(lines, command).collect(),
        "pandas": lambda: in_pandas(table),
        "pipe-killed": lambda: job.by_pipe(lines, killed).collect(),
        "pandas-killed": lambda: in_pandas(disturbed),
    }
    took = {}
    for name, run in runs.items():
        begun = time.monotonic()
        outcomes = run()
        took[name] = round(time.monotonic() - begun, 1)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.writelines(outcome + "\n" for outcome in outcomes)
    took["partitions"] = lines.getNumPartitions()
    took["killed"] = sum(os.path.exists(mark) for mark in marks)
    spark.stop()
    print(json.dumps(took))


if __name__ == "__main__":
    main(*sys.argv[1:])
