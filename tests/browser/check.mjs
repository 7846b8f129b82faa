// Opens pages in headless Chromium and tells what it saw; tests/it/cli/browser.rs judges it.
//
//   node check.mjs < job.json > seen.json
//
// A job is {"chromium": path, "pages": [...]}; a page is {"name", "file", and what to do besides opening it:
//   "bypassCsp": true     ignore the page's own policy, so that nothing but escaping stands in the way
//   "provoke": true       move over, focus and click everything that could hide a handler
//   "widths": [360, ...]  how wide the page is in windows of these widths
//   "axe": true           what axe-core finds, light and dark
//   "pdf": "x.pdf"        print it, for a reader who prefers dark}.
// The answer is a list with one entry for each page, in the same order.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

// So many pages are open at once; more would only wait for the processor.
const AT_ONCE = 2;
// A4 without the margins that the style sheet names, in CSS pixels, rounded down.
const PAPER = 672;
const HEIGHT = 900;
// What takes longer hangs; a busy machine takes its time.
const HANGS = 120_000;

const job = JSON.parse(readFileSync(0, 'utf8'));

const browser = await chromium.launch({
  executablePath: job.chromium,
  timeout: HANGS,
  // Root may not use the sandbox. The others keep the browser itself from calling home.
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
try {
  const seen = new Array(job.pages.length);
  let next = 0;
  const worker = async () => {
    while (next < job.pages.length) {
      const at = next++;
      seen[at] = await look(job.pages[at]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(JSON.stringify(seen));
} finally {
  await browser.close();
}

async function look(asked) {
  const context = await browser.newContext({ bypassCSP: asked.bypassCsp ?? false });
  context.setDefaultTimeout(HANGS);
  try {
    const address = pathToFileURL(asked.file).href;
    const page = await context.newPage();
    const seen = { name: asked.name, requests: [], failures: [], problems: [], dialogs: [], opened: [] };
    const isItself = (request) => request.isNavigationRequest() && request.frame() === page.mainFrame();
    let arrived = false;
    context.on('request', (request) => {
      if (!arrived && request.url() === address && isItself(request)) arrived = true;
      else seen.requests.push(request.url());
    });
    page.on('requestfailed', (request) => seen.failures.push(request.failure()?.errorText ?? ''));
    page.on('console', (message) => seen.problems.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => seen.problems.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      seen.dialogs.push(dialog.message());
      dialog.dismiss().catch(() => {});
    });
    context.on('page', (other) => {
      if (other !== page) seen.opened.push(other.url());
    });
    await page.goto(address, { waitUntil: 'load' });
    if (asked.provoke) await page.evaluate(provoke);
    Object.assign(seen, await page.evaluate(inventory));
    seen.widths = [];
    for (const width of asked.widths ?? []) {
      await page.setViewportSize({ width, height: HEIGHT });
      seen.widths.push(await page.evaluate(overflow));
    }
    seen.axe = [];
    for (const scheme of asked.axe ? ['light', 'dark'] : []) {
      await page.setViewportSize({ width: 1280, height: HEIGHT });
      await page.emulateMedia({ colorScheme: scheme });
      // The page's policy forbids scripts of any kind, so axe comes in by the debugger's door.
      await page.evaluate(axe.source);
      seen.axe.push(...(await page.evaluate(findings, scheme)).map((finding) => `${scheme}: ${finding}`));
    }
    if (asked.pdf) {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.setViewportSize({ width: PAPER, height: HEIGHT });
      seen.paper = { ...(await page.evaluate(overflow)), ...(await page.evaluate(colours)) };
      await page.pdf({ path: asked.pdf, preferCSSPageSize: true });
    }
    return seen;
  } finally {
    await context.close();
  }
}

// ---------------------------------------------------------------- these run inside the page

// Does what a reader may do by accident: moves over everything, focuses it, follows what looks like a script.
async function provoke() {
  for (const element of document.querySelectorAll('*')) {
    for (const name of ['pointerenter', 'mouseover', 'mouseenter', 'mousedown', 'focus', 'focusin', 'toggle']) {
      element.dispatchEvent(new Event(name));
    }
    element.focus?.();
    if (/^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '')) element.click?.();
  }
  await new Promise((resolve) => setTimeout(resolve, 50)); // what was set off comes to its end
}

// What the page is made of.
function inventory() {
  const elements = {};
  const handlers = [];
  const links = [];
  const dangling = [];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    elements[tag] = (elements[tag] ?? 0) + 1;
    for (const { name, value } of element.attributes) {
      if (/^on|^(src|srcset|srcdoc|data|action|formaction|poster|background|ping|style)$/.test(name)) {
        handlers.push(`${tag} ${name}=${value}`);
      }
      if (/^(xlink:)?href$/.test(name)) {
        links.push(value);
        if (value.startsWith('#') && !document.getElementById(value.slice(1))) dangling.push(value);
      }
    }
  }
  const inPictures = [...document.querySelectorAll('figure svg text')].filter((text) => {
    const [inner, outer] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
    return inner.left < outer.left - 1 || inner.right > outer.right + 1;
  });
  const clipped = inPictures.map((text) => text.textContent);
  const words = document.documentElement.textContent;
  return { elements, handlers, links, dangling, clipped, title: document.title, words };
}

// How wide the page is, and what makes it wider than its window.
function overflow() {
  const { scrollWidth } = document.documentElement;
  // What sticks out of a table that scrolls by itself makes no page wider, but on paper nothing scrolls.
  const scrolls = (element) => getComputedStyle(element).overflowX !== 'visible';
  const isInside = (element) => {
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      if (scrolls(outer)) return true;
    }
    return false;
  };
  const sticksOut = (element) => element.getBoundingClientRect().right > innerWidth + 1 && !isInside(element);
  const culprits = scrollWidth > innerWidth ? [...document.querySelectorAll('body *')].filter(sticksOut) : [];
  const name = (element) => `${element.localName}.${element.getAttribute('class') ?? ''} ${element.textContent.trim().slice(0, 40)}`;
  return { needs: scrollWidth, has: innerWidth, culprits: culprits.slice(0, 3).map(name) };
}

// The colours of the page as a whole.
function colours() {
  const { color, backgroundColor } = getComputedStyle(document.body);
  return { ink: color, ground: backgroundColor };
}

// What axe-core finds with all the rules that it applies by default, best practices included. In the dark nothing
// differs but the colours, so there only the rules about colours are applied again.
async function findings(scheme) {
  const rules = scheme === 'dark' ? { runOnly: { type: 'tag', values: ['cat.color'] } } : {};
  const { violations, passes } = await globalThis.axe.run(document, { resultTypes: ['violations'], ...rules });
  const places = (nodes) => nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
  const found = violations.map(({ id, impact, help, nodes }) => `${impact} ${id}: ${help}: ${places(nodes).join(' | ')}`);
  return passes.some(({ id }) => id === 'color-contrast') || found.length ? found : ['the contrast was not looked at'];
}
