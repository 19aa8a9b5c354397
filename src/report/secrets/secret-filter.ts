import { REPLACEMENT } from './redactor.js';
import { secretForms } from './secret-forms.js';

/** Takes secrets out of a stream of bytes, wherever the stream is cut into chunks. */
export interface SecretFilter {
  /** Takes the next chunk; gives what is safe to pass on. A tail that may be the start of a secret is held back. */
  push(chunk: Buffer): Buffer;
  /** Ends the stream; gives what was held back. */
  flush(): Buffer;
}

/** All forms of the secrets, byte for byte, the longest first. */
function spellings(secrets: readonly string[]): string[] {
  const bytes = secrets.flatMap(secretForms).map((text) => Buffer.from(text).toString('latin1'));
  return [...new Set(bytes)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
}

/** Texts by their first character. */
function byStart(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const starts = new Map<string, string[]>();
  for (const text of texts) {
    const [first = ''] = text;
    const same = starts.get(first);
    if (same === undefined) starts.set(first, [text]);
    else same.push(text);
  }
  return starts;
}

function anyOf(texts: readonly string[]): RegExp {
  return new RegExp(texts.map((text) => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&')).join('|'), 'g');
}

/** The length of the longest end of `text` that a secret could go on from. `longestSecret` is in characters. */
function openEnd(text: string, starts: ReadonlyMap<string, readonly string[]>, longestSecret: number): number {
  for (let at = Math.max(0, text.length - longestSecret + 1); at < text.length; at++) {
    const length = text.length - at;
    const goesOn = (secret: string): boolean => secret.length > length && text.endsWith(secret.slice(0, length));
    if (starts.get(text.charAt(at))?.some(goesOn)) return length;
  }
  return 0;
}

/**
 * A filter for one stream.
 * @param secrets read anew whenever it has grown, so that secrets may become known while the stream runs.
 */
export function createSecretFilter(secrets: readonly string[]): SecretFilter {
  let known = 0;
  let longest = 0;
  let starts: ReadonlyMap<string, readonly string[]> = new Map();
  let pattern = /(?!)/g;
  let held = '';

  const refresh = (): void => {
    if (secrets.length === known) return;
    known = secrets.length;
    const wanted = spellings(secrets);
    longest = wanted[0]?.length ?? 0;
    starts = byStart(wanted);
    pattern = anyOf(wanted);
  };

  return {
    push(chunk) {
      refresh();
      if (longest === 0) return chunk;
      // Latin-1 keeps each byte as one character, so that no character is torn by the edge of a chunk.
      const text = held + chunk.toString('latin1');
      let end = 0;
      let clean = '';
      for (const match of text.matchAll(pattern)) {
        clean += text.slice(end, match.index) + REPLACEMENT;
        end = match.index + match[0].length;
      }
      const rest = text.slice(end);
      const open = openEnd(rest, starts, longest);
      held = rest.slice(rest.length - open);
      return Buffer.from(clean + rest.slice(0, rest.length - open), 'latin1');
    },
    flush() {
      const rest = Buffer.from(held, 'latin1');
      held = '';
      return rest;
    },
  };
}
