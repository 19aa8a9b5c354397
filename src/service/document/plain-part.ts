import { emptyLine, indentOf, isItem, opensBlock } from './plain-yaml.js';

/** Some lines of a text that stand alone, too: those of one member of a mapping. */
export interface PlainPart {
  readonly start: number;
  readonly end: number;
  /** The path in the mapping that they alone are. */
  readonly path: readonly string[];
}

/** Whole lines of a text, by their offsets in it. */
interface Lines {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the smallest part of a text that has the value at a path, where the text was read as plain YAML: what is in other members need
 * not be looked at to know its place.
 * @returns `undefined` where that is all of it
 */
export function plainPart(text: string, path: readonly string[]): PlainPart | undefined {
  let part: PlainPart | undefined;
  let block: Lines = { start: 0, end: text.length };
  for (const [index, key] of path.entries()) {
    const member = memberIn(text, block, key);
    if (member === undefined) return part;
    part = { start: member.start, end: member.end, path: path.slice(index) };
    const firstEnd = lineEnd(text, member.start);
    if (!opensBlock(text.slice(member.start, firstEnd).trim())) return part;
    block = { start: firstEnd, end: member.end };
  }
  return part;
}

/** The lines of a member of the mapping that a block is; `undefined` where it is none, or has no such member to be seen. */
function memberIn(text: string, block: Lines, key: string): Lines | undefined {
  let indent: number | undefined;
  let start: number | undefined;
  for (let at = block.start; at < block.end; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at)).trimEnd();
    if (emptyLine.test(line) || line === '---') continue;
    const width = indentOf(line);
    indent ??= width;
    if (width > indent) continue;
    const rest = line.slice(width);
    if (isItem(line, width)) {
      if (start === undefined) return undefined;
      continue;
    }
    if (start !== undefined) return { start, end: at };
    if (rest === `${key}:` || rest.startsWith(`${key}: `)) start = at;
  }
  return start === undefined ? undefined : { start, end: block.end };
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end + 1;
}
