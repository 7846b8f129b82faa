#!/usr/bin/env python3
"""Measures hostile files: time of the processor and memory of one run of `duly`.

    cargo build --release && python3 benches/hostile.py [target/release/duly] [how many to list]

First those of tests/hostile/, through `duly check` and `duly assess`: each may take 100 ms and 64 MB, and of three runs
the fastest counts. Then workbooks and tables in their full size (tests/it/security/workbooks.rs), through `duly import`:
each may take a second and 80 MB. Then the largest that are legal, in every shape of tests/it/security/largest.rs, through every
command: each may take a second and 512 MB. Time is that of the processor: how long a run waited for other programs is no
matter of the file. Needs Unix and nothing but Python's standard library.
"""

import os
import subprocess
import sys
import tempfile

MB = 1 << 20


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


def measured(duly, test, times):
    """For each command: seconds, bytes, name of the case, arguments, size of the case's files."""
    found = []
    with tempfile.TemporaryDirectory() as root:
        command = ["cargo", "test", "--locked", "--quiet", "--test", "it", test, "--", "--ignored"]
        subprocess.run(command, env=os.environ | {"HOSTILE_FOLDER": root}, stdout=subprocess.DEVNULL, check=True)
        with open(os.path.join(root, "commands.tsv"), encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("\t") for line in file]
        for name, folder, args in lines:
            size = sum(file.stat().st_size for file in os.scandir(folder) if file.is_file(follow_symlinks=False))
            runs = [run(duly, folder, args.split(" ")) for _ in range(times)]
            codes = {code for _, _, code in runs}
            assert codes <= {0, 1, 2}, f"{name}: {args}: exit codes {codes}"
            found.append((min(took for took, _, _ in runs), max(used for _, used, _ in runs), name, args, size))
    return found


def hostile(duly, shown, test, seconds, megabytes):
    found = measured(duly, test, 3)
    print(f"{len({name for _, _, name, _, _ in found})} cases, {len(found)} commands, three times each")
    for title, place in (("slowest", 0), ("largest", 1)):
        print(f"{title}:")
        for took, used, name, args, _ in sorted(found, key=lambda one: -one[place])[:shown]:
            print(f"  {took * 1000:6.1f} ms  {used / MB:5.1f} MB  {args.split(' ')[0]:6}  {name}")
    over = [one for one in found if one[0] > seconds or one[1] > megabytes * MB]
    print(f"above {seconds * 1000:.0f} ms or {megabytes} MB: {len(over)}\n")
    return over


def largest(duly, shown):
    found = measured(duly, "lay_out_the_largest", 1)
    shapes = {name: size for _, _, name, _, size in found}
    print(f"the largest that are legal: {len(shapes)} shapes, {len(found)} commands")
    print("| Shape | Files | Slowest command | Time | Most memory |\n|---|---|---|---|---|")
    for name, size in shapes.items():
        own = [one for one in found if one[2] == name]
        took, _, _, args, _ = max(own)
        words = [word for word in args.split(" --as-of")[0].split(" --questionnaire")[0].split(" ") if ".yaml" not in word]
        most = max(used for _, used, _, _, _ in own)
        print(f"| {name} | {size / MB:.1f} MB | `{' '.join(words)}` | {took:.2f} s | {most / MB:.0f} MB |")
    over = [one for one in found if one[0] > 1 or one[1] > 512 * MB]
    print(f"above a second or 512 MB: {len(over)}")
    for took, used, name, args, _ in sorted(over, reverse=True)[:shown]:
        print(f"  {took:6.2f} s  {used / MB:5.0f} MB  {args}  {name}")
    return over


def main():
    duly = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/duly")
    shown = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    over = [
        hostile(duly, shown, "lay_out_what_is_measured", 0.1, 64),
        hostile(duly, shown, "lay_out_the_workbooks", 1, 80),
        largest(duly, shown),
    ]
    sys.exit(1 if any(over) else 0)


if __name__ == "__main__":
    main()
