import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { AwsError, AwsRequest, LocateCall } from '../aws-call.js';
import type { Cleaning } from '../cassette/cleaned.js';
import { readEntries } from '../cassette/read-entries.js';
import type { RecordedCall } from '../cassette/write-entries.js';
import type { RecognisedRequest } from '../recognise/recognise.js';
import type { AnswerSource, PlannedAnswer } from '../server/session.js';
import { Stubs } from '../stubs/stubs.js';
import { CallRecording } from './call-recording.js';
import { readStubFile } from './cassette-file.js';
import { untakenStatus } from './deliver.js';
import type { AwsPlan } from './plan.js';

/** Deliveries are not recorded: they differ each time, and nothing depends on their answers. */
function ofFunction(source: AnswerSource): AnswerSource {
  return (request, recognised) => (request.isDelivery === true ? undefined : source(request, recognised));
}

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
  readonly #stubs: Stubs;
  readonly #recording: CallRecording;
  readonly #ownsRecording: boolean;
  readonly #unanswered = new Map<string, Unanswered>();

  /**
   * @param recording that of all events of a server, whose end is not the event's; by default one of its own
   * @throws UserError where a cassette or a stub is wrong
   */
  constructor(plan: AwsPlan, recording?: CallRecording) {
    this.plan = plan;
    this.#ownsRecording = recording === undefined;
    this.#recording = recording ?? new CallRecording(plan);
    this.#stubs = new Stubs(
      plan.stubs.flatMap(({ file, text }) => (text === undefined ? readStubFile(file) : readEntries(text, file))),
    );
  }

  /** What recordings and reports leave out. */
  get cleaning(): Cleaning {
    return this.#recording.cleaning;
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
    const { player } = this.#recording;
    return [
      this.#stubs.answer,
      ...(siblings === undefined ? [] : [siblings]),
      ...(player === undefined ? [] : [ofFunction(player.answer)]),
      ...(this.isOffline ? [this.#refuseWith(places)] : []),
    ];
  }

  /** Keeps from recordings the secrets that another function of the event knows. */
  alsoRedact(redact: (text: string) => string): void {
    this.#recording.alsoRedact(redact);
  }

  /** Takes a call that is over. */
  keep(recorded: RecordedCall): void {
    this.#recording.keep(recorded);
  }

  /**
   * Ends the event: writes its cassette, where it is recorded.
   * @returns what is to be said of all its calls. An error means that the invocation can't count as good
   * @throws UserError where the cassette can't be written
   */
  async end(): Promise<readonly Diagnostic[]> {
    return [...(await this.#unansweredFindings()), ...(this.#ownsRecording ? this.#recording.end() : [])];
  }

  /** The last of the sources where no call leaves: it fails, and says why. */
  #refuseWith({ locate, ofFunction }: CallPlaces): AnswerSource {
    return async (request, recognised): Promise<PlannedAnswer> => {
      if (request.isDelivery === true) return { by: 'stub', content: { members: {} }, status: untakenStatus };
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
    const { player } = this.#recording;
    if (player === undefined) {
      const why = this.plan.mode === 'none' ? '`aws` is `none`, so no call leaves' : 'no call leaves';
      return {
        code: unansweredCode,
        message: `invoke-local has no answer to ${name}: ${why}, and no stub matches. ${record}`,
      };
    }
    const which = `invoke-local has no answer to ${name} in ${displayPath(this.plan.cassette)}`;
    return { code: unansweredCode, message: `${which}. ${player.explain(request, recognised)} ${record}` };
  }

  /** A call that a handler made and nobody answered: where calls are replayed, nothing can be said of what it would do. */
  async #unansweredFindings(): Promise<Diagnostic[]> {
    const isReplay = this.#recording.player !== undefined;
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
}
