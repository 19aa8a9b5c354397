import { contextValue, type RequestContext } from './request-context.js';
import { no, type Truth, truthOf, unknown, yes } from './truth.js';

/** A part of a pattern: text, a wildcard, a policy variable, or a name that only a deploy knows. */
export type PatternPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'variable'; readonly key: string; readonly fallback: string | undefined }
  | { readonly kind: 'name'; readonly name: string };

/** What the open parts of patterns are filled in from. */
export interface PatternValues {
  readonly context: RequestContext;
  /** Physical ids by the names that only a deploy knows, such as `Table`, as far as they are known. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Takes a pattern apart. Source: IAM user guide, "IAM policy elements: Variables and tags": variables have a prefix with a
 * colon, `${*}`, `${?}` and `${$}` are the characters themselves, and a default may follow a comma.
 * @param hasVariables whether its policy's version knows variables
 * @param hasWildcards whether `*` and `?` stand for other characters
 */
export function parsePattern(text: string, hasVariables: boolean, hasWildcards: boolean): PatternPiece[] {
  const pieces: PatternPiece[] = [];
  for (const [index, part] of text.split(/(\$\{[^}]*\}|[*?])/).entries()) {
    if (part === '') continue;
    if (index % 2 === 0) pieces.push({ kind: 'text', text: part });
    else if (part === '*') pieces.push(hasWildcards ? { kind: 'any' } : { kind: 'text', text: part });
    else if (part === '?') pieces.push(hasWildcards ? { kind: 'one' } : { kind: 'text', text: part });
    else pieces.push(openPiece(part, hasVariables));
  }
  return pieces;
}

function openPiece(part: string, hasVariables: boolean): PatternPiece {
  const inner = part.slice(2, -1);
  if (isDeployedName(inner)) return { kind: 'name', name: inner };
  if (!hasVariables) return { kind: 'text', text: part };
  if (inner === '*' || inner === '?' || inner === '$') return { kind: 'text', text: inner };
  const [, key = inner, fallback] = /^([^,]+?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(inner) ?? [];
  return { kind: 'variable', key: key.trim(), fallback };
}

/** `Table`, `Table.Arn`, or `import Name`: variables of policies have a colon after their first word. */
function isDeployedName(inner: string): boolean {
  return /^(?:[A-Za-z0-9]+(?:\.[\w.]+)?|(?:import|ssm) .+)$/.test(inner);
}

/**
 * A pattern with its open parts filled in. An open part that is not known stays, and so does one that has no value at all (`isVoid`).
 */
type FilledPiece =
  | Exclude<PatternPiece, { kind: 'variable' }>
  | { readonly kind: 'open'; readonly what: string; readonly isVoid: boolean };

/**
 * Whether a text is what a pattern describes. `void`: a variable of the pattern has no value, so that it means nothing;
 * `perhaps-void`: it is not what the pattern describes, or the pattern means nothing.
 */
export type PatternMatch =
  | Truth
  | { readonly kind: 'void' }
  | { readonly kind: 'perhaps-void'; readonly reason: string };

function fillIn(pieces: readonly PatternPiece[], { context, names }: PatternValues): FilledPiece[] {
  return pieces.map((piece): FilledPiece => {
    if (piece.kind === 'name') {
      const value = names.get(piece.name);
      return value === undefined ? piece : { kind: 'text', text: value };
    }
    if (piece.kind !== 'variable') return piece;
    const found = contextValue(context, piece.key);
    if (found.kind === 'unknown') {
      return { kind: 'open', what: `the value of ${piece.key} is known only in AWS`, isVoid: false };
    }
    const [value, ...others] = found.kind === 'values' ? found.values : [];
    const text = value === '' || value === undefined ? (piece.fallback ?? value) : value;
    return text === undefined || others.length > 0
      ? { kind: 'open', what: `${piece.key} has no value`, isVoid: true }
      : { kind: 'text', text };
  });
}

/** Whether a text is what a pattern describes. */
export function matchesText(
  pieces: readonly PatternPiece[],
  text: string,
  values: PatternValues,
  ignoresCase = false,
): PatternMatch {
  const filled = fillIn(pieces, values);
  return withVoid(filled, () => matchesFilled(filled, text, () => '[^]*', ignoresCase));
}

/** The match of a pattern some of whose variables may have no value. */
function withVoid(filled: readonly FilledPiece[], match: () => Truth): PatternMatch {
  const open = filled.filter((piece) => piece.kind === 'open');
  if (open.some(({ isVoid }) => isVoid)) return { kind: 'void' };
  const found = match();
  const [first] = open;
  return found.kind === 'no' && first !== undefined ? { kind: 'perhaps-void', reason: first.what } : found;
}

/**
 * Whether an ARN is what a pattern describes. A `*` inside of one of the first five parts between colons stays in that part; at
 * the end of a part it goes on over colons. Source: IAM user guide, "IAM JSON policy elements: Resource".
 */
export function matchesArn(pieces: readonly PatternPiece[], arn: string, values: PatternValues): PatternMatch {
  if (pieces.length === 1 && pieces[0]?.kind === 'any') return yes;
  const filled = fillIn(pieces, values);
  const isOpen = filled.some(({ kind }) => kind === 'open');
  if (isOpen && matchesHead(filled, arn).kind === 'no') return no;
  return withVoid(filled, () => matchesWhole(filled, arn));
}

/** Whether the first five parts of an ARN are those of a pattern. */
function matchesHead(filled: readonly FilledPiece[], arn: string): Truth {
  const head: FilledPiece[] = [];
  for (const piece of filled) {
    const colons = 5 - colonsIn(head);
    if (piece.kind !== 'text' || count(piece.text) < colons) {
      head.push(piece);
      continue;
    }
    head.push({ kind: 'text', text: `${piece.text.split(':').slice(0, colons).join(':')}:` });
    break;
  }
  return matchesWhole([...head, { kind: 'any' }], arn);
}

function matchesWhole(filled: readonly FilledPiece[], arn: string): Truth {
  return matchesFilled(filled, arn, (index) => {
    const colons = colonsIn(filled.slice(0, index));
    const next = filled[index + 1];
    const endsPart = next === undefined || (next.kind === 'text' && next.text.startsWith(':'));
    return colons >= 5 || endsPart ? '[^]*' : '[^:]*';
  });
}

function colonsIn(pieces: readonly FilledPiece[]): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === 'text' ? count(piece.text) : 0), 0);
}

function count(text: string): number {
  return text.split(':').length - 1;
}

function matchesFilled(
  filled: readonly FilledPiece[],
  text: string,
  wildcard: (index: number) => string,
  ignoresCase = false,
): Truth {
  const open = filled.find((piece) => piece.kind === 'name' || piece.kind === 'open');
  const source = filled.map((piece, index) => {
    switch (piece.kind) {
      case 'text':
        return escaped(piece.text);
      case 'any':
        return wildcard(index);
      case 'one':
        return '[^]';
      default:
        // What is not known can be anything.
        return '[^]*';
    }
  });
  const holds = new RegExp(`^${source.join('')}$`, ignoresCase ? 'i' : '').test(text);
  if (!holds || open === undefined) return truthOf(holds);
  return unknown(open.kind === 'name' ? `${nameOf(open.name)} is known only once it is deployed` : open.what);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function nameOf(name: string): string {
  if (name === 'unknown') return 'a part of it';
  return name.includes(' ') ? `what it imports (${name.slice(name.indexOf(' ') + 1)})` : `the resource \${${name}}`;
}
