// The page as a whole, on the screen and on paper.

function category(first, members, at) {
  const count = el('span', { class: 'count' });
  const navCount = el('span', { class: 'count' });
  const id = `part-${at}`;
  const section = el(
    'section',
    { id, tabindex: '-1', 'aria-labelledby': `${id}-title` },
    theirs('h2', { id: `${id}-title` }, first.category.title),
    el('p', { class: 'of' }, count),
    first.category.about && theirs('p', { class: 'about' }, first.category.about),
    ...members.map(({ root }) => root),
  );
  const own = facts.questions.filter((question) => section.contains(shownQuestions.get(question.id).root));
  const bar = el('progress', { 'aria-hidden': 'true', value: 0, max: 1 });
  const link = el(
    'li',
    {},
    el('a', { href: `#${id}` }, theirs('span', {}, first.category.title), ' ', navCount),
    bar,
  );
  const refresh = () => {
    const { done, all } = counted(own);
    count.textContent = word('progress', { done, all });
    navCount.textContent = `${done}/${all}`;
    bar.max = Math.max(all, 1);
    bar.value = done;
    section.hidden = members.every(({ root }) => root.hidden);
  };
  shownCategories.push({ refresh });
  return { section, link };
}

function section(id, title, ...children) {
  const made = el(
    'section',
    { id, tabindex: '-1', 'aria-labelledby': `${id}-title` },
    words('h2', { id: `${id}-title` }, title),
    ...children,
  );
  return { section: made, link: el('li', {}, words('a', { href: `#${id}` }, title)) };
}

function aboutYou() {
  const { vendor } = state;
  const given = facts.filled.vendor.name;
  const set = (record, key) => (text) => {
    record[key] = text;
    changed();
  };
  const name = given
    ? el(
        'div',
        { class: 'field' },
        words('p', { class: 'label' }, 'name'),
        el('p', { id: 'name', tabindex: '-1' }, vendor.name),
      )
    : field({ name: 'name', maxlength: facts.longest_name, required: true }, vendor.name, set(vendor, 'name'));
  if (!given) name.querySelector('label').setAttribute('for', (name.querySelector('input').id = 'name'));
  const answered = field({ name: 'answered', type: 'date' }, state.answered, (text) => {
    state.answered = text;
    isDayChosen = true;
    changed();
  });
  answered.querySelector('label').setAttribute('for', (answered.querySelector('input').id = 'answered'));
  return section(
    'about-you',
    'about_you',
    name,
    el(
      'div',
      { class: 'pair' },
      field({ name: 'country' }, vendor.country, set(vendor, 'country')),
      field({ name: 'registration' }, vendor.registration, set(vendor, 'registration')),
    ),
    field({ name: 'service', hint: 'service_example', lines: 2 }, state.service, set(state, 'service')),
    field({ name: 'by', hint: 'by_hint' }, state.by, (text) => {
      state.by = text;
      refresh();
    }),
    answered,
    el(
      'div',
      { class: 'field drafting' },
      el('label', { class: 'option' }, drafting, words('span', {}, 'draft')),
      words('p', { class: 'hint' }, 'draft_hint'),
    ),
  );
}

function toolbar() {
  const chooser = el('input', { type: 'file', accept: '.yaml,.yml', hidden: true, id: 'chooser' });
  chooser.addEventListener('change', () => openFile(chooser));
  const others = facts.languages.map(({ code, words: { language: name } }, at) =>
    el('button', { type: 'button', class: 'quiet', lang: code, onclick: () => choose(at) }, name),
  );
  const choose = (at) => {
    speak(at);
    refresh();
    others.forEach((other, place) => {
      other.hidden = place === at;
    });
    others[1 - at]?.focus();
  };
  others[language].hidden = true;
  return el(
    'header',
    { class: 'bar' },
    el(
      'div',
      { class: 'inner' },
      el('p', { class: 'far' }, progress, progressText),
      ...others,
      button('open', {}, () => chooser.click()),
      chooser,
      button('save', {}, () => save(false), 'main'),
    ),
    statusLine,
  );
}

