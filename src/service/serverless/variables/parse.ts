import { type Grammar, version3 } from '../root/dialect.js';
import { parseWord, readQuoted } from './literals.js';
import {
  type LiteralValue,
  type Template,
  type TypedSource,
  type Variable,
  type VariableSource,
  VariableSyntaxError,
} from './syntax.js';

/** How deep variables may be nested. Deeper nesting is a mistake, or an attempt to exhaust our memory. */
const maxNesting = 50;

/** The source of `${service.Output}`. No variable can be written with this name. */
export const outputSourceType = 'output of a service';

/** The names of sources in each dialect. */
interface NamePatterns {
  /**
   * A `${` begins a variable if such a name and `:` or `(` follow. Anything else is text (`${AWS::Region}`,
   * `${iot:ClientId}`).
   */
  readonly variableHead: RegExp;
  readonly typedHead: RegExp;
}

const lowerNames: NamePatterns = {
  variableHead: /\$\{\s*(?!iot:)[a-z][A-Za-z0-9.-]*(?:\(|:(?!:))/y,
  typedHead: /[a-z][A-Za-z0-9.-]*(?=[:(])/y,
};
const anyNames: NamePatterns = {
  variableHead: /\$\{\s*(?!(?:iot|AWS|PROP):)[A-Za-z_][\w.-]*(?:\(|:(?!:))/y,
  typedHead: /[A-Za-z_][\w.-]*(?=[:(])/y,
};
const output = /(?!\d+(?:\.\d+)?\s*[,}])[\w-]+\.[\w.-]+(?=\s*[,}])/y;
const outputHead = /\$\{\s*(?!\d+(?:\.\d+)?\s*[,}])[\w-]+\.[\w.-]+\s*[,}]/y;
const word = /[^\s,}'"$]+/y;
const blanks = /\s*/y;

/**
 * Parses a string of the configuration.
 *
 * The grammar is that of the framework's version 3, extended by forms that have no other meaning there: blanks after `${`,
 * line breaks between sources, and a fallback that is written as a variable (`${env:A, ${self:b}}`).
 * @param grammar the points in which versions of the framework differ; by default version 3's
 * @returns `undefined` if the string has nothing to expand
 * @throws VariableSyntaxError
 */
export function parseTemplate(text: string, grammar: Grammar = version3.grammar): Template | undefined {
  return text.includes('${') ? scanTemplate(text, 0, grammar) : undefined;
}

function scanTemplate(text: string, nesting: number, grammar: Grammar): Template | undefined {
  const parts: (string | Variable)[] = [];
  let plain = '';
  let copied = 0;
  let from = 0;
  while (true) {
    const start = text.indexOf('${', from);
    if (start === -1) break;
    const backslashes = grammar.escapes ? countBefore(text, start, copied, '\\') : 0;
    if (backslashes > 0) {
      // A backslash escapes a variable, and two of them mean one backslash.
      plain += text.slice(copied, start - backslashes) + '\\'.repeat(backslashes >> 1);
      copied = start;
    }
    if (backslashes % 2 === 1 || !startsVariable(text, start, grammar)) {
      from = start + 2;
      continue;
    }
    const cursor: Cursor = { text, start, at: start, nesting, grammar };
    const variable = readVariable(cursor);
    const dollars = grammar.dropsDollars ? countBefore(text, start, copied, '$') : 0;
    const dropped = text[start - dollars - 1] === '\\' ? 0 : dollars;
    plain += text.slice(copied, start - dropped);
    if (plain !== '') parts.push(plain);
    parts.push(variable);
    plain = '';
    copied = cursor.at;
    from = cursor.at;
  }
  plain += text.slice(copied);
  if (parts.length === 0) return plain === text ? undefined : [plain];
  if (plain !== '') parts.push(plain);
  return parts;
}

/** Where in a variable the parser is. */
interface Cursor {
  readonly text: string;
  /** The start of the outermost variable. */
  readonly start: number;
  at: number;
  readonly nesting: number;
  readonly grammar: Grammar;
}

function namesOf({ anyNames: hasAny }: Grammar): NamePatterns {
  return hasAny ? anyNames : lowerNames;
}

/** Whether a `${` is that of a variable. */
function startsVariable(text: string, at: number, grammar: Grammar): boolean {
  return matchesAt(namesOf(grammar).variableHead, text, at) || (grammar.outputs && matchesAt(outputHead, text, at));
}

function readVariable(cursor: Cursor): Variable {
  const { text } = cursor;
  const offset = cursor.at;
  if (cursor.nesting > maxNesting) fail(cursor, `nests more than ${maxNesting} variables`);
  const sources: VariableSource[] = [];
  cursor.at += 2;
  while (true) {
    skipBlanks(cursor);
    const isLast = readSource(cursor, sources);
    skipBlanks(cursor);
    const mark = text[cursor.at];
    if (mark === undefined) fail(cursor, 'is not closed: its `}` is missing');
    cursor.at += 1;
    if (mark === '}') break;
    if (mark !== ',') fail(cursor, `has an unexpected ${quote(mark)} at its character ${cursor.at - cursor.start}`);
    if (isLast && !cursor.grammar.literalsAnywhere)
      fail(cursor, 'has a fallback behind a literal, which always has a value');
  }
  return { text: text.slice(offset, cursor.at), offset, sources };
}

/** Reads one source (several, where a fallback is itself a variable); says whether nothing may follow. */
function readSource(cursor: Cursor, sources: VariableSource[]): boolean {
  const { text, at } = cursor;
  const first = text[at];
  if (first === undefined) fail(cursor, 'is not closed: its `}` is missing');
  if (first === '$' && startsVariable(text, at, cursor.grammar)) {
    sources.push(...readNested(cursor).sources);
    return sources.at(-1)?.kind === 'literal';
  }
  if (first === "'" || first === '"') {
    sources.push({ kind: 'literal', value: readQuotedTemplate(cursor) });
    return true;
  }
  const address = cursor.grammar.outputs ? matchAt(output, text, at) : undefined;
  if (address !== undefined) {
    cursor.at += address.length;
    sources.push({ kind: 'typed', type: outputSourceType, params: [], address, text: address });
    return false;
  }
  const type = matchAt(namesOf(cursor.grammar).typedHead, text, at);
  if (type !== undefined) {
    sources.push(readTyped(cursor, type));
    return false;
  }
  const literal = matchAt(word, text, at);
  const value = literal === undefined ? undefined : parseWord(literal);
  if (literal === undefined || value === undefined) {
    if (first === '}' || first === ',') fail(cursor, 'has an empty fallback');
    if (text.startsWith('${', at)) fail(cursor, 'holds a `${` that starts no variable');
    fail(
      cursor,
      `has the fallback ${quote(literal ?? first)}, which is neither a source, a number, true, false nor null; quote it if it is text`,
    );
  }
  cursor.at += literal.length;
  sources.push({ kind: 'literal', value });
  return true;
}

function readTyped(cursor: Cursor, type: string): TypedSource {
  const { text } = cursor;
  const start = cursor.at;
  cursor.at += type.length;
  const params = text[cursor.at] === '(' ? readParams(cursor) : [];
  let address: TypedSource['address'];
  if (text[cursor.at] === ':') {
    cursor.at += 1;
    skipBlanks(cursor);
    const mark = text[cursor.at];
    address = mark === "'" || mark === '"' ? readQuotedTemplate(cursor) : readText(cursor, ',}');
  }
  return { kind: 'typed', type, params, address, text: text.slice(start, cursor.at).trim() };
}

function readParams(cursor: Cursor): (LiteralValue | Template)[] {
  const { text } = cursor;
  const params: (LiteralValue | Template)[] = [];
  do {
    cursor.at += 1;
    skipBlanks(cursor);
    const mark = text[cursor.at];
    if (mark === ')' && params.length === 0) break;
    if (mark === "'" || mark === '"') {
      params.push(readQuotedTemplate(cursor));
      skipBlanks(cursor);
    } else {
      const param = readText(cursor, ',)');
      const literal = typeof param === 'string' ? parseWord(param) : undefined;
      params.push(literal === undefined ? param : literal);
    }
    if (text[cursor.at] === undefined) fail(cursor, 'is not closed: its `)` is missing');
  } while (text[cursor.at] === ',');
  if (text[cursor.at] !== ')') fail(cursor, `has an unexpected ${quote(text[cursor.at] ?? '')} in its parentheses`);
  cursor.at += 1;
  return params;
}

/** Reads text up to one of the marks (which it leaves), without the blanks around it. It may hold variables. */
function readText(cursor: Cursor, marks: string): string | Template {
  const { text } = cursor;
  const parts: (string | Variable)[] = [];
  let copied = cursor.at;
  while (cursor.at < text.length && !marks.includes(text[cursor.at] ?? '')) {
    if (!text.startsWith('${', cursor.at)) {
      cursor.at += 1;
      continue;
    }
    if (!startsVariable(text, cursor.at, cursor.grammar)) fail(cursor, 'holds a `${` that starts no variable');
    if (cursor.at > copied) parts.push(text.slice(copied, cursor.at));
    parts.push(readNested(cursor));
    copied = cursor.at;
  }
  const rest = text.slice(copied, cursor.at).trimEnd();
  if (parts.length === 0) return rest;
  if (rest !== '') parts.push(rest);
  return parts;
}

function readNested(cursor: Cursor): Variable {
  const inner: Cursor = { ...cursor, nesting: cursor.nesting + 1 };
  const variable = readVariable(inner);
  cursor.at = inner.at;
  return variable;
}

/** Reads a quoted string. The framework expands what literals hold, so it is a template of its own. */
function readQuotedTemplate(cursor: Cursor): string | Template {
  const quoted = readQuoted(cursor.text, cursor.at);
  if (quoted === undefined)
    return fail(cursor, 'has a quoted string that is not closed, or that has an unknown escape');
  cursor.at = quoted.end;
  if (!quoted.value.includes('${')) return quoted.value;
  if (cursor.nesting >= maxNesting) fail(cursor, `nests more than ${maxNesting} variables`);
  try {
    return scanTemplate(quoted.value, cursor.nesting + 1, cursor.grammar) ?? quoted.value;
  } catch (error) {
    if (!(error instanceof VariableSyntaxError)) throw error;
    throw new VariableSyntaxError(error.message, error.text, cursor.start);
  }
}

function skipBlanks(cursor: Cursor): void {
  cursor.at += matchAt(blanks, cursor.text, cursor.at)?.length ?? 0;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  return matchAt(pattern, text, at) !== undefined;
}

function countBefore(text: string, end: number, start: number, character: string): number {
  let count = 0;
  while (end - count - 1 >= start && text[end - count - 1] === character) count += 1;
  return count;
}

const shownLength = 80;

function fail(cursor: Cursor, message: string): never {
  const { text, start } = cursor;
  const closing = text.indexOf('}', cursor.at);
  const end = Math.min(closing === -1 ? text.length : closing + 1, start + shownLength);
  throw new VariableSyntaxError(message, text.slice(start, end), start);
}

function quote(text: string): string {
  return `\`${text.slice(0, shownLength)}\``;
}
