#!/usr/bin/env python3
"""Measures the hostile files of tests/hostile/: time and memory of `duly check` and `duly assess` on each.

    cargo build --release && python3 benches/hostile.py [target/release/duly] [how many to list]

Each may take 100 ms and 64 MB. Of three runs the fastest counts, and of its time that of the processor: one thread does all
the work, and how long it waited for other programs is no matter of the file.
Needs Unix and nothing but Python's standard library.
"""

import os
import subprocess
import sys
import tempfile

MOST_SECONDS, MOST_BYTES = 0.100, 64 << 20


def run(duly, folder, args):
    """Seconds, bytes and exit code of one run."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.execve(duly, [duly, *args], {"LC_ALL": "C"})
    _, status, usage = os.wait4(child, 0)
    took = usage.ru_utime + usage.ru_stime
    unit = 1 if sys.platform == "darwin" else 1024
    return took, usage.ru_maxrss * unit, os.waitstatus_to_exitcode(status)


def main():
    duly = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/duly")
    shown = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as root:
        command = ["cargo", "test", "--locked", "--quiet", "--test", "it", "lay_out_what_is_measured", "--", "--ignored"]
        subprocess.run(command, env=os.environ | {"HOSTILE_FOLDER": root}, stdout=subprocess.DEVNULL, check=True)
        with open(os.path.join(root, "commands.tsv"), encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("\t") for line in file]
        found = []
        for name, folder, args in lines:
            runs = [run(duly, folder, args.split(" ")) for _ in range(3)]
            codes = {code for _, _, code in runs}
            assert codes <= {0, 2}, f"{name}: exit codes {codes}"
            found.append((min(took for took, _, _ in runs), max(size for _, size, _ in runs), name, args.split(" ")[0]))
    print(f"{len({name for _, _, name, _ in found})} cases, {len(found)} commands, three times each")
    for title, place in (("slowest", 0), ("largest", 1)):
        print(f"{title}:")
        for took, size, name, verb in sorted(found, key=lambda one: -one[place])[:shown]:
            print(f"  {took * 1000:6.1f} ms  {size / (1 << 20):5.1f} MB  {verb:6}  {name}")
    over = [one for one in found if one[0] > MOST_SECONDS or one[1] > MOST_BYTES]
    print(f"above 100 ms or 64 MB: {len(over)}")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
