// How things are put on the screen: elements made of texts, in the language that is chosen, and fields to fill in.
// Words reach the page as text nodes and as values of fields, never as markup.

let language = 0;
let spoken = [];
let lastId = 0;

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

function newId() {
  lastId += 1;
  return `f${lastId}`;
}

// ---------------------------------------------------------------- languages

// A text of the questionnaire in the language that is chosen.
function told(texts) {
  return texts[language] ?? texts[0] ?? '';
}

// A phrase of the page, with things put in where their names stand in braces.
function word(name, put = {}) {
  return facts.languages[language].words[name].replace(/\{(\w+)\}/g, (all, key) => put[key] ?? all);
}

// An element that says something, now and whenever another language is chosen.
function saying(element, tell, isTheirs = false) {
  const show = () => {
    element.textContent = tell();
    const { code, questions: own } = facts.languages[language];
    if (isTheirs && own !== code) element.lang = own;
  };
  show();
  spoken.push({ element, show });
  return element;
}

function words(tag, attributes, name, put) {
  return saying(el(tag, attributes), () => word(name, typeof put === 'function' ? put() : put));
}

function theirs(tag, attributes, texts) {
  return saying(el(tag, attributes), () => told(texts), true);
}

// Has an element say what it says now.
function sayAgain(element) {
  spoken.find((one) => one.element === element)?.show();
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = facts.languages[language].code;
  spoken = spoken.filter(({ element }) => element.isConnected);
  spoken.forEach(({ show }) => show());
}

// ---------------------------------------------------------------- fields

function button(name, put, act, kind = 'plain') {
  return words('button', { type: 'button', class: kind, onclick: act }, name, put);
}

// A field with its name, and a hint where there is one. `asked` says what it is, `set` takes what is written.
function field(asked, value, set) {
  const { name, hint, lines, type = 'text', options, ...more } = asked;
  const [id, hintId] = [newId(), hint && newId()];
  const attributes = { id, 'aria-describedby': hintId, autocomplete: 'off', ...more };
  const input = options
    ? el('select', attributes, ...options())
    : lines
      ? el('textarea', { ...attributes, rows: lines })
      : el('input', { ...attributes, type });
  input.value = value;
  input.addEventListener('input', () => set(lines ? clean(input.value) : oneLine(input.value), input));
  return el(
    'div',
    { class: `field ${type === 'date' ? 'short' : ''}` },
    words('label', { for: id }, name),
    hint && words('p', { class: 'hint', id: hintId }, hint),
    input,
  );
}

// A tick or one of several, with its label.
function option(kind, group, value, label, act) {
  const input = el('input', { type: kind, name: group, value, onchange: act });
  return el('label', { class: 'option' }, input, label);
}

// Asks for a record in a window over the page. `done` takes it; what `refused` says of it keeps the window open.
function askFor(heading, fields, record, refused, done) {
  const made = { ...record };
  const title = newId();
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const rows = fields.map((asked) =>
    field(asked, made[asked.key] ?? '', (text) => {
      made[asked.key] = text;
    }),
  );
  const dialog = el(
    'dialog',
    { 'aria-labelledby': title },
    el(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault();
          const why = refused(made);
          wrong.textContent = why ? word(why) : '';
          if (why) return;
          dialog.close();
          done(made);
        },
      },
      words('h2', { id: title }, heading),
      ...rows,
      wrong,
      el(
        'p',
        { class: 'buttons' },
        words('button', { type: 'submit', class: 'main' }, 'done'),
        button('cancel', {}, () => dialog.close()),
      ),
    ),
  );
  const opener = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener?.isConnected) opener.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
