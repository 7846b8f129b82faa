#!/usr/bin/env python3
"""Writes answers files to the built-in questionnaire: the same bytes for the same seed, on any machine.

    generate.py FOLDER COUNT [--seed N]

Each is about 22 KB, in the layout that `duly new` writes and `duly record` fills in, without the explanations that `new`
puts above each question. File k does not depend on COUNT.
"""

import argparse
import datetime
import pathlib

import questions

AS_OF = datetime.date(2026, 11, 30)  # the day on which run.py has the files judged
NAMES = ["Nordsvar", "Linkontakt", "Svarshuset", "Kundbryggan", "Väst Support", "Callit", "Mälardialog", "Hello Öresund"]
CITIES = ["Luleå", "Vaasa", "Borås", "Tallinn", "Gdańsk", "Malmö", "Kraków", "Umeå"]
SUBJECTS = [
    "The team that runs the service",
    "Our security lead",
    "Every team leader",
    "The site in Luleå",
    "The supplier of the telephony",
]
VERBS = [
    "checks this every quarter,",
    "has described it in the handbook,",
    "reports exceptions to the steering group,",
    "goes through it with everybody who is new,",
]
ENDINGS = [
    "and a sample was shown to the auditors in spring.",
    "except for the staff hired for the peak season.",
    "and the last gap closes in the second quarter.",
    "as agreed with our other clients.",
]
SECOND = [
    "A plan with dates can be shown on request.",
    "The record is kept for two years.",
    "Temporary staff follow the same rule.",
    "Samma sak gäller på orten i Umeå.",
    "The figures are from October.",
]


class Chance:
    """A generator of our own (Knuth's MMIX constants), so that no version of Python changes the files."""

    def __init__(self, seed: int) -> None:
        self.state = seed
        for _ in range(4):
            self.below(1)

    def below(self, end: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % end

    def percent(self, chance: int) -> bool:
        return self.below(100) < chance

    def of(self, things: list):
        return things[self.below(len(things))]


def answers_file(table: dict, seed: int, number: int) -> str:
    chance = Chance(seed * 1_000_003 + number)
    skill = 25 + chance.below(75)
    answered = AS_OF - datetime.timedelta(days=1 + chance.below(60))
    register, documents = evidence(chance, table, answered)
    name = f"{chance.of(NAMES)} {number:05} AB"
    lines = [
        f"# {name}: answers to the questions about outsourced customer service",
        "# Filled in by the quality team; what concerns staff was answered by HR.",
        "format: duly/answers@1",
        f'vendor: {{name: {name}, country: SE, registration: "559{number:07}"}}',
        f"service: Customer service by phone and chat, {5 + chance.below(200)} agents in {chance.of(CITIES)}",
        f"questionnaire: {table['questionnaire']}",
        f"answered: {answered}",
        "",
        "evidence:",
        *register,
        "",
        "answers:",
    ]
    for question in sorted(table["questions"], key=lambda question: question["at"]):
        lines += ["", f"  # {question['at']} of {len(table['questions'])} · {question['id']}", f"  {question['id']}:"]
        lines += answer(chance, skill, question, documents, answered)
    return "\n".join(lines) + "\n"


def evidence(chance: Chance, table: dict, answered: datetime.date) -> tuple[list, dict]:
    """The register of documents, and which of them are of which kind."""
    lines, documents = [], {}
    for kind in table["months"]:
        if chance.percent(55):
            continue
        name = f"{kind}-{1 + chance.below(9)}"
        documents[kind] = name
        issued = answered - datetime.timedelta(days=chance.below(500))
        fields = [f"title: Document {chance.below(1000)} on {kind}", f"kind: {kind}"]
        if chance.percent(95):
            fields.append(f"issued: {issued}")
        if chance.percent(15):
            fields.append(f"valid_until: {issued + datetime.timedelta(days=chance.below(1200))}")
        if chance.percent(95):
            fields.append(f"location: evidence/{name}.pdf")
        lines.append(f"  {name}: {{{', '.join(fields)}}}")
    return lines, documents


def answer(chance: Chance, skill: int, question: dict, documents: dict, answered: datetime.date) -> list:
    written = one_answer(chance, skill, question, answered)
    lines = [f"    answer: {written}".rstrip(), "    comment: |"]
    if written == "n/a" or chance.percent(28):
        lines.append(f"      {chance.of(SUBJECTS)} {chance.of(VERBS)}")
        lines.append(f"      {chance.of(ENDINGS)}")
        if chance.percent(30):
            lines.append(f"      {chance.of(SECOND)}")
    fitting = [documents[kind] for kind in question["kinds"] if kind in documents]
    return [*lines, f"    evidence: [{', '.join(fitting)}]"]


def one_answer(chance: Chance, skill: int, question: dict, answered: datetime.date) -> str:
    if chance.percent(4):
        return chance.of(["", "unknown"])
    if question["not_applicable"] != "forbidden" and chance.percent(12):
        return "n/a"
    if question["form"] == "text":
        return "Customer service for webshops and energy companies since 2014"
    if question["form"] == "many":
        ticked = [option for option in question["worth"] if option not in question["exclusive"] and chance.percent(skill)]
        return f"[{', '.join(ticked or question['exclusive'] or list(question['worth'])[:1])}]"
    if question["form"] == "one":
        best_first = sorted(question["worth"], key=lambda option: -question["worth"][option])
        return best_first[rank(chance, skill, len(best_first) - 1)]
    return measured(chance, skill, question, answered)


def rank(chance: Chance, skill: int, last: int) -> int:
    """0 is the best; the lower the skill, the further down."""
    at = 0
    while at < last and not chance.percent(skill):
        at += 1
    return at


def measured(chance: Chance, skill: int, question: dict, answered: datetime.date) -> str:
    """A number, or a date so many days before or after."""
    steps = question["steps"]
    at = rank(chance, skill, len(steps))
    if question["never"] is not None and at == len(steps):
        return "never"
    bound = steps[min(at, len(steps) - 1)][0]
    if question["side"] == "at_most":
        number = bound + 1 + chance.below(90) if at == len(steps) else bound - chance.below(min(bound, 9) + 1)
    else:
        number = bound - 1 - chance.below(3) if at == len(steps) else bound + chance.below(3)
    if question["form"] == "date":
        days = {"days-since": -number, "days-left": number}[question["counts"]]
        return str(min(AS_OF + datetime.timedelta(days=days), AS_OF if question["counts"] == "days-since" else datetime.date.max))
    return str(max(0, min(number, question["max"] or number)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write(chosen.folder, chosen.count, chosen.seed)


def write(folder: pathlib.Path, count: int, seed: int) -> None:
    table = questions.table()
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = answers_file(table, seed, number)
        (folder / f"vendor-{number:05}.yaml").write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
