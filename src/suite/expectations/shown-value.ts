import { ExactNumber } from '../../json/exact-number.js';
import type { Pattern, Received } from './pattern.js';
import { nothing } from './pattern.js';
import { visibleJson, visibleLine } from './visible-json.js';

/** The longest text of a value in a sentence, in UTF-16 units. */
const longestShown = 120;

/** A value in a sentence: its JSON on one line, cut if it is long. */
export function shownValue(value: Received): string {
  return shorten(jsonStart(value, longestShown + 1));
}

/** What is expected, in a sentence. */
export function shownPattern(pattern: Pattern): string {
  return shorten(patternStart(pattern, longestShown + 1));
}

/** Cuts a text of one line if it is long, never within a character. */
export function shorten(text: string, longest = longestShown): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The start of a value's JSON. Of a large or deep value, only as much is written as needed. */
function jsonStart(value: Received, room: number): string {
  if (value === nothing) return 'nothing';
  if (value instanceof ExactNumber) return value.text.slice(0, room);
  if (typeof value === 'string') return visibleJson(value.slice(0, room));
  if (typeof value !== 'object' || value === null) return visibleJson(value);
  if (Array.isArray(value)) return sequence('[', ']', value as readonly Received[], room, jsonStart);
  return sequence('{', '}', Object.entries(value), room, ([key, member], left) => {
    return `${visibleJson(key.slice(0, left))}: ${jsonStart(member as Received, left)}`;
  });
}

function patternStart(pattern: Pattern, room: number): string {
  switch (pattern.kind) {
    case 'scalar':
      return jsonStart(pattern.value, room);
    case 'any':
      return `any(${pattern.type})`;
    case 'regex':
      return visibleLine(String(pattern.regex));
    case 'range':
      return pattern.written;
    case 'absent':
      return 'absent()';
    case 'one-of':
      return pattern.choices.map((choice) => patternStart(choice, room)).join(' or ');
    case 'list':
      return sequence('[', ']', pattern.items, room, patternStart);
    case 'unordered':
      return `${sequence('[', ']', pattern.items, room, patternStart)} in any order`;
    case 'object':
      return sequence('{', '}', [...pattern.members], room, ([key, member], left) => {
        return `${visibleJson(key.slice(0, left))}: ${patternStart(member, left)}`;
      });
  }
}

function sequence<Part>(
  open: string,
  close: string,
  parts: readonly Part[],
  room: number,
  start: (part: Part, room: number) => string,
): string {
  let text = open;
  for (const [index, part] of parts.entries()) {
    if (text.length >= room) return text;
    text += `${index === 0 ? '' : ', '}${start(part, room - text.length)}`;
  }
  return text + close;
}
