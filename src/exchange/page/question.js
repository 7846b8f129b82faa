// A question on the screen: its answer, and what stands beside it.

function specials(question) {
  const never = question.never ? [[NEVER, 'never']] : [];
  const isNa = state.answers.get(question.id).answer === NOT_APPLICABLE;
  const isForbidden = question.na === 'forbidden' && !isNa;
  const na = isForbidden ? [] : [[NOT_APPLICABLE, question.na === 'approval' ? 'na_approval' : 'na']];
  return [...never, ...na, [UNKNOWN, 'unknown']];
}

function questionOnScreen(question, number) {
  const entry = () => state.answers.get(question.id);
  const kind = question.form === 'one' ? 'radio' : 'checkbox';
  const group = `answer ${question.id}`;
  const [helpId, onlyId, wrongId] = [newId(), newId(), newId()];
  const wrong = saying(el('p', { class: 'wrong', id: wrongId, hidden: true }), () => {
    const isToCome = question.form === 'date' && dayNumber(entry().answer) !== null;
    return isToCome ? word('to_come') : [word('not_read'), told(question.how ?? [])].join(' ').trim();
  });
  const set = (answer) => {
    answerChanged(question, answer);
    show();
  };

  const choose = (input) => {
    if (kind === 'radio') return set(input.value);
    const found = question.options.find(({ id }) => id === input.value);
    const now = (Array.isArray(entry().answer) ? entry().answer : []).filter((id) => id !== input.value);
    if (!input.checked) return set(now);
    const isAlone = (id) => question.options.find((other) => other.id === id)?.alone;
    const all = found.alone ? [input.value] : [...now.filter((id) => !isAlone(id)), input.value];
    return set(question.options.map(({ id }) => id).filter((id) => all.includes(id)));
  };
  const options = question.options.map(({ id, label }) =>
    option(kind, group, id, theirs('span', {}, label), ({ target }) => choose(target)),
  );
  const others = specials(question).map(([id, name]) =>
    option(kind, group, id, words('span', {}, name), ({ target }) => set(target.checked ? id : '')),
  );
  const ticks = [...options, ...others].map((label) => label.firstChild);
  const written = writtenAnswer(
    question,
    wrongId,
    (answer) => answerChanged(question, answer),
    () => showWrong(),
  );
  const clear = button(
    'clear',
    {},
    () => {
      set('');
      (written ?? ticks[0]).focus();
    },
    'quiet clear',
  );
  const more = commentAndDocuments(question, () => {
    touched(entry());
    changed();
  });
  const proposal = el('div', { class: 'proposal' });
  const by = saying(el('p', { class: 'by' }), () => {
    const { name, on } = entry().by ?? {};
    return name ? word(on ? 'by_line' : 'by_name', { name, on }) : '';
  });

  const root = el(
    'fieldset',
    {
      class: `question ${question.form}`,
      id: question.id,
      tabindex: '-1',
      'aria-describedby': [question.help && helpId, question.only_if && onlyId].filter(Boolean).join(' ') || null,
    },
    el(
      'legend',
      {},
      el('span', { class: 'place' }, `${number} · `, el('code', {}, question.id)),
      theirs('span', { class: 'ask' }, question.ask),
    ),
    question.only_if && theirs('p', { class: 'only', id: onlyId }, question.only_if),
    question.help && theirs('p', { class: 'help', id: helpId }, question.help),
    ...(facts.filled.answers[question.id]?.marks ?? []).map((mark) => theirs('p', { class: 'mark' }, mark)),
    proposal,
    question.form === 'many' && words('p', { class: 'hint' }, 'many'),
    options.length > 0 && el('div', { class: 'options' }, ...options),
    written &&
      el(
        'div',
        { class: 'field' },
        question.how
          ? theirs('label', { for: written.id }, question.how)
          : words('label', { for: written.id }, 'answer'),
        written,
      ),
    el('div', { class: 'options special' }, ...others, clear),
    wrong,
    more.root,
    by,
  );

  // Shows the answer as the state has it.
  const show = () => {
    const { answer } = entry();
    const chosen = [answer].flat();
    const isSpecial = specials(question).some(([id]) => id === answer);
    for (const tick of ticks) tick.checked = chosen.includes(tick.value) && (written === null || isSpecial);
    const text = isSpecial || Array.isArray(answer) ? '' : answer;
    if (written && written.value !== text) written.value = text;
    showProposal(proposal, question, entry(), set);
    showWrong();
    more.show();
  };
  const showWrong = () => {
    const isWrong = meaning(question, entry().answer) === null;
    wrong.hidden = !isWrong;
    if (isWrong) sayAgain(wrong);
    written?.setAttribute('aria-invalid', String(isWrong));
  };
  const refresh = (isAsked) => {
    const isOpen = whyOpen(question, entry()) !== null;
    root.hidden = isAsked === false || !matches(question, isOpen);
    root.classList.toggle('done', !isOpen);
    root.classList.toggle('doubtful', isAsked === null);
    clear.hidden = entry().answer.length === 0;
    if (!wrong.hidden && meaning(question, entry().answer) !== null) showWrong();
    more.refresh();
    const says = entry().by?.name ? word(entry().by.on ? 'by_line' : 'by_name', entry().by) : '';
    if (by.textContent !== says) by.textContent = says;
  };
  show();
  return { root, show, refresh, more };
}

