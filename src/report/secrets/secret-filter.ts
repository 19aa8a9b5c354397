import { REPLACEMENT } from './redactor.js';
import { secretForms } from './secret-forms.js';

/** Removes secrets from a stream of bytes, also those that are split between chunks. */
export interface SecretFilter {
  /** Takes the next chunk, and returns what is safe to pass on. An end that may be the start of a secret is held back. */
  push(chunk: Buffer): Buffer;
  /** Ends the stream, and returns what was held back. */
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

/** Finds each place where one of the texts begins; if several begin there, the longest one. Places may overlap. */
function anyOf(texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&'));
  return new RegExp(`(?=(${escaped.join('|')}))`, 'g');
}

/** The length of the longest end of `text` that may be the start of a secret. `longestSecret` is in characters. */
function openEnd(text: string, starts: ReadonlyMap<string, readonly string[]>, longestSecret: number): number {
  for (let at = Math.max(0, text.length - longestSecret + 1); at < text.length; at++) {
    const length = text.length - at;
    const goesOn = (secret: string): boolean => secret.length > length && text.endsWith(secret.slice(0, length));
    if (starts.get(text.charAt(at))?.some(goesOn)) return length;
  }
  return 0;
}

/**
 * A filter for one stream. The result does not depend on where the stream is cut into chunks. If secrets overlap, or one is
 * the start of another, the whole stretch is replaced once.
 * @param secrets may grow while the stream runs; the filter then uses the new ones too
 */
export function createSecretFilter(secrets: readonly string[]): SecretFilter {
  let known = 0;
  let longest = 0;
  let starts: ReadonlyMap<string, readonly string[]> = new Map();
  let pattern = /(?!)/g;
  let held = '';
  /** How much of the held text belongs to a stretch that was replaced already. */
  let replaced = 0;

  const refresh = (): void => {
    if (secrets.length === known) return;
    known = secrets.length;
    const wanted = spellings(secrets);
    longest = wanted[0]?.length ?? 0;
    starts = byStart(wanted);
    pattern = anyOf(wanted);
  };

  /** Returns the text up to `end` without secrets, and holds back the rest. */
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
      // Latin-1 makes each byte one character, so that the edge of a chunk never splits a character.
      const text = held + chunk.toString('latin1');
      return pass(text, text.length - openEnd(text, starts, longest));
    },
    flush: () => pass(held, held.length),
  };
}
