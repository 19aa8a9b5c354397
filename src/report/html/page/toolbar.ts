import type { PageCase, PageStatus } from '../page-data.js';
import { element, icon, setAttributes } from './element.js';
import { type Filter, noFilter, type Order, orders } from './filter.js';
import { numberText } from './format.js';
import { looks, statuses } from './status.js';

export interface ToolbarSettings {
  readonly cases: readonly PageCase[];
  readonly onFilter: (filter: Filter) => void;
}

/** What chooses the cases of the list: their status, function, tag, and words in them. */
export class Toolbar {
  readonly root: HTMLElement;
  readonly search: HTMLInputElement;
  readonly #settings: ToolbarSettings;
  readonly #functions: HTMLSelectElement;
  readonly #tags: HTMLSelectElement;
  readonly #movements: HTMLSelectElement;
  readonly #order: HTMLSelectElement;
  readonly #chips = new Map<PageStatus, HTMLButtonElement>();
  #filter: Filter = noFilter;

  constructor(settings: ToolbarSettings) {
    this.#settings = settings;
    const { cases } = settings;
    this.search = element('input', {
      attributes: {
        type: 'search',
        placeholder: 'Search names, places and messages',
        'aria-label': 'Search',
        'aria-keyshortcuts': '/',
        spellcheck: 'false',
        autocomplete: 'off',
      },
      on: { input: () => this.#change({ text: this.search.value }) },
    });
    this.#functions = select('Function', 'All functions', countsOf(cases.map((each) => each.function)), (name) =>
      this.#change({ function: name }),
    );
    const tags = countsOf(cases.flatMap((each) => each.tags));
    this.#tags = select('Tag', 'All tags', tags, (tag) => this.#change({ tag }));
    this.#tags.hidden = tags.size === 0;
    const moved = countsOf(cases.flatMap((each) => each.movement ?? []));
    this.#movements = select('Change', 'All changes', moved, (movement) => this.#change({ movement }));
    this.#movements.hidden = moved.size === 0;
    this.#order = select('Order', undefined, new Map(), (order) => this.#change({ order: order as Order }));
    for (const [value, text] of Object.entries(orders)) this.#order.append(new Option(text, value));
    const counts = countsOf(cases.map(({ status }) => status));
    for (const status of statuses) {
      const count = counts.get(status);
      if (count !== undefined) this.#chips.set(status, this.#chip(status, count));
    }
    this.root = element(
      'div',
      { class: 'toolbar', attributes: { role: 'search', 'aria-label': 'Cases to list' } },
      element('div', { class: 'search' }, icon('M7 2a5 5 0 100 10 5 5 0 000-10zM10.8 10.8L14 14'), this.search),
      element('div', { class: 'selects' }, this.#functions, this.#tags, this.#movements, this.#order),
      element(
        'div',
        { class: 'chips', attributes: { role: 'group', 'aria-label': 'Status' } },
        ...this.#chips.values(),
      ),
    );
  }

  /** Shows a filter, without telling it on. */
  show(filter: Filter): void {
    this.#filter = filter;
    if (this.search.value !== filter.text) this.search.value = filter.text;
    this.#functions.value = filter.function;
    this.#tags.value = filter.tag;
    this.#movements.value = filter.movement;
    this.#order.value = filter.order;
    for (const [status, chip] of this.#chips) {
      setAttributes(chip, { 'aria-pressed': String(filter.statuses.includes(status)) });
    }
  }

  #change(change: Partial<Filter>): void {
    this.#settings.onFilter({ ...this.#filter, ...change });
  }

  #chip(status: PageStatus, count: number): HTMLButtonElement {
    const { word, icon: lines, colour } = looks[status];
    return element(
      'button',
      {
        class: `chip is-${colour}`,
        attributes: { type: 'button', 'aria-pressed': 'false' },
        on: {
          click: () => {
            const chosen = this.#filter.statuses;
            const others = chosen.filter((other) => other !== status);
            this.#change({ statuses: others.length < chosen.length ? others : [...chosen, status] });
          },
        },
      },
      element('span', { class: 'badge' }, icon(lines)),
      element('strong', {}, numberText(count)),
      ` ${word.toLowerCase()}`,
    );
  }
}

function countsOf<Value extends string>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** A choice among names with the number of their cases, in the order of the alphabet. `any` is the one that chooses none. */
function select(
  label: string,
  any: string | undefined,
  counts: ReadonlyMap<string, number>,
  onChange: (value: string) => void,
): HTMLSelectElement {
  const made = element('select', { attributes: { 'aria-label': label }, on: { change: () => onChange(made.value) } });
  if (any !== undefined) made.append(new Option(any, ''));
  for (const [name, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    made.append(new Option(`${name} (${numberText(count)})`, name));
  }
  return made;
}
