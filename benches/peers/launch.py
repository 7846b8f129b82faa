"""Runs one command after the other for run.py: reads a line of arguments, writes a line `seconds kilobytes exit-code`.

A program starts with the peak memory of the one that starts it, so the starter is this small one and not run.py.
"""

import os
import sys
import time

for line in sys.stdin:
    out, *command = line.rstrip("\n").split("\0")
    opened = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    begun = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, opened, 1)])
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begun
    os.close(opened)
    print(seconds, usage.ru_maxrss, os.waitstatus_to_exitcode(status), flush=True)
