import { token, walkJson } from './walk.js';

/** A member of an object or a list, as offsets in the text: of its key, or of the item itself, and of its value. */
interface Member {
  readonly place: number;
  readonly value: number;
}

const openBrace = 0x7b;
const newline = 0x0a;
/** Stands for each unit of the text that is not ASCII, of which a walk needs no more than that it is allowed in a string. */
const notAscii = 0x80;

/**
 * The places of the values of a valid JSON text, found without building any of them. What a search has passed is kept for the next one: of
 * a list of thousands each item is found at once.
 */
export class JsonPlaces {
  readonly #text: string;
  /** A byte for each UTF-16 unit of the text. */
  readonly #units: Uint8Array;
  readonly #lineStarts: readonly number[];
  readonly #members = new Map<number, ReadonlyMap<string, Member>>();

  constructor(text: string) {
    this.#text = text;
    this.#units = new Uint8Array(text.length);
    const lineStarts = [0];
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      this.#units[at] = Math.min(unit, notAscii);
      if (unit === newline) lineStarts.push(at + 1);
    }
    this.#lineStarts = lineStarts;
  }

  /**
   * The line and column (both from 1, columns in UTF-16 units) of a value's key, or of a list's item; for a value that is not in the text,
   * of the nearest one above it.
   */
  positionOf(path: readonly (string | number)[]): { readonly line: number; readonly column: number } {
    let value = this.#text.search(/\S/);
    let place = value;
    for (const step of path) {
      const member = this.#membersAt(value).get(String(step));
      if (member === undefined) break;
      ({ place, value } = member);
    }
    const line = this.#lineOf(place);
    return { line, column: place - (this.#lineStarts[line - 1] ?? 0) + 1 };
  }

  /** The members of the value that starts at an offset: none if it is a scalar. */
  #membersAt(start: number): ReadonlyMap<string, Member> {
    const known = this.#members.get(start);
    if (known !== undefined) return known;
    const members = new Map<string, Member>();
    const isObject = this.#units[start] === openBrace;
    let depth = 0;
    let key: { readonly name: string; readonly place: number } | undefined;
    walkJson(this.#units.subarray(start), (kind, from, to) => {
      if (kind === token.close) depth -= 1;
      else if (depth === 1 && kind === token.key) {
        key = { name: JSON.parse(this.#text.slice(start + from, start + to)) as string, place: start + from };
      } else if (depth === 1) {
        const value = start + from;
        if (!isObject) members.set(String(members.size), { place: value, value });
        else if (key !== undefined) members.set(key.name, { place: key.place, value });
      }
      if (kind === token.open) depth += 1;
    });
    this.#members.set(start, members);
    return members;
  }

  /** The number of the line that an offset is in. */
  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
