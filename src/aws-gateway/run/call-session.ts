import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { type ExactJson, plainJson } from '../../json/exact-number.js';
import type { AwsCall, AwsError, AwsRequest, JudgeRequest, LocateCall } from '../aws-call.js';
import type { Cleaning } from '../cassette/cleaned.js';
import { callName, type Entry } from '../cassette/entry.js';
import { readLeftOutPath } from '../cassette/left-out-paths.js';
import { Player } from '../cassette/player.js';
import { readEntries } from '../cassette/read-entries.js';
import { type RecordedCall, writeEntries } from '../cassette/write-entries.js';
import type { Upstream } from '../forward/upstream.js';
import { comparable } from '../matching/comparable.js';
import { inputOf } from '../protocols/shapes.js';
import type { RecognisedRequest } from '../recognise/recognise.js';
import { maxKeptCalls } from '../server/limits.js';
import type { GatewaySession, PlannedAnswer } from '../server/session.js';
import { Stubs } from '../stubs/stubs.js';
import { callLine } from './call-line.js';
import type { CallsOutcome } from './calls-outcome.js';
import { readCassette, readStubFile, writeCassette } from './cassette-file.js';
import { isCutShort } from './cut-short.js';
import type { AwsPlan } from './plan.js';

/** What the calls of a sandbox have in common. */
export interface CallSurroundings {
  readonly account: string;
  readonly region: string;
  readonly upstream: Upstream;
  /** Replaces the secrets that are known in a text. */
  readonly redact: (text: string) => string;
  readonly judge?: JudgeRequest;
  readonly locate?: LocateCall;
}

/** The code of the error that a call without an answer fails with. SDKs do not try it again. */
export const unansweredCode = 'NotRecorded';

/** How the calls of one event are answered, from its beginning to its end. */
export class CallSession {
  readonly session: GatewaySession;
  readonly #plan: AwsPlan;
  readonly #cleaning: Cleaning;
  readonly #player: Player | undefined;
  readonly #calls: RecordedCall[] = [];
  readonly #locate: LocateCall;
  readonly #unanswered = new Map<string, { readonly message: string; readonly trace: readonly string[] | undefined }>();
  #omitted = 0;

