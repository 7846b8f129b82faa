// An answers file as this page or duly wrote it, read line by line.

// What keeps a file from being opened: the line that this page cannot read.
class Unreadable extends Error {
  constructor(line) {
    super(`line ${line}`);
    this.line = line;
  }
}

// No answers file is nested deeper, as src/source/yaml.rs has it.
const DEEPEST = 16;

// A part of a file: a text, null, a list of parts or a Map of them, with its line.
const part = (value, line) => ({ value, line });

// The tree of a file, of as much of YAML as this page and duly itself write.
function tree(text) {
  const lines = clean(text)
    .split('\n')
    .map((line, at) => ({ number: at + 1, indent: line.search(/[^ ]|$/), text: line.trim(), raw: line }));
  let next = 0;
  let depth = 0;
  const isNothing = (line) => line.text === '' || line.text.startsWith('#');
  const peek = () => {
    while (next < lines.length && (isNothing(lines[next]) || lines[next].text === '---')) next += 1;
    return lines[next];
  };
  const block = (indent) => {
    const begins = peek();
    depth += 1;
    if (depth > DEEPEST) throw new Unreadable(begins.number);
    const read = begins.text === '-' || begins.text.startsWith('- ') ? list(indent) : map(indent);
    depth -= 1;
    return read;
  };
  const list = (indent) => {
    const items = [];
    const { number } = peek();
    for (let line = peek(); line && line.indent === indent && line.text.startsWith('- '); line = peek()) {
      next += 1;
      items.push(inline(line.text.slice(2).trim(), line.number));
    }
    return part(items, number);
  };
  const map = (indent) => {
    const entries = new Map();
    const { number } = peek();
    for (let line = peek(); line && line.indent === indent; line = peek()) {
      const key =
        /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[\]{}#&*!|>%@`-][^:#]*?|-[^\s:][^:#]*?):(?: +(.*))?$/.exec(
          line.text,
        );
      if (!key) throw new Unreadable(line.number);
      next += 1;
      const name = inline(key[1], line.number).value;
      if (entries.has(name) || name === null) throw new Unreadable(line.number);
      entries.set(name, behind(key[2] ?? '', indent, line.number));
    }
    const after = peek();
    if (after && after.indent > indent) throw new Unreadable(after.number);
    return part(entries, number);
  };
  const behind = (rest, indent, number) => {
    const header = /^([|])([-+]?)(?: +#.*)?$/.exec(rest);
    if (header) return part(lined(header[2], indent), number);
    if (rest !== '' && !rest.startsWith('#')) return inline(rest, number);
    const line = peek();
    const isBelow = line && (line.indent > indent || (line.indent === indent && line.text.startsWith('- ')));
    return isBelow ? part(block(line.indent).value, number) : part(null, number);
  };
  // Lines of text below a key, as they stand; blank lines at the end belong to them only with +.
  const lined = (keep, indent) => {
    const taken = [];
    while (next < lines.length && (lines[next].text === '' || lines[next].indent > indent)) taken.push(lines[next++]);
    const first = taken.find((line) => line.text !== '');
    let text = taken.map((line) => line.raw.slice(first ? first.indent : 0)).join('\n');
    if (keep !== '+') text = text.replace(/\n+$/, '');
    return keep === '-' || text === '' ? text : `${text}\n`;
  };
  const first = peek();
  if (!first || first.indent !== 0) throw new Unreadable(first ? first.number : 1);
  const whole = block(0);
  if (peek()) throw new Unreadable(peek().number);
  return whole;
}

