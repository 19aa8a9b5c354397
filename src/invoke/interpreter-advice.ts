import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';
import { runtimeLifecycle } from '../lambda/deploy/runtime-lifecycle.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { type DeclaredRuntime, type Language, languageTitle, parseRuntime } from '../lambda/function/runtimes.js';
import { matches } from '../lambda/interpreter/candidate.js';
import type { OutcomeFacts } from '../lambda/sandbox/outcome.js';
import type { RuntimeNotFoundError } from '../lambda/sandbox/process/runtime-not-found.js';

const onPathOrInCache = "on PATH or in the runner's tool cache";

/** For each language with an interpreter: where it is looked for, by which names, and the action that installs it. */
const interpreters: Readonly<
  Record<
    Exclude<Language, 'custom'>,
    {
      readonly programs: (version: string) => string;
      readonly places: string;
      readonly action: string;
      readonly input: string;
      readonly more?: string;
    }
  >
> = {
  nodejs: { programs: () => 'node', places: onPathOrInCache, action: 'actions/setup-node', input: 'node-version' },
  python: {
    programs: (version) => `python${version}, python3 or python`,
    places: "on PATH, in a virtual environment of the service or in the runner's tool cache",
    action: 'actions/setup-python',
    input: 'python-version',
  },
  java: {
    programs: () => 'java',
    places: "in JAVA_HOME, on PATH, in the runner's tool cache or among the system's JVMs",
    action: 'actions/setup-java',
    input: 'java-version',
    more: '"distribution: corretto"',
  },
  ruby: {
    programs: (version) => `ruby${version} or ruby`,
    places: onPathOrInCache,
    action: 'ruby/setup-ruby',
    input: 'ruby-version',
  },
};

/** How to get the interpreter that a function declares. */
export function setUpHint({ language, version }: DeclaredRuntime): string {
  if (language === 'custom') return 'Leave the interpreter option out: the function brings its own program.';
  const { action, input, more } = interpreters[language];
  return `Add a step "uses: ${action}" with "${input}: '${version}'"${more === undefined ? '' : ` and ${more}`} before this one, or name one with the interpreter option.`;
}

/** The error for a function's runtime without any interpreter. */
export async function interpreterMissing(fn: LambdaFunction, declared: DeclaredRuntime): Promise<UserError> {
  const { language, version } = declared;
  const { programs, places } =
    language === 'custom' ? { programs: () => 'program', places: onPathOrInCache } : interpreters[language];
  return new UserError({
    code: 'interpreter-missing',
    message: `No interpreter for ${fn.runtime} was found: there is no ${programs(version)} ${places}.`,
    hint: setUpHint(declared),
    location: await fn.origin('runtime'),
  });
}

/**
 * What ran the handler: what was known before the start, else read from the `User-Agent`. Our bootstrap's
 * `invoke-local-node/20.20.2` becomes `node 20.20.2`; for AWS's own clients it is the first word, such as
 * `aws-lambda-go/go1.26.0`. Other clients' values say nothing about a runtime.
 */
export function interpreterOf({
  interpreter,
  userAgent,
}: Pick<OutcomeFacts, 'interpreter' | 'userAgent'>): string | undefined {
  if (interpreter !== undefined) return interpreter;
  const match = /^invoke-local-(\w+)\/(\S+)/.exec(userAgent ?? '');
  if (match !== null) return `${match[1]} ${match[2]}`;
  return /^aws[-_]lambda[-_]\S+/i.exec(userAgent ?? '')?.[0];
}

/**
 * The warning that a function ran on another version than it declares.
 * @param isGiven whether the caller named the interpreter
 */
export async function versionMismatch(
  fn: LambdaFunction,
  interpreter: string | undefined,
  isGiven: boolean,
): Promise<Diagnostic | undefined> {
  const declared = parseRuntime(fn.runtime);
  const version = interpreter?.split(' ')[1];
  if (declared === undefined || version === undefined || matches(version, declared.version)) return undefined;
  // A runtime that Lambda never had is a warning of its own, and no interpreter can be set up for it.
  if (runtimeLifecycle(fn.runtime) === undefined) return undefined;
  const name = languageTitle(declared.language);
  const location = await fn.origin('runtime');
  return {
    severity: 'warning',
    code: 'interpreter-version',
    about: { function: fn.key, shared: `${fn.runtime} ${version}` },
    message: `${fn.key} declares ${fn.runtime}, but ran on ${name} ${version}${isGiven ? ', which the interpreter option names' : `: no ${name} ${declared.version} was found`}.`,
    hint: isGiven ? `Name a ${name} ${declared.version}, or leave the option out.` : setUpHint(declared),
    ...(location === undefined ? {} : { location }),
  };
}

/** The error if no candidate was an interpreter, with what each of them printed. */
export async function noUsableInterpreter(fn: LambdaFunction, { attempts }: RuntimeNotFoundError): Promise<UserError> {
  const tried = attempts.map(({ command, end, output }) => {
    const how = end.kind === 'launch' ? end.reason : `ended with ${end.kind === 'exit' ? end.code : end.signal}`;
    const said = output.trim().split('\n')[0];
    return `${command} (${how}${said ? `: ${said}` : ''})`;
  });
  const declared = parseRuntime(fn.runtime);
  return new UserError({
    code: 'interpreter-unusable',
    message: `No interpreter for ${fn.runtime} could be started. Tried ${tried.join(', ')}.`,
    hint: declared === undefined ? undefined : setUpHint(declared),
    location: await fn.origin('runtime'),
  });
}
