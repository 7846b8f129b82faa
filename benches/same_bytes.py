#!/usr/bin/env python3
"""Whether two programs say the same, byte for byte: what they print, what they complain of, how they end.

    same_bytes.py BEFORE AFTER [--vendors N] [--seed N] [--hostile FOLDER | --no-hostile]

Generated answers (peers/generate.py), the same with something in each of them damaged, the examples in every format,
and all hostile files go through `check` and `export`. A document is what one vendor comes to, or what one command
prints. The first difference ends the run with exit code 1. The hostile files are laid out by a test, which is compiled
for that; --hostile names a folder in which that was done
(HOSTILE_FOLDER=FOLDER cargo test --test it lay_out_what_is_measured -- --ignored). Needs Unix and nothing but Python's
standard library.
"""

import argparse
import dataclasses
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE / "peers"))
import generate  # noqa: E402

JUDGED = ["--as-of", str(generate.AS_OF), "--quiet"]
TABLE = ["export", "-f", "csv", "--summary"]
WHOLE = ["export", "-f", "json"]
CHECKED = ["check", "-f", "json"]
# what a slip of a hand, or somebody who wants to mislead, may leave in a file
SLIPS = ["", " ", "\n", "\t", "\r", "\0", ":", ": ", "- ", "'", '"', "[", "}", ",", "#", " # ", "&a ", "*a", "|"]
SLIPS += ["å", "\u202e", "😀"]


@dataclasses.dataclass
class Command:
    folder: pathlib.Path
    args: list
    lines_are_documents: bool = False


def run(program: pathlib.Path, command: Command, errors) -> subprocess.Popen:
    return subprocess.Popen(
        [program, *command.args],
        cwd=command.folder,
        env={"LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=errors,
    )


def differ(command: Command, what: str, before, after) -> None:
    if isinstance(before, bytes) and isinstance(after, bytes):
        differing = (at for at, (one, other) in enumerate(zip(before, after)) if one != other)
        at = next(differing, min(len(before), len(after)))
        before, after = (f"…{text[max(0, at - 60) : at + 60]}…" for text in (before, after))
    told = f"not the same: {what} of `duly {' '.join(command.args)}` in {command.folder}"
    sys.exit(f"{told}\n  before: {before}\n  after:  {after}")


def compare(programs: list, command: Command) -> int:
    """How many documents were the same; the first that is not ends the program."""
    with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as other_errors:
        files = (errors, other_errors)
        runs = [run(program, command, file) for program, file in zip(programs, files)]
        lines = 0
        for lines, (one, other) in enumerate(itertools.zip_longest(*(run.stdout for run in runs)), 1):
            if one != other:
                differ(command, f"line {lines}", one or b"(no more)", other or b"(no more)")
        codes = [run.wait() for run in runs]
        if codes[0] != codes[1]:
            differ(command, "the exit code", *codes)
        for file in files:
            file.seek(0)
        said = [file.read() for file in files]
        if said[0] != said[1]:
            differ(command, "stderr", *said)
    return lines if command.lines_are_documents else 1


def of_folder(folder: pathlib.Path) -> list:
    judged = [Command(folder, [*args, "--no-review", *JUDGED, "."], True) for args in (TABLE, WHOLE)]
    return [*judged, Command(folder, [*CHECKED, "."])]


def generated(folder: pathlib.Path, count: int, seed: int) -> list:
    generate.write(folder, count, seed)
    return of_folder(folder)


def damaged(folder: pathlib.Path, count: int, seed: int) -> list:
    """Every file has at most three slips: something is in the place of a few letters."""
    generate.write(folder, count, seed)
    for number, path in enumerate(sorted(folder.iterdir())):
        chance = generate.Chance(seed * 7_919 + number)
        text = path.read_text(encoding="utf-8")
        for _ in range(1 + chance.below(3)):
            at = chance.below(len(text))
            text = text[:at] + chance.of(SLIPS) + text[at + chance.below(4) :]
        path.write_bytes(text.encode("utf-8"))
    return of_folder(folder)


def examples() -> list:
    folder = ROOT / "examples"
    files = sorted(path.name for path in folder.glob("*.yaml") if not path.name.endswith(".review.yaml"))
    exports = [["export", "-f", kind] for kind in ("json", "markdown", "html", "csv")]
    ways = [["assess", "--all"], CHECKED, TABLE, *exports]
    alone = [Command(folder, [*way, *JUDGED[:2], file]) for way in ways for file in files]
    return [*alone, Command(folder, ["diff", "-f", "json", *JUDGED, *files])]


def hostile(folder: pathlib.Path) -> list:
    """What the tests do with each file, and what is exported of it."""
    found = []
    for line in (folder / "commands.tsv").read_text(encoding="utf-8").splitlines():
        _, place, args = line.split("\t")
        words = args.split(" ")
        found.append(Command(pathlib.Path(place), words))
        if words[0] == "assess":
            rest = [word for word in words[1:] if word != "--all"]
            found += [Command(pathlib.Path(place), [*way, *rest]) for way in (TABLE, WHOLE)]
        else:
            found.append(Command(pathlib.Path(place), [*CHECKED, *words[1:]]))
    return found


def laid_out(folder: pathlib.Path) -> pathlib.Path:
    command = ["cargo", "test", "--locked", "--quiet", "--test", "it", "lay_out_what_is_measured", "--", "--ignored"]
    env = os.environ | {"HOSTILE_FOLDER": str(folder)}
    subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=True)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", type=pathlib.Path, nargs=2, metavar="PROGRAM")
    parser.add_argument("--vendors", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hostile", type=pathlib.Path)
    parser.add_argument("--no-hostile", action="store_true")
    chosen = parser.parse_args()
    programs = [program.resolve() for program in chosen.programs]
    with tempfile.TemporaryDirectory() as root:
        folder = pathlib.Path(root)
        kinds = {
            "generated": generated(folder / "generated", chosen.vendors, chosen.seed),
            "damaged": damaged(folder / "damaged", chosen.vendors, chosen.seed),
            "examples": examples(),
        }
        if not chosen.no_hostile:
            (folder / "hostile").mkdir()
            kinds["hostile"] = hostile(chosen.hostile or laid_out(folder / "hostile"))
        total = 0
        for kind, commands in kinds.items():
            same = sum(compare(programs, command) for command in commands)
            print(f"{kind}: {len(commands)} commands, {same} documents the same", flush=True)
            total += same
    print(f"{total} documents are the same, byte for byte")


if __name__ == "__main__":
    main()
