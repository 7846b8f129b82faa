#!/usr/bin/env python3
"""Measures what an invented company costs with all that looks at many vendors at once: processor time and memory.

    cargo build --release && python3 benches/company.py [target/release/duly] [how many vendors ...]

The company is that of tests/it/support/company.rs, over two years, the same in every run. Each command runs three times
and the fastest counts. Beside each stands its time as a multiple of the summary as a table, which judges every vendor
once and no more; time is that of the processor, on both cores. Needs Unix and nothing but Python's standard library.
"""

import os
import subprocess
import sys
import tempfile

from hostile import MB, run

RULES = ["--policy", "policy.toml", "--as-of", "2026-11-23", "-q"]
COMMANDS = [
    ["export", "now", "--summary", "-f", "csv"],
    ["assess", "now"],
    ["assess", "now", "--all"],
    ["assess", "now", "--before", "then"],
    ["export", "now", "--summary", "-f", "json", "--before", "then"],
    ["export", "now", "--summary", "-f", "html", "--before", "then"],
    ["export", "now", "--summary", "-f", "html", "--before", "then", "--for", "board"],
    ["due", "now", "--within", "90d"],
    ["due", "now", "-f", "ics"],
]


def lay_out(folder, vendors):
    command = ["cargo", "test", "--locked", "--quiet", "--test", "it", "lay_out_the_company", "--", "--ignored"]
    wanted = {"COMPANY_FOLDER": folder, "COMPANY_VENDORS": str(vendors)}
    subprocess.run(command, env=os.environ | wanted, stdout=subprocess.DEVNULL, check=True)


def measured(duly, vendors):
    with tempfile.TemporaryDirectory() as folder:
        lay_out(folder, vendors)
        files = os.listdir(os.path.join(folder, "now"))
        size = sum(os.path.getsize(os.path.join(folder, "now", name)) for name in files)
        print(f"\n{vendors} vendors, {size / MB:.1f} MB of answers and reviews\n")
        print("| Command | Processor time | Of the table | Most memory |\n|---|---|---|---|")
        table = None
        for command in COMMANDS:
            runs = [run(duly, folder, command + RULES) for _ in range(3)]
            codes = {code for _, _, code in runs}
            assert codes == {0}, f"{command}: exit codes {codes}"
            took = min(took for took, _, _ in runs)
            table = table or took
            used = max(used for _, used, _ in runs)
            print(f"| `{' '.join(command)}` | {took:.2f} s | {took / table:.2f} | {used / MB:.0f} MB |")


def main():
    duly = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/duly")
    for vendors in [int(count) for count in sys.argv[2:]] or [300, 3000, 10000]:
        measured(duly, vendors)


if __name__ == "__main__":
    main()
