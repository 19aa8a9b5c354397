import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { AwsCall } from '../aws-call.js';
import type { Cleaning } from '../cassette/cleaned.js';
import { callName, type Entry } from '../cassette/entry.js';
import { readLeftOutPath } from '../cassette/left-out-paths.js';
import { Player } from '../cassette/player.js';
import { type RecordedCall, writeEntries } from '../cassette/write-entries.js';
import { maxKeptCalls } from '../server/limits.js';
import { readCassette, writeCassette } from './cassette-file.js';
import { isCutShort } from './cut-short.js';
import type { AwsPlan } from './plan.js';

/** A cassette that is being written or played: that of one event, or of all events of a server. */
export class CallRecording {
  readonly cleaning: Cleaning;
  /** Answers calls, where they are replayed. */
  readonly player: Player | undefined;
  readonly #plan: AwsPlan;
  readonly #redactions = new Set<(text: string) => string>();
  /** The calls that went to AWS, where they are recorded. */
  readonly #forwarded: RecordedCall[] = [];
  #omitted = 0;

  /**
   * @param lasts whether it is for any number of events, which may come again: what is used up then answers once more
   * @throws UserError where the cassette can't be read
   */
  constructor(plan: AwsPlan, lasts = false) {
    this.#plan = plan;
    const redact = (text: string): string => [...this.#redactions].reduce((left, each) => each(left), text);
    this.cleaning = { redact, paths: plan.redact.map(readLeftOutPath) };
    const recorded = plan.mode === 'replay' ? (readCassette(plan.cassette) ?? []) : undefined;
    this.player = recorded === undefined ? undefined : new Player(recorded, plan.match, this.cleaning, lasts);
  }

  /** Keeps out of it the secrets that another function knows. */
  alsoRedact(redact: (text: string) => string): void {
    this.#redactions.add(redact);
  }

  /** Takes a call that is over. */
  keep(recorded: RecordedCall): void {
    const { answeredBy, isDelivery } = recorded.call;
    if (this.#plan.mode !== 'record' || answeredBy !== 'forward' || isDelivery === true) return;
    if (this.#forwarded.length < maxKeptCalls) this.#forwarded.push(recorded);
    else this.#omitted += 1;
  }

  /**
   * Writes the cassette, where calls are recorded.
   * @returns what is to be said of it. An error means that the run can't count as good
   * @throws UserError where it can't be written
   */
  end(): Diagnostic[] {
    const unused = this.#unusedFindings();
    if (this.#plan.mode !== 'record') return unused;
    const { cassette } = this.#plan;
    const inOrder = inOrderOfStart(this.#forwarded);
    const whole = inOrder.filter((recorded) => !isCutShort(recorded));
    writeCassette(cassette, whole.length === 0 ? undefined : writeEntries(whole, this.cleaning));
    return [
      ...inOrder.filter(isCutShort).map(({ call }) => tooLarge(call)),
      ...(this.#omitted === 0 ? [] : [tooMany(cassette, this.#omitted)]),
    ];
  }

  #unusedFindings(): Diagnostic[] {
    const unused = this.player?.unused ?? [];
    const [first] = unused;
    if (first === undefined) return [];
    const names = counted(unused);
    const { strict } = this.#plan;
    return [
      {
        severity: strict ? 'error' : 'notice',
        code: 'aws-recording-unused',
        message: `${unused.length === 1 ? 'A recorded call was' : `${unused.length} recorded calls were`} not made: ${names}.`,
        ...(strict ? { hint: 'Record anew with `aws: record`, or leave `strict` out.' } : {}),
        location: first.location,
      },
    ];
  }
}

/** Calls in the order in which they began. */
export function inOrderOfStart(calls: readonly RecordedCall[]): RecordedCall[] {
  return [...calls].sort((a, b) => a.call.startedAt.getTime() - b.call.startedAt.getTime());
}

function counted(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(callName(entry), (counts.get(callName(entry)) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`)).join(', ');
}

function tooLarge({ service, operation }: AwsCall): Diagnostic {
  return {
    severity: 'warning',
    code: 'aws-recording-too-large',
    message: `The answer to ${service}:${operation} is too large for a recording, and was left out.`,
    hint: 'Write a stub for it.',
  };
}

function tooMany(cassette: string, omitted: number): Diagnostic {
  return {
    severity: 'warning',
    code: 'aws-recording-too-long',
    message: `${displayPath(cassette)} has the first ${maxKeptCalls.toLocaleString('en')} calls; ${omitted.toLocaleString('en')} more were left out.`,
  };
}
