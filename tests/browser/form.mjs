// Fills in the page that a vendor gets, in headless Chromium and in headless Firefox, by one script, and tells what it
// saw; tests/it/exchange/page_in_browser.rs judges it.
//
//   node form.mjs < job.json > seen.json
//
// A job is {"browsers": {name: path}, "folder", "vectors", "hidden", "pages": {...}, "plan": [...]}: see what each step
// below takes from it. The answer has an entry for each browser.

import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';

// What takes longer hangs; a busy machine takes its time.
const HANGS = 60_000;
const HEIGHT = 900;
// A4 without the margins that the style sheet names, in CSS pixels, rounded down.
const PAPER = 672;

const job = JSON.parse(readFileSync(0, 'utf8'));
const seen = {};
for (const [name, path] of Object.entries(job.browsers)) seen[name] = await everything(name, path);
process.stdout.write(JSON.stringify(seen));

// A browser with a profile of its own, which nobody used before.
async function launched(name, path, downloads) {
  const common = { executablePath: path, headless: true, timeout: HANGS, protocolTimeout: HANGS };
  if (name === 'firefox') {
    const extraPrefsFirefox = {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
      'browser.helperApps.neverAsk.saveToDisk': 'application/yaml',
    };
    return puppeteer.launch({ ...common, browser: 'firefox', protocol: 'webDriverBiDi', extraPrefsFirefox });
  }
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const downloadBehavior = { policy: 'allow', downloadPath: downloads };
  return puppeteer.launch({ ...common, args: [...root, ...quiet], downloadBehavior });
}

async function everything(name, path) {
  const told = { requests: [], problems: [], violations: 0 };
  // In a new profile, with all that happens besides what is asked for.
  const within = async (what) => {
    const downloads = join(job.folder, `downloads-${name}`);
    rmSync(downloads, { recursive: true, force: true });
    mkdirSync(downloads, { recursive: true });
    const browser = await launched(name, path, downloads);
    try {
      return await what({ browser, name, told, downloads });
    } finally {
      await browser.close();
    }
  };
  told.filled = await within(fill);
  told.resumed = await within((tools) => resume(tools, job.pages.blank, told.filled.saved));
  told.small = await within(byKeys);
  told.others = await within(examples);
  told.conditions = await within(vectors);
  told.looks = await within(looks);
  told.hostile = await within(hostile);
  told.drafts = await within(drafts);
  told.shapes = await within(shapes);
  return told;
}

// ---------------------------------------------------------------- opening a page and what happens in it

async function opened({ browser, told }, file) {
  const page = await browser.newPage();
  page.setDefaultTimeout(HANGS);
  const address = pathToFileURL(file).href;
  page.on('request', (request) => {
    // Browsers draw their own fields and blank pages with pictures and letters that they have in themselves, and a file
    // that is saved is no request either. What the page itself would fetch so, its policy forbids, and is counted.
    const isOwn = /^(data|blob):/.test(request.url());
    if (request.url() !== address && !isOwn) told.requests.push(request.url());
  });
  page.on('console', (message) => told.problems.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => told.problems.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  // Saving goes to the downloads, unless a test brings a place of its own.
  await page.evaluateOnNewDocument(() => {
    delete globalThis.showSaveFilePicker;
    globalThis.violations = 0;
    addEventListener('securitypolicyviolation', () => { globalThis.violations += 1; });
  });
  await page.setViewport({ width: 1280, height: HEIGHT });
  await page.goto(address, { waitUntil: 'load', timeout: HANGS });
  await page.evaluate(everythingIsLaidOut);
  return page;
}

// When something was drawn first, in milliseconds after the page was asked for.
async function firstPaint(page) {
  const found = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  return (await page.waitForFunction(found)).jsonValue();
}

// What is not on the screen is laid out, too, and nothing moves: a pointer meets what it was sent to, and what is too
// wide is noticed wherever it is.
function everythingIsLaidOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important; } html { scroll-behavior: auto !important; }');
  document.adoptedStyleSheets = [sheet];
}

async function closed(page, told) {
  told.violations += await page.evaluate(() => globalThis.violations);
  await page.close();
}

// Presses what saves, and gives what was written.
async function saved(page, downloads, label = 'Save the answers') {
  await press(page, label);
  return downloaded(downloads);
}

// The one file that was saved, which is taken away.
async function downloaded(downloads) {
  for (let waited = 0; waited < HANGS; waited += 50) {
    const file = readdirSync(downloads).find((name) => name.endsWith('.yaml'));
    const text = file && readFileSync(join(downloads, file), 'utf8');
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (text?.includes('\nanswers:') && readFileSync(join(downloads, file), 'utf8') === text) {
      readdirSync(downloads).forEach((name) => rmSync(join(downloads, name)));
      return { file, text };
    }
  }
  throw new Error('nothing was saved');
}

