import { nearestName } from '../diagnostics/nearest-name.js';
import { UserError } from '../diagnostics/user-error.js';
import { parameterFilePrefix, parametersInText } from '../service/sam/parameter-overrides.js';
import { aliases, type FlagName, flag, flags, ignoredFlags } from './flags.js';

/** The command line, by the names of its flags. */
export interface Options {
  readonly values: Readonly<Partial<Record<FlagName, string>>>;
  /** Flags with NAME=VALUE, which may be repeated; the last value of a name wins. */
  readonly env: Readonly<Record<string, string>>;
  readonly param: Readonly<Record<string, string>>;
  readonly opt: Readonly<Record<string, string>>;
  readonly variable: Readonly<Record<string, string>>;
  readonly layer: Readonly<Record<string, string>>;
  /** What `--parameter-overrides` names of files: `file://` and a path. */
  readonly parameterFiles: readonly string[];
  /** Flags without a value that were given. */
  readonly switches: ReadonlySet<FlagName>;
  /** Flags of the Serverless Framework that mean nothing here, as they were given. */
  readonly ignored: readonly string[];
}

/**
 * Reads the command line. `--flag value`, `--flag=value`, `-f value` and `-fvalue` are the same; leading `invoke local`
 * is passed over.
 * @param onArgument takes what is no flag; by default that is the function, as of `sam local invoke`
 * @throws UserError where a flag is unknown, has no value, or has one that it cannot have.
 */
export function parseOptions(argv: readonly string[], onArgument?: (argument: string) => void): Options {
  const values: Partial<Record<FlagName, string>> = {};
  const pairs = { env: record(), param: record(), opt: record(), variable: record(), layer: record() };
  const switches = new Set<FlagName>();
  const ignored: string[] = [];
  const parameterFiles: string[] = [];
  const rest = [...withoutCommand(argv)];

  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (!argument.startsWith('-') || argument === '-') {
      if (onArgument !== undefined) onArgument(argument);
      else if (values.function === undefined && argument !== '-') values.function = argument;
      else refuseArgument(argument);
      continue;
    }
    const { written, inline } = split(argument);
    const ignoredFlag = ignoredFlags[written];
    if (ignoredFlag !== undefined) {
      ignored.push(written);
      if (ignoredFlag.takesValue && inline === undefined) valueAfter(written, rest);
      continue;
    }
    const name = flagNames.get(written);
    if (name === undefined) throw unknownFlag(written);
    if (flag(name).kind === 'switch') {
      // The Serverless Framework's `--debug` takes a value, such as `--debug=*`.
      if (inline !== undefined && name !== 'debug' && inline !== 'true' && inline !== 'false')
        throw notASwitchValue(written, inline);
      if (inline === 'false') switches.delete(name);
      else switches.add(name);
      continue;
    }
    const value = inline ?? valueAfter(written, rest);
    if (written === '-e' && !value.includes('=')) {
      // Of SAM, `-e` names the file with the event, and `-` is standard input.
      if (value !== '-') values.path = value;
      continue;
    }
    if (written === '--parameter-overrides') {
      const given = [value, ...valuesAfter(rest)];
      const isFile = (text: string): boolean => text.startsWith(parameterFilePrefix);
      parameterFiles.push(...given.filter(isFile));
      Object.assign(pairs.param, overrides(given.filter((text) => !isFile(text))));
      continue;
    }
    if (name === 'env' || name === 'param' || name === 'opt' || name === 'variable' || name === 'layer')
      assign(pairs[name], written, value);
    else values[name] = value;
  }
  return { values, ...pairs, parameterFiles, switches, ignored };
}

const flagNames = new Map<string, FlagName>(
  (Object.keys(flags) as FlagName[]).flatMap((name) => {
    const { short } = flag(name);
    return [[`--${name}`, name] as const, ...(short === undefined ? [] : [[`-${short}`, name] as const])];
  }),
);
for (const [written, name] of Object.entries(aliases)) flagNames.set(written, name);

