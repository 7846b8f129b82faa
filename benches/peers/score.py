#!/usr/bin/env python3
"""Scores answers files with PyYAML on libyaml: one line a file, `assured claimed unknown` as exact fractions.

    score.py TABLE.json AS_OF [--jobs N] FILE...

A FILE that is a folder stands for the answers in it. What the three numbers are: README.md.
"""

import argparse
import calendar
import datetime
import json
import math
import multiprocessing
import pathlib

import yaml

# Words as they are written: neither `yes` nor a date becomes something else. It is also the fastest loader there is.
LOADER = yaml.CBaseLoader


class Scorer:
    def __init__(self, table: dict, as_of: str) -> None:
        self.table, self.as_of = table, as_of
        self.today = datetime.date.fromisoformat(as_of)

    def score(self, path: str) -> str:
        with open(path, "rb") as file:
            return self.totals(yaml.load(file.read().decode("utf-8"), LOADER))

    def totals(self, file: dict) -> str:
        """Adds up what counts: see `The total` in README.md."""
        answers, register = file.get("answers") or {}, file.get("evidence") or {}
        parts, categories = self.table["parts"], self.table["categories"]
        seen = {}  # question: (is it asked: True, False or None, its answer)
        for question in self.table["questions"]:
            given = answers.get(question["id"])
            given = given if isinstance(given, dict) else {"answer": given}
            asked = True if question["when"] is None else self.holds(question["when"], seen)
            seen[question["id"]] = (asked, self.answer(question, given), given.get("evidence") or [])
        unproved = set().union(*(each["questions"] for each in self.table["contradictions"] if self.holds(each["when"], seen)))
        whole = assured = claimed = unknown = 0
        for question in self.table["questions"]:
            asked, answer, cited = seen[question["id"]]
            if asked is False or question["weight"] == 0 or asked and answer == "n/a":
                continue
            grains = question["weight"] * categories[question["category"]]["factor"]
            whole += grains
            if asked is None or not isinstance(answer, tuple):
                unknown += grains
                continue
            worth = grains * self.worth(question, answer[0])
            claimed += worth
            assured += worth * self.credit(question, [] if question["id"] in unproved else cited, register)
        return f"{points(assured, whole * parts)} {points(claimed * 100, whole * parts)} {points(unknown * 100, whole)}"

    def holds(self, when: list, seen: dict):
        """Three-valued: None where it is not known whether the condition holds. What is at stake we never know here."""
        if when[0] == "is":
            asked, answer, _ = seen.get(when[1], (None, None, None))
            if asked is False:
                return False
            if asked is None or not isinstance(answer, tuple):
                return None
            return any(option in when[2] for option in answer[0])
        parts = [self.holds(part, seen) for part in when[1]]
        if when[0] == "not":
            return None if parts[0] is None else not parts[0]
        decides = when[0] == "any"
        return decides if decides in parts else None if None in parts else not decides

    def answer(self, question: dict, given: dict):
        """What is meant: a tuple that holds it, `n/a` that may count, or None for anything that is not known."""
        written = given.get("answer")
        words = [word.strip().lower() for word in (written if isinstance(written, list) else [written or ""])]
        if words in ([], [""], ["unknown"]):
            return None
        if words == ["n/a"]:
            return "n/a" if question["not_applicable"] == "allowed" and (given.get("comment") or "").strip() else None
        form = question["form"]
        if form in ("one", "many"):
            return ([question["names"][word] for word in words],)
        if form == "number":
            return (int(words[0]),)
        if form == "date" and words[0] != "never":
            days = (self.today - datetime.date.fromisoformat(words[0])).days
            if question["counts"] == "days-left":
                return (-days,)
            return (days,) if days >= 0 else None
        return (words[0],)

    def worth(self, question: dict, value) -> int:
        parts, form = self.table["parts"], question["form"]
        if form == "one":
            return question["worth"][value[0]] * parts // 100
        if form == "many":
            full = question["full_at"]
            return min(full, sum(question["worth"][option] for option in value)) * parts // full
        if value == "never":
            return question["never"] * parts // 100
        at_most = question["side"] == "at_most"
        holds = (worth for bound, worth in question["steps"] if (value <= bound if at_most else value >= bound))
        return next(holds, 0) * parts // 100

    def credit(self, question: dict, cited, register: dict) -> int:
        credits = self.table["credits"]
        return max((self.item(question, register[item] if isinstance(item, str) else item) for item in cited), default=credits["claimed"])

    def item(self, question: dict, item: dict) -> int:
        credits = self.table["credits"]
        issued, until = item.get("issued"), item.get("valid_until")
        kind = item.get("kind")
        fits = not question["kinds"] or kind in question["fit"]
        if not item.get("location") or not issued or issued > self.as_of or not fits:
            return credits["claimed"]
        months = self.table["months"][kind] if kind else self.table["otherwise"]
        until = min(filter(None, [until, months and plus_months(issued, months)]), default=None)
        return credits["expired"] if until and until < self.as_of else credits["documented"]


def plus_months(day: str, months: int) -> str:
    at = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    year, month = at // 12, at % 12 + 1
    return f"{year:04}-{month:02}-{min(int(day[8:]), calendar.monthrange(year, month)[1]):02}"


def points(part: int, whole: int) -> str:
    if whole == 0:
        return "-"
    common = math.gcd(part, whole)
    return str(part // common) if whole == common else f"{part // common}/{whole // common}"


def files(named: list) -> list:
    found = []
    for path in map(pathlib.Path, named):
        inside = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        found += [str(file) for file in inside if not file.name.endswith(".review.yaml")]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=pathlib.Path)
    parser.add_argument("as_of")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--jobs", type=int, default=1)
    chosen = parser.parse_args()
    scorer = Scorer(json.loads(chosen.table.read_text(encoding="utf-8")), chosen.as_of)
    named = files(chosen.files)
    if chosen.jobs == 1:
        print("\n".join(map(scorer.score, named)))
        return
    with multiprocessing.Pool(chosen.jobs) as pool:
        print("\n".join(pool.imap(scorer.score, named, chunksize=100)))


if __name__ == "__main__":
    main()