  /** @throws UserError where a cassette or a stub is wrong */
  constructor(plan: AwsPlan, { account, region, upstream, redact, judge, locate }: CallSurroundings) {
    this.#plan = plan;
    this.#locate = remembering(locate ?? (async () => undefined));
    this.#cleaning = { redact, paths: plan.redact.map(readLeftOutPath) };
    const stubs = new Stubs(
      plan.stubs.flatMap(({ file, text }) => (text === undefined ? readStubFile(file) : readEntries(text, file))),
    );
    const recorded = plan.mode === 'replay' ? (readCassette(plan.cassette) ?? []) : undefined;
    this.#player = recorded === undefined ? undefined : new Player(recorded, plan.match, this.#cleaning);
    const isOffline = plan.mode === 'replay' || plan.mode === 'none';
    const sources = [stubs.answer, ...(this.#player === undefined ? [] : [this.#player.answer])];
    this.session = {
      account,
      region,
      ...(judge === undefined ? {} : { judge }),
      sources: isOffline ? [...sources, this.#refuse] : sources,
      last: isOffline
        ? { kind: 'refuse', explain: () => ({ code: unansweredCode, message: '' }) }
        : { kind: 'forward', upstream },
      onCall: (call, recognised) => this.#keep(call, recognised),
    };
  }

  /**
   * Ends the event: writes its cassette, where it is recorded.
   * @throws UserError where it can't be written
   */
  async end(): Promise<CallsOutcome> {
    const made = [...this.#calls].sort((a, b) => a.call.startedAt.getTime() - b.call.startedAt.getTime());
    const { mode, cassette } = this.#plan;
    const inOrder: RecordedCall[] = [];
    for (const recorded of made) inOrder.push({ ...recorded, call: await this.#located(recorded.call) });
    const diagnostics: Diagnostic[] = [...(await this.#unansweredFindings()), ...this.#unusedFindings()];
    if (mode === 'record') {
      const forwarded = inOrder.filter(({ call }) => call.answeredBy === 'forward');
      const cut = forwarded.filter(isCutShort);
      const whole = forwarded.filter((recorded) => !isCutShort(recorded));
      writeCassette(cassette, whole.length === 0 ? undefined : writeEntries(whole, this.#cleaning));
      for (const { call } of cut) diagnostics.push(tooLarge(call));
    }
    const recognised = new Map(inOrder.map((recorded) => [recorded.call, recorded.recognised]));
    return {
      calls: inOrder.map(({ call }) => call),
      omittedCalls: this.#omitted,
      diagnostics,
      lines: (about) => inOrder.map((recorded) => callLine(recorded, about, this.#cleaning)).join(''),
      membersFor: (call, pattern) => membersFor(recognised.get(call), call, pattern),
    };
  }

  #keep(call: AwsCall, recognised: RecognisedRequest): void {
    if (this.#calls.length < maxKeptCalls) this.#calls.push({ call, recognised });
    else this.#omitted += 1;
  }

  /** The last of the sources where no call leaves: it fails, and says why. */
  readonly #refuse = (request: AwsRequest, recognised: RecognisedRequest): PlannedAnswer => {
    const error = this.#unansweredError(request, recognised);
    const name = `${request.service}:${request.operation}`;
    if (!this.#unanswered.has(name)) this.#unanswered.set(name, { message: error.message, trace: request.trace });
    return { by: 'none', content: { error }, status: 400 };
  };

  #unansweredError(request: AwsRequest, recognised: RecognisedRequest): AwsError {
    const name = `${request.service}:${request.operation}`;
    const record =
      'Record it with `aws: record` (--aws record) where there are credentials, or write a stub (`invoke-local stub ' +
      name +
      '`).';
    if (this.#player === undefined) {
      const why = this.#plan.mode === 'none' ? '`aws` is `none`, so no call leaves' : 'no call leaves';
      return {
        code: unansweredCode,
        message: `invoke-local has no answer to ${name}: ${why}, and no stub matches. ${record}`,
      };
    }
    const which = `invoke-local has no answer to ${name} in ${displayPath(this.#plan.cassette)}`;
    return { code: unansweredCode, message: `${which}. ${this.#player.explain(request, recognised)} ${record}` };
  }

  /** A call that the handler made and nobody answered: where calls are replayed, nothing can be said of what it would do. */
  async #unansweredFindings(): Promise<Diagnostic[]> {
    const isReplay = this.#player !== undefined;
    const findings: Diagnostic[] = [];
    for (const { message, trace } of this.#unanswered.values()) {
      const location = trace === undefined ? undefined : await this.#locate(trace);
      findings.push({
        severity: isReplay ? 'error' : 'warning',
        code: 'aws-call-unanswered',
        message: message.charAt(0).toUpperCase() + message.slice(1),
        ...(location === undefined ? {} : { location }),
      });
    }
    return findings;
  }

  /** A call with the line that made it. */
  async #located(call: AwsCall): Promise<AwsCall> {
    const location = call.trace === undefined ? undefined : await this.#locate(call.trace);
    return location === undefined ? call : { ...call, location };
  }

  #unusedFindings(): Diagnostic[] {
    const unused = this.#player?.unused ?? [];
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

/** Calls in a loop come from the same frames, which are looked up once. */
function remembering(locate: LocateCall): LocateCall {
  const found = new Map<string, ReturnType<LocateCall>>();
  return (trace) => {
    const key = trace.join('\n');
    const location = found.get(key) ?? locate(trace);
    found.set(key, location);
    return location;
  };
}

function membersFor(recognised: RecognisedRequest | undefined, { members }: AwsCall, pattern: unknown): ExactJson {
  if (recognised === undefined) return {};
  const { model, operation } = recognised;
  return comparable(model, inputOf(model, operation), members, plainPattern(pattern));
}

/** A pattern whose numbers are numbers. */
function plainPattern(pattern: unknown): unknown {
  return plainJson(pattern as ExactJson);
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