// Clicks the button with these words, wherever it is.
async function press(page, label, within = 'body') {
  const found = await page.evaluateHandle((label, within) => {
    const buttons = document.querySelector(within).querySelectorAll('button');
    return [...buttons].find((button) => button.textContent === label && !button.hidden);
  }, label, within);
  await found.asElement().click();
}

// The field with this label, by its id.
async function named(page, label, within = 'body') {
  return page.evaluate((label, within) => {
    const labels = document.querySelector(within).querySelectorAll('label[for]');
    return `#${CSS.escape([...labels].find((found) => found.textContent === label).htmlFor)}`;
  }, label, within);
}

// Writes into a field as one would; a day, and letters that no keyboard has, as a program would.
async function write(page, selector, text) {
  const isPlain = /^[ -~åäöÅÄÖ]*$/.test(text);
  const type = await page.$eval(selector, (field) => field.type);
  if (isPlain && text.length < 60 && type !== 'date') return page.type(selector, text);
  return page.$eval(selector, (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
}

// What is within a question, by its id.
function ofQuestion(id, rest) {
  return `#${id.replaceAll('.', '\\.')} ${rest}`.trim();
}

// ---------------------------------------------------------------- filling in all of it

// Answers everything by the plan, each entry {"id", "form", "answer", "comment", "document"}; what is not asked when its
// turn comes is passed over.
async function fill(tools) {
  const page = await opened(tools, job.pages.blank);
  const drawn = await firstPaint(page);
  const openBefore = await page.$$eval('#open li', (rows) => rows.length);
  await write(page, '#name', job.vendor);
  await write(page, await named(page, 'Country'), 'SE');
  await write(page, await named(page, 'What the service is'), job.service);
  await write(page, await named(page, 'Who fills this in'), 'Åsa Ek');
  await press(page, 'Add a company', '#chain');
  await write(page, await named(page, 'Name of the company', 'dialog'), 'Fjällton AB');
  await write(page, await named(page, 'What it does', 'dialog'), 'telephony');
  await press(page, 'Done', 'dialog');
  const answered = [];
  for (const { id, answer, comment, document } of job.plan) {
    const fieldset = await page.$(ofQuestion(id, ''));
    if (await fieldset.evaluate((element) => element.hidden)) continue;
    answered.push(id);
    for (const value of [answer].flat()) {
      const tick = /^[\w/-]+$/.test(value) && (await page.$(ofQuestion(id, `input[value="${value}"]`)));
      if (tick) await tick.click();
      else await write(page, ofQuestion(id, '> .field input, ') + ofQuestion(id, '> .field textarea'), value);
    }
    if (!comment && !document) continue;
    await page.$eval(ofQuestion(id, 'details.more'), (details) => { details.open = true; });
    if (comment) await write(page, ofQuestion(id, 'details.more textarea'), comment);
    if (document) {
      await press(page, 'Add a document', ofQuestion(id, ''));
      await write(page, await named(page, 'Title', 'dialog'), document.title);
      await write(page, await named(page, 'Issued on', 'dialog'), document.issued);
      await write(page, await named(page, 'Where it is', 'dialog'), document.location);
      await press(page, 'Done', 'dialog');
    }
  }
  const open = await page.$$eval('#open li', (rows) => rows.map((row) => row.textContent));
  const progress = await page.$eval('.far .count', (count) => count.textContent);
  const first = await saved(page, tools.downloads);
  const status = await page.$eval('[role=status]', (element) => element.textContent);
  await press(page, 'Svenska');
  const swedish = await page.evaluate(() => [document.documentElement.lang, document.querySelector('.ask').textContent]);
  const again = await saved(page, tools.downloads, 'Spara svaren');
  // What the browser asks for by itself, where it does: the same bytes go to the file that is chosen there.
  const picked = await page.evaluate(async () => {
    let bytes = null;
    globalThis.showSaveFilePicker = async ({ suggestedName }) => ({
      name: suggestedName,
      createWritable: async () => ({ write: async (blob) => { bytes = await blob.text(); }, close: async () => {} }),
    });
    await save(false);
    return bytes;
  });
  await closed(page, tools.told);
  return { saved: first.text, file: first.file, again: again.text, picked, answered, open, openBefore, progress, status, swedish, drawn };
}

// Opens a file in a page where nothing is filled in, and saves it again.
async function resume(tools, file, text) {
  const page = await opened(tools, file);
  const status = await load(page, tools, 'mine.yaml', text);
  const again = await saved(page, tools.downloads);
  await closed(page, tools.told);
  return { status, saved: again.text };
}

// Opens a text as a file, and gives what the page says of it.
async function load(page, { downloads }, name, text) {
  const { writeFileSync } = await import('node:fs');
  const path = join(downloads, '..', name);
  writeFileSync(path, text);
  const before = await page.$eval('[role=status]', (element) => { element.textContent = ''; return ''; });
  const chooser = await page.$('#chooser');
  await chooser.uploadFile(path);
  await page.waitForFunction((before) => document.querySelector('[role=status]').textContent !== before, {}, before);
  return page.$eval('[role=status]', (element) => element.textContent);
}

// ---------------------------------------------------------------- with keys alone

// Answers the small questionnaire without a pointer: Tab to each thing, blanks and arrows to choose.
async function byKeys(tools) {
  const page = await opened(tools, job.pages.small);
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(() => document.activeElement.className);
  const visited = new Set();
  const done = new Set();
  let [steps, isSaved] = [0, false];
  let lostFocus = 0;
  for (; steps < 400 && !isSaved; steps += 1) {
    const at = await page.evaluate(() => {
      const here = document.activeElement;
      const question = here.closest('fieldset');
      const { outlineStyle } = getComputedStyle(here);
      return { tag: here.localName, type: here.type, id: question?.id, is: here.id, text: here.textContent.slice(0, 40), isChecked: here.checked, outlineStyle, value: here.value };
    });
    if (at.tag === 'body') lostFocus += 1;
    visited.add(`${at.tag} ${at.id ?? at.is}`);
    if (at.outlineStyle === 'none' && at.tag !== 'body') tools.told.problems.push(`no focus is seen at ${at.tag} ${at.id ?? at.text}`);
    const planned = job.keys[at.id];
    if (at.is === 'name') await page.keyboard.type(job.vendor);
    else if (planned !== undefined && !done.has(`${at.id} ${planned}`) && (at.tag === 'textarea' || at.type === 'text')) {
      done.add(`${at.id} ${planned}`);
      await page.keyboard.type(planned);
    } else if (planned !== undefined && at.type === 'radio' && !done.has(at.id)) {
      done.add(at.id);
      await page.keyboard.press(' ');
      for (let down = 0; down < 20; down += 1) {
        if (await page.evaluate((planned) => document.activeElement.value === planned, planned)) break;
        await page.keyboard.press('ArrowDown');
      }
    } else if (at.type === 'checkbox' && [planned].flat().includes(at.value) && !at.isChecked) await page.keyboard.press(' ');
    if (at.text === 'Finish and save') {
      isSaved = true;
      break;
    }
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const { text } = await downloaded(tools.downloads);
  // The same by the program that fills in: what keys did is what was meant.
  const meant = await page.evaluate((keys) => Object.fromEntries(Object.keys(keys).map((id) => [id, state.answers.get(id).answer])), job.keys);
  const link = await page.$('#open li a');
  await link.focus();
  await page.keyboard.press('Enter');
  const wentTo = await page.evaluate(() => document.activeElement.id);
  await closed(page, tools.told);
  return { skip, steps, isSaved, lostFocus, saved: text, meant, wentTo };
}

// ---------------------------------------------------------------- forms that are filled in already

async function examples(tools) {
  const found = {};
  for (const [name, file] of Object.entries(job.pages.examples)) {
    const page = await opened(tools, file);
    found[name] = { saved: (await saved(page, tools.downloads)).text, drawn: await firstPaint(page) };
    await closed(page, tools.told);
  }
  const page = await opened(tools, job.pages.proposed);
  const before = (await saved(page, tools.downloads)).text;
  const shown = await page.$$eval('.proposal:not([hidden])', (all) => all.map((one) => one.textContent));
  await press(page, 'Yes, this is our answer');
  const after = (await saved(page, tools.downloads)).text;
  await closed(page, tools.told);
  return { examples: found, proposed: { before, shown, after } };
}

// ---------------------------------------------------------------- conditions and letters

// What the page's own functions make of the cases that Rust decided.
async function vectors(tools) {
  const page = await opened(tools, job.pages.conditions);
  const truths = await page.evaluate((cases, day) => cases.map((given) => {
    const answers = blankState().answers;
    for (const [id, answer] of Object.entries(given)) answers.get(id).answer = answer;
    return Object.fromEntries(whichAreAsked(answers, day));
  }), job.cases, job.day);
  const hidden = await page.evaluate(() => {
    const found = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const sign = String.fromCodePoint(code);
      const kept = clean(sign);
      if (kept !== sign && !['\r', '\u0085', '\u2028', '\u2029'].includes(sign)) found.push(code);
    }
    return found;
  });
  await closed(page, tools.told);
  return { truths, hidden };
}

// ---------------------------------------------------------------- how it looks

async function looks(tools) {
  const { name } = tools;
  const page = await opened(tools, job.pages.examples[job.looked]);
  const found = { widths: [], axe: [], pdf: null };
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  for (const language of ['en', 'sv']) {
    if (language === 'sv') await press(page, 'Svenska');
    for (const width of job.widths) {
      await page.setViewport({ width, height: HEIGHT });
      const needs = await page.evaluate(() => document.documentElement.scrollWidth);
      const culprits = needs <= width ? [] : await page.evaluate(() => [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((element) => element.outerHTML.slice(0, 160)));
      found.widths.push({ language, width, needs, culprits });
    }
  }
  await page.setViewport({ width: 1280, height: HEIGHT });
  const schemes = name === 'chromium' ? ['light', 'dark'] : ['light'];
  for (const scheme of schemes) {
    if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluate(axe.source);
    found.axe.push(...(await page.evaluate(findings)).map((finding) => `${scheme}: ${finding}`));
    await press(page, 'Lägg till ett dokument', '#documents');
    found.axe.push(...(await page.evaluate(findings)).map((finding) => `${scheme}, a window over it: ${finding}`));
    await press(page, 'Avbryt', 'dialog');
  }
  await closed(page, tools.told);
  if (name === 'chromium') {
    for (const [title, file] of Object.entries(job.pages.printed)) {
      const page = await opened(tools, file);
      await page.setViewport({ width: PAPER, height: HEIGHT });
      await page.pdf({ path: join(job.folder, `${title}.pdf`), preferCSSPageSize: true });
      const isBack = await page.evaluate(() => document.querySelectorAll('.paper').length);
      found.pdf = { ...found.pdf, [title]: isBack };
      await closed(page, tools.told);
    }
  }
  return found;
}

async function findings() {
  const { violations, passes } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
  const places = (nodes) => nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
  const found = violations.map(({ id, impact, help, nodes }) => `${impact} ${id}: ${help}: ${places(nodes).join(' | ')}`);
  return passes.some(({ id }) => id === 'color-contrast') || found.length ? found : ['the contrast was not looked at'];
}

// ---------------------------------------------------------------- what others wrote

async function hostile(tools) {
  const page = await opened(tools, job.pages.hostile);
  const tags = await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    return Object.entries([...document.querySelectorAll('body *')].reduce((all, { localName }) => ({ ...all, [localName]: 1 }), {})).map(([tag]) => tag).sort();
  });
  const words = await page.evaluate(() => document.querySelector('h1').textContent);
  const { text } = await saved(page, tools.downloads);
  await page.reload({ waitUntil: 'load' });
  const status = await load(page, tools, 'hostile.yaml', text);
  const { text: again } = await saved(page, tools.downloads);
  await closed(page, tools.told);
  return { tags, words, saved: text, again, status };
}

// ---------------------------------------------------------------- drafts

async function drafts(tools) {
  const page = await opened(tools, job.pages.small);
  const kept = () => page.evaluate(() => Object.keys(localStorage).length);
  await write(page, '#name', job.vendor);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const unasked = await kept();
  await page.click('#draft');
  await write(page, await named(page, 'Country'), 'NO');
  await new Promise((resolve) => setTimeout(resolve, 600));
  const wanted = await kept();
  await page.reload({ waitUntil: 'load' });
  const offered = await page.$eval('.offer', (offer) => !offer.hidden);
  await press(page, 'Go on with the draft', '.offer');
  const country = await page.$eval(await named(page, 'Country'), (field) => field.value);
  await saved(page, tools.downloads, 'Finish and save');
  const finished = await kept();
  await closed(page, tools.told);
  return { unasked, wanted, offered, country, finished };
}

// ---------------------------------------------------------------- files of other shapes

// What is said of files, by their names, and what is saved after each.
async function shapes(tools) {
  const found = {};
  for (const [name, { page: file, text }] of Object.entries(job.shapes)) {
    const page = await opened(tools, file);
    const status = await load(page, tools, name, text);
    found[name] = { status, saved: (await saved(page, tools.downloads)).text };
    await closed(page, tools.told);
  }
  return found;
}
