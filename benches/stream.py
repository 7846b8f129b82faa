#!/usr/bin/env python3
"""Measures `duly stream`: time, processor time and the most memory, for streams of every length.

    cargo build --release && python3 benches/stream.py [target/release/duly] [how many records ...]

The records are the vendors of examples/, in turn, with their reviews, sent through a pipe as they are made. Then the
same in full; then what a stream could be made of to fill the memory: a line of 2 GB without an end, and long lines. An
ordinary stream may take 32 MB, however long it is. Needs Unix and nothing but Python's standard library.
"""

import json
import os
import subprocess
import sys
import threading
import time

MB = 1 << 20
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BY = ["stream", "--as-of", "2026-11-23", "--lang", "en"]


def text(name):
    path = os.path.join(HERE, "examples", name)
    return open(path, encoding="utf-8").read() if os.path.exists(path) else None


def templates():
    names = ["nordkontakt", "nordkontakt-2025", "billigsvar", "halvklar", "allyes"]
    records = [{"answers": text(f"{name}.yaml"), "review": text(f"{name}.review.yaml")} for name in names]
    return [json.dumps(record)[1:].encode() for record in records]


def ordinary(count):
    """So many records, each under an id of its own."""
    rests = templates()
    for at in range(count):
        yield b'{"id": "%d", ' % at + rests[at % len(rests)] + b"\n"


def endless():
    for _ in range(2048):
        yield b"x" * MB


def longest(count):
    """Lines of 12 MB: answers of 4 MB, as large as they may be, whose letters are escapes."""
    head = "format: duly/answers@1\nvendor: {name: A}\nquestionnaire: customer-service@1.1.0\nanswers: {}\n#"
    long = head + "å" * ((4 * MB - len(head.encode())) // 2)
    for at in range(count):
        yield json.dumps({"id": str(at), "answers": long, "review": None}).encode() + b"\n"


def measured(duly, more, lines):
    """Seconds, seconds of the processor, bytes of memory, lines that came out and bytes that went in."""
    child = subprocess.Popen([duly, *BY, *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"LC_ALL": "C"})
    sent = [0]

    def send():
        for line in lines:
            child.stdin.write(line)
            sent[0] += len(line)
        child.stdin.close()

    begun = time.monotonic()
    sender = threading.Thread(target=send)
    sender.start()
    came = sum(part.count(b"\n") for part in iter(lambda: child.stdout.read1(MB), b""))
    sender.join()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, child.returncode
    unit = 1 if sys.platform == "darwin" else 1024
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, came, sent[0]


def main():
    duly = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/duly")
    counts = [int(count) for count in sys.argv[2:]] or [1, 1_000, 10_000, 200_000]
    runs = [(f"{count:,} records", [], ordinary(count), count) for count in counts]
    full = min(counts[-1], 10_000)
    runs += [
        (f"{full:,} records, `--jobs 1`", ["--jobs", "1"], ordinary(full), full),
        (f"{full:,} records, `--full`", ["--full"], ordinary(full), full),
        ("a line of 2 GB", [], endless(), 1),
        ("40 lines of 12 MB", [], longest(40), 40),
    ]
    print("| Stream | In | Time | Processor | Most memory |\n|---|---|---|---|---|")
    for name, more, lines, count in runs:
        took, used, memory, came, sent = measured(duly, more, lines)
        assert came == count, f"{name}: {came} lines came out"
        print(f"| {name} | {sent / MB:,.0f} MB | {took:.2f} s | {used:.2f} s | {memory / MB:.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
