import { CaseList } from './case-list.js';
import { caseView } from './case-view.js';
import { readDetails, readReport } from './details.js';
import { element, icon, setAttributes } from './element.js';
import { createSearch, type Filter, isFiltering, noFilter } from './filter.js';
import { casesText, numberText } from './format.js';
import { functionTable } from './function-table.js';
import { readPlace, type View, writePlace } from './location.js';
import { isBad } from './status.js';
import { Timeline } from './timeline.js';
import { Toolbar } from './toolbar.js';

const report = readReport();
const { cases } = report;
const search = createSearch(cases);
/** Where there is no room for the list and a case side by side, a case lies over the list. */
const narrow = matchMedia('(max-width: 859px)');

let { view, filter, open: openId } = readPlace(location.hash);
let open: number | undefined = cases.findIndex(({ id }) => id === openId);
/** Whether the case lies over the list, where they are not side by side. */
let isOver = open >= 0;
if (open < 0) open = undefined;

const toolbar = new Toolbar({ cases, onFilter: (changed) => showFilter(changed) });
const list = new CaseList({
  cases,
  onMark: (index) => {
    if (!narrow.matches) openCase(index);
  },
  onOpen: (index) => {
    openCase(index);
    lift(true);
  },
});
const timeline = new Timeline({
  cases,
  onOpen: (index) => {
    if (!list.listed.includes(index)) showFilter({ ...noFilter, order: filter.order });
    showView('cases');
    openCase(index);
    list.mark(index);
    lift(true);
  },
});
const tabs = {
  cases: tab('cases', 'Cases', cases.length),
  functions: tab('functions', 'Functions', new Set(cases.map((each) => each.function)).size),
};
const count = element('p', { class: 'count', attributes: { role: 'status' } });
const clear = element(
  'button',
  {
    class: 'link',
    attributes: { type: 'button' },
    on: { click: () => showFilter({ ...noFilter, order: filter.order }) },
  },
  'Show all',
);
const caseBody = element('div', { class: 'case-body' });
const back = element(
  'button',
  { class: 'back', attributes: { type: 'button' }, on: { click: () => lift(false) } },
  icon('M10 3L5 8l5 5'),
  'All cases',
);
const casePane = element(
  'section',
  { class: 'case', attributes: { 'aria-label': 'Case', tabindex: 0 } },
  back,
  caseBody,
);
const listPane = element(
  'div',
  { class: 'list-pane' },
  element('div', { class: 'count-line' }, count, clear),
  list.root,
);
const casesView = element(
  'div',
  { class: 'cases-view' },
  toolbar.root,
  element('div', { class: 'split' }, listPane, casePane),
);
const functionsView = element('div', { class: 'functions-view' });

document
  .getElementById('app')
  ?.append(
    timeline.root,
    element('nav', { class: 'tabs', attributes: { 'aria-label': 'Views' } }, tabs.cases, tabs.functions, keys()),
    casesView,
    functionsView,
  );

showFilter(filter);
showView(view);
if (open === undefined && !narrow.matches) open = list.listed[0];
if (open !== undefined) {
  openCase(open);
  list.mark(open);
}
lift(isOver);
narrow.addEventListener('change', () => lift(isOver));
document.addEventListener('keydown', onKey);

function showFilter(changed: Filter): void {
  filter = changed;
  const found = search(filter);
  toolbar.show(filter);
  list.show(found);
  timeline.show(found, open);
  count.textContent = isFiltering(filter)
    ? `${numberText(found.length)} of ${casesText(cases.length)}`
    : casesText(cases.length);
  clear.hidden = !isFiltering(filter);
  save();
}

function showView(changed: View): void {
  view = changed;
  if (view === 'functions' && functionsView.childElementCount === 0) {
    functionsView.append(
      ...functionTable(cases, report.hasEarlier, (name) => {
        showFilter({ ...noFilter, function: name, order: filter.order });
        showView('cases');
        list.root.focus();
      }),
    );
  }
  casesView.hidden = view !== 'cases';
  functionsView.hidden = view !== 'functions';
  for (const [name, button] of Object.entries(tabs)) setAttributes(button, { 'aria-pressed': String(name === view) });
  save();
}

function openCase(index: number): void {
  const each = cases[index];
  if (each === undefined) return;
  open = index;
  caseBody.replaceChildren(...caseView(each, readDetails(index, each.block)));
  casePane.scrollTop = 0;
  timeline.show(list.listed, open);
  save();
}

/** Lays the case over the list where there is no room beside it, or takes it away. */
function lift(over: boolean): void {
  const wasOver = document.body.classList.contains('has-case-over');
  isOver = over && open !== undefined;
  const lies = isOver && narrow.matches;
  document.body.classList.toggle('has-case-over', lies);
  for (const other of [
    ...document.body.children,
    ...(document.querySelector('main')?.children ?? []),
    ...(document.getElementById('app')?.children ?? []),
    ...casesView.children,
  ]) {
    if (other instanceof HTMLElement && !other.contains(casePane)) other.inert = lies;
  }
  listPane.inert = lies;
  if (lies) document.getElementById('case-title')?.focus();
  else if (wasOver) {
    list.mark(open);
    list.root.focus({ preventScroll: true });
  }
  save();
}

function save(): void {
  const id = open === undefined ? undefined : cases[open]?.id;
  writePlace({ view, filter, ...(id === undefined || (narrow.matches && !isOver) ? {} : { open: id }) });
}

function onKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape') {
    if (document.body.classList.contains('has-case-over')) lift(false);
    else if (document.activeElement === toolbar.search || isFiltering(filter)) {
      showFilter({ ...noFilter, order: filter.order });
      list.root.focus();
    } else list.root.focus();
    event.preventDefault();
    return;
  }
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
    if (event.target === toolbar.search && (event.key === 'ArrowDown' || event.key === 'Enter')) {
      list.root.focus();
      event.preventDefault();
    }
    return;
  }
  if (event.key === '/') {
    showView('cases');
    toolbar.search.focus();
    toolbar.search.select();
  } else if (event.key === 'n' || event.key === 'p') nextFailure(event.key === 'n' ? 1 : -1);
  else return;
  event.preventDefault();
}

/** Opens the next failed case of the list, or the one before. */
function nextFailure(by: 1 | -1): void {
  const { listed } = list;
  const at = open === undefined ? -1 : listed.indexOf(open);
  for (let step = 1; step <= listed.length; step++) {
    const index = listed[(at + by * step + listed.length * 2) % listed.length];
    const each = index === undefined ? undefined : cases[index];
    if (index === undefined || each === undefined || !isBad(each.status)) continue;
    showView('cases');
    openCase(index);
    list.mark(index);
    return;
  }
}

function tab(name: View, title: string, number: number): HTMLButtonElement {
  return element(
    'button',
    { class: 'tab', attributes: { type: 'button', 'aria-pressed': 'false' }, on: { click: () => showView(name) } },
    title,
    element('span', { class: 'tab-count' }, numberText(number)),
  );
}

/** The keys, where there is room to name them. */
function keys(): HTMLElement {
  const named = [
    ['/', 'search'],
    ['↑ ↓', 'move'],
    ['n p', 'failures'],
    ['Esc', 'reset'],
  ] as const;
  return element(
    'span',
    { class: 'keys' },
    ...named.map(([key, what]) => element('span', {}, element('kbd', {}, key), ` ${what}`)),
  );
}
