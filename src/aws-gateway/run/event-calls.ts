import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { AwsCall, AwsError, AwsRequest, LocateCall } from '../aws-call.js';
import type { Cleaning } from '../cassette/cleaned.js';
import { callName, type Entry } from '../cassette/entry.js';
import { readLeftOutPath } from '../cassette/left-out-paths.js';
import { Player } from '../cassette/player.js';
import { readEntries } from '../cassette/read-entries.js';
import { type RecordedCall, writeEntries } from '../cassette/write-entries.js';
import type { RecognisedRequest } from '../recognise/recognise.js';
import { maxKeptCalls } from '../server/limits.js';
import type { AnswerSource, PlannedAnswer } from '../server/session.js';
import { Stubs } from '../stubs/stubs.js';
import { readCassette, readStubFile, writeCassette } from './cassette-file.js';
import { isCutShort } from './cut-short.js';
import type { AwsPlan } from './plan.js';

/** The code of the error that a call without an answer fails with. SDKs do not try it again. */
export const unansweredCode = 'NotRecorded';

/** Where calls are made. */
export interface CallPlaces {
  readonly locate: LocateCall;
  /** The function in its configuration, which stands for a line that is not known. */
  readonly ofFunction?: (() => Promise<SourceLocation | undefined>) | undefined;
}

/** A call that nobody answered. */
interface Unanswered {
  readonly message: string;
  /** Finds the line that made it. */
  readonly locate: () => ReturnType<LocateCall>;
}

/**
 * How the calls of one event are answered, from its beginning to its end: those of the function that gets it, and of all
 * that are invoked for it.
 */
export class EventCalls {
  readonly plan: AwsPlan;
  readonly cleaning: Cleaning;
  readonly #stubs: Stubs;
  readonly #player: Player | undefined;
  readonly #redactions = new Set<(text: string) => string>();
  /** The calls that went to AWS, where they are recorded. */
  readonly #forwarded: RecordedCall[] = [];
  readonly #unanswered = new Map<string, Unanswered>();

  /** @throws UserError where a cassette or a stub is wrong */
  constructor(plan: AwsPlan) {
    this.plan = plan;
    const redact = (text: string): string => [...this.#redactions].reduce((left, each) => each(left), text);
    this.cleaning = { redact, paths: plan.redact.map(readLeftOutPath) };
    this.#stubs = new Stubs(
      plan.stubs.flatMap(({ file, text }) => (text === undefined ? readStubFile(file) : readEntries(text, file))),
    );
    const recorded = plan.mode === 'replay' ? (readCassette(plan.cassette) ?? []) : undefined;
    this.#player = recorded === undefined ? undefined : new Player(recorded, plan.match, this.cleaning);
  }

  /** Whether no call leaves. */
  get isOffline(): boolean {
    return this.plan.mode === 'replay' || this.plan.mode === 'none';
  }

  /**
   * Who is asked for an answer, one after the other.
   * @param places find the line that made a call
   */
  sources(siblings: AnswerSource | undefined, places: CallPlaces): readonly AnswerSource[] {
    return [
      this.#stubs.answer,
      ...(siblings === undefined ? [] : [siblings]),
      ...(this.#player === undefined ? [] : [this.#player.answer]),
      ...(this.isOffline ? [this.#refuseWith(places)] : []),
    ];
  }

  /** Keeps from recordings the secrets that another function of the event knows. */
  alsoRedact(redact: (text: string) => string): void {
    this.#redactions.add(redact);
  }

  /** Takes a call that is over. */
  keep(recorded: RecordedCall): void {
    const isRecorded = this.plan.mode === 'record' && recorded.call.answeredBy === 'forward';
    if (isRecorded && this.#forwarded.length < maxKeptCalls) this.#forwarded.push(recorded);
  }

  /**
   * Ends the event: writes its cassette, where it is recorded.
   * @returns what is to be said of all its calls. An error means that the invocation can't count as good
   * @throws UserError where the cassette can't be written
   */
  async end(): Promise<readonly Diagnostic[]> {
    const diagnostics: Diagnostic[] = [...(await this.#unansweredFindings()), ...this.#unusedFindings()];
    if (this.plan.mode !== 'record') return diagnostics;
    const inOrder = inOrderOfStart(this.#forwarded);
    const whole = inOrder.filter((recorded) => !isCutShort(recorded));
    writeCassette(this.plan.cassette, whole.length === 0 ? undefined : writeEntries(whole, this.cleaning));
    for (const { call } of inOrder.filter(isCutShort)) diagnostics.push(tooLarge(call));
    return diagnostics;
  }

  /** The last of the sources where no call leaves: it fails, and says why. */
  #refuseWith({ locate, ofFunction }: CallPlaces): AnswerSource {
    return async (request, recognised): Promise<PlannedAnswer> => {
      const error = this.#unansweredError(request, recognised);
      const name = `${request.service}:${request.operation}`;
      const { trace, askLine } = request;
      const asked = askLine?.();
      const find = async () => (await (trace === undefined ? asked : locate(trace))) ?? (await ofFunction?.());
      if (!this.#unanswered.has(name)) this.#unanswered.set(name, { message: error.message, locate: find });
      await asked;
      return { by: 'none', content: { error }, status: 400 };
    };
  }

  #unansweredError(request: AwsRequest, recognised: RecognisedRequest): AwsError {
    const name = `${request.service}:${request.operation}`;
    const record =
      'Record it with `aws: record` (--aws record) where there are credentials, or write a stub (`invoke-local stub ' +
      name +
      '`).';
    if (this.#player === undefined) {
      const why = this.plan.mode === 'none' ? '`aws` is `none`, so no call leaves' : 'no call leaves';
      return {
        code: unansweredCode,
        message: `invoke-local has no answer to ${name}: ${why}, and no stub matches. ${record}`,
      };
    }
    const which = `invoke-local has no answer to ${name} in ${displayPath(this.plan.cassette)}`;
    return { code: unansweredCode, message: `${which}. ${this.#player.explain(request, recognised)} ${record}` };
  }

  /** A call that a handler made and nobody answered: where calls are replayed, nothing can be said of what it would do. */
  async #unansweredFindings(): Promise<Diagnostic[]> {
    const isReplay = this.#player !== undefined;
    const findings: Diagnostic[] = [];
    for (const { message, locate } of this.#unanswered.values()) {
      const location = await locate();
      findings.push({
        severity: isReplay ? 'error' : 'warning',
        code: 'aws-call-unanswered',
        message: message.charAt(0).toUpperCase() + message.slice(1),
        ...(location === undefined ? {} : { location }),
      });
    }
    return findings;
  }

  #unusedFindings(): Diagnostic[] {
    const unused = this.#player?.unused ?? [];
    const [first] = unused;
    if (first === undefined) return [];
    const names = counted(unused);
    const { strict } = this.plan;
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
