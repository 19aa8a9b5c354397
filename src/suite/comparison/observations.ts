import { createHash } from 'node:crypto';
import { type ExactJson, exactJsonText, parseExactJson } from '../../json/exact-number.js';
import { pathText } from '../expectations/case-path.js';
import type { Observed } from '../expectations/observed.js';
import type { ValueType } from '../expectations/pattern.js';
import { snapshotSubject } from '../snapshots/snapshot-subject.js';
import { varyingPlaces } from '../snapshots/varying-paths.js';
import { readStored } from '../texts/read-stored.js';
import type { StoredText } from '../texts/stored-text.js';
import { longestPayloadBytes, type TextStore } from '../texts/text-store.js';
import type { SideMeasures } from './comparison.js';
import { measured } from './measured.js';

/** What the runs of a case gave at one commit. */
interface Observation {
  readonly digest: string;
  /** What the last run gave, as JSON. */
  readonly stored: StoredText;
  readonly durationsMs: number[];
  readonly memoryMiB: number[];
  readonly varies: Record<string, ValueType>;
}

/**
 * What the cases of a suite give at one commit. What is large of it lies in the texts of the run, so that memory does not grow with
 * the responses.
 */
export class Observations {
  readonly #texts: TextStore;
  readonly #normal: (text: string) => string;
  readonly #byId = new Map<string, Observation>();

  /** @param normal makes texts of two checkouts comparable, which tell of their paths */
  constructor(texts: TextStore, normal: (text: string) => string = (text) => text) {
    this.#texts = texts;
    this.#normal = normal;
  }

  /** Adds what a run of a case gave. Where it differs from the one before, the places that differ vary. */
  add(id: string, observed: Observed): void {
    const { durationsMs, memoryMiB } = this.#note(id, observed);
    durationsMs.push(observed.durationMs);
    memoryMiB.push(observed.maxMemoryUsedMiB);
  }

  /** Adds what a run gave that was made only to see what varies. It is not measured, and does not take the place of the others. */
  addAgain(id: string, observed: Observed): void {
    const known = this.#byId.get(id);
    if (known !== undefined) this.#vary(known, this.#textOf(observed));
  }

  /** What the last run of a case gave; `undefined` where it was not invoked. */
  value(id: string): ExactJson | undefined {
    const known = this.#byId.get(id);
    return known === undefined ? undefined : parseExactJson(readStored(known.stored).toString());
  }

  /** The same for values that are the same, with their members in the same order. */
  digest(id: string): string | undefined {
    return this.#byId.get(id)?.digest;
  }

  /** The places that varied between runs, by their paths, with their types. */
  varies(id: string): Readonly<Record<string, ValueType>> {
    return this.#byId.get(id)?.varies ?? {};
  }

  measures(id: string): SideMeasures | undefined {
    const known = this.#byId.get(id);
    if (known === undefined) return undefined;
    return { durationMs: measured(known.durationsMs), maxMemoryUsedMiB: measured(known.memoryMiB) };
  }

  #note(id: string, observed: Observed): Observation {
    const text = this.#textOf(observed);
    const known = this.#byId.get(id);
    const digest = digestOf(text);
    if (known?.digest === digest) return known;
    if (known !== undefined) this.#vary(known, text);
    const { durationsMs = [], memoryMiB = [], varies = {} } = known ?? {};
    const stored = this.#texts.payload(Buffer.from(text));
    const noted = { digest, stored, durationsMs, memoryMiB, varies };
    this.#byId.set(id, noted);
    return noted;
  }

  #vary({ digest, stored, varies }: Observation, text: string): void {
    if (digest === digestOf(text)) return;
    const before = parseExactJson(readStored(stored).toString());
    for (const { path, type } of varyingPlaces(before, parseExactJson(text))) varies[pathText(path)] = type;
  }

  /** What is compared of a run, as JSON: of a response that is too large or too deep for that only what tells it apart. */
  #textOf(observed: Observed): string {
    const subject = snapshotSubject(observed);
    if ('value' in subject) {
      const text = this.#normal(exactJsonText(subject.value));
      if (text.length < longestPayloadBytes / 3) return text;
    }
    const { response } = observed;
    return JSON.stringify({ sha256: createHash('sha256').update(response).digest('hex'), bytes: response.length });
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
