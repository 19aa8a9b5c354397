import type { AwsRequest, Members } from '../aws-call.js';
import { canonical, differencesOf, membersAt } from '../matching/canonical.js';
import { hasLeftOut, isAsRecorded } from '../matching/left-out.js';
import { inputOf } from '../protocols/shapes.js';
import type { RecognisedRequest } from '../recognise/recognise.js';
import type { AnswerSource } from '../server/session.js';
import { type Cleaning, cleaned } from './cleaned.js';
import { callName, type Entry } from './entry.js';
import { significantRequest } from './insignificant.js';
import { isCall } from './left-out-paths.js';
import { stable } from './volatile.js';
import { fromWritten, type Written } from './written-values.js';

/** Which members count when a call is compared with the recorded ones: by call, such as `s3:PutObject`, `s3:*` or `*`. */
export type MatchRules = Readonly<Record<string, readonly string[]>>;

interface Recording {
  readonly entry: Entry;
  readonly name: string;
  readonly request: Members;
  /** The request as text: as it is, and without what differs from run to run. */
  readonly exact: string;
  readonly alike: string;
  /** Whether something is left out of it, which may be anything in a call. */
  readonly hasLeftOut: boolean;
  isUsed: boolean;
}

/** Answers calls with recorded ones, each once and in their order. */
export class Player {
  readonly #recordings: readonly Recording[];
  readonly #rules: MatchRules;
  readonly #cleaning: Cleaning;
  readonly #repeats: boolean;

  /** @param repeats whether the last of equal calls answers from then on */
  constructor(entries: readonly Entry[], rules: MatchRules, cleaning: Cleaning, repeats = false) {
    this.#rules = rules;
    this.#repeats = repeats;
    this.#cleaning = cleaning;
    this.#recordings = entries.map((entry) => {
      const { model, operation } = entry;
      const name = callName(entry);
      const shape = inputOf(model, operation);
      const read = fromWritten(model, shape, (entry.request ?? {}) as Record<string, Written>);
      const request = this.#counting(name, significantRequest(model, shape, read));
      const [exact, alike] = [canonical(request), canonical(stable(request))];
      return { entry, name, request, exact, alike, hasLeftOut: hasLeftOut(request), isUsed: false };
    });
  }

  /** Answers a call with the first recorded one that is equal and was not used yet, else with the first that is alike. */
  readonly answer: AnswerSource = (request, recognised) => {
    const name = `${request.service}:${request.operation}`;
    const asked = this.#asked(request, recognised);
    const free = (form: 'exact' | 'alike', text: string): Recording | undefined =>
      this.#recordings.find((recording) => !recording.isUsed && recording[form] === text && recording.name === name);
    const alike = canonical(stable(asked));
    const isAlike = (recording: Recording): boolean =>
      recording.name === name &&
      (recording.alike === alike || (recording.hasLeftOut && isAsRecorded(stable(recording.request), stable(asked))));
    const found =
      free('exact', canonical(asked)) ??
      free('alike', alike) ??
      this.#recordings.find((recording) => !recording.isUsed && isAlike(recording)) ??
      (this.#repeats ? this.#recordings.findLast(isAlike) : undefined);
    const [answer] = found?.entry.answers ?? [];
    if (found === undefined || answer === undefined) return undefined;
    found.isUsed = true;
    return { ...answer, by: 'recording' };
  };

  /** The recorded calls that were not made. */
  get unused(): readonly Entry[] {
    return this.#recordings.filter(({ isUsed }) => !isUsed).map(({ entry }) => entry);
  }

  /** In which a call that has no answer differs from the recorded ones, in one sentence. */
  explain(request: AwsRequest, recognised: RecognisedRequest): string {
    const name = `${request.service}:${request.operation}`;
    const asked = this.#asked(request, recognised);
    const same = this.#recordings.filter((recording) => recording.name === name);
    if (same.length === 0) {
      const others = [...new Set(this.#recordings.map((recording) => recording.name))];
      return others.length === 0 ? 'Nothing is recorded.' : `Recorded are only ${others.slice(0, 10).join(', ')}.`;
    }
    const differences = same.map((recording) => ({
      recording,
      found: differencesOf(stable(recording.request), stable(asked)),
    }));
    const [nearest] = differences.sort((a, b) => a.found.length - b.found.length);
    if (nearest === undefined || nearest.found.length === 0) {
      const times = same.length === 1 ? 'once' : `${same.length} times`;
      return `It is recorded ${times}, and was called once more.`;
    }
    const { line } = nearest.recording.entry.location;
    const shown = nearest.found
      .slice(0, 5)
      .map(({ path, recorded, called }) => `${path} was ${recorded} and is ${called}`);
    const more = nearest.found.length > shown.length ? `, and ${nearest.found.length - shown.length} more` : '';
    return `The nearest recorded one${line === undefined ? '' : ` (line ${line})`} differs: ${shown.join('; ')}${more}.`;
  }

  #asked(request: AwsRequest, { model, operation, operationName }: RecognisedRequest): Members {
    const shape = inputOf(model, operation);
    const significant = significantRequest(model, shape, request.members);
    const kept = cleaned(model, operationName, shape, significant, this.#cleaning);
    return this.#counting(`${request.service}:${request.operation}`, kept);
  }

  /** The members that count for a call. */
  #counting(name: string, members: Members): Members {
    const paths =
      this.#rules[name] ??
      Object.entries(this.#rules).find(([named]) => named !== '*' && isCall(named, name))?.[1] ??
      this.#rules['*'];
    return paths === undefined ? members : membersAt(members, paths);
  }
}
