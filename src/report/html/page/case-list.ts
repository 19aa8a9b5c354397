import type { PageCase } from '../page-data.js';
import { element, icon, setAttributes } from './element.js';
import { timeText } from './format.js';
import { movementTag } from './movement.js';
import { looks } from './status.js';

/** The height of a row, in pixels; the style has the same. */
const rowHeight = 60;
/** How many rows are kept above and below those that are seen. */
const spareRows = 10;

export interface CaseListSettings {
  readonly cases: readonly PageCase[];
  /** Called with a case once the mark stands on it. */
  readonly onMark: (index: number) => void;
  /** Called with a case that was clicked on, or chosen by Enter. */
  readonly onOpen: (index: number) => void;
}

/**
 * A list of which only the rows in sight are in the document, so that it may be as long as it likes. One row is marked: the arrows
 * move the mark.
 */
export class CaseList {
  readonly root: HTMLElement;
  readonly #settings: CaseListSettings;
  readonly #space: HTMLElement;
  /** Cases, by their places in the report. */
  #listed: readonly number[] = [];
  #marked: number | undefined;
  /** The rows in the document, by their places in the list. */
  readonly #rows = new Map<number, HTMLElement>();
  #isDue = false;

  constructor(settings: CaseListSettings) {
    this.#settings = settings;
    this.#space = element('div', { class: 'rows', attributes: { role: 'presentation' } });
    this.root = element(
      'div',
      {
        class: 'list',
        attributes: { role: 'listbox', tabindex: 0, 'aria-label': 'Cases' },
        on: { keydown: (event) => this.#onKey(event), click: (event) => this.#onClick(event) },
      },
      this.#space,
    );
    const draw = (): void => this.#drawSoon();
    document.addEventListener('scroll', draw, { capture: true, passive: true });
    new ResizeObserver(draw).observe(this.root);
    window.addEventListener('resize', draw, { passive: true });
  }

  /** Lists other cases. The mark stays on its case where that is still in the list. */
  show(listed: readonly number[]): void {
    this.#listed = listed;
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.#space.style.height = `${listed.length * rowHeight}px`;
    this.root.scrollTop = 0;
    this.#draw();
  }

  /** The cases in the list, by their places in the report. */
  get listed(): readonly number[] {
    return this.#listed;
  }

  get marked(): number | undefined {
    return this.#marked;
  }

  /** Puts the mark on a case; one that is in the list comes into sight. */
  mark(index: number | undefined): void {
    this.#marked = index;
    this.#draw();
    const row = this.#rows.get(this.#listed.indexOf(index ?? -1));
    row?.scrollIntoView({ block: 'nearest' });
    this.#drawSoon();
  }

  #onKey(event: KeyboardEvent): void {
    const { marked } = this;
    const at = this.#listed.indexOf(marked ?? -1);
    const page = Math.max(1, Math.floor(Math.min(this.root.clientHeight, window.innerHeight) / rowHeight) - 1);
    const last = this.#listed.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (to !== undefined) this.#moveTo(Math.min(Math.max(to, 0), last));
    else if ((event.key === 'Enter' || event.key === ' ') && marked !== undefined) this.#settings.onOpen(marked);
    else return;
    event.preventDefault();
  }

  #moveTo(position: number): void {
    const index = this.#listed[position];
    if (index === undefined) return;
    this.mark(index);
    this.#settings.onMark(index);
  }

  #onClick({ target }: MouseEvent): void {
    const position =
      target instanceof Element ? target.closest('[data-position]')?.getAttribute('data-position') : null;
    const index = this.#listed[Number(position ?? -1)];
    if (index === undefined) return;
    this.mark(index);
    this.#settings.onMark(index);
    this.#settings.onOpen(index);
  }

  #drawSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  #draw(): void {
    const frame = this.root.getBoundingClientRect();
    const { top } = this.#space.getBoundingClientRect();
    const first = Math.floor((Math.max(frame.top, 0) - top) / rowHeight) - spareRows;
    const last = Math.ceil((Math.min(frame.bottom, window.innerHeight) - top) / rowHeight) + spareRows;
    const marked = this.#listed.indexOf(this.#marked ?? -1);
    for (const [position, row] of this.#rows) {
      if ((position >= first && position <= last) || position === marked) continue;
      row.remove();
      this.#rows.delete(position);
    }
    for (let position = Math.max(0, first); position <= Math.min(last, this.#listed.length - 1); position++) {
      this.#place(position);
    }
    if (marked >= 0) this.#place(marked);
    for (const [position, row] of this.#rows) setAttributes(row, { 'aria-selected': String(position === marked) });
    setAttributes(this.root, { 'aria-activedescendant': marked >= 0 ? `case-${this.#marked}` : undefined });
  }

  /** Puts a row into the document, where it is not yet. */
  #place(position: number): void {
    const index = this.#listed[position];
    const each = index === undefined ? undefined : this.#settings.cases[index];
    if (index === undefined || each === undefined || this.#rows.has(position)) return;
    const row = rowOf(each);
    setAttributes(row, {
      id: `case-${index}`,
      'data-position': position,
      'aria-setsize': this.#listed.length,
      'aria-posinset': position + 1,
    });
    row.style.top = `${position * rowHeight}px`;
    this.#rows.set(position, row);
    this.#space.append(row);
  }
}

function rowOf({ status, name, function: fn, tags, summary, durationMs, movement }: PageCase): HTMLElement {
  const { word, icon: lines, colour } = looks[status];
  const isPlain = summary === undefined || status === 'passed';
  return element(
    'div',
    { class: `row is-${colour}`, attributes: { role: 'option' } },
    element('span', { class: 'badge' }, icon(lines), element('span', { class: 'unseen' }, `${word}: `)),
    element(
      'span',
      { class: 'row-text' },
      element('span', { class: 'row-name' }, name),
      element(
        'span',
        { class: 'row-below' },
        element('span', { class: 'row-function' }, fn),
        movement === undefined ? undefined : movementTag(movement),
        ...(isPlain ? tags.map((tag) => element('span', { class: 'tag' }, tag)) : []),
        isPlain ? undefined : element('span', { class: 'row-summary' }, summary),
      ),
    ),
    element('span', { class: 'row-time' }, durationMs === undefined ? '' : timeText(durationMs)),
  );
}
