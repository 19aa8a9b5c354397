import { syntaxError } from './syntax-error.js';
import { checkSize } from './value-size.js';

/**
 * Reads a JSON document.
 * @throws UserError with file, line and column where it does not parse, or nests too deep.
 */
export function readJson(text: string, path: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { offset, reason } = findJsonError(text);
    throw syntaxError({ text, path, language: 'JSON', reason, offset });
  }
  checkSize(value, path);
  return value;
}

interface JsonError {
  readonly offset: number;
  readonly reason: string;
}

const token =
  /("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)|([{}[\],:])/uy;
const space = /[ \t\r\n]*/y;

/** What may come next, and its name for a person. */
type Expected = 'a value' | 'a value or ]' | 'a key' | 'a key or }' | ':' | ', or ]' | ', or }' | 'the end';

/**
 * Finds the first place where a text is not valid JSON. (The messages of `JSON.parse` differ between versions of Node, and
 * most have no place.)
 */
function findJsonError(text: string): JsonError {
  if (text.trim() === '') return { offset: 0, reason: 'it is empty' };
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'a value';
  const afterValue = (): Expected => {
    const container = open.at(-1);
    if (container === undefined) return 'the end';
    return container === '{' ? ', or }' : ', or ]';
  };
  let offset = 0;
  while (true) {
    space.lastIndex = offset;
    offset += space.exec(text)?.[0].length ?? 0;
    if (offset >= text.length) return { offset, reason: `it ends where ${expected} is expected` };
    token.lastIndex = offset;
    const [whole = '', string, scalar, mark] = token.exec(text) ?? [];
    const wantsValue = expected === 'a value' || expected === 'a value or ]';
    const wantsKey = expected === 'a key' || expected === 'a key or }';
    if (whole === '') return { offset, reason: `${expected} is expected here` };
    if (string !== undefined && wantsKey) expected = ':';
    else if ((string !== undefined || scalar !== undefined) && wantsValue) expected = afterValue();
    else if ((mark === '{' || mark === '[') && wantsValue) {
      open.push(mark);
      expected = mark === '{' ? 'a key or }' : 'a value or ]';
    } else if (mark === ':' && expected === ':') expected = 'a value';
    else if (mark === ',' && expected === ', or }') expected = 'a key';
    else if (mark === ',' && expected === ', or ]') expected = 'a value';
    else if (mark !== undefined && mark === expected.at(-1) && (mark === '}' || mark === ']')) {
      open.pop();
      expected = afterValue();
    } else return { offset, reason: `${expected} is expected here` };
    offset += whole.length;
  }
}
