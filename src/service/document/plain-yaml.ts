import { scalarValue } from './scalar-value.js';

/** Reads a part of a document as if it stood alone. It may throw. */
export type ReadPart = (text: string) => unknown;

interface Mapping {
  [key: string]: unknown;
}

/** A plain scalar in one line: words of ASCII, of which the first begins with nothing that has a meaning, and no other one with `#`. */
const plain = String.raw`(?:[\w./$~(+;^]|-(?=[!-~]))[!-~]*(?: +[!-"$-~][!-~]*)*`;
const quoted = String.raw`'[ -&(-~]*'|"[ !#-[\]-~]*"`;
const lineEnd = String.raw`(?: +(${plain}|${quoted}|\{\}|\[\]))? *(?: #[ -~\u00a1-\u02ff\u2010-\u2027]*)?$`;

const plainKey = String.raw`[A-Za-z_](?:[\w./-]|:(?! |$)){0,200}`;

/** A member of a mapping, after its indentation: its key, and its value, if it has one on the same line. */
const memberLine = new RegExp(`^(${plainKey}):${lineEnd}`);
/** An item of a list, the same way. */
const itemLine = new RegExp(`^-${lineEnd}`);
/** An item of a list that is a mapping: what is before the key of its first member. */
const itemOfMembers = new RegExp(`^- +(?=${plainKey}:(?: |$))`);

