#!/usr/bin/env python3
"""The built-in questionnaire as a table of numbers, for the generator and for both peers.

    questions.py TABLE.json

Neither peer then has to read 200 KB of question texts at every start, as duly has no need to either: their times are of
the answers alone. The policy is the one in force where none is written (`duly new policy` prints it).
"""

import json
import math
import pathlib
import sys

import yaml

QUESTIONNAIRE = pathlib.Path(__file__).resolve().parents[2] / "questionnaires" / "customer-service"
WEIGHTS = {"critical": 4, "high": 3, "medium": 2, "low": 1, "info": 0}
CREDITS = {"claimed": 60, "expired": 60, "documented": 85}
NOT_APPLICABLE_CAP = 20
OTHERWISE = 12  # months that a document is current whose kind says nothing


def table() -> dict:
    """Everything that scoring and generating need to know."""
    main = read("questionnaire.yaml")
    months = {kind["id"]: kind.get("valid_months") or OTHERWISE for kind in main["evidence"]}
    stands_for = {kind["id"]: kind.get("stands_for", []) for kind in main["evidence"]}
    contradictions = [condition(entry["when"]) for entry in main["contradictions"]]
    categories, questions = [], []
    for name in main["categories"]:
        category = read(name)
        asked = [question(entry, category["id"], len(categories), main["scales"], stands_for) for entry in category["questions"]]
        questions += asked
        categories.append({"id": category["id"], "weight": category["weight"], "of": sum(q["weight"] for q in asked)})
    common = math.lcm(*(category["of"] for category in categories))
    for category in categories:
        # what a question's weight is multiplied with, so that its share of the category's needs no fraction
        category["factor"] = common // category["of"] * category["weight"]
        assert_below_cap(category["id"], [q for q in questions if q["category"] == categories.index(category)])
    return {
        "questionnaire": f"{main['id']}@{main['version']}",
        "credits": CREDITS,
        # every value of every question is a whole number of this many parts
        "parts": math.lcm(100, *(q["full_at"] for q in questions if q["form"] == "many")),
        "otherwise": OTHERWISE,
        "months": {kind: None if count == "never" else count for kind, count in months.items()},
        # where one of them holds, no paper proves the answers that it looks at
        "contradictions": [{"when": when, "questions": sorted(looked_at(when))} for when in contradictions],
        "categories": categories,
        "questions": in_asking_order([{"at": at, **q} for at, q in enumerate(questions, 1)]),
    }


def assert_below_cap(category: str, questions: list) -> None:
    """The policy caps how much of a category may be n/a. No answer to this questionnaire gets there: peers need no cap."""
    most = sum(q["weight"] for q in questions if q["not_applicable"] == "allowed")
    least = sum(q["weight"] for q in questions if q["when"] is None)
    assert 100 * most <= NOT_APPLICABLE_CAP * least, f"the n/a cap can be reached in {category}: teach it to the peers"


def read(name: str) -> dict:
    return yaml.load((QUESTIONNAIRE / name).read_text(encoding="utf-8"), yaml.CSafeLoader)


def question(entry: dict, category: str, at: int, scales: dict, stands_for: dict) -> dict:
    kinds = entry.get("evidence", [])
    return {
        "id": f"{category}.{entry['id']}",
        "category": at,
        "weight": 0 if entry["answer"] == "text" else WEIGHTS[entry["importance"]],
        "when": condition(entry["when"]) if "when" in entry else None,
        "not_applicable": entry.get("not_applicable", "allowed"),
        "kinds": kinds,
        # kinds that stand for one which is asked for do as well; a question that names none takes any
        "fit": kinds + [kind for kind, others in stands_for.items() if kind not in kinds and set(others) & set(kinds)],
        **form(entry["answer"], scales),
    }


def condition(when: dict) -> list:
    """A condition as `[word, ...]`: `all` or `any` of others, `not` of one, or `is` of a question and its options."""
    parts = []
    for name, value in when.items():
        if name in ("all", "any"):
            parts.append([name, [condition(part) for part in value]])
        elif name == "not":
            parts.append([name, [condition(value)]])
        else:
            assert isinstance(value, list), f"{name}: a condition of a kind that these scripts do not know"
            parts.append(["is", name, value])
    return parts[0] if len(parts) == 1 else ["all", parts]


def looked_at(when) -> set:
    """The answers that a condition looks at. What is at stake is never known here."""
    if when is None:
        return set()
    if when[0] != "is":
        return set().union(*map(looked_at, when[1]))
    return set() if when[1].startswith("inherent_risk.") else {when[1]}


def form(answer, scales: dict) -> dict:
    if answer == "text":
        return {"form": "text"}
    if isinstance(answer, str):
        return choices("one", scales[answer], "value")
    if "choose_one" in answer:
        return choices("one", answer["choose_one"], "value")
    if "choose_many" in answer:
        many = answer["choose_many"]
        return {**choices("many", many["options"], "points"), "full_at": many["full_at"]}
    kind = "number" if "number" in answer else "date"
    details = answer[kind]
    side = "at_most" if "at_most" in details["steps"][0] else "at_least"
    # the tightest step comes first, so that the first one that holds is the one that counts
    steps = sorted(([step[side], step["value"]] for step in details["steps"]), reverse=side == "at_least")
    return {"form": kind, "side": side, "steps": steps, "counts": details.get("counts"), "never": details.get("never"), "max": details.get("max")}


def choices(kind: str, options: list, worth: str) -> dict:
    names = {}
    for option in options:
        for label in option["label"].values():
            names.setdefault(label.strip().lower(), option["id"])
    for option in options:
        names[option["id"].lower()] = option["id"]
    exclusive = [option["id"] for option in options if option.get("exclusive")]
    return {"form": kind, "names": names, "worth": {option["id"]: option[worth] for option in options}, "exclusive": exclusive}


def in_asking_order(questions: list) -> list:
    """No question stands before one that its condition looks at."""
    done, waiting = {}, list(questions)
    while waiting:
        ready = [q for q in waiting if looked_at(q["when"]) <= done.keys()]
        assert ready, "conditions in a circle, or of a kind that these scripts do not know"
        done.update((q["id"], q) for q in ready)
        waiting = [q for q in waiting if q["id"] not in done]
    return list(done.values())


if __name__ == "__main__":
    pathlib.Path(sys.argv[1]).write_text(json.dumps(table(), ensure_ascii=False), encoding="utf-8")
