// What the page holds, and what follows when somebody changes it.

let state = firstState();
let asked = new Map();
let isDirty = false;
let isDayChosen = false;
let wanted = '';
let draftTimer = 0;
const shownQuestions = new Map();
const shownCategories = [];
const statusLine = el('p', { role: 'status', class: 'status' });
const DRAFT = `duly ${facts.form} ${facts.questionnaire} ${facts.filled.vendor.name ?? ''}`;

function tell(name, put) {
  spoken = spoken.filter(({ element }) => element !== statusLine);
  saying(statusLine, () => word(name, put));
}

function day() {
  return dayNumber(state.answered) === null ? today() : state.answered;
}

// The last day on which something can have happened.
function lastDay() {
  return [day(), today()].sort()[1];
}

// ---------------------------------------------------------------- what was changed

function changed() {
  isDirty = true;
  if (!isDayChosen && state.answered !== today()) {
    state.answered = today();
    document.getElementById('answered').value = state.answered;
  }
  refresh();
}

function answerChanged(question, answer) {
  const entry = state.answers.get(question.id);
  entry.answer = answer;
  // an answer that is proposed stays beside the one that is given: it can be the same word for word
  if (answer.length && !entry.proposed?.answer?.length) entry.proposed = null;
  touched(entry);
  changed();
}

// Who says so, and when; a name that is given later counts, too.
function touched(entry) {
  entry.by = entry.answer.length ? { name: state.by, on: today() } : null;
}

// Shows what follows from the answers: which questions are asked, how far one is, what is open.
function refresh() {
  const before = asked;
  asked = whichAreAsked(state.answers, day(), lastDay());
  for (const [id, shown] of shownQuestions) shown.refresh(asked.get(id));
  shownCategories.forEach((category) => category.refresh());
  showProgress();
  showOpen();
  const turned = (to) =>
    [...before].filter(([id, was]) => (was === false) === to && (asked.get(id) === false) !== to).length;
  const [more, fewer] = [turned(true), turned(false)];
  if (more) tell('more_asked', { count: more });
  else if (fewer) tell('fewer_asked', { count: fewer });
  clearTimeout(draftTimer);
  if (isDrafting()) draftTimer = setTimeout(keepDraft, 300);
}

// ---------------------------------------------------------------- searching, progress, what is open

const search = el('input', { type: 'search', id: 'search', autocomplete: 'off' });
const onlyOpen = el('input', { type: 'checkbox' });

function matches(question, isOpen) {
  if (onlyOpen.checked && !isOpen) return false;
  if (!wanted) return true;
  const texts = [
    [question.id],
    question.ask,
    question.help ?? [],
    ...question.options.map(({ label }) => label),
  ].flat();
  return wanted.split(' ').every((part) => texts.some((text) => text.toLowerCase().includes(part)));
}

function searched() {
  wanted = oneLine(search.value).toLowerCase();
  refresh();
  const shown = [...shownQuestions.values()].filter(({ root }) => !root.hidden).length;
  tell('found', { shown, all: shownQuestions.size });
}

function showAll() {
  search.value = '';
  onlyOpen.checked = false;
  wanted = '';
  refresh();
}

// How many of some questions are answered, of those that are asked for sure.
function counted(some) {
  const sure = some.filter(({ id }) => asked.get(id) === true);
  return {
    done: sure.filter((question) => whyOpen(question, state.answers.get(question.id)) === null).length,
    all: sure.length,
  };
}

const progress = el('progress', { 'aria-hidden': 'true', value: 0, max: 1 });
const progressText = el('span', { class: 'count' });

function showProgress() {
  const { done, all } = counted(facts.questions);
  progress.max = Math.max(all, 1);
  progress.value = done;
  progressText.textContent = word('progress', { done, all });
}

const openList = el('div', { class: 'open-list' });
let openBefore = '';

function showOpen() {
  const rows = [];
  if (!state.vendor.name) rows.push(['name', () => word('name'), 'why_missing']);
  for (const question of facts.questions) {
    const why = asked.get(question.id) === false ? null : whyOpen(question, state.answers.get(question.id));
    if (why && (asked.get(question.id) || why !== 'why_empty'))
      rows.push([question.id, () => told(question.ask), why]);
  }
  for (const document of state.documents) {
    lacking(document).forEach((why) => rows.push(['documents', () => document.title, why]));
  }
  const now = JSON.stringify([language, rows.map(([id, text, why]) => [id, text(), why])]);
  if (now === openBefore) return;
  openBefore = now;
  const link = ([id, text, why]) =>
    el(
      'li',
      {},
      el(
        'a',
        {
          href: `#${id}`,
          onclick: (event) => {
            event.preventDefault();
            goTo(id);
          },
        },
        text(),
      ),
      ` – ${word(why)}`,
    );
  openList.replaceChildren(
    el('p', {}, rows.length ? word('open_count', { count: rows.length }) : word('nothing_open')),
    rows.length ? el('ol', {}, ...rows.map(link)) : '',
  );
}

// Goes to a part of the page, whatever was searched for.
function goTo(id) {
  showAll();
  const target = document.getElementById(id);
  target.scrollIntoView();
  target.focus();
}
