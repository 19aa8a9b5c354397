import { type ExactJson, plainJson } from '../../json/exact-number.js';
import type { AwsCall, FindWaitingLine, JudgeRequest, LocateCall } from '../aws-call.js';
import { mistakeInCall } from '../cassette/find-operation.js';
import type { RecordedCall } from '../cassette/write-entries.js';
import type { Upstream } from '../forward/upstream.js';
import { comparable } from '../matching/comparable.js';
import { inputOf } from '../protocols/shapes.js';
import type { RecognisedRequest } from '../recognise/recognise.js';
import { maxKeptCalls } from '../server/limits.js';
import type { AnswerSource, FindCallLine, GatewaySession } from '../server/session.js';
import { callLine } from './call-line.js';
import { inOrderOfStart } from './call-recording.js';
import type { CallsOutcome } from './calls-outcome.js';
import { type CallPlaces, type EventCalls, unansweredCode } from './event-calls.js';

/** What the calls of a sandbox have in common. */
export interface CallSurroundings {
  readonly account: string;
  readonly region: string;
  readonly upstream: Upstream;
  /** Replaces the secrets that are known in a text. */
  readonly redact: (text: string) => string;
  readonly judge?: JudgeRequest;
  readonly isNotable?: GatewaySession['isNotable'];
  readonly locate?: LocateCall;
  readonly ofFunction?: CallPlaces['ofFunction'];
  readonly findLine?: FindWaitingLine;
}

/** The calls of one function, in one invocation for an event. */
export class CallSession {
  readonly session: GatewaySession;
  readonly #event: EventCalls;
  readonly #locate: LocateCall;
  readonly #calls: RecordedCall[] = [];
  #omitted = 0;

  /** @param siblings answers invocations of the service's other functions, where these are run here */
  constructor(
    event: EventCalls,
    { account, region, upstream, redact, judge, isNotable, locate, ofFunction, findLine }: CallSurroundings,
    siblings: AnswerSource | undefined,
  ) {
    this.#event = event;
    event.alsoRedact(redact);
    this.#locate = remembering(locate ?? (async () => undefined));
    this.session = {
      account,
      region,
      ...(judge === undefined ? {} : { judge }),
      ...(isNotable === undefined ? {} : { isNotable }),
      ...(findLine === undefined ? {} : { findLine: atMost(maxAskedLines, (call) => findLine(call, this.#locate)) }),
      sources: event.sources(siblings, { locate: this.#locate, ofFunction }),
      last: event.isOffline
        ? { kind: 'refuse', explain: () => ({ code: unansweredCode, message: '' }) }
        : { kind: 'forward', upstream },
      onCall: (call, recognised) => this.#keep(call, recognised),
    };
  }

  /** Ends the invocation. */
  async end(): Promise<CallsOutcome> {
    const inOrder: RecordedCall[] = [];
    for (const recorded of inOrderOfStart(this.#calls)) {
      inOrder.push({ ...recorded, call: await this.#located(recorded.call) });
    }
    const recognised = new Map(inOrder.map((recorded) => [recorded.call, recorded.recognised]));
    const { cleaning } = this.#event;
    return {
      calls: inOrder.map(({ call }) => call),
      omittedCalls: this.#omitted,
      diagnostics: [],
      lines: (about, more = () => ({})) =>
        inOrder.map((recorded, index) => callLine(recorded, about, more(index), cleaning)).join(''),
      mistakeIn: mistakeInCall,
      membersFor: (call, pattern) => membersFor(recognised.get(call), call, pattern),
    };
  }

  /** A call with the line that made it. */
  async #located(call: AwsCall): Promise<AwsCall> {
    if (call.trace === undefined) return call;
    const location = await this.#locate(call.trace);
    return location === undefined ? call : { ...call, location };
  }

  #keep(call: AwsCall, recognised: RecognisedRequest): void {
    this.#event.keep({ call, recognised });
    if (this.#calls.length < maxKeptCalls) this.#calls.push({ call, recognised });
    else this.#omitted += 1;
  }
}

/** How often the processes of one event are asked for a line: calls in a loop have the same. */
const maxAskedLines = 20;

function atMost(times: number, findLine: FindCallLine): FindCallLine {
  let left = times;
  return async (call) => {
    left -= 1;
    return left < 0 ? undefined : findLine(call);
  };
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
