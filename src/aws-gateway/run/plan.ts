import type { MatchRules } from '../cassette/player.js';

/**
 * Whether calls go to AWS. `record`: they do, and are written down. `replay`: what was written down answers. `none`: no call
 * leaves. `forward`: they do, and stubs come first.
 */
export type AwsMode = (typeof awsModes)[number];

/** The words for it. */
export const awsModes = ['record', 'replay', 'none', 'forward'] as const;

/** Stubs in a file, or in a text that was given. */
export interface StubText {
  /** The file that it is in, absolute; for a text that was given, where it was. */
  readonly file: string;
  /** Absent where the file is still to be read. */
  readonly text?: string;
}

/** What the caller says of calls to AWS: all of it may be left out. */
export interface AwsAsk {
  readonly mode?: AwsMode;
  /** Absolute. */
  readonly cassette?: string;
  readonly stubs?: readonly StubText[];
  readonly match?: MatchRules;
  readonly redact?: readonly string[];
  readonly strict?: boolean;
  readonly siblings?: boolean;
}

/** How the calls of one event are answered. */
export interface AwsPlan {
  readonly mode: AwsMode;
  /** The file with the recorded calls. Absolute. */
  readonly cassette: string;
  readonly stubs: readonly StubText[];
  readonly match: MatchRules;
  /** Further members that recordings leave out. */
  readonly redact: readonly string[];
  /** Whether recorded calls have to be made. */
  readonly strict: boolean;
  /** Whether other functions of the service are run here where they are invoked. */
  readonly siblings: boolean;
}
