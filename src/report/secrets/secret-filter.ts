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

/** Finds the places where any of the texts begins, and the longest of those that do. They may overlap. */
function anyOf(texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&'));
  return new RegExp(`(?=(${escaped.join('|')}))`, 'g');
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
 * A filter for one stream. What comes out does not depend on where the stream is cut into chunks: where secrets overlap, or one
 * begins as another does, the whole stretch is replaced once.
 * @param secrets read anew whenever it has grown, so that secrets may become known while the stream runs.
 */
export function createSecretFilter(secrets: readonly string[]): SecretFilter {
  let known = 0;
  let longest = 0;
  let starts: ReadonlyMap<string, readonly string[]> = new Map();
  let pattern = /(?!)/g;
  let held = '';
  /** How much of what is held is of a stretch that was replaced. */
  let replaced = 0;

  const refresh = (): void => {
    if (secrets.length === known) return;
    known = secrets.length;
    const wanted = spellings(secrets);
    longest = wanted[0]?.length ?? 0;
    starts = byStart(wanted);
    pattern = anyOf(wanted);
  };

  /** Gives what the text is up to there, without secrets, and holds the rest. */
  const pass = (text: string, end: number): Buffer => {
    let clean = '';
    let at = replaced;
    for (const { index, 1: found = '' } of text.matchAll(pattern)) {
      if (index >= end) break;
      if (index >= at) clean += text.slice(at, index) + REPLACEMENT;
      at = Math.max(at, index + found.length);
    }
    clean += text.slice(at, end);
    held = text.slice(end);
    replaced = Math.max(0, at - end);
    return Buffer.from(clean, 'latin1');
  };

  return {
    push(chunk) {
      refresh();
      if (longest === 0) return chunk;
      // Latin-1 keeps each byte as one character, so that no character is torn by the edge of a chunk.
      const text = held + chunk.toString('latin1');
      return pass(text, text.length - openEnd(text, starts, longest));
    },
    flush: () => pass(held, held.length),
  };
}