/** A line that says nothing. */
export const emptyLine = /^ *(?:#[ -~\u00a1-\u02ff\u2010-\u2027]*)?$/;

/** What a member begins with that is left to the parser: no sign of another construct. */
const otherMember = /^[\w"'/]/;

/** Keys that are read otherwise than they are written, or have a meaning for JavaScript. */
const doubtfulKey = /^(?:true|false|null|__proto__)$/i;

/** Deeper ones are left to the parser, which has a limit. */
const maxDepth = 20;

/** Thrown where a text may be anything else. */
const notPlain = Symbol('not plain');

/**
 * Reads a YAML text of which most lines are plain: one member or item a line, its value a scalar in that line, or below it. That takes a
 * tenth of the time that the parser needs, which reads each character.
 * @param readPart the parser, which reads the members and items that are not plain, each alone. Without it, all have to be plain.
 * @returns the mapping that the parser would make of all of it; `undefined` where that is not sure, or the text is wrong
 */
export function readPlainYaml(text: string, readPart?: ReadPart): Readonly<Mapping> | undefined {
  if (text.includes('\r')) return undefined;
  try {
    return new PlainReader(text, readPart).read();
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

class PlainReader {
  readonly #lines: string[];
  readonly #readPart: ReadPart | undefined;
  /** The line that is read next; never an empty one. */
  #at = 0;
  /** Its indentation; -1 at the end. */
  #indent = -1;

  constructor(text: string, readPart: ReadPart | undefined) {
    this.#lines = text.split('\n');
    this.#readPart = readPart;
    this.#skipTo(0);
  }

  read(): Mapping {
    if (this.#lines[this.#at] === '---') this.#skipTo(this.#at + 1);
    if (this.#indent !== 0) throw notPlain;
    const value = this.#mapping(0, 1);
    // An indentation that fits no level.
    if (this.#at < this.#lines.length) throw notPlain;
    return value;
  }

  #mapping(indent: number, depth: number): Mapping {
    if (depth > maxDepth) throw notPlain;
    const mapping: Mapping = {};
    do {
      const line = this.#rest();
      const [, key = '', written] = memberLine.exec(line) ?? [];
      const start = this.#at;
      if (key !== '' && isSure(key, written)) {
        if (Object.hasOwn(mapping, key)) throw notPlain;
        this.#skipTo(start + 1);
        if (written === undefined) mapping[key] = this.#block(indent, depth, true);
        else if (this.#indent <= indent) mapping[key] = lineValue(written);
        else this.#addPart(mapping, start, indent);
      } else if (otherMember.test(line)) this.#addPart(mapping, start, indent);
      else throw notPlain;
    } while (this.#indent === indent && !this.#isItem());
    return mapping;
  }

  #list(indent: number, depth: number): unknown[] {
    if (depth > maxDepth) throw notPlain;
    const list: unknown[] = [];
    do {
      const line = this.#rest();
      const start = this.#at;
      const [before] = itemOfMembers.exec(line) ?? [];
      if (before !== undefined) {
        // Its members are those of a mapping that begins where the first one does.
        this.#lines[start] = ' '.repeat(indent + before.length) + line.slice(before.length);
        this.#indent = indent + before.length;
        list.push(this.#mapping(this.#indent, depth + 1));
        continue;
      }
      const [match, written] = itemLine.exec(line) ?? [];
      if (match !== undefined && isSure('', written)) {
        this.#skipTo(start + 1);
        if (written === undefined) list.push(this.#block(indent, depth, false));
        else if (this.#indent <= indent) list.push(lineValue(written));
        else list.push(this.#itemPart(start, indent));
      } else list.push(this.#itemPart(start, indent));
    } while (this.#indent === indent && this.#isItem());
    return list;
  }

  /** What is below a key, or the sign of an item. */
  #block(above: number, depth: number, isMember: boolean): unknown {
    const indent = this.#indent;
    if (indent > above) return this.#isItem() ? this.#list(indent, depth + 1) : this.#mapping(indent, depth + 1);
    return isMember && indent === above && this.#isItem() ? this.#list(indent, depth + 1) : null;
  }

  /** Has the parser read a member with all that is indented more. */
  #addPart(mapping: Mapping, start: number, indent: number): void {
    const part = this.#part(start, indent);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) throw notPlain;
    const [member, ...more] = Object.entries(part);
    if (member === undefined || more.length > 0) throw notPlain;
    const [key, value] = member;
    if (Object.hasOwn(mapping, key) || key === '__proto__') throw notPlain;
    mapping[key] = value;
  }

  #itemPart(start: number, indent: number): unknown {
    const part = this.#part(start, indent);
    if (!Array.isArray(part) || part.length !== 1) throw notPlain;
    return part[0];
  }

  #part(start: number, indent: number): unknown {
    if (this.#readPart === undefined) throw notPlain;
    let end = start + 1;
    for (; end < this.#lines.length; end++) {
      const width = indentOf(this.#lines[end] ?? '');
      if (width !== -1 && width <= indent) break;
    }
    this.#skipTo(end);
    const isLast = end === this.#lines.length;
    try {
      return this.#readPart(`${this.#lines.slice(start, end).join('\n')}${isLast ? '' : '\n'}`);
    } catch {
      // What is wrong with the text is said of all of it.
      throw notPlain;
    }
  }

  /** The next line, without its indentation. */
  #rest(): string {
    return (this.#lines[this.#at] ?? '').slice(this.#indent);
  }

  #isItem(): boolean {
    return isItem(this.#lines[this.#at] ?? '', this.#indent);
  }

  #skipTo(line: number): void {
    const lines = this.#lines;
    for (let at = line; at < lines.length; at++) {
      const text = lines[at] ?? '';
      const indent = indentOf(text);
      if (indent === -1 || (text[indent] === '#' && emptyLine.test(text))) continue;
      this.#at = at;
      this.#indent = indent;
      return;
    }
    this.#at = lines.length;
    this.#indent = -1;
  }
}

/** Whether a line, after its indentation, is a plain member with nothing but its key. */
export function opensBlock(line: string): boolean {
  const [, key, written] = memberLine.exec(line) ?? [];
  return key !== undefined && written === undefined && !doubtfulKey.test(key);
}

/** Whether a line begins an item of a list after so many characters. */
export function isItem(line: string, indent: number): boolean {
  return line[indent] === '-' && (line.length === indent + 1 || line[indent + 1] === ' ');
}

/** How far a line is indented; -1 for one of nothing but spaces. */
export function indentOf(line: string): number {
  return line.search(/[^ ]/);
}

/** Whether a key and a value in the same line surely are what they look like. */
function isSure(key: string, written: string | undefined): boolean {
  if (doubtfulKey.test(key)) return false;
  return written === undefined || /^["']/.test(written) || !/:(?: |$)/.test(written);
}

function lineValue(written: string): unknown {
  if (written === '{}') return {};
  if (written === '[]') return [];
  return /^["']/.test(written) ? written.slice(1, -1) : scalarValue(written);
}