// A value that stands on one line.
function inline(text, line) {
  let at = 0;
  let depth = 0;
  const wrong = () => new Unreadable(line);
  const blanks = () => {
    while (text[at] === ' ' || text[at] === '\t') at += 1;
  };
  const quoted = () => {
    const double = /^"(?:[^"\\]|\\.)*"/.exec(text.slice(at));
    const single = /^'(?:[^']|'')*'/.exec(text.slice(at));
    const found = double ?? single;
    if (!found) throw wrong();
    at += found[0].length;
    if (single) return single[0].slice(1, -1).replaceAll("''", "'");
    try {
      return clean(JSON.parse(found[0]));
    } catch {
      throw wrong();
    }
  };
  const plain = (isWithin) => {
    const end = (isWithin ? /[,\[\]{}]|:(?=[ ,\]}]|$)| #/ : / #|: |:$/).exec(text.slice(at));
    const found = (end ? text.slice(at, at + end.index) : text.slice(at)).trim();
    if (/^[&*!|>%@`?]/.test(found) || (!isWithin && end && end[0] !== ' #')) throw wrong();
    at = end ? at + end.index : text.length;
    return found === '' || found === '~' || found === 'null' ? null : found;
  };
  const value = (isWithin) => {
    blanks();
    if (text[at] === '"' || text[at] === "'") return part(quoted(), line);
    if (text[at] === '[')
      return part(
        members(']', () => value(true)),
        line,
      );
    if (text[at] === '{') return part(new Map(members('}', entry)), line);
    return part(plain(isWithin), line);
  };
  const entry = () => {
    blanks();
    const key = text[at] === '"' || text[at] === "'" ? quoted() : plain(true);
    blanks();
    if (key === null || text[at] !== ':') throw wrong();
    at += 1;
    return [key, value(true)];
  };
  const members = (closing, member) => {
    const found = [];
    at += 1;
    depth += 1;
    if (depth > DEEPEST) throw wrong();
    for (blanks(); text[at] !== closing; blanks()) {
      if (at >= text.length) throw wrong();
      found.push(member());
      blanks();
      if (text[at] === ',') at += 1;
      else if (text[at] !== closing) throw wrong();
    }
    at += 1;
    depth -= 1;
    return found;
  };
  const whole = value(false);
  blanks();
  if (at < text.length && text[at] !== '#') throw wrong();
  return whole;
}

// What a file says, taken over into a state of this page, with the ids of what this page does not ask.
function readAnswers(text) {
  const root = tree(text);
  const as = (kind, { value, line }) => {
    if (value === null || value === undefined) return null;
    if (kind === 'text' ? typeof value !== 'string' : !(value instanceof kind)) throw new Unreadable(line);
    return value;
  };
  const get = (map, key) => map?.get(key) ?? part(null, 0);
  const textOf = (found) => as('text', found) ?? '';
  const record = (found, keys) => {
    const map = as(Map, found) ?? new Map();
    return Object.fromEntries(keys.map((key) => [key, textOf(get(map, key))]));
  };
  const head = as(Map, root);
  const state = blankState();
  const lost = [];
  if (textOf(get(head, 'format')) !== facts.format) throw new Unreadable(get(head, 'format').line || root.line);
  const isOther = textOf(get(head, 'questionnaire')) !== facts.questionnaire;
  state.vendor = record(get(head, 'vendor'), Object.keys(state.vendor));
  state.service = textOf(get(head, 'service'));
  state.answered = textOf(get(head, 'answered'));
  state.chain = (as(Array, get(head, 'chain')) ?? []).map((company) => record(company, COMPANY));
  for (const [id, document] of as(Map, get(head, 'evidence')) ?? [])
    state.documents.push({ id, ...record(document, DOCUMENT) });
  const listOf = (found) => (Array.isArray(found.value) ? found.value.map(textOf) : textOf(found));
  for (const [id, found] of as(Map, get(head, 'answers')) ?? []) {
    const question = questions.get(id);
    const long = found.value instanceof Map ? found.value : new Map([['answer', found]]);
    const [answer, evidence, by, proposed] = ['answer', 'evidence', 'by', 'proposed'].map((key) => get(long, key));
    const entry = nothing();
    entry.answer = listOf(answer);
    entry.comment = textOf(get(long, 'comment'));
    entry.evidence = [listOf(evidence)].flat().filter(Boolean);
    if (by.value) entry.by = record(by, ['name', 'on']);
    if (proposed.value)
      entry.proposed = {
        ...record(part(as(Map, proposed), 0), ['note', 'comment', 'from']),
        answer: listOf(get(proposed.value, 'answer')),
      };
    if (!question) {
      if (entry.answer.length || entry.comment) lost.push(id);
      continue;
    }
    if (question.form === 'number' && typeof entry.answer === 'string')
      entry.answer = specialOr(entry.answer, plainNumber);
    entry.answer = byItsName(question, entry.answer);
    if (meaning(question, entry.answer, '9999-12-31') === null) throw new Unreadable(answer.line);
    state.answers.set(id, entry);
  }
  const known = new Set(state.documents.map(({ id }) => id));
  for (const entry of state.answers.values()) entry.evidence = entry.evidence.filter((id) => known.has(id));
  return { state, lost, isOther };
}

// Words that mean something of their own are left as they are.
function specialOr(answer, change) {
  return [UNKNOWN, NOT_APPLICABLE, NEVER, ''].includes(answer) ? answer : change(answer);
}

// The options that words name by their labels, in either language and any case; other words stay as they are.
function byItsName(question, answer) {
  if (Array.isArray(answer)) return answer.map((one) => byItsName(question, one));
  const wanted = oneLine(answer).toLowerCase();
  const isIt = ({ id, label }) => [id, ...label].some((name) => name.toLowerCase() === wanted);
  const found = question.options.find(({ id }) => id === answer) ?? question.options.find(isIt);
  return found ? found.id : answer;
}
