// Saving an answers file, opening one again, and drafts, only if they are wanted.

// ---------------------------------------------------------------- saving and opening

// A form for one vendor saves under its own name, so that both lie beside each other; one for all who offer under
// that of whoever answers.
function fileName() {
  if (facts.filled.vendor.name) {
    const own = ownName();
    if (own) return `${own}.yaml`;
  }
  const plain = state.vendor.name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'ae');
  const slug = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${slug.slice(0, 60) || 'answers'}.yaml`;
}

// The name of this page's file without its ending; '' where it lies under none.
function ownName() {
  try {
    return clean(decodeURIComponent(location.pathname.split('/').pop())).replace(/\.html?$/i, '');
  } catch {
    return '';
  }
}

async function save(isFinal) {
  const text = written(state);
  let name = fileName();
  try {
    name = await stored(name, new Blob([text], { type: 'application/yaml' }));
  } catch (error) {
    if (error.name !== 'AbortError') tell('save_failed');
    return;
  }
  isDirty = false;
  if (isFinal) dropDraft();
  const wrong = facts.questions.filter(
    (question) =>
      asked.get(question.id) !== false && meaning(question, state.answers.get(question.id).answer) === null,
  );
  if (wrong.length) tell('not_saved', { list: wrong.map(({ id }) => id).join(', ') });
  else tell('saved', { file: name });
}

// Writes a file where the user wants it, or among the downloads where the browser does not ask.
async function stored(name, blob) {
  if (window.showSaveFilePicker) {
    try {
      const types = [{ accept: { 'application/yaml': ['.yaml'] } }];
      const handle = await window.showSaveFilePicker({ suggestedName: name, types });
      const file = await handle.createWritable();
      await file.write(blob);
      await file.close();
      return handle.name;
    } catch (error) {
      if (error.name === 'AbortError') throw error;
    }
  }
  const address = URL.createObjectURL(blob);
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}

function openText(file, text, done) {
  let read;
  try {
    read = readAnswers(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return tell('bad_line', { file, line: error.line });
  }
  if (read.isOther) return tell('other_questions', { file });
  const name = facts.filled.vendor.name && oneLine(facts.filled.vendor.name);
  const said = read.state.vendor.name;
  if (name) read.state.vendor.name = name;
  if (!read.state.answered) read.state.answered = today();
  state = { ...read.state, by: state.by };
  isDirty = false;
  draw();
  if (read.lost.length) tell('not_asked', { list: read.lost.join(', ') });
  else if (name && said !== name) tell('other_vendor', { name: said });
  else done();
}

async function openFile(input) {
  const [file] = input.files;
  if (!file) return;
  const text = await file.text();
  input.value = '';
  if (isDirty && !confirm(word('replaces', { file: file.name }))) return;
  const count = () => facts.questions.filter((question) => state.answers.get(question.id).answer.length).length;
  openText(file.name, text, () => tell('opened', { file: file.name, count: count() }));
}

// ---------------------------------------------------------------- drafts, only if they are wanted

const drafting = el('input', { type: 'checkbox', id: 'draft' });
const draftOffer = el('div', { class: 'offer', hidden: true });

function isDrafting() {
  return drafting.checked;
}

function keepDraft() {
  try {
    localStorage.setItem(DRAFT, JSON.stringify({ by: state.by, text: written(state) }));
  } catch {
    drafting.checked = false;
    tell('draft_refused');
  }
}

function dropDraft() {
  clearTimeout(draftTimer);
  drafting.checked = false;
  try {
    localStorage.removeItem(DRAFT);
  } catch {
    // where nothing can be kept, nothing was
  }
}

function findDraft() {
  try {
    return JSON.parse(localStorage.getItem(DRAFT));
  } catch {
    return null;
  }
}

function offerDraft() {
  const draft = findDraft();
  if (!draft) return;
  draftOffer.hidden = false;
  const end = () => {
    draftOffer.hidden = true;
  };
  draftOffer.append(
    words('p', {}, 'draft_found'),
    el(
      'p',
      { class: 'buttons' },
      button(
        'draft_take',
        {},
        () => {
          end();
          state.by = oneLine(draft.by);
          openText(word('draft_take'), String(draft.text), () => tell('draft_taken'));
          drafting.checked = true;
        },
        'main',
      ),
      button('draft_drop', {}, () => {
        end();
        dropDraft();
        tell('draft_dropped');
      }),
    ),
  );
}
