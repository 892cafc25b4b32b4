// SPDX-License-Identifier: Apache-2.0
// The page around the module. It decides nothing: what is asked, what a line means and what every document says comes
// from the module, and each text goes into the page as text, never as markup. Documents are the program's own pages, in
// which it has made every text harmless; and the policy of this page lets no script run but this one.
(async () => {
  const by = (id) => document.getElementById(id);
  const panel = by('panel');
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  let compiled, book, module, state, answers = '{}', tab = 'interview', isLost = false;

  // ---- The module

  /** What lies in the page as data, unpacked by a module of its own. */
  const unpacked = (unpacker, id) => {
    const { textContent: letters, dataset } = by(id), size = Number(dataset.size), piece = 1 << 15;
    by(id).remove();
    const { memory, socrates_room: room, socrates_begin: begin, socrates_unpack: unpack } = new WebAssembly.Instance(unpacker).exports;
    const at = room(letters.length);
    new TextEncoder().encodeInto(letters, new Uint8Array(memory.buffer, at));
    const out = begin(at, letters.length, size);
    for (let end = piece; end < size + piece; end += piece)
      if (unpack(end) === 0) throw new Error('what is packed in the page is damaged');
    return new Uint8Array(memory.buffer, out, size);
  };

  const text = (at, size) => new TextDecoder().decode(new Uint8Array(module.memory.buffer, at, size));

  /** A system in which there is nothing: no files, no clock, no surroundings. Whatever is asked of it does not exist. */
  const start = async () => {
    const imports = { env: {
      socrates_thrown: (at, size) => { throw new Error(text(at, size)); },
      emscripten_notify_memory_growth: () => {},
    } };
    for (const { module: from, name } of WebAssembly.Module.imports(compiled))
      (imports[from] ??= {})[name] ??= () => 52;
    module = (await WebAssembly.instantiate(compiled, imports)).exports;
    module._initialize?.();
    call('rules', book, by('today').value);
  };

  /** Calls the module with texts or bytes; its results as texts. */
  const call = (...parts) => {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
      const at = module.socrates_text(bytes.length);
      new Uint8Array(module.memory.buffer, at, bytes.length).set(bytes);
    }
    return Array.from({ length: module.socrates_call() },
      (_, number) => text(module.socrates_result(number), module.socrates_result_size(number)));
  };

  /** What the module throws ends it. The page goes on with a new one, and with the answers as they were before. */
  const recover = async (error) => {
    showErrors(String(error?.message ?? error));
    if (!compiled || isLost) return;
    isLost = true;
    await start();
    take(call('open', 'the answers', answers));
    showErrors(String(error?.message ?? error));
    isLost = false;
  };
  window.addEventListener('error', (event) => recover(event.error));
  window.addEventListener('unhandledrejection', (event) => recover(event.reason));

  /** A command of the program on the answers as they are. */
  const run = (command, ...given) => {
    const [status, text, errors, ...notes] = call('run', command, ...given);
    return { status: Number(status), text, errors, notes };
  };

  // ---- Pieces of the page

  /** make('p', {class: 'said'}, 'text', element...): texts stay texts. */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
      else if (key in element && typeof value !== 'string') element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ''));
    return element;
  };
  const button = (text, onclick, kind = '') => make('button', { type: 'button', class: kind, onclick }, text);
  const say = (text) => { by('status').textContent = text; };

  const showErrors = (text, title = 'This did not work') => {
    by('errors').replaceChildren(...(text ? [make('p', {}, make('b', {}, title)), make('pre', { tabindex: '0', role: 'region', 'aria-label': 'Errors' }, text)] : []));
    if (text) by('errors').scrollIntoView({ block: 'nearest' });
  };

  const download = (name, text, type = 'text/plain') => {
    const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    make('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    say(`${name} is saved.`);
  };

  const field = (label, input) => {
    input.id ||= `field-${label.replace(/\W+/g, '-').toLowerCase()}`;
    return make('div', {}, make('label', { for: input.id }, label), input);
  };

  /** The body of a document of the program, as a part of this page. */
  const shown = (html) => {
    const body = new DOMParser().parseFromString(html, 'text/html').body;
    for (const active of body.querySelectorAll('script, iframe, object, embed, link, meta, base, form')) active.remove();
    const article = make('article', { class: 'document' });
    for (const child of [...body.childNodes]) {
      if (child.nodeName !== 'MAIN') article.append(child);
      else article.append(make('div', { class: 'wide' }, ...child.childNodes));
    }
    for (const link of article.querySelectorAll('a[href^="#"]'))
      link.addEventListener('click', (event) => {
        event.preventDefault();
        article.querySelector(`[id="${CSS.escape(link.getAttribute('href').slice(1))}"]`)?.scrollIntoView();
      });
    for (const link of article.querySelectorAll('a:not([href^="#"])')) link.rel = 'noreferrer noopener';
    return article;
  };

  // ---- Answers

  const stored = 'socrates.answers';
  const keepIfAsked = () => {
    try {
      if (by('keep').checked) localStorage.setItem(stored, answers);
      else localStorage.removeItem(stored);
    } catch { /* a browser that keeps nothing */ }
  };

  const take = ([errors, json]) => {
    state = JSON.parse(json);
    showErrors(errors);
    if (document.activeElement !== by('service')) by('service').value = state.service;
    if (errors) return false;
    [, answers] = call('answers');
    keepIfAsked();
    return true;
  };

  const openAnswers = (name, text) => {
    if (take(call('open', name, text))) say(`${name} is open.`);
    show(tab);
  };

  const turn = (...words) => {
    take(call(...words));
    show('interview');
    const refused = panel.querySelector('.refused');
    (refused ? panel.querySelector('input') : panel.querySelector('legend, h1'))?.focus();
    say(state.remarks.join(' ') + (refused ? '' : ` ${state.standing}`));
  };

  // ---- The interview

  const inputFor = (question) => {
    if (question.kind === 'number') {
      const input = make('input', { type: 'text', id: 'typed', name: 'reply', value: question.typed, autocomplete: 'off', 'aria-describedby': 'how' });
      return [input, make('p', { id: 'how', class: 'where' }, `Type ${question.what_to_type}.`),
        make('div', { class: 'buttons' }, ...question.named.map((named) =>
          button(`${named.meaning} (${named.number})`, () => turn('reply', String(named.number)))))];
    }
    const several = question.kind === 'several';
    const choices = question.options.map((option) => ({ ...option, value: option.number }));
    if (question.may_be_none)
      choices.push({ value: 0, label: 'None of these', is_chosen: question.is_revisited && !question.was_skipped && !choices.some((choice) => choice.is_chosen) });
    const inputs = choices.map((choice) => make('input', { type: several ? 'checkbox' : 'radio', name: 'reply', value: String(choice.value), checked: Boolean(choice.is_chosen) }));
    for (const input of inputs)
      input.addEventListener('change', () => {
        if (!several || !input.checked) return;
        for (const other of inputs)
          if (other !== input && (input.value === '0' || other.value === '0')) other.checked = false;
      });
    const noted = [['Already noted', question.noted], ['Already noted as no', question.noted_as_no]];
    return [
      several ? make('p', { class: 'where' }, 'Choose all that apply.') : null,
      ...noted.filter(([, labels]) => labels.length > 0).map(([title, labels]) => make('p', {}, `${title}: ${labels.join(', ')}`)),
      ...choices.map((choice, number) => make('label', { class: 'choice' }, inputs[number], make('span', {}, choice.label)))].filter(Boolean);
  };

  const whyOf = () => make('details', { class: 'help', ontoggle: (event) => {
    const details = event.currentTarget;
    if (!details.open || details.childElementCount > 1) return;
    const why = JSON.parse(call('why')[1]);
    details.append(why.changes.length === 0 ? make('p', {}, why.nothing) : make('p', {}, 'Your answer can still change:'),
      make('ul', {}, ...why.changes.map((change) => make('li', {}, make('b', {}, change.decision), `: ${change.values}`))),
      why.changes.length > 0 ? make('p', {}, why.changes[0].example) : '',
      why.sources.length > 0 ? make('p', {}, why.about_sources) : '',
      make('ul', {}, ...why.sources.map((source) => make('li', {}, source))));
  } }, make('summary', {}, 'Why do you ask?'));

  const questionForm = (question) => {
    const form = make('form', { onsubmit: (event) => {
      event.preventDefault();
      const typed = form.elements.typed;
      const chosen = [...form.querySelectorAll('input[name="reply"]:checked')].map((input) => input.value);
      turn('reply', typed ? typed.value : chosen.join(','));
    } }, make('fieldset', {},
      make('legend', { tabindex: '-1' }, question.ask),
      question.help ? make('p', { class: 'help' }, question.help) : '',
      ...inputFor(question)),
    make('div', { id: 'remarks' }, ...state.remarks.map((remark) => make('p', { class: `remark${state.is_refused ? ' refused' : ''}` }, remark))),
    make('div', { class: 'buttons' },
      make('button', { class: 'main', id: 'next' }, 'Next'),
      question.is_revisited ? button('Leave it as it is', () => turn('keep')) : '',
      button('I do not know', () => turn('reply', 'skip')),
      button('Back', () => turn('reply', 'back'))), whyOf());
    const more = `at most ${state.at_most_more} more question${state.at_most_more === 1 ? '' : 's'}`;
    return make('section', { class: 'question', 'aria-label': 'Question' },
      make('p', { class: 'where' }, [question.section, question.is_revisited ? 'answered before' : '', more].filter(Boolean).join(' · ')), form);
  };

  const ending = () => make('section', { class: 'question', 'aria-label': 'End of the interview' },
    make('h2', {}, 'Nothing is left to ask'),
    make('p', {}, state.counts),
    ...state.remarks.map((remark) => make('p', { class: `remark${state.is_refused ? ' refused' : ''}` }, remark)),
    make('div', { class: 'buttons' }, button('See the recommendation', () => go('recommend'), 'main'),
      button('Go through the controls', () => go('readiness')), button('Back', () => turn('reply', 'back'))));

  const review = () => {
    if (state.visited.length === 0) return '';
    const parts = [];
    let section, list;
    state.visited.forEach((answer, number) => {
      if (list === undefined || answer.section !== section) {
        section = answer.section;
        list = make('ul', { class: 'answers' });
        parts.push(section ? make('h3', {}, section) : '', list);
      }
      const change = button('Change', () => turn('reply', `edit ${number + 1}`));
      change.setAttribute('aria-label', `Change: ${answer.ask}`);
      list.append(make('li', {}, make('div', {}, make('p', {}, answer.ask),
        make('p', { class: `given${answer.answer === null ? ' none' : ''}` }, answer.answer ?? 'not known')), change));
    });
    return make('section', { 'aria-labelledby': 'answers-title' }, make('h2', { id: 'answers-title' }, 'Your answers'), ...parts);
  };

  const standing = () => make('section', { class: 'standing', 'aria-labelledby': 'standing-title' },
    make('h2', { id: 'standing-title' }, 'As it stands'),
    make('p', {}, state.summary),
    make('dl', {}, ...state.decisions.filter((decision) => decision.is_settled).map((decision) =>
      make('div', {}, make('dt', {}, decision.title), make('dd', {}, decision.value)))),
    state.decisions.every((decision) => decision.is_settled) ? ''
      : make('p', { class: 'small' }, `Still open: ${state.decisions.filter((decision) => !decision.is_settled).map((decision) => decision.title).join(', ')}.`));

  const interviewTab = () => [make('div', { class: 'two' },
    make('div', {}, make('h1', { tabindex: '-1' }, 'Which SOC report do you need?'), state.question ? questionForm(state.question) : ending(), review()),
    make('div', {}, standing()))];

  // ---- Documents

  const kinds = { html: 'text/html', json: 'application/json', csv: 'text/csv', ical: 'text/calendar' };
  const endings = { text: 'txt', markdown: 'md', ical: 'ics' };

  /** What a command says, with buttons that save it in other forms. */
  const documentOf = (command, given, forms) => {
    const result = run(command, '--format', 'html', ...given);
    if (result.errors) {
      showErrors(result.errors);
      return [];
    }
    showErrors('');
    const save = (form) => {
      const { text, errors } = run(command, '--format', form, ...given);
      if (errors) showErrors(errors);
      else download(`${command}.${endings[form] ?? form}`, text, kinds[form]);
    };
    return [make('div', { class: 'saves', role: 'group', 'aria-label': 'Save this document' }, ...forms.map((form) => button(`Save as ${form}`, () => save(form)))),
      ...result.notes.map((note) => make('p', { class: 'remark' }, note)), shown(result.text)];
  };

  /** What is entered, as files; messages name them so. */
  const ownAnswers = 'your answers', ownReports = 'the reports held';
  const withAnswers = (...given) => ['ANSWERS', ownAnswers, ...given];
  const filled = (...pairs) => pairs.flatMap(([name, value]) => (value === '' ? [] : [name, value]));

  const recommendTab = () => documentOf('recommend', withAnswers(...(entered.explain ? ['--explain', ''] : [])), ['html', 'markdown', 'text', 'json']);

  // What was entered in the tabs, beside the answers.
  const entered = { explain: false, from: '', to: '', needed_by: '', people: '', window: '', reports: '', deals: '', strict: false, letter: 'reply' };
  const enter = (name, type, attributes = {}) => make('input', { type, value: entered[name], ...attributes,
    onchange: (event) => { entered[name] = event.currentTarget.value; refresh(); } });
  let refresh = () => {};

  /** Inputs above, and a document below that follows them. */
  const following = (inputs, write) => {
    const place = make('div', {});
    refresh = () => place.replaceChildren(...write());
    refresh();
    return [...inputs, place];
  };

  // ---- Readiness

  const noteControl = (control, changes) => {
    Object.assign(control, changes);
    const answer = { status: control.status };
    for (const key of ['since', 'last', 'reason']) if (control[key]) answer[key] = control[key];
    if (control.performed.length > 0) answer.performed = control.performed;
    if (control.performed.length > 0) delete answer.last;
    const value = control.status === '' ? null : answer;
    if (take(call('note', control.id, JSON.stringify({ [control.id]: value })))) refresh();
  };

  const controlRow = (control, statuses) => {
    const row = make('div', { class: 'control' });
    const draw = () => {
      const operates = control.status === 'in_place' || control.status === 'partial';
      const status = make('select', { id: `status-${control.id}`, onchange: (event) => {
        noteControl(control, { status: event.currentTarget.value });
        draw();
        row.querySelector('select').focus();
      } }, make('option', { value: '' }, 'not known'), ...statuses.map((each) => make('option', { value: each.id, selected: each.id === control.status }, each.label)));
      const day = (key) => make('input', { type: 'date', id: `${key}-${control.id}`, value: control[key] ?? '', max: by('today').value, onchange: (event) => noteControl(control, { [key]: event.currentTarget.value || null }) });
      const fields = [field('How far is it?', status)];
      if (operates && control.asks_for.since) fields.push(field('Operating since', day('since')));
      if (operates && control.asks_for.performed && control.performed.length === 0) fields.push(field('Performed last on', day('last')));
      if (control.status === 'not_applicable')
        fields.push(field('Why does it not apply? An auditor will ask.', make('input', { type: 'text', id: `reason-${control.id}`, value: control.reason, onchange: (event) => noteControl(control, { reason: event.currentTarget.value }) })));
      row.replaceChildren(make('h3', {}, `${control.id} ${control.title}`), make('p', {}, control.ask), make('div', { class: 'fields' }, ...fields),
        make('details', {}, make('summary', {}, `Evidence, and why (${control.id})`), make('p', {}, control.why), make('p', {}, `Evidence: ${control.evidence}`),
          control.evidence_over_period ? make('p', {}, `Over the period: ${control.evidence_over_period}`) : '',
          control.small_company ? make('p', {}, `In a very small company: ${control.small_company}`) : '',
          control.performed.length > 0 ? make('p', {}, `Performed on: ${control.performed.join(', ')}`) : '',
          make('p', {}, `Usually owned by ${control.owner}.`)));
    };
    draw();
    return row;
  };

  const readinessTab = () => {
    const { groups, statuses } = JSON.parse(call('controls')[1]);
    const rows = groups.map((group) => {
      const known = group.controls.filter((control) => control.status !== '').length;
      const details = make('details', { ontoggle: () => {
        if (details.open && details.childElementCount === 1) details.append(...group.controls.map((control) => controlRow(control, statuses)));
      } }, make('summary', {}, `${group.label}: ${known} of ${group.controls.length} answered`));
      return details;
    });
    return following([make('section', { class: 'inputs', 'aria-labelledby': 'controls-title' },
      make('h2', { id: 'controls-title' }, 'Controls in scope'),
      rows.length === 0 ? make('p', {}, 'The answers so far call for no controls.') : make('p', {}, 'Say how far each control is; the result below follows.'),
      ...rows,
      make('h3', {}, 'Examine a period'),
      make('div', { class: 'fields' }, field('Period from', enter('from', 'date')), field('Period to', enter('to', 'date'))))],
    () => documentOf('readiness', withAnswers(...(entered.from && entered.to ? ['--period', `${entered.from}/${entered.to}`] : [])), ['html', 'markdown', 'text', 'json', 'csv']));
  };

  // ---- Plan

  const planTab = () => following([make('section', { class: 'inputs', 'aria-label': 'Wishes' }, make('div', { class: 'fields' },
    field('Needed by', enter('needed_by', 'date')),
    field('People who work on it', enter('people', 'number', { min: '1', max: '1000' })),
    field('Months of the examination period', enter('window', 'number', { min: '1', max: '24' }))))],
  () => documentOf('plan', withAnswers(...filled(['--needed-by', entered.needed_by], ['--people', entered.people], ['--window', entered.window])), ['html', 'markdown', 'text', 'json', 'ical']));

  // ---- Deals

  const pasted = (name, label, file) => {
    const area = make('textarea', { id: `text-${name}`, spellcheck: false, oninput: () => { entered[name] = area.value; } });
    area.value = entered[name];
    const input = make('input', { type: 'file', class: 'unseen', tabindex: '-1', 'aria-label': `File: ${label}`, accept: file, onchange: async () => {
      if (!input.files[0]) return;
      area.value = entered[name] = await input.files[0].text();
      input.value = '';
    } });
    return [make('p', {}, make('label', { for: area.id }, label)), area, input, make('div', { class: 'buttons' }, button('Open a file', () => input.click()))];
  };

  const exampleOfReports = () => JSON.stringify({ reports: [{ id: 'soc2-last', report: 'soc2', type: 'type_2', categories: ['security'],
    period: { from: '2025-10-01', to: '2026-09-30' }, issued: '2026-11-05', opinion: 'unmodified' }] }, null, 2);

  const gateTab = () => {
    const place = make('div', {});
    const form = (text, name) => (/^\s*[[{]/.test(text) ? name : `${name}.csv`);
    const judge = () => {
      const deals = form(entered.deals, 'the deals');
      call('file', ownReports, entered.reports);
      call('file', deals, entered.deals);
      place.replaceChildren(...documentOf('gate', ['DEAL', deals, '--reports', ownReports, '--answers', ownAnswers, ...(entered.strict ? ['--strict', ''] : [])],
        ['html', 'markdown', 'text', 'json', 'csv', 'junit']));
      place.querySelector('h1')?.scrollIntoView({ block: 'center' });
    };
    const fill = (name, text) => () => { entered[name] = text(); go('gate'); };
    return [make('section', { class: 'inputs', 'aria-labelledby': 'gate-title' },
      make('h1', { id: 'gate-title', class: 'plain-title' }, 'Do the reports you hold satisfy a deal?'),
      ...pasted('reports', 'Reports that you hold, and those that come next, as JSON', '.json'),
      make('div', { class: 'buttons' }, button('Put in an example report', fill('reports', exampleOfReports))),
      ...pasted('deals', 'One deal or a list of deals, as JSON, or a sheet pasted as CSV', '.json,.csv'),
      make('div', { class: 'buttons' }, button('Put in an empty deal', fill('deals', () => run('gate', '--template', 'json').text)),
        button('Put in the columns of a sheet', fill('deals', () => run('gate', '--template', 'csv').text))),
      make('label', { class: 'choice' }, make('input', { type: 'checkbox', checked: entered.strict, onchange: (event) => { entered.strict = event.currentTarget.checked; } }), make('span', {}, 'Strict: "yes, with conditions" counts as no')),
      make('div', { class: 'buttons' }, button('Judge', judge, 'main'))), place];
  };

  // ---- Letters

  const letters = { reply: 'Reply to who asked', memo: 'Memo: which report, and why', 'status-letter': 'Letter on where you stand',
    'auditor-rfp': 'Request for proposals to auditors', description: 'Outline of the system description', 'bridge-letter': 'Bridge letter (needs the reports under Deals)' };
  const draftTab = () => following([make('h1', { class: 'plain-title' }, 'Letters and documents to edit'),
    make('section', { class: 'inputs', 'aria-label': 'Which letter' }, field('Draft', make('select', { id: 'letter', onchange: (event) => { entered.letter = event.currentTarget.value; refresh(); } },
      ...Object.entries(letters).map(([id, label]) => make('option', { value: id, selected: id === entered.letter }, label)))))],
  () => {
    const bridge = entered.letter === 'bridge-letter';
    if (bridge) call('file', ownReports, entered.reports);
    const given = ['KIND', entered.letter, ...(bridge ? ['--reports', ownReports] : withAnswers())];
    const { text, errors, notes } = run('draft', '--format', 'markdown', ...given);
    showErrors(errors);
    if (errors) return [];
    return [...notes.map((note) => make('p', { class: 'remark' }, note)),
      make('div', { class: 'saves' }, button('Save as markdown', () => download(`${entered.letter}.md`, text)),
        button('Save as text', () => download(`${entered.letter}.txt`, run('draft', '--format', 'text', ...given).text))),
      make('section', { 'aria-label': 'The draft' }, make('div', { class: 'letter' }, text))];
  });

  // ---- Tabs and the bar

  const writers = { interview: interviewTab, recommend: recommendTab, readiness: readinessTab, plan: planTab, gate: gateTab, draft: draftTab };
  const show = (name) => {
    tab = name;
    for (const each of tabs) {
      const selected = each.dataset.tab === name;
      each.setAttribute('aria-selected', String(selected));
      each.tabIndex = selected ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', `tab-${name}`);
    panel.replaceChildren(...writers[name]());
  };
  const go = (name) => {
    showErrors('');
    show(name);
    by(`tab-${name}`).focus();
  };
  tabs.forEach((each, number) => {
    each.addEventListener('click', () => go(each.dataset.tab));
    each.addEventListener('keydown', (event) => {
      const step = { ArrowRight: number + 1, ArrowLeft: number - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      go(tabs[step % tabs.length].dataset.tab);
    });
  });
  by('new').addEventListener('click', () => {
    if (state.visited.length > 0 && !confirm('Begin anew? Answers that are not saved are gone.')) return;
    turn('begin');
  });
  by('open').addEventListener('click', () => by('file').click());
  by('file').addEventListener('change', async () => {
    const [file] = by('file').files;
    if (file) openAnswers(file.name, await file.text());
    by('file').value = '';
  });
  by('save').addEventListener('click', () => download('socrates-answers.json', answers, 'application/json'));
  by('print').addEventListener('click', () => window.print());
  by('keep').addEventListener('change', keepIfAsked);
  by('service').addEventListener('change', () => {
    if (take(call('rename', 'the name', JSON.stringify({ service: by('service').value || null })))) show(tab);
  });
  by('today').addEventListener('change', () => {
    if (by('today').value && take(call('today', by('today').value))) show(tab);
  });

  // ---- The start

  const now = new Date();
  by('today').value = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  // The first question stands before its module runs. Until then nothing can be entered, which the module could not take.
  const parts = document.querySelectorAll('.top, main, .foot');
  state = JSON.parse(by('first').textContent);
  parts.forEach((part) => { part.inert = true; });
  show('interview');
  document.documentElement.dataset.first = String(Math.round(performance.now()));
  if (document.readyState === 'loading') await new Promise((parsed) => { document.addEventListener('DOMContentLoaded', parsed); });
  await new Promise((painted) => { setTimeout(painted); });
  try {
    const unpacker = await WebAssembly.compile(Uint8Array.from(atob(by('unpack').textContent), (letter) => letter.charCodeAt(0)));
    const compiling = WebAssembly.compile(unpacked(unpacker, 'module'));
    book = unpacked(unpacker, 'book');  // meanwhile
    compiled = await compiling;
    await start();
    let kept = null;  // looked at first, since what is taken is kept, or cleared
    try { kept = localStorage.getItem(stored); } catch { /* a browser that keeps nothing */ }
    take(call('state'));
    if (kept !== null) {
      by('keep').checked = true;
      take(call('open', 'the kept answers', kept));
    }
    show('interview');
    window.socrates = { call, run };  // for the tests of the page, and for who looks at it with the tools of the browser
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  } catch (error) {
    panel.replaceChildren(make('p', {}, 'This browser cannot run the page. It needs one of 2023 or later, with WebAssembly.'));
    showErrors(String(error));
  } finally {
    parts.forEach((part) => { part.inert = false; });
  }
})();
