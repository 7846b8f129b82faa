'use strict';
// What an answers file is, without a screen: texts without what nobody sees, which questions are asked, and the file as
// it is written and read. Everything that somebody else wrote is a text here and stays one.

const facts = JSON.parse(document.getElementById('facts').textContent);
for (const question of facts.questions) {
  question.options = (question.options ?? []).map(([id, label, alone]) => ({ id, label, alone: alone === 1 }));
}
const questions = new Map(facts.questions.map((question) => [question.id, question]));
const UNKNOWN = 'unknown';
const NOT_APPLICABLE = 'n/a';
const NEVER = 'never';

// ---------------------------------------------------------------- texts

// What a reader cannot see and a terminal or a browser obeys, as src/words/clean.rs has it, and halves of letters.
const HIDDEN = new RegExp(
  '[\\p{Cc}\\p{Cs}\\p{NChar}\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u200b-\\u200f' +
    '\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1345f}\\u{16fe4}' +
    '\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]',
  'gu',
);

function clean(text) {
  const lines = String(text ?? '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  return lines.replace(HIDDEN, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
}

function oneLine(text) {
  return clean(text).replace(/\s+/g, ' ').trim();
}

// Whether it says anything to anybody.
function says(text) {
  return /[\p{L}\p{N}]/u.test(text ?? '');
}

// ---------------------------------------------------------------- days and numbers

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// The days since 1970 of a day that there is; null of anything else.
function dayNumber(text) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? '');
  if (!parts) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : at.getTime() / 86_400_000;
}

// A number in hundredths, so that no fraction is lost; null of anything else.
function hundredths(text, decimals = 2) {
  const parts = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(text ?? '');
  if (!parts || (parts[3] ?? '').length > decimals) return null;
  const size = Number(parts[2] + (parts[3] ?? '').padEnd(2, '0'));
  return parts[1] ? -size : size;
}

// A number as people write it, as files have it: "1 000,5" is 1000.5.
function plainNumber(text) {
  return clean(text)
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(',', '.')
    .replace(/^\+/, '');
}

// ---------------------------------------------------------------- answers

function nothing() {
  return { answer: '', comment: '', evidence: [], by: null, proposed: null };
}

function blankState() {
  return {
    vendor: { name: '', country: '', registration: '' },
    service: '',
    answered: '',
    by: '',
    chain: [],
    documents: [],
    answers: new Map(facts.questions.map(({ id }) => [id, nothing()])),
  };
}

// The state that the page begins with.
function firstState() {
  const { vendor, service, chain, documents, answers } = facts.filled;
  const state = blankState();
  for (const key of Object.keys(state.vendor)) state.vendor[key] = oneLine(vendor[key]);
  state.service = clean(service);
  state.answered = today();
  state.chain = chain.map((company) => cleaned(company));
  state.documents = documents.map((document) => cleaned(document));
  for (const [id, given] of Object.entries(answers)) {
    if (!questions.has(id)) continue;
    const { answer, comment, evidence, by, proposed } = given;
    state.answers.set(id, {
      answer: Array.isArray(answer) ? answer : clean(answer),
      comment: clean(comment),
      evidence,
      by: by && cleaned(by),
      proposed: proposed && { ...cleaned(proposed), ...listed(proposed.answer) },
    });
  }
  return state;
}

function cleaned(record) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, clean(value)]));
}

// What is a list stays one.
function listed(answer) {
  return Array.isArray(answer) ? { answer } : {};
}

// What an answer means: '' nothing, null something that cannot be read, else the answer as a file has it. What is said
// to have happened has not happened after a day.
function meaning(question, answer, until = lastDay()) {
  if (Array.isArray(answer)) {
    const chosen = question.options.filter(({ id }) => answer.includes(id));
    const isWrong =
      question.form !== 'many' ||
      chosen.length !== answer.length ||
      (chosen.length > 1 && chosen.some(({ alone }) => alone));
    return isWrong ? null : chosen.length ? chosen.map(({ id }) => id) : '';
  }
  if (answer === UNKNOWN || answer === '') return answer;
  if (answer === NOT_APPLICABLE) return answer;
  switch (question.form) {
    case 'one':
    case 'many':
      return question.options.some(({ id }) => id === answer) ? (question.form === 'many' ? [answer] : answer) : null;
    case 'number':
      return isInRange(answer, question.number) ? answer : null;
    case 'date':
      return (answer === NEVER && question.never) || isDay(question, answer, until) ? answer : null;
    default:
      return answer.trim() ? answer : '';
  }
}

function isDay({ past }, answer, until) {
  const at = dayNumber(answer);
  return at !== null && !(past && at > dayNumber(until));
}

function isInRange(answer, { decimals, min, max }) {
  const number = hundredths(answer, decimals);
  return number !== null && hundredths(min) <= number && number <= hundredths(max);
}

