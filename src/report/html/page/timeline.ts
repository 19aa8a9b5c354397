import type { PageCase } from '../page-data.js';
import { element, setAttributes } from './element.js';
import { numberText, timeText } from './format.js';
import { looks, statuses } from './status.js';

/** How high the lanes of all workers are together, and each of them, in pixels. */
const wantedHeight = 112;
const [lowestLane, highestLane] = [3, 18];

/** A case as a bar of its worker's lane. Times are in ms from the start of the run. */
interface Bar {
  readonly index: number;
  readonly worker: number;
  readonly startMs: number;
  /** The part before it is the start of the sandbox. */
  readonly handlerMs: number;
  readonly endMs: number;
}

export interface TimelineSettings {
  readonly cases: readonly PageCase[];
  readonly onOpen: (index: number) => void;
}

/** The run as it went: a lane for each worker, a bar for each case. It is one picture, and its bars can be walked by the arrows. */
export class Timeline {
  readonly root: HTMLElement;
  readonly #settings: TimelineSettings;
  readonly #bars: readonly Bar[];
  readonly #lanes: number;
  readonly #totalMs: number;
  readonly #canvas: HTMLCanvasElement;
  readonly #caption: HTMLElement;
  #shown = new Set<number>();
  #open: number | undefined;
  /** The bar that the arrows are on. */
  #at = 0;

