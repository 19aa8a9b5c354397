import { type ExactJson, ExactNumber } from '../../../json/exact-number.js';
import { visibleJson } from '../visible-json.js';

/** A matcher that was not met, as written; it is not JSON. */
export class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value as a diff shows it. */
export type Shown = Written | ExactNumber | null | boolean | number | string | readonly Shown[] | Members;
export type Members = ReadonlyMap<string, Shown>;

/** The most lines of each side; a larger one is cut. */
const mostLines = 5000;
/** A value nested deeper than this is written on one line, and cut. */
const deepest = 50;

/** A value as a diff shows it. */
export function shown(value: ExactJson): Shown {
  if (value instanceof ExactNumber || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly ExactJson[]).map(shown);
  return new Map((Object.entries(value) as [string, ExactJson][]).map(([key, member]) => [key, shown(member)]));
}

/**
 * JSON of many lines, with a comma after each member and item, so that an additional one changes no other line; '' for no
 * value.
 */
export function jsonLines(value: Shown | undefined): string {
  if (value === undefined) return '';
  const lines: string[] = [];
  writeLines(value, { indentation: '', before: '', after: '' }, lines);
  return lines.join('\n');
}

interface Surroundings {
  readonly indentation: string;
  readonly before: string;
  readonly after: string;
}

function writeLines(value: Shown, { indentation, before, after }: Surroundings, lines: string[]): void {
  if (lines.length >= mostLines) return;
  const start = indentation + before;
  const isList = Array.isArray(value);
  if (!isList && !(value instanceof Map)) {
    lines.push(`${start}${scalarText(value as Exclude<Shown, readonly Shown[] | Members>)}${after}`);
    return;
  }
  const [open, close] = isList ? '[]' : '{}';
  const parts: readonly (readonly [string, Shown])[] = isList
    ? (value as readonly Shown[]).map((item) => ['', item] as const)
    : [...(value as Members)].map(([key, member]) => [`${visibleJson(key)}: `, member] as const);
  if (parts.length === 0 || indentation.length > 2 * deepest) {
    lines.push(`${start}${open}${parts.length === 0 ? '' : ' … '}${close}${after}`);
    return;
  }
  lines.push(start + open);
  for (const [name, part] of parts) {
    writeLines(part, { indentation: `${indentation}  `, before: name, after: ',' }, lines);
  }
  lines.push(`${indentation}${close}${after}`);
}

function scalarText(value: Exclude<Shown, readonly Shown[] | Members>): string {
  return value instanceof Written || value instanceof ExactNumber ? value.text : visibleJson(value);
}