// Why a question is open; null if it is not.
function whyOpen(question, entry) {
  const answer = meaning(question, entry.answer);
  if (answer === null) return 'why_wrong';
  if (answer === '') return entry.proposed && entry.proposed.answer ? 'why_proposed' : 'why_empty';
  if (answer === NOT_APPLICABLE && question.na === 'forbidden') return 'why_applies';
  if (answer === NOT_APPLICABLE && !says(entry.comment)) return 'why_reason';
  if (answer === 'partial' && question.form === 'one' && !says(entry.comment)) return 'why_comment';
  return null;
}

// ---------------------------------------------------------------- which questions are asked

// Three values: true, false, and null for what is not known yet.
const not = (truth) => (truth === null ? null : !truth);
const every = (truths) => (truths.includes(false) ? false : truths.includes(null) ? null : true);
const some = (truths) => not(every(truths.map(not)));

// Whether each question is asked, by its id; days are counted to or from a day.
function whichAreAsked(answers, day, until = day) {
  const asked = new Map();
  const holds = (when) => {
    if (when.all) return every(when.all.map(holds));
    if (when.any) return some(when.any.map(holds));
    if (when.not) return not(holds(when.not));
    const isAskedThere = isAsked(when.question);
    const answer = meaning(questions.get(when.question), answers.get(when.question).answer, until);
    if (isAskedThere === false) return false;
    if (isAskedThere === null || answer === '' || answer === null) return null;
    if (answer === UNKNOWN || answer === NOT_APPLICABLE) return null;
    if (when.options) return when.options.some((option) => [answer].flat().includes(option));
    if (when.never) return answer === NEVER;
    const number = amount(when.days, answer, day);
    if (number === null) return false;
    return (
      (when.above === null || number > hundredths(when.above)) &&
      (when.below === null || number < hundredths(when.below))
    );
  };
  const isAsked = (id) => {
    if (!asked.has(id)) {
      asked.set(id, null); // no condition looks at itself; if one did, it would stay unknown
      const { when } = questions.get(id);
      asked.set(id, when ? holds(when) : true);
    }
    return asked.get(id);
  };
  facts.questions.forEach(({ id }) => isAsked(id));
  return asked;
}

// A number in hundredths: of a date, its distance from a day.
function amount(days, answer, day) {
  if (!days) return hundredths(answer);
  const [from, to] = days === 'left' ? [day, answer] : [answer, day];
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return first === null || last === null ? null : (last - first) * 100;
}

// ---------------------------------------------------------------- writing

// A value on one line, as JSON, which is YAML.
function inJson(value) {
  if (Array.isArray(value)) return `[${value.map(inJson).join(', ')}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, part]) => `${key}: ${inJson(part)}`)
    .join(', ')}}`;
}

// The keys of a record that say something.
function said(record, keys) {
  return Object.fromEntries(keys.filter((key) => record[key]).map((key) => [key, record[key]]));
}

const COMPANY = ['name', 'country', 'registration', 'does'];
const DOCUMENT = ['title', 'kind', 'issued', 'valid_until', 'location'];

// The answers file. It names every question, so that nobody asks where one went. Nothing is said of those that are not
// asked, nor what cannot be read.
function written(state) {
  const day = dayNumber(state.answered) === null ? today() : state.answered;
  const asked = whichAreAsked(state.answers, day, lastDay());
  const lines = [`format: ${facts.format}`, `vendor: ${inJson(said(state.vendor, Object.keys(state.vendor)))}`];
  if (says(state.service)) lines.push(`service: ${inJson(state.service)}`);
  lines.push(`questionnaire: ${inJson(facts.questionnaire)}`);
  lines.push(`filled: ${inJson({ form: facts.form, on: day })}`);
  lines.push(`answered: ${inJson(day)}`);
  const chain = state.chain.map((company) => said(company, COMPANY)).filter((company) => company.name);
  if (chain.length) lines.push('chain:', ...chain.map((company) => `  - ${inJson(company)}`));
  const documents = state.documents.map((item) => `  ${inJson(item.id)}: ${inJson(said(item, DOCUMENT))}`);
  if (documents.length) lines.push('evidence:', ...documents);
  lines.push('answers:');
  for (const question of facts.questions) {
    lines.push(`  ${question.id}:`);
    if (asked.get(question.id) === false) continue;
    const entry = state.answers.get(question.id);
    const answer = meaning(question, entry.answer);
    const keys = [];
    if (answer) keys.push(['answer', answer]);
    if (entry.comment.trim()) keys.push(['comment', entry.comment]);
    if (entry.evidence.length) keys.push(['evidence', entry.evidence]);
    if (answer && entry.by && (entry.by.name || state.by)) {
      keys.push(['by', said({ ...entry.by, name: entry.by.name || state.by }, ['name', 'on'])]);
    }
    if (entry.proposed) keys.push(['proposed', said(entry.proposed, ['answer', 'note', 'comment', 'from'])]);
    lines.push(...keys.map(([key, value]) => `    ${key}: ${inJson(value)}`));
  }
  return `${lines.join('\n')}\n`;
}
