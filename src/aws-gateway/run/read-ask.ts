import { resolve } from 'node:path';
import { parse } from 'yaml';
import { UserError } from '../../diagnostics/user-error.js';
import { type Fail, readAskMembers, readMode } from './ask-members.js';
import type { AwsAsk, StubText } from './plan.js';

/** What the caller has written of calls to AWS, not yet read. */
export interface WrittenAsk {
  /** A word, or a mapping in YAML. */
  readonly aws?: string;
  /** A path. */
  readonly cassette?: string;
  /** Paths, one a line, or the stubs themselves in YAML. */
  readonly stubs?: string;
  /** Whether other functions of the service are run here where they are invoked. They are, unless it is said otherwise. */
  readonly siblings?: boolean;
  /** What paths start from. Absolute. */
  readonly folder: string;
  /** How the three are called in messages, such as ``the input `aws` ``. */
  readonly named: (name: 'aws' | 'cassette' | 'stubs') => string;
}

/** @throws UserError where something of it is wrong */
export function readWrittenAsk({ aws, cassette, stubs, siblings, folder, named }: WrittenAsk): AwsAsk {
  const fail = (what: 'aws' | 'cassette' | 'stubs', message: string, hint?: string): never => {
    const text = `${named(what)} ${message}.`;
    throw new UserError({ code: 'aws-input', message: text.charAt(0).toUpperCase() + text.slice(1), hint });
  };
  const written = aws === undefined ? {} : readAws(aws, folder, (message, hint) => fail('aws', message, hint));
  return {
    ...written,
    ...(cassette === undefined ? {} : { cassette: resolve(folder, cassette) }),
    ...(stubs === undefined ? {} : { stubs: [...readStubs(stubs, folder, named('stubs')), ...(written.stubs ?? [])] }),
    ...(siblings === undefined ? {} : { siblings }),
  };
}

function readAws(text: string, folder: string, fail: Fail): AwsAsk {
  const word = text.trim();
  if (/^[\w-]+$/.test(word)) return { mode: readMode(word, fail) };
  try {
    return readAskMembers(parse(text) as unknown, folder, fail);
  } catch (error) {
    if (error instanceof UserError) throw error;
    return fail(`is no YAML: ${(error as Error).message.split('\n', 1)[0]}`);
  }
}

/** A text with stubs: paths, one a line, unless it is YAML with calls. */
function readStubs(text: string, folder: string, where: string): StubText[] {
  if (/^\s*(?:-\s+|\{\s*)?"?service"?\s*:/m.test(text)) return [{ file: where, text }];
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((path) => ({ file: resolve(folder, path) }));
}