// The field for an answer in figures or words; none where there are options to choose from.
function writtenAnswer(question, describedBy, set, leave) {
  if (question.options.length) return null;
  const attributes = { id: newId(), 'aria-describedby': describedBy, autocomplete: 'off' };
  const input =
    question.form === 'text'
      ? el('textarea', { ...attributes, rows: 3 })
      : el('input', {
          ...attributes,
          type: question.form === 'date' ? 'date' : 'text',
          inputmode: question.form === 'number' && 'decimal',
        });
  input.addEventListener('input', () => {
    set(question.form === 'number' ? plainNumber(input.value) : clean(input.value));
    for (const tick of input.closest('fieldset').querySelectorAll('.special input')) tick.checked = false;
  });
  input.addEventListener('change', leave);
  return input;
}

function showProposal(place, question, entry, set) {
  place.replaceChildren();
  place.hidden = !entry.proposed || entry.answer.length > 0;
  if (place.hidden) return;
  const { answer, note, comment, from } = entry.proposed;
  const said = comment && el('p', { class: 'quoted' }, comment);
  if (!answer?.length) {
    const name = dayNumber(from) === null ? 'noted' : 'noted_before';
    place.append(words('p', {}, name, { from }), el('p', { class: 'quoted' }, note ?? ''), said || '');
    return;
  }
  const names = () =>
    [answer]
      .flat()
      .map((id) => {
        const found = question.options.find((option) => option.id === id);
        const special = specials(question).find(([word]) => word === id);
        return found ? told(found.label) : special ? word(special[1]) : id;
      })
      .join('; ');
  place.append(
    words('p', {}, 'proposed', { from }),
    saying(el('p', { class: 'quoted' }), names),
    said || '',
    button('confirm', {}, () => {
      if (!entry.comment.trim()) entry.comment = comment ?? '';
      set(answer);
      place.closest('fieldset').focus();
    }),
  );
}

// What stands beside an answer; folded away until there is something.
function commentAndDocuments(question, touch) {
  const entry = () => state.answers.get(question.id);
  const [commentId, listId] = [newId(), newId()];
  const summary = el('summary', {});
  const needed = () => {
    const answer = meaning(question, entry().answer);
    if (answer === NOT_APPLICABLE) return 'reason';
    return answer === 'partial' && question.form === 'one' ? 'partly' : 'comment';
  };
  const label = words('label', { for: commentId }, 'comment');
  const comment = el('textarea', { id: commentId, rows: 2 });
  comment.addEventListener('input', () => {
    entry().comment = clean(comment.value);
    touch();
  });
  const list = el('div', { class: 'options', role: 'group', 'aria-labelledby': listId });
  const kinds = question.kinds ?? [];
  const root = el(
    'details',
    { class: 'more' },
    summary,
    el('div', { class: 'field' }, label, comment),
    el(
      'div',
      { class: 'papers' },
      words('p', { id: listId, class: 'label' }, 'supports'),
      kinds.length > 0 &&
        saying(el('p', { class: 'hint' }), () =>
          word('would_show', { list: kinds.map((at) => told(facts.kinds[at].ask)).join('; ') }),
        ),
      list,
      button('document_add', {}, () =>
        editDocument(null, kinds[0], (id) => {
          entry().evidence.push(id);
          touch();
          listDocuments();
        }),
      ),
    ),
  );
  const tickFor = (document) => {
    const label = option('checkbox', '', document.id, el('span', {}, document.title), ({ target }) => {
      const others = entry().evidence.filter((id) => id !== document.id);
      entry().evidence = target.checked ? [...others, document.id] : others;
      touch();
    });
    label.firstChild.checked = entry().evidence.includes(document.id);
    return label;
  };
  // First what is cited and what fits; the rest is folded away.
  const listDocuments = () => {
    const fits = ({ id, kind }) => entry().evidence.includes(id) || kinds.some((at) => facts.kinds[at].id === kind);
    const rest = state.documents.filter((document) => !fits(document));
    const others = el(
      'details',
      { class: 'others' },
      words('summary', {}, 'other_documents', { count: rest.length }),
      el('div', { class: 'options' }),
    );
    others.addEventListener('toggle', () => {
      if (others.open) others.lastChild.replaceChildren(...rest.map(tickFor));
    });
    list.replaceChildren(...state.documents.filter(fits).map(tickFor), rest.length ? others : '');
  };
  root.addEventListener('toggle', () => {
    if (root.open) listDocuments();
  });
  saying(summary, () => {
    const count = entry().evidence.length;
    return word('more') + (count ? ` · ${word('cited', { count })}` : '');
  });
  let named = 'comment';
  return {
    root,
    show: () => {
      if (comment.value !== entry().comment) comment.value = entry().comment;
      root.open = root.open || says(entry().comment) || entry().evidence.length > 0;
      if (root.open) listDocuments();
    },
    refresh: () => {
      const name = needed();
      if (name !== named) {
        named = name;
        spoken = spoken.filter(({ element }) => element !== label);
        saying(label, () => word(named));
        if (name !== 'comment') root.open = true;
      }
      comment.required = name !== 'comment';
      const count = entry().evidence.length;
      const text = word('more') + (count ? ` · ${word('cited', { count })}` : '');
      if (summary.textContent !== text) summary.textContent = text;
    },
    listDocuments: () => {
      if (root.open) listDocuments();
    },
  };
}
