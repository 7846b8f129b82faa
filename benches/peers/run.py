#!/usr/bin/env python3
"""duly beside Python with libyaml and Node with js-yaml, on the same answers in the same run: do they agree, how long, how
much memory.

    run.py [--duly PROGRAM] [--seed N] [--runs N] [--vendors N ...]     agreement and times
    run.py [--duly PROGRAM] --agree N                                   agreement alone, on N files and the examples
"""

import argparse
import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import generate
import questions
import score

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
AS_OF = str(generate.AS_OF)
JOBS = "2"
SIZE = 22_000  # the one vendor is the one whose file is nearest to this

# How duly writes exact totals of the answers in {files} to {out}, which are compared; and how many vendors are judged, a
# row each, which is timed. A line of JSON holds the whole report, a hundred times what a peer writes.
EXACT = "{duly} export --no-review --policy {policy} --as-of {as_of} --quiet --format json --output {out} {files}"
DULY = "{duly} export --no-review --policy {policy} --as-of {as_of} --quiet --format csv --summary --output {out} {files}"
COMPARED = 1000  # more lines of JSON fill disks


def duly_totals(out: pathlib.Path):
    """A line of totals for each line of JSON."""
    with out.open(encoding="utf-8") as lines:
        for line in lines:
            overall = json.loads(line)["overall"]
            yield "- - -" if overall is None else f"{overall['assured']} {overall['claimed']} {overall['unknown']}"


PEERS = {
    "Python, libyaml": "{python} {here}/score.py {table} {as_of} --jobs {jobs} {files}",
    "Node, js-yaml": "node {here}/score.mjs {table} {as_of} --jobs {jobs} {files}",
}


PROGRAMS = {"duly": DULY, **PEERS}


@dataclasses.dataclass
class Run:
    seconds: float
    megabytes: float


class Bench:
    def __init__(self, duly: pathlib.Path, folder: pathlib.Path) -> None:
        self.folder = folder
        self.words = {
            "duly": str(duly.resolve()),
            "python": sys.executable,
            "here": str(HERE),
            "as_of": AS_OF,
            "policy": str(folder / "policy.toml"),
            "table": str(folder / "table.json"),
        }
        # the policy where none is written, so that one which lies further up cannot change the totals, but that documents
        # count where they are named: the generator writes none
        (folder / "policy.toml").write_text('format = "duly/policy@1"\n[evidence]\nmust_be = "named"\n', encoding="utf-8")
        (folder / "table.json").write_text(json.dumps(questions.table(), ensure_ascii=False), encoding="utf-8")

        start = [sys.executable, "-I", "-S", str(HERE / "launch.py")]
        self.launcher = subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def command(self, pattern: str, files: list, out: pathlib.Path, jobs: str) -> list:
        words = {**self.words, "out": str(out), "jobs": jobs}
        return [part for word in pattern.split() for part in (files if word == "{files}" else [word.format(**words)])]

    def run(self, name: str, files: list, jobs: str = "1") -> tuple[Run, pathlib.Path]:
        """One whole process, from its start to its end."""
        out = self.folder / f"totals-{name[:4]}"
        command = self.command(PROGRAMS.get(name, EXACT), files, out, jobs)
        self.launcher.stdin.write("\0".join([str(out) if name in PEERS else os.devnull, *command]) + "\n")
        self.launcher.stdin.flush()
        seconds, kilobytes, code = self.launcher.stdout.readline().split()
        if code != "0":
            sys.exit(f"{name} ends with {code}: {' '.join(command)[:300]}")
        return Run(float(seconds), int(kilobytes) / 1024), out

    def agree(self, files: list, jobs: str) -> dict:
        """Runs all three, and ends the program where a total of one differs in the least."""
        runs, totals = {}, {}
        for name in PROGRAMS:
            runs[name], out = self.run(name, files, jobs)
            if name in PEERS:
                totals[name] = out.read_text(encoding="utf-8").splitlines()
            elif len(out.read_text(encoding="utf-8").splitlines()) != len(files) + 1:
                sys.exit(f"{len(files)} files, another number of rows")
            out.unlink()
        _, out = self.run("exact", files[:COMPARED], jobs)
        exact = list(duly_totals(out))
        out.unlink()
        for name in PEERS:
            if len(totals[name]) != len(files) or len(exact) != min(COMPARED, len(files)):
                sys.exit(f"{len(files)} files, {len(exact)} totals of duly, {len(totals[name])} of {name}")
            for file, ours, theirs in zip(files, exact, totals[name]):
                if ours != theirs:
                    sys.exit(f"{file}: duly says {ours}, {name} says {theirs}")
        print(f"all agree on {len(exact)} files, to the last digit", flush=True)
        return runs

    def check(self, files: list) -> None:
        """duly finds no error in what was generated; warnings are part of life."""
        for file in files:
            command = [self.words["duly"], "check", file, "--as-of", AS_OF]
            done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"{file} has errors:\n{done.stdout}{done.stderr}")


def show(title: str, runs: dict) -> None:
    """A table of best, median and peak, and how many times as long as duly's median."""
    print(f"\n{title}\n{'':18} {'best':>10} {'median':>10} {'of duly':>9} {'peak memory':>12}")
    medians = {name: statistics.median(run.seconds for run in some) for name, some in runs.items()}
    for name, some in runs.items():
        best = min(run.seconds for run in some)
        peak = max(run.megabytes for run in some)
        memory = f"{peak:9.0f} MB" if peak else ""
        print(f"{name:18} {clock(best):>10} {clock(medians[name]):>10} {medians[name] / medians['duly']:8.2f}x {memory:>12}")
    sys.stdout.flush()


def clock(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def floor(files: list) -> Run:
    """Reading the files and seeing that they are UTF-8, on one core: nobody can do with less."""
    begun = time.perf_counter()
    for file in files:
        with open(file, "rb") as opened:
            opened.read().decode("utf-8")
    return Run(time.perf_counter() - begun, 0)


def one_vendor(bench: Bench, file: str, runs: int) -> None:
    some = {name: [] for name in PROGRAMS}
    for _ in range(runs):  # in turn, so that a busy moment of the machine meets all of them
        for name, so_far in some.items():
            so_far.append(bench.run(name, [file])[0])
    show(f"one vendor, {os.path.getsize(file)} bytes, {runs} whole processes each", some)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--duly", type=pathlib.Path, default=ROOT / "target" / "release" / "duly")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--vendors", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--agree", type=int, metavar="N")
    chosen = parser.parse_args()
    count = chosen.agree or max(chosen.vendors)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(chosen.duly, pathlib.Path(folder))
        generate.write(bench.folder / "vendors", count, chosen.seed)
        files = score.files([bench.folder / "vendors"])
        bench.check(files[:50])
        # those to the newest version, which the table holds
        named = f"questionnaire: {questions.table()['questionnaire']}"
        examples = score.files([ROOT / "examples"])
        bench.agree([file for file in examples if named in pathlib.Path(file).read_text(encoding="utf-8")], "1")
        if chosen.agree:
            bench.agree(files, JOBS)
            return
        one_vendor(bench, min(files[:50], key=lambda file: abs(os.path.getsize(file) - SIZE)), chosen.runs)
        for many in chosen.vendors:
            some = files[:many]
            read = floor(some)
            runs = {name: [run] for name, run in bench.agree(some, JOBS).items()}
            show(f"{many} vendors, {JOBS} jobs", {**runs, "reading and UTF-8": [read]})


if __name__ == "__main__":
    main()
