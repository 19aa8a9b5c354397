import { UserError } from '../../diagnostics/user-error.js';
import type { ExactJson } from '../../json/exact-number.js';
import { isMatch } from '../../suite/expectations/match.js';
import type { Pattern } from '../../suite/expectations/pattern.js';
import { PatternMistake, readPattern } from '../../suite/expectations/read-pattern.js';
import { callName, type Entry } from '../cassette/entry.js';
import { comparable } from '../matching/comparable.js';
import { inputOf } from '../protocols/shapes.js';
import type { AnswerSource } from '../server/session.js';

interface Stub {
  readonly entry: Entry;
  readonly name: string;
  readonly pattern: Pattern | undefined;
  used: number;
}

/** Answers calls with what was written by hand: the first stub whose patterns a call matches, with its answers in turn. */
export class Stubs {
  readonly #stubs: readonly Stub[];

  /** @throws UserError where a pattern is malformed */
  constructor(entries: readonly Entry[]) {
    this.#stubs = entries.map((entry) => ({ entry, name: callName(entry), pattern: patternOf(entry), used: 0 }));
  }

  readonly answer: AnswerSource = ({ service, operation, members }, recognised) => {
    const name = `${service}:${operation}`;
    const shape = inputOf(recognised.model, recognised.operation);
    const stub = this.#stubs.find(
      ({ name: of, pattern, entry }) =>
        of === name &&
        (pattern === undefined || isMatch(pattern, comparable(recognised.model, shape, members, entry.request))),
    );
    const answer = stub?.entry.answers[Math.min(stub.used, stub.entry.answers.length - 1)];
    if (stub === undefined || answer === undefined) return undefined;
    stub.used += 1;
    return { ...answer, by: 'stub' };
  };

  /** The stubs that no call has matched. */
  get unused(): readonly Entry[] {
    return this.#stubs.filter(({ used }) => used === 0).map(({ entry }) => entry);
  }
}

function patternOf({ request, location }: Entry): Pattern | undefined {
  if (request === undefined) return undefined;
  try {
    return readPattern(request as ExactJson, { exact: false });
  } catch (error) {
    if (!(error instanceof PatternMistake)) throw error;
    const where = error.path.length === 0 ? '' : ` at \`${error.path.join('.')}\``;
    throw new UserError({
      code: 'aws-calls-file',
      message: `The request of a stub is wrong${where}: ${error.message}.`,
      hint: error.hint,
      location,
    });
  }
}
