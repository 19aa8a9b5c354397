import type { CaseDetails, CaseText, PageCase, PageFinding } from '../page-data.js';
import { code, diff } from './code.js';
import { element, icon } from './element.js';
import { changeText } from './format.js';
import { movements, movementTag } from './movement.js';
import { isBad, looks } from './status.js';

const names: Readonly<Record<CaseText, string>> = {
  log: 'Log',
  calls: 'Calls to AWS',
  response: 'Response',
  event: 'Event',
};
/** The order in which a person who looks for a fault reads them. */
const order = ['log', 'calls', 'response', 'event'] as const satisfies readonly CaseText[];

/** All that is known of a case. */
export function caseView(each: PageCase, details: CaseDetails | undefined): Node[] {
  const { word, icon: lines, colour } = looks[each.status];
  return [
    element(
      'p',
      { class: `kicker is-${colour}` },
      element('span', { class: 'badge' }, icon(lines)),
      word,
      element('span', { class: 'kicker-function' }, each.function),
    ),
    element('h2', { attributes: { tabindex: -1, id: 'case-title' } }, each.name),
    element(
      'p',
      { class: 'where' },
      each.place === undefined ? undefined : element('code', {}, each.place),
      ...each.tags.map((tag) => element('span', { class: 'tag' }, tag)),
    ),
    ...(details === undefined ? [] : found(each, details)),
    ...(each.command === undefined || each.status === 'passed' ? [] : [again(each.command)]),
    facts(each, details),
    ...(details === undefined ? [] : texts(each, details)),
  ];
}

/** What went wrong. */
function found(each: PageCase, { diagnostic, error, findings, findingsLeftOut, movement }: CaseDetails): Node[] {
  const reason = diagnostic === undefined && findings.length === 0 && error === undefined ? each.summary : undefined;
  return [
    ...(reason === undefined ? [] : [element('p', { class: 'reason' }, reason)]),
    ...(diagnostic === undefined
      ? []
      : [
          element(
            'div',
            { class: 'finding' },
            element('p', { class: 'finding-message' }, diagnostic.message),
            place(diagnostic.place),
            diagnostic.hint === undefined ? undefined : element('p', { class: 'hint' }, diagnostic.hint),
          ),
        ]),
    ...(error === undefined
      ? []
      : [
          element(
            'div',
            { class: 'finding' },
            element(
              'p',
              { class: 'finding-message' },
              element('strong', {}, error.type),
              error.message === '' ? '' : `: ${error.message}`,
            ),
            place(error.place),
            error.trace === undefined ? undefined : trace(error.trace),
          ),
        ]),
    ...findings.map((finding, index) => findingView(finding, index)),
    ...(movement === undefined ? [] : [movementView(each, movement)]),
    ...(findingsLeftOut === undefined ? [] : [element('p', { class: 'left-out' }, findingsLeftOut)]),
  ];
}

/** What differs from the commit that the suite was compared with. */
function movementView({ movement = 'changed' }: PageCase, { message, diff: lines }: PageFinding): HTMLElement {
  return element(
    'div',
    { class: `finding finding-${movements[movement].look}` },
    element('p', { class: 'finding-message' }, movementTag(movement), ` ${message}`),
    ...(lines === undefined ? [] : [legend('− before', '+ now'), diff(lines, 'Difference to before')]),
  );
}

function legend(expected: string, received: string): HTMLElement {
  return element(
    'p',
    { class: 'legend', attributes: { 'aria-hidden': 'true' } },
    element('span', { class: 'legend-expected' }, expected),
    element('span', { class: 'legend-received' }, received),
  );
}

function findingView({ message, place: where, diff: lines }: PageFinding, index: number): HTMLElement {
  return element(
    'div',
    { class: 'finding' },
    element('p', { class: 'finding-message' }, message),
    place(where),
    ...(lines === undefined ? [] : [legend('− expected', '+ received'), diff(lines, `Difference ${index + 1}`)]),
  );
}

function place(where: string | undefined): HTMLElement | undefined {
  return where === undefined ? undefined : element('p', { class: 'where' }, element('code', {}, where));
}

/** The frames of an error: the place above says what is nearest. */
function trace(text: string): HTMLElement {
  return element('details', { class: 'text' }, element('summary', {}, 'Trace'), code(text, 'Trace'));
}

function again(command: string): HTMLElement {
  return element(
    'div',
    { class: 'again' },
    element('span', { class: 'again-label' }, 'Run it again'),
    element('code', {}, command),
    copyButton(() => command, 'Copy the command'),
  );
}

function facts({ durationMs, earlierMs }: PageCase, details: CaseDetails | undefined): HTMLElement {
  const list = element('dl', { class: 'case-facts' });
  for (const [name, value] of details?.facts ?? []) {
    const change =
      name === 'Earlier' && durationMs !== undefined && earlierMs !== undefined && earlierMs > 0
        ? ` (${changeText(durationMs, earlierMs)})`
        : '';
    list.append(element('div', {}, element('dt', {}, name), element('dd', {}, value + change)));
  }
  return list;
}

function texts({ status }: PageCase, details: CaseDetails): Node[] {
  const shown = order.flatMap((kind) => {
    const text = details.texts[kind];
    if (text === undefined) return [];
    const isOpen = isBad(status) || status === 'flaky' || kind === 'response';
    return [
      element(
        'details',
        { class: 'text', attributes: { open: isOpen } },
        element('summary', {}, names[kind]),
        copyButton(() => text, `Copy the ${kind}`),
        code(text, names[kind]),
      ),
    ];
  });
  const { textsLeftOut } = details;
  return [...shown, ...(textsLeftOut === undefined ? [] : [element('p', { class: 'left-out' }, textsLeftOut)])];
}

/** Copies a text; none where the browser lets no page do that. */
function copyButton(text: () => string, label: string): HTMLElement | undefined {
  if (!('clipboard' in navigator)) return undefined;
  const button = element('button', { class: 'copy', attributes: { type: 'button', 'aria-label': label } }, 'Copy');
  button.addEventListener('click', async () => {
    const isCopied = await navigator.clipboard.writeText(text()).then(
      () => true,
      () => false,
    );
    button.textContent = isCopied ? 'Copied' : 'Not copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  });
  return button;
}