function contents(parts) {
  const label = words('label', { for: 'search' }, 'search');
  return el(
    'nav',
    {},
    el(
      'details',
      { open: matchMedia('(min-width: 64rem)').matches },
      words('summary', {}, 'contents'),
      el('div', { class: 'field' }, label, search),
      el('label', { class: 'option' }, onlyOpen, words('span', {}, 'only_open')),
      el('ol', {}, ...parts.map(({ link }) => link)),
    ),
  );
}

function draw() {
  spoken = [];
  shownQuestions.clear();
  shownCategories.length = 0;
  openBefore = '';
  asked = new Map();
  document.querySelectorAll('body > :not(script, noscript)').forEach((old) => old.remove());
  facts.questions.forEach((question, at) => shownQuestions.set(question.id, questionOnScreen(question, at + 1)));
  const starts = facts.questions.flatMap((question, at) => (question.category ? [at] : []));
  const categories = starts.map((from, at) => {
    const members = facts.questions.slice(from, starts[at + 1]).map(({ id }) => shownQuestions.get(id));
    return category(facts.questions[from], members, at + 1);
  });
  showRecords();
  const parts = [
    aboutYou(),
    section(
      'chain',
      'chain',
      words('p', { class: 'about' }, 'chain_hint'),
      chainList,
      button('chain_add', {}, () => editCompany(null)),
    ),
    ...categories,
    section(
      'documents',
      'documents',
      words('p', { class: 'about' }, 'documents_hint'),
      documentList,
      button('document_add', {}, () => editDocument(null)),
    ),
    section(
      'open',
      'before_sending',
      openList,
      button('finish', {}, () => save(true), 'main'),
    ),
  ];
  const { title, about, questionnaire, form } = facts;
  document.body.append(
    words('a', { class: 'skip', href: '#part-1' }, 'skip'),
    toolbar(),
    el(
      'div',
      { class: 'columns' },
      contents(parts),
      el(
        'main',
        {},
        saying(el('h1', {}), () => (document.title = told(title)), true),
        about && theirs('p', { class: 'about' }, about),
        ...facts.filled.renewal.map((text) => theirs('p', { class: 'mark' }, text)),
        ...['how', 'how_later', 'how_unknown'].map((name) => words('p', { class: 'how' }, name)),
        draftOffer,
        ...parts.map(({ section }) => section),
        saying(el('footer', {}), () => word('form', { questionnaire, form: form.slice(0, 12) })),
      ),
    ),
  );
  refresh();
}

// On paper everything is open, and there are lines to write on.
function onPaper() {
  showAll();
  const paper = (kind, ...children) => el('div', { class: `paper ${kind}` }, ...children);
  const isBlank = [...state.answers.values()].every(({ answer }) => answer.length === 0);
  for (const details of document.querySelectorAll('details.more')) {
    details.dataset.was = details.open;
    details.open = true;
  }
  for (const input of document.querySelectorAll('main textarea, main input:not([type=radio], [type=checkbox])')) {
    const lines = input.localName === 'textarea' ? 'lines' : 'line';
    const value = isBlank && input.id === 'answered' ? '' : input.value;
    input.after(paper(value ? 'said' : lines, value));
  }
  for (const [id, { more }] of shownQuestions) {
    const titleOf = (cited) => state.documents.find((document) => document.id === cited)?.title ?? cited;
    const cited = state.answers.get(id).evidence.map(titleOf);
    more.root.append(
      paper('cites', el('p', { class: 'label' }, word('supports')), cited.length ? cited.join('; ') : paper('lines')),
    );
  }
  if (state.chain.length === 0) chainList.append(...[1, 2, 3].map(() => paper('line')));
  if (state.documents.length === 0) documentList.append(...[1, 2, 3, 4, 5, 6].map(() => paper('line')));
}

function offPaper() {
  document.querySelectorAll('.paper').forEach((paper) => paper.remove());
  document.querySelectorAll('details[data-was]').forEach((details) => {
    details.open = details.dataset.was === 'true';
    delete details.dataset.was;
  });
}

draw();
offerDraft();
search.addEventListener('input', searched);
onlyOpen.addEventListener('change', searched);
drafting.addEventListener('change', () => {
  if (drafting.checked) keepDraft();
  else dropDraft();
});
addEventListener('beforeprint', onPaper);
addEventListener('afterprint', offPaper);
addEventListener('beforeunload', (event) => {
  if (isDirty && !isDrafting()) event.preventDefault();
});