  constructor(settings: TimelineSettings) {
    this.#settings = settings;
    this.#bars = barsOf(settings.cases);
    this.#lanes = this.#bars.reduce((most, { worker }) => Math.max(most, worker + 1), 0);
    this.#totalMs = this.#bars.reduce((last, { endMs }) => Math.max(last, endMs), 1);
    this.#caption = element('p', { class: 'timeline-caption', attributes: { 'aria-hidden': 'true' } });
    this.#canvas = element('canvas', {
      attributes: {
        tabindex: 0,
        role: 'slider',
        'aria-label': 'Cases of the run by time',
        'aria-orientation': 'horizontal',
        'aria-valuemin': 1,
        'aria-valuemax': this.#bars.length,
      },
      on: {
        pointermove: (event) => this.#say(this.#barAt(event)),
        pointerleave: () => this.#say(undefined),
        click: (event) => {
          const bar = this.#barAt(event);
          if (bar !== undefined) this.#settings.onOpen(bar.index);
        },
        keydown: (event) => this.#onKey(event),
        focus: () => this.#say(this.#bars[this.#at]),
        blur: () => this.#say(undefined),
      },
    });
    const axis = [0, 0.25, 0.5, 0.75, 1].map((part) =>
      element('span', {}, part === 0 ? '0' : timeText(this.#totalMs * part)),
    );
    this.root = element(
      'section',
      { class: 'timeline', attributes: { 'aria-label': 'Timeline', hidden: this.#bars.length === 0 } },
      element('div', { class: 'timeline-head' }, element('h2', {}, 'Timeline'), this.#caption),
      this.#canvas,
      element('div', { class: 'axis', attributes: { 'aria-hidden': 'true' } }, ...axis),
    );
    this.#canvas.style.height = `${this.#lanes * this.#laneHeight}px`;
    new ResizeObserver(() => this.#draw()).observe(this.#canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw());
    this.#say(undefined);
  }

  /** Lets the bars of all other cases fade. */
  show(shown: readonly number[], open: number | undefined): void {
    this.#shown = new Set(shown);
    this.#open = open;
    const at = this.#bars.findIndex(({ index }) => index === open);
    if (at >= 0) this.#at = at;
    this.#tell();
    this.#draw();
  }

  get #laneHeight(): number {
    return Math.min(highestLane, Math.max(lowestLane, Math.floor(wantedHeight / Math.max(1, this.#lanes))));
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const context = this.#canvas.getContext('2d');
    if (context === null || width === 0) return;
    const scale = window.devicePixelRatio;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    context.scale(scale, scale);
    const style = getComputedStyle(this.#canvas);
    const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    const lane = this.#laneHeight;
    const barHeight = lane > 6 ? lane - 4 : lane - 1;
    const top = (bar: Bar): number => bar.worker * lane + (lane - barHeight) / 2;
    context.fillStyle = colour('lane');
    for (let worker = 0; worker < this.#lanes; worker++) {
      context.fillRect(0, worker * lane + (lane - barHeight) / 2, width, barHeight);
    }
    const perMs = width / this.#totalMs;
    // What failed is drawn last, so that nothing covers it.
    for (const status of [...statuses].reverse()) {
      context.fillStyle = colour(`bar-${looks[status].colour}`);
      for (const bar of this.#bars) {
        if (this.#settings.cases[bar.index]?.status !== status) continue;
        const alpha = this.#shown.has(bar.index) ? 1 : 0.16;
        const [x, middle, end] = [bar.startMs * perMs, bar.handlerMs * perMs, bar.endMs * perMs];
        context.globalAlpha = alpha * 0.4;
        if (middle - x > 0.5) context.fillRect(x, top(bar), middle - x, barHeight);
        context.globalAlpha = alpha;
        const length = Math.max(1, end - middle - (end - middle > 3 ? 1 : 0));
        context.fillRect(Math.min(middle, width - 1), top(bar), length, barHeight);
      }
    }
    context.globalAlpha = 1;
    const open = this.#bars.find(({ index }) => index === this.#open);
    if (open === undefined) return;
    context.strokeStyle = colour('text');
    context.lineWidth = 1.5;
    const length = Math.max(3, (open.endMs - open.startMs) * perMs);
    context.strokeRect(open.startMs * perMs + 0.5, top(open) - 1, length, barHeight + 2);
  }

  /** The bar under the pointer, or the nearest one of that lane that is not far from it. */
  #barAt({ offsetX, offsetY }: MouseEvent): Bar | undefined {
    const worker = Math.floor(offsetY / this.#laneHeight);
    const perMs = this.#canvas.clientWidth / this.#totalMs;
    const atMs = offsetX / perMs;
    let best: Bar | undefined;
    let least = 6 / perMs;
    for (const bar of this.#bars) {
      if (bar.worker !== worker) continue;
      const distance = Math.max(bar.startMs - atMs, atMs - bar.endMs, 0);
      if (distance < least || (distance === 0 && least === 0)) [best, least] = [bar, distance];
    }
    return best;
  }

  #onKey(event: KeyboardEvent): void {
    const bars = this.#bars;
    const here = bars[this.#at];
    if (here === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = this.#step(event.key, here);
    if (to !== undefined) this.#at = Math.min(Math.max(to, 0), bars.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') this.#settings.onOpen(here.index);
    else return;
    event.preventDefault();
    this.#say(bars[this.#at]);
    this.#tell();
  }

  /** Where a key leads: along the lane, or to the bar of another lane that is nearest in time. */
  #step(key: string, here: Bar): number | undefined {
    const bars = this.#bars;
    const orHere = (at: number): number => (at < 0 ? this.#at : at);
    switch (key) {
      case 'ArrowRight':
        return orHere(bars.findIndex((bar, at) => at > this.#at && bar.worker === here.worker));
      case 'ArrowLeft':
        return orHere(bars.findLastIndex((bar, at) => at < this.#at && bar.worker === here.worker));
      case 'ArrowUp':
      case 'ArrowDown': {
        const worker = here.worker + (key === 'ArrowUp' ? -1 : 1);
        let best = this.#at;
        let least = Number.POSITIVE_INFINITY;
        for (const [at, bar] of bars.entries()) {
          const distance = Math.abs(bar.startMs - here.startMs);
          if (bar.worker === worker && distance < least) [best, least] = [at, distance];
        }
        return best;
      }
      case 'Home':
        return 0;
      case 'End':
        return bars.length - 1;
      default:
        return undefined;
    }
  }

  #say(bar: Bar | undefined): void {
    this.#caption.textContent =
      bar === undefined ? `${numberText(this.#lanes)} worker${this.#lanes === 1 ? '' : 's'}` : this.#textOf(bar);
  }

  /** Tells screen readers which bar the arrows are on. */
  #tell(): void {
    const bar = this.#bars[this.#at];
    if (bar === undefined) return;
    setAttributes(this.#canvas, { 'aria-valuenow': this.#at + 1, 'aria-valuetext': this.#textOf(bar) });
  }

  #textOf({ index, worker, startMs, endMs }: Bar): string {
    const each = this.#settings.cases[index];
    if (each === undefined) return '';
    const taken = timeText(endMs - startMs);
    return `${looks[each.status].word}: ${each.function}: ${each.name} · ${taken} at ${timeText(startMs)} · worker ${worker + 1}`;
  }
}

function barsOf(cases: readonly PageCase[]): Bar[] {
  const begun = cases.flatMap(({ startedAtMs, worker, durationMs = 0, initDurationMs = 0 }, index) =>
    startedAtMs === undefined || worker === undefined
      ? []
      : [{ index, worker, startedAtMs, durationMs, initDurationMs }],
  );
  let zero = Number.POSITIVE_INFINITY;
  for (const { startedAtMs } of begun) zero = Math.min(zero, startedAtMs);
  return begun
    .map(({ index, worker, startedAtMs, durationMs, initDurationMs }) => {
      const startMs = startedAtMs - zero;
      const handlerMs = startMs + initDurationMs;
      return { index, worker, startMs, handlerMs, endMs: handlerMs + durationMs };
    })
    .sort((a, b) => a.startMs - b.startMs);
}