function withoutCommand(argv: readonly string[]): readonly string[] {
  if (argv[0] === 'local' && argv[1] === 'invoke') return argv.slice(2);
  if (argv[0] !== 'invoke') return argv;
  if (argv[1] === 'local') return argv.slice(2);
  throw new UserError({
    code: 'argument-unexpected',
    message: `"invoke${argv[1] === undefined || argv[1].startsWith('-') ? '' : ` ${argv[1]}`}" is not a command here.`,
    hint: 'Write `invoke-local -f NAME`, or `invoke-local invoke local -f NAME`.',
  });
}

/** `--flag=value` and `-fvalue` in their parts. */
function split(argument: string): { written: string; inline?: string } {
  if (!argument.startsWith('--')) {
    const written = argument.slice(0, 2);
    const value = argument.slice(2);
    return value === '' ? { written } : { written, inline: value.replace(/^=/, '') };
  }
  const equals = argument.indexOf('=');
  if (equals === -1) return { written: argument };
  return { written: argument.slice(0, equals), inline: argument.slice(equals + 1) };
}

function valueAfter(written: string, rest: string[]): string {
  const [next] = rest;
  if (next !== undefined && !isFlag(next)) {
    rest.shift();
    return next;
  }
  throw new UserError({
    code: 'flag-without-value',
    message: `The flag ${written} needs a value${next === undefined ? '' : `, and ${next} follows`}.`,
    hint:
      next === undefined
        ? undefined
        : `Where "${next}" is the value, write ${written}=${next} (or ${written}${next} for a short flag).`,
  });
}

/** The arguments up to the next flag. */
function valuesAfter(rest: string[]): string[] {
  const values: string[] = [];
  for (let next = rest[0]; next !== undefined && !isFlag(next); next = rest[0]) {
    values.push(next);
    rest.shift();
  }
  return values;
}

/** @throws UserError where they are no parameters */
function overrides(given: readonly string[]): Record<string, string> {
  const values = given.map(parametersInText);
  if (!values.includes(undefined)) return Object.assign({}, ...values);
  throw new UserError({
    code: 'flag-value-invalid',
    message: `The flag --parameter-overrides takes NAME=VALUE, and "${given.join(' ')}" was given.`,
    hint: 'Or write ParameterKey=NAME,ParameterValue=VALUE, or file://FILE.',
  });
}

/** Whether an argument is a flag of ours, rather than a value that starts with a dash. */
function isFlag(argument: string): boolean {
  const written = argument.startsWith('--') ? split(argument).written : argument;
  return flagNames.has(written) || Object.hasOwn(ignoredFlags, written);
}

function record(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

function assign(pairs: Record<string, string>, written: string, pair: string): void {
  const equals = pair.indexOf('=');
  if (equals < 1) {
    throw new UserError({
      code: 'assignment-malformed',
      message: `The flag ${written} takes NAME=VALUE, and "${pair}" ${equals === -1 ? 'has no "="' : 'has no name'}.`,
    });
  }
  pairs[pair.slice(0, equals)] = pair.slice(equals + 1);
}

function notASwitchValue(written: string, value: string): UserError {
  return new UserError({
    code: 'flag-value-invalid',
    message: `The flag ${written} takes no value, and "${value}" was given.`,
    hint: `Write ${written} alone, or ${written}=true or ${written}=false.`,
  });
}

function refuseArgument(argument: string): never {
  throw new UserError({
    code: 'argument-unexpected',
    message: `Unexpected argument "${argument}".`,
    hint: `Values belong to flags: -f ${argument} names a function, -d ${argument} passes data. See --help.`,
  });
}

function unknownFlag(written: string): UserError {
  const nearest = nearestName(
    written,
    [...flagNames.keys(), ...Object.keys(ignoredFlags)].filter((name) => name.startsWith('--')),
  );
  return new UserError({
    code: 'flag-unknown',
    message: `Unknown flag ${written}.`,
    hint: nearest === undefined ? 'See --help.' : `Did you mean ${nearest}? See --help.`,
  });
}
