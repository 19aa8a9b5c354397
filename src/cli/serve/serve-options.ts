import { UserError } from '../../diagnostics/user-error.js';
import { type FlagName, flag } from '../flags.js';
import { type Options, parseOptions } from '../options.js';

/** The command line of `invoke-local serve`. */
export interface ServeOptions {
  /** What it has in common with an invocation. */
  readonly shared: Options;
  /** 0 for a free one. */
  readonly port: number;
  /** How many invocations run at a time. */
  readonly concurrency: number;
}

/** As many as a new account of AWS may run ("Lambda quotas"). */
const defaultConcurrency = 10;

/** Flags of an invocation that say which event there is, or what becomes of its result. */
const ofInvocations: readonly FlagName[] = [
  'function',
  'data',
  'path',
  'event',
  'event-source',
  'context',
  'contextPath',
  'stdin-timeout',
  'report-json',
  'report-junit',
  'report-html',
  'coverage',
];

/**
 * Reads the command line.
 * @throws UserError where a flag is unknown, means nothing for a server, or has a value that it can't have
 */
export function parseServeOptions(argv: readonly string[]): ServeOptions {
  const own = new Map<string, string>();
  const rest: string[] = [];
  const waiting = [...argv];
  for (let argument = waiting.shift(); argument !== undefined; argument = waiting.shift()) {
    const [, name = '', inline] = /^--(port|concurrency)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === '') rest.push(argument);
    else own.set(name, inline ?? waiting.shift() ?? '');
  }
  const shared = parseOptions(rest, (argument) => {
    throw new UserError({
      code: 'argument-unexpected',
      message: `Unexpected argument "${argument}".`,
      hint: 'All functions of the service are served: none is named. See `invoke-local serve --help`.',
    });
  });
  const unshared = ofInvocations.find((name) => shared.values[name] !== undefined);
  if (unshared !== undefined) {
    throw new UserError({
      code: 'flag-of-invocations',
      message: `The flag --${unshared} belongs to a single invocation, and a server gets its events from outside.`,
      hint: flag(unshared).kind === 'value' ? 'Leave it out, or run `invoke-local` without `serve`.' : undefined,
    });
  }
  return {
    shared,
    port: wholeNumber('port', own.get('port') ?? '0', 0, 65_535),
    concurrency: wholeNumber('concurrency', own.get('concurrency') ?? String(defaultConcurrency), 1, 1000),
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UserError({
    code: 'flag-value-invalid',
    message: `The flag --${name} takes a whole number from ${least} to ${most.toLocaleString('en')}, and "${text}" was given.`,
  });
}
