#!/usr/bin/env python3
"""Writes many answers files of about 18 KB for `duly assess FOLDER`: the same files for the same number.

    python3 benches/many/generate.py FOLDER 10000
    /usr/bin/time -v target/release/duly assess FOLDER > /dev/null

They are the example nordkontakt.yaml, with longer comments and some answers left out, from a seed.
"""

import pathlib
import random
import sys

SIZE = 18_000
WORDS = "the rule holds for every agent and was checked in the last audit by the team that runs the service".split()


def answers(example: str, number: int) -> str:
    chance = random.Random(number)
    lines = [line for line in example.splitlines() if not (line.startswith("  ") and chance.random() < 0.05 and one_line(line))]
    text = "\n".join(lines).replace("NordKontakt AB", f"Vendor {number:05} AB", 2)
    while len(text) < SIZE:
        text += "\n# " + " ".join(chance.choices(WORDS, k=18))
    return text + "\n"


def one_line(line: str) -> bool:
    """An answer that stands on one line of its own and can be left out."""
    return line.rstrip().endswith("}") and ".pdf" not in line and ".csv" not in line and ".xlsx" not in line


def main() -> None:
    folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    example = (pathlib.Path(__file__).parents[2] / "examples" / "nordkontakt.yaml").read_text(encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"vendor-{number:05}.yaml").write_text(answers(example, number), encoding="utf-8")


main()
