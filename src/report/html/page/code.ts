import { element } from './element.js';

/** The most of a text that gets colours, in UTF-16 units. */
const mostColoured = 40_000;

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** A text as code; JSON has colours. */
export function code(text: string, label: string): HTMLElement {
  const isJson = /^\s*[[{"]/.test(text) && text.length <= mostColoured;
  const block = element('pre', { class: 'code', attributes: { tabindex: 0, role: 'region', 'aria-label': label } });
  block.append(...(isJson ? coloured(text) : [text]));
  return block;
}

function coloured(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const [whole, string, colon] = match;
    parts.push(text.slice(end, match.index));
    const kind = string === undefined ? 'value' : colon === undefined ? 'text' : 'key';
    parts.push(element('span', { class: `json-${kind}` }, string ?? whole), colon ?? '');
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}

/** A diff: what was expected and what came, in lines that say so without colours too. */
export function diff(text: string, label: string): HTMLElement {
  const lines = text.split('\n').map((line) => {
    const kind = line.startsWith('-') ? 'expected' : line.startsWith('+') ? 'received' : 'same';
    return element('span', { class: `diff-line diff-${kind}` }, `${line}\n`);
  });
  return element(
    'pre',
    { class: 'code diff', attributes: { tabindex: 0, role: 'region', 'aria-label': label } },
    ...lines,
  );
}
