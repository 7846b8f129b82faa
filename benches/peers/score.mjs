// Scores answers files with js-yaml: one line a file, `assured claimed unknown` as exact fractions.
//
//     node score.mjs TABLE.json AS_OF [--jobs N] FILE...
//
// A FILE that is a folder stands for the answers in it. What the three numbers are: README.md. The same as score.py, step
// by step. Every sum stays below 2^53, so plain numbers are exact; `points` sees to it.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { FAILSAFE_SCHEMA, load } from "js-yaml";

const DAY = 86_400_000;

function scorer(table, asOf) {
  const today = Date.parse(asOf);
  const { parts, categories, credits, months } = table;

  function totals(file) {
    const answers = file.answers || {};
    const register = file.evidence || {};
    const seen = new Map(); // question: [is it asked: true, false or null, its answer, what it cites]
    for (const question of table.questions) {
      let given = answers[question.id];
      if (given === null || typeof given !== "object" || Array.isArray(given)) given = { answer: given };
      const isAsked = question.when === null ? true : holds(question.when, seen);
      seen.set(question.id, [isAsked, meant(question, given), given.evidence || []]);
    }
    const contradicted = table.contradictions.filter(({ when }) => holds(when, seen));
    const unproved = new Set(contradicted.flatMap(({ questions }) => questions));
    let [whole, assured, claimed, unknown] = [0, 0, 0, 0];
    for (const question of table.questions) {
      const [isAsked, answer, cited] = seen.get(question.id);
      if (isAsked === false || question.weight === 0 || (isAsked && answer === "n/a")) continue;
      const grains = question.weight * categories[question.category].factor;
      whole += grains;
      if (isAsked === null || !isKnown(answer)) {
        unknown += grains;
        continue;
      }
      const inPlace = grains * worth(question, answer.value);
      claimed += inPlace;
      assured += inPlace * credit(question, unproved.has(question.id) ? [] : cited, register);
    }
    return `${points(assured, whole * parts)} ${points(claimed * 100, whole * parts)} ${points(unknown * 100, whole)}`;
  }

  // Three-valued: null where it is not known whether the condition holds. What is at stake we never know here.
  function holds([word, about, options], seen) {
    if (word === "is") {
      const [isAsked, answer] = seen.get(about) ?? [null, null];
      if (isAsked === false) return false;
      if (isAsked === null || !isKnown(answer)) return null;
      return answer.value.some((option) => options.includes(option));
    }
    const found = about.map((part) => holds(part, seen));
    if (word === "not") return found[0] === null ? null : !found[0];
    const decides = word === "any";
    if (found.includes(decides)) return decides;
    return found.includes(null) ? null : !decides;
  }

  // What is meant: an object that holds it, "n/a" that may count, or null for anything that is not known.
  function meant(question, given) {
    const written = Array.isArray(given.answer) ? given.answer : [given.answer ?? ""];
    const words = written.map((word) => word.trim().toLowerCase());
    if (words.length === 0) return null;
    if (words.length === 1) {
      if (words[0] === "" || words[0] === "unknown") return null;
      if (words[0] === "n/a") {
        return question.not_applicable === "allowed" && (given.comment ?? "").trim() !== "" ? "n/a" : null;
      }
    }
    switch (question.form) {
      case "one":
      case "many":
        return { value: words.map((word) => question.names[word]) };
      case "number":
        return { value: Number.parseInt(words[0], 10) };
      case "date": {
        if (words[0] === "never") break;
        const days = (today - Date.parse(words[0])) / DAY;
        if (question.counts === "days-left") return { value: -days };
        return days >= 0 ? { value: days } : null;
      }
    }
    return { value: words[0] };
  }

  function worth(question, value) {
    if (question.form === "one") return (question.worth[value[0]] * parts) / 100;
    if (question.form === "many") {
      const ticked = value.reduce((sum, option) => sum + question.worth[option], 0);
      return (Math.min(question.full_at, ticked) * parts) / question.full_at;
    }
    if (value === "never") return (question.never * parts) / 100;
    const holds = question.side === "at_most" ? ([bound]) => value <= bound : ([bound]) => value >= bound;
    const step = question.steps.find(holds);
    return step ? (step[1] * parts) / 100 : 0;
  }

  function credit(question, cited, register) {
    let best = credits.claimed;
    for (const item of cited) {
      best = Math.max(best, creditOf(question, typeof item === "string" ? register[item] : item));
    }
    return best;
  }

  function creditOf(question, { kind, issued, valid_until, location }) {
    const fits = question.kinds.length === 0 || question.fit.includes(kind);
    if (!location || !issued || issued > asOf || !fits) return credits.claimed;
    const valid = kind ? months[kind] : table.otherwise;
    const byKind = valid && plusMonths(issued, valid);
    const until = valid_until && byKind ? (valid_until < byKind ? valid_until : byKind) : valid_until || byKind;
    return until && until < asOf ? credits.expired : credits.documented;
  }

  return (path) => totals(load(readFileSync(path, "utf8"), { schema: FAILSAFE_SCHEMA }));
}

const isKnown = (answer) => answer !== null && typeof answer === "object";

function plusMonths(day, months) {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(at / 12);
  const month = (at % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (number) => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(Math.min(Number(day.slice(8)), last))}`;
}

function points(part, whole) {
  if (whole === 0) return "-";
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole)) throw new Error("more than a number holds");
  let [common, rest] = [part, whole];
  while (rest !== 0) [common, rest] = [rest, common % rest];
  return whole === common ? String(part / common) : `${part / common}/${whole / common}`;
}

function files(named) {
  const inside = (path) => readdirSync(path).filter((name) => name.endsWith(".yaml")).sort().map((name) => join(path, name));
  const found = named.flatMap((path) => (statSync(path).isDirectory() ? inside(path) : [path]));
  return found.filter((path) => !path.endsWith(".review.yaml"));
}

// A block of neighbouring files for each worker: they are alike, so all end at about the same time.
async function inParallel(table, asOf, paths, jobs) {
  const size = Math.ceil(paths.length / jobs);
  const block = (at) =>
    new Promise((done, failed) => {
      const some = paths.slice(at * size, (at + 1) * size);
      const worker = new Worker(new URL(import.meta.url), { workerData: { table, asOf, paths: some } });
      worker.once("message", done).once("error", failed);
    });
  return (await Promise.all(Array.from({ length: jobs }, (_, at) => block(at)))).flat();
}

async function main() {
  const given = process.argv.slice(2);
  const at = given.indexOf("--jobs");
  const jobs = at < 0 ? 1 : Number(given.splice(at, 2)[1]);
  const [tableFile, asOf, ...named] = given;
  const table = JSON.parse(readFileSync(tableFile, "utf8"));
  const paths = files(named);
  const lines = jobs === 1 ? paths.map(scorer(table, asOf)) : await inParallel(table, asOf, paths, jobs);
  process.stdout.write(`${lines.join("\n")}\n`);
}

if (isMainThread) await main();
else parentPort.postMessage(workerData.paths.map(scorer(workerData.table, workerData.asOf)));
