// Documents, each entered once and cited by answers, and the companies that do a part of the service.

const documentList = el('div', { class: 'records' });
const chainList = el('div', { class: 'records' });

const kindOptions = () => [
  words('option', { value: '' }, 'kind_other'),
  ...facts.kinds.map(({ id, ask }) => theirs('option', { value: id }, ask)),
];
const DOCUMENT_FIELDS = [
  { key: 'title', name: 'title', required: true },
  { key: 'kind', name: 'kind', options: kindOptions },
  { key: 'issued', name: 'issued', type: 'date' },
  { key: 'valid_until', name: 'valid_until', hint: 'valid_until_hint', type: 'date' },
  { key: 'location', name: 'location', hint: 'location_hint' },
  { key: 'id', name: 'id', hint: 'id_hint', maxlength: 64 },
];
const COMPANY_FIELDS = [
  { key: 'name', name: 'name', required: true },
  { key: 'country', name: 'country' },
  { key: 'registration', name: 'registration' },
  { key: 'does', name: 'does' },
];

// A short name that no other document has: its kind's, with a number where that is taken.
function freeId(kind) {
  const stem = kind || 'document';
  const isTaken = (id) => state.documents.some((document) => document.id === id);
  let [id, number] = [stem, 1];
  while (isTaken(id)) id = `${stem}-${(number += 1)}`;
  return id;
}

function editDocument(document, kind, done = () => {}) {
  const before = document ?? {
    title: '',
    kind: kind === undefined ? '' : facts.kinds[kind].id,
    issued: '',
    valid_until: '',
    location: '',
    id: '',
  };
  const refused = (made) => {
    made.id ||= freeId(made.kind);
    const isTaken = state.documents.some((other) => other !== document && other.id === made.id);
    const isGood = /^[A-Za-z0-9_-]{1,64}$/.test(made.id) && !facts.reserved.includes(made.id.toLowerCase());
    return isTaken || !isGood ? 'id_taken' : null;
  };
  askFor('documents', DOCUMENT_FIELDS, before, refused, (made) => {
    if (document) {
      for (const entry of state.answers.values())
        entry.evidence = entry.evidence.map((id) => (id === document.id ? made.id : id));
      Object.assign(document, made);
    } else {
      state.documents.push(made);
    }
    done(made.id);
    documentsChanged();
  });
}

function documentsChanged() {
  shownQuestions.forEach(({ more }) => more.listDocuments());
  showRecords();
  changed();
}

function removeDocument(document) {
  const citing = [...state.answers.values()].filter((entry) => entry.evidence.includes(document.id));
  if (citing.length && !confirm(word('remove_cited', { title: document.title, count: citing.length }))) return;
  citing.forEach((entry) => {
    entry.evidence = entry.evidence.filter((id) => id !== document.id);
  });
  state.documents = state.documents.filter((other) => other !== document);
  documentsChanged();
}

function editCompany(company) {
  askFor(
    'chain',
    COMPANY_FIELDS,
    company ?? { name: '', country: '', registration: '', does: '' },
    () => null,
    (made) => {
      if (company) Object.assign(company, made);
      else state.chain.push(made);
      showRecords();
      changed();
    },
  );
}

function showRecords() {
  const row = (title, details, lacks, change, remove) =>
    el(
      'div',
      { class: 'record' },
      el('p', {}, el('strong', {}, title), details && ` · ${details}`),
      lacks.length > 0 && saying(el('p', { class: 'lacks' }), () => lacks.map((name) => word(name)).join(', ')),
      el(
        'p',
        { class: 'buttons' },
        ...[
          ['change', change],
          ['remove', remove],
        ].map(([name, act]) =>
          el(
            'button',
            { type: 'button', class: 'quiet', onclick: act },
            words('span', {}, name),
            el('span', { class: 'unseen' }, `: ${title}`),
          ),
        ),
      ),
    );
  const none = () => words('p', { class: 'hint' }, 'none_yet');
  const documents = state.documents.map((item) =>
    row(
      item.title,
      [item.id, item.issued, item.valid_until && `– ${item.valid_until}`, item.location].filter(Boolean).join(' · '),
      lacking(item),
      () => editDocument(item),
      () => removeDocument(item),
    ),
  );
  documentList.replaceChildren(...(documents.length ? documents : [none()]));
  const companies = state.chain.map((company) =>
    row(
      company.name,
      [company.country, company.registration, company.does].filter(Boolean).join(' · '),
      [],
      () => editCompany(company),
      () => {
        state.chain = state.chain.filter((other) => other !== company);
        showRecords();
        changed();
      },
    ),
  );
  chainList.replaceChildren(...(companies.length ? companies : [none()]));
}

// What keeps a document from supporting anything.
function lacking(document) {
  const isCited = [...state.answers.values()].some((entry) => entry.evidence.includes(document.id));
  return [!document.issued && 'lacks_date', !document.location && 'lacks_place', !isCited && 'lacks_answer'].filter(
    Boolean,
  );
}
