#!/usr/bin/env python3
"""What it costs as there is more of it: 1 to 100,000 vendors, and 30 to 10,000 questions; drawn as benches/cost.svg.

    cost.py [--duly PROGRAM] [--most VENDORS] [--folder FOLDER]

Processor time and peak memory of whole processes, as the kernel counts them (`wait4`): the least of three runs, of one
where it takes longer than ten seconds. The vendors' files are those of benches/peers (22 KB each); beyond 1,000 they
are the same thousand under other names. Needs 50 MB of disk, hard links, and `cargo build --release` before.
"""

import argparse
import math
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "peers"))
AS_OF = "2026-11-30"
VENDORS = [1, 10, 100, 1_000, 10_000, 100_000]
QUESTIONS = [30, 100, 300, 1_000, 3_000, 10_000]


def cost(command, folder):
    """Processor seconds and peak megabytes."""
    runs = []
    while len(runs) < 3 and sum(seconds for seconds, _ in runs) < 10:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"failed: {' '.join(map(str, command))}")
        runs.append((used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
    return min(seconds for seconds, _ in runs), max(megabytes for _, megabytes in runs)


def vendors(duly, folder, most):
    """A row for each vendor: how many, seconds, megabytes."""
    made = folder / "made"
    subprocess.run([sys.executable, HERE / "peers/generate.py", made, "1000"], check=True, stdout=subprocess.DEVNULL)
    files = sorted(made.glob("*.yaml"))
    for count in (count for count in VENDORS if count <= most):
        named = folder / str(count)
        named.mkdir()
        for at in range(count):
            os.link(files[at % len(files)], named / f"{at:06}.yaml")
        command = [duly, "export", named, "--summary", "-f", "csv", "-o", folder / "table.csv", "--force", "-q"]
        yield count, *cost([*command, "--no-review", "--as-of", AS_OF], folder)


def questionnaire(count):
    """As many questions as asked for, fifty to a category, of three forms."""
    yield "format: duly/questionnaire@1\nid: grown\nversion: 1.0.0\nlanguages: [en]\ntitle: Grown\ncategories:"
    for at in range(count):
        if at % 50 == 0:
            yield f"  - id: c{at // 50}\n    title: Category {at // 50}\n    questions:"
        steps = "[{at_most: 24, value: 100}, {at_most: 48, value: 50}]"
        form = ["yes-partial-no", "yes-no", f"{{number: {{max: 1000, steps: {steps}}}}}"]
        yield f"      - id: q{at}\n        ask: Is measure {at} in place at every site, and since when?"
        yield f"        importance: high\n        answer: {form[at % 3]}"


def answers(count):
    """Answers to all of them."""
    yield "format: duly/answers@1\nvendor: {name: Grown AB}\nquestionnaire: ./grown.yaml"
    yield "answered: 2026-11-01\nanswers:"
    for at in range(count):
        yield f"  c{at // 50}.q{at}: {['yes', 'no', 36][at % 3]}"


def questions(duly, folder):
    """One vendor: how many questions, seconds, megabytes."""
    for count in QUESTIONS:
        (folder / "grown.yaml").write_text("\n".join(questionnaire(count)) + "\n")
        (folder / "answers.yaml").write_text("\n".join(answers(count)) + "\n")
        yield count, *cost([duly, "assess", "answers.yaml", "-q", "--as-of", AS_OF], folder)


def panel(left, title, rows, column, unit):
    """One curve on two logarithmic axes, each point with its figure."""
    wide, high, top = 260, 200, 50
    x = lambda value: left + wide * (math.log10(value) - lowest) / (highest - lowest)
    lowest, highest = math.log10(rows[0][0]), math.log10(rows[-1][0])
    values = [row[column] for row in rows]
    least, greatest = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    y = lambda value: top + high - high * (math.log10(value) - least) / max(greatest - least, 1)
    yield f'<text x="{left}" y="24" font-weight="bold">{title}</text>'
    for power in range(least, greatest + 1):
        at = y(10.0**power)
        yield f'<path d="M{left} {at:.1f}h{wide}" stroke="#999" stroke-width=".5"/>'
        yield f'<text x="{left - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} {unit}</text>'
    points = [(x(row[0]), y(row[column])) for row in rows]
    way = " L".join(f"{a:.1f} {b:.1f}" for a, b in points)
    yield f'<path d="M{way}" fill="none" stroke="#1f5fbf" stroke-width="2"/>'
    for (a, b), row in zip(points, rows):
        anchor = "start" if row is rows[0] else "middle"  # beside the axis, not over it
        yield f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="#1f5fbf"/>'
        yield f'<text x="{a:.1f}" y="{b - 8:.1f}" text-anchor="{anchor}">{row[column]:.2g}</text>'
        yield f'<text x="{a:.1f}" y="{top + high + 18}" text-anchor="middle">{row[0]:,}</text>'


def picture(of_vendors, of_questions):
    panels = [
        *panel(60, "Vendors: processor time", of_vendors, 1, "s"),
        *panel(410, "Vendors: most memory", of_vendors, 2, "MB"),
        *panel(760, "Questions of one vendor: processor time", of_questions, 1, "s"),
    ]
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1060 290" font-family="sans-serif" font-size="11">'
    return "\n".join([head, '<rect width="1060" height="290" fill="#fff"/>', *panels, "</svg>"]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--duly", default=HERE.parent / "target/release/duly", type=pathlib.Path)
    parser.add_argument("--most", default=VENDORS[-1], type=int)
    parser.add_argument("--folder", default=None, help="where the files are made; a temporary one by default")
    args = parser.parse_args()
    duly = args.duly.resolve()
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        of_vendors = list(vendors(duly, pathlib.Path(folder), args.most))
        of_questions = list(questions(duly, pathlib.Path(folder)))
    for name, rows in [("vendors", of_vendors), ("questions", of_questions)]:
        for count, seconds, megabytes in rows:
            print(f"{count:>8,} {name}: {seconds:.3f} s, {megabytes:.0f} MB")
    (HERE / "cost.svg").write_text(picture(of_vendors, of_questions))


if __name__ == "__main__":
    main()
