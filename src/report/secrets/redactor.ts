import { secretForms } from './secret-forms.js';

/** What replaces a secret: the same as in the runner's log. */
export const REPLACEMENT = '***';

/** Removes secrets from whole texts. */
export interface Redactor {
  /** The text with every secret, in any of its forms, replaced by `***`. */
  text(text: string): string;
  /** The same for bytes, which need not be text. */
  bytes(bytes: Buffer): Buffer;
  /** Whether the text contains a secret, in any of its forms. */
  findsIn(text: string): boolean;
}

/** A redactor for these secrets. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = [...new Set(secrets.flatMap(secretForms))].filter((form) => form !== '');
  const byteForms = forms.map((form) => Buffer.from(form).toString('latin1'));
  const text = remembered((text) => replaceAll(text, forms));
  return {
    text,
    bytes(bytes) {
      if (forms.length === 0) return bytes;
      // Latin-1 keeps each byte as one character.
      const text = bytes.toString('latin1');
      const redacted = replaceAll(text, byteForms);
      return redacted === text ? bytes : Buffer.from(redacted, 'latin1');
    },
    findsIn: (text) => forms.some((form) => text.includes(form)),
  };
}

/**
 * The result for the last text longer than this, in UTF-16 units, is remembered: a report has a long error in several
 * places.
 */
const longText = 64 * 1024;

function remembered(redact: (text: string) => string): (text: string) => string {
  let last: { readonly text: string; readonly redacted: string } | undefined;
  return (text) => {
    if (text.length < longText) return redact(text);
    if (last?.text !== text) last = { text, redacted: redact(text) };
    return last.redacted;
  };
}

/** Where secrets overlap, as a secret and its own line do, the whole stretch is replaced once. */
function replaceAll(text: string, forms: readonly string[]): string {
  const stretches = forms.flatMap((form) => occurrences(text, form)).sort((a, b) => a.start - b.start);
  let redacted = '';
  let end = 0;
  for (const stretch of stretches) {
    if (stretch.start >= end) redacted += text.slice(end, stretch.start) + REPLACEMENT;
    end = Math.max(end, stretch.end);
  }
  return redacted + text.slice(end);
}

interface Stretch {
  readonly start: number;
  end: number;
}

/** Where a form stands in a text; occurrences that overlap are one stretch. */
function occurrences(text: string, form: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
    const last = stretches.at(-1);
    if (last === undefined || start >= last.end) stretches.push({ start, end: start + form.length });
    else last.end = start + form.length;
  }
  return stretches;
}
