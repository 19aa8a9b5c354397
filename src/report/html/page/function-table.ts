import type { PageCase } from '../page-data.js';
import { element } from './element.js';
import { changeText, numberText, timeText } from './format.js';
import { durationsByFunction, type FunctionDurations } from './function-durations.js';

/** The most functions that are shown. */
const mostRows = 500;
/** A change is worth a colour from this share on, and this many ms: less is noise. */
const notable = { share: 0.25, ms: 5 };

/** A table of what each function took, and against the earlier results where there are any. */
export function functionTable(
  cases: readonly PageCase[],
  hasEarlier: boolean,
  onChoose: (name: string) => void,
): Node[] {
  const all = durationsByFunction(cases);
  const longestMs = all.reduce(
    (most, { medianMs = 0, earlier }) => Math.max(most, medianMs, earlier?.beforeMs ?? 0),
    0.001,
  );
  const rows = all.slice(0, mostRows).map((each) => rowOf(each, longestMs, hasEarlier, onChoose));
  const titles = ['Function', 'Cases', 'Median', 'Slowest', 'Cold start', ...(hasEarlier ? ['Earlier', 'Change'] : [])];
  const table = element(
    'table',
    {},
    element('caption', { class: 'unseen' }, 'Durations by function'),
    element(
      'thead',
      {},
      element('tr', {}, ...titles.map((title) => element('th', { attributes: { scope: 'col' } }, title))),
    ),
    element('tbody', {}, ...rows),
  );
  const more = all.length - rows.length;
  return [
    table,
    ...(more === 0 ? [] : [element('p', { class: 'left-out' }, `${numberText(more)} faster functions are not shown.`)]),
  ];
}

function rowOf(
  { name, cases, failed, medianMs, slowestMs, initMs, earlier }: FunctionDurations,
  longestMs: number,
  hasEarlier: boolean,
  onChoose: (name: string) => void,
): HTMLElement {
  const choose = element(
    'button',
    { class: 'link', attributes: { type: 'button' }, on: { click: () => onChoose(name) } },
    name,
  );
  const cell = (label: string, ...content: (Node | string)[]): HTMLElement =>
    element('td', { attributes: { 'data-label': label } }, ...content);
  const time = (ms: number | undefined): string => (ms === undefined ? '–' : timeText(ms));
  return element(
    'tr',
    {},
    element('th', { attributes: { scope: 'row' } }, choose, bars(medianMs, earlier?.beforeMs, longestMs)),
    cell(
      'Cases',
      numberText(cases),
      ...(failed > 0 ? [element('span', { class: 'failures' }, ` ${numberText(failed)} failed`)] : []),
    ),
    cell('Median', time(medianMs)),
    cell('Slowest', time(slowestMs)),
    cell('Cold start', time(initMs)),
    ...(hasEarlier ? [cell('Earlier', time(earlier?.beforeMs)), cell('Change', change(earlier))] : []),
  );
}

/** The median as a bar, and the earlier one as a mark on it. */
function bars(medianMs: number | undefined, beforeMs: number | undefined, longestMs: number): HTMLElement {
  const track = element('span', { class: 'track', attributes: { 'aria-hidden': 'true' } });
  const bar = element('span', { class: 'bar' });
  bar.style.width = `${((medianMs ?? 0) / longestMs) * 100}%`;
  track.append(bar);
  if (beforeMs !== undefined) {
    const mark = element('span', { class: 'before' });
    mark.style.left = `${(beforeMs / longestMs) * 100}%`;
    track.append(mark);
  }
  return track;
}

function change(earlier: FunctionDurations['earlier']): HTMLElement | string {
  if (earlier === undefined || earlier.beforeMs === 0) return '–';
  const { nowMs, beforeMs } = earlier;
  const isNotable = Math.abs(nowMs / beforeMs - 1) >= notable.share && Math.abs(nowMs - beforeMs) >= notable.ms;
  const kind = !isNotable ? 'even' : nowMs > beforeMs ? 'slower' : 'faster';
  const arrow = kind === 'slower' ? '▲ ' : kind === 'faster' ? '▼ ' : '';
  return element('span', { class: `change-${kind}` }, `${arrow}${changeText(nowMs, beforeMs)}`);
}
