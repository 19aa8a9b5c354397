import { token, walkJson } from './walk.js';

/** A number in its own digits, which a double would change: `12345678901234567890`, `1.10`. */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A JSON value whose numbers keep their digits. */
export type ExactJson =
  | null
  | boolean
  | string
  | number
  | ExactNumber
  | readonly ExactJson[]
  | { readonly [key: string]: ExactJson };

/** Whether a value is a JSON object: neither a list nor an {@link ExactNumber}. */
export function isJsonObject(value: unknown): value is { readonly [key: string]: ExactJson } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

/** A number with more digits, or a larger exponent, than a double is sure to hold. */
const doubtful = /\d{16}|\d\.\d{15}|\d[eE]/;

/**
 * Reads JSON like `JSON.parse`, except that a number which a double can't hold becomes an {@link ExactNumber}.
 * @throws SyntaxError where the text is not JSON
 */
export function parseExactJson(text: string): ExactJson {
  const value = JSON.parse(text) as ExactJson;
  return doubtful.test(text) ? readExactly(Buffer.from(text)) : value;
}

interface Container {
  readonly value: ExactJson[] | Record<string, ExactJson>;
  key?: string;
}

function readExactly(bytes: Buffer): ExactJson {
  let root: ExactJson = null;
  const open: Container[] = [];
  const put = (value: ExactJson): void => {
    const parent = open.at(-1);
    if (parent === undefined) root = value;
    else if (Array.isArray(parent.value)) parent.value.push(value);
    else setMember(parent.value, parent.key ?? '', value);
  };
  walkJson(bytes, (kind, start, end) => {
    switch (kind) {
      case token.open: {
        const value = bytes[start] === 0x5b ? [] : {};
        put(value);
        open.push({ value });
        break;
      }
      case token.close:
        open.pop();
        break;
      case token.key: {
        const parent = open.at(-1);
        if (parent !== undefined) parent.key = JSON.parse(bytes.toString('utf8', start, end)) as string;
        break;
      }
      case token.value:
        put(scalar(bytes.toString('utf8', start, end)));
    }
  });
  return root;
}

/** Sets a member of any name. (An assignment to `__proto__` would not create a member.) */
export function setMember(object: Record<string, ExactJson>, key: string, value: ExactJson): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}

function scalar(text: string): ExactJson {
  const value = JSON.parse(text) as ExactJson;
  return typeof value !== 'number' || isSameNumber(value, new ExactNumber(text)) ? value : new ExactNumber(text);
}

/** Whether two numbers are the same, digit for digit: `1.10` is `1.1`, and `-0` is `0`. */
export function isSameNumber(one: number | ExactNumber, other: number | ExactNumber): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one === other;
  return normalForm(one) === normalForm(other);
}

/** The sign, significant digits and exponent of a number, in a normal form. */
function normalForm(number: number | ExactNumber): string {
  const text = typeof number === 'number' ? String(number) : number.text;
  const exponentAt = text.search(/[eE]/);
  const exponent = exponentAt === -1 ? '0' : text.slice(exponentAt + 1);
  // Nobody compares such an exponent, and to read it may take minutes.
  if (exponent.length > 20) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const mantissa = (exponentAt === -1 ? text : text.slice(0, exponentAt)).replace(/^[+-]/, '');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = withoutLeadingZeros(whole + fraction);
  const significant = withoutTrailingZeros(digits);
  if (significant === '') return text.search(/\d/) === -1 ? text : '0';
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}

// Loops, since an expression that repeats over millions of digits may use up its stack.
function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start++;
  return digits.slice(start);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/** The JSON text of a value, with numbers in their own digits, on one line or indented. */
export function exactJsonText(value: ExactJson, indent?: number): string {
  return write(value, indent === undefined ? undefined : ' '.repeat(indent), '');
}

function write(value: ExactJson, step: string | undefined, indentation: string): string {
  if (value instanceof ExactNumber) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = step === undefined ? '' : indentation + step;
  const parts = Array.isArray(value)
    ? value.map((item: ExactJson) => write(item, step, inner))
    : Object.entries(value).map(
        ([key, member]: [string, ExactJson]) =>
          `${JSON.stringify(key)}:${step === undefined ? '' : ' '}${write(member, step, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  return step === undefined
    ? `${open}${parts.join(',')}${close}`
    : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indentation}${close}`;
}

/** A value with every {@link ExactNumber} turned into a double; the value itself if it has none. */
export function plainJson(value: ExactJson): unknown {
  if (value instanceof ExactNumber) return Number(value.text);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plainJson);
  const copy: Record<string, ExactJson> = {};
  for (const key of Object.keys(value))
    setMember(copy, key, plainJson(Reflect.get(value, key) as ExactJson) as ExactJson);
  return copy;
}

/** A number as a double. */
export function numberOf(value: ExactJson): number {
  return Number(value instanceof ExactNumber ? value.text : value);
}
