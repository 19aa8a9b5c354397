import { displayLocation, displayPath } from '../../diagnostics/display-path.js';
import type { Credentials } from '../../identity/credentials.js';
import type { InvocationRequest } from '../../invoke/request.js';
import type { ResolvedInvocation } from '../../invoke/resolved-invocation.js';
import type { LambdaFunction, OriginKey } from '../../lambda/function/lambda-function.js';

/** What a verbose run says before the invocation: everything that was resolved, without the values of variables. */
export async function resolvedLines(
  { function: fn, taskRoot, environment, launches, containment, credentials }: ResolvedInvocation,
  request: InvocationRequest,
): Promise<string[]> {
  const rows: [string, string, (OriginKey | undefined)?][] = [
    ['function', `${fn.key} (${fn.name})`, 'function'],
    ['handler', fn.handler, 'handler'],
    ['runtime', fn.runtime, 'runtime'],
    ['memory', `${fn.memorySizeMiB} MB`, 'memorySize'],
    ['timeout', `${fn.timeoutMs / 1000} s`, 'timeout'],
    ['architecture', fn.architecture, 'architecture'],
    ['layers', fn.layers.map(layerText).join(', ') || 'none', fn.layers.length > 0 ? 'layers' : undefined],
    ['code', codeText(fn, taskRoot), fn.code.kind === 'zip' ? 'artifact' : undefined],
    ['stage', fn.stage],
    ['region', fn.region],
    ['interpreter', [...new Set(launches.map(({ command }) => command))].join(', or else ')],
    ['containment', containmentText(containment)],
    ['network', networkText(containment)],
    ['credentials', credentialsText(credentials)],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const settings = rows.map(async ([label, value, key]) => {
    const place = key === undefined ? '' : await placeText(fn, key);
    return `${label.padEnd(width)}  ${value}${place}`;
  });
  return [...(await Promise.all(settings)), ...environmentLines(environment, fn, request)];
}

function layerText({ name, code }: LambdaFunction['layers'][number]): string {
  return code.kind === 'elsewhere' ? `${name} (not here)` : name;
}

async function placeText(fn: LambdaFunction, key: OriginKey): Promise<string> {
  const location = await fn.origin(key);
  return location === undefined ? ' (default)' : ` (${displayLocation(location)})`;
}

function codeText({ code }: LambdaFunction, taskRoot: string): string {
  if (code.kind === 'inline') return `of the configuration, in ${displayPath(taskRoot)}`;
  return code.kind === 'folder'
    ? displayPath(code.folder)
    : `${displayPath(code.file)}, unpacked in ${displayPath(taskRoot)}`;
}

function containmentText(containment: ResolvedInvocation['containment']): string {
  if (containment === undefined || containment.kind === 'none') {
    return `none${containment === undefined ? '' : `, because ${containment.reason}`}`;
  }
  return containment.mechanism === 'sudo' ? 'by namespaces that sudo makes' : 'by namespaces of this user';
}

function networkText(containment: ResolvedInvocation['containment']): string {
  const isClosed = containment?.kind === 'rooms' && containment.withoutNetwork;
  return isClosed ? 'none but the Runtime API and the gateway to AWS' : 'that of this machine';
}

const sources: Readonly<Record<Exclude<Credentials['source'], 'profile' | 'session'>, string>> = {
  input: 'of the caller',
  environment: 'of the environment',
  service: "of the service's configuration",
};

function credentialsText(credentials: Credentials | undefined): string {
  if (credentials === undefined) return 'none';
  if (credentials.source === 'profile') return `of the profile ${credentials.profile ?? 'default'}`;
  if (credentials.source === 'session') return credentials.session ?? 'of a session';
  return sources[credentials.source];
}

/** The variables that Lambda sets itself, as we do in its place. */
const lambdaVariable =
  /^(?:_?AWS_|_HANDLER$|_X_AMZN|LAMBDA_|(?:TZ|LANG|PATH|LD_LIBRARY_PATH|NODE_PATH|PYTHONPATH|GEM_HOME|GEM_PATH|RUBYLIB|IS_LOCAL)$)/;

/** The names of the variables by who sets them. If two set the same one, the later one wins. */
function environmentLines(
  environment: ResolvedInvocation['environment'],
  fn: LambdaFunction,
  { environment: given, hostEnvironment: host }: InvocationRequest,
): string[] {
  const owner = (name: string): string => {
    if (Object.hasOwn(given, name)) return 'the caller';
    if (Object.hasOwn(fn.environment, name)) return 'the configuration';
    if (host[name] === environment[name]) return 'this environment';
    return lambdaVariable.test(name) ? 'Lambda' : 'a .env file';
  };
  const names = Object.keys(environment).sort();
  return ['the caller', 'the configuration', 'a .env file', 'this environment', 'Lambda'].flatMap((whose) => {
    const owned = names.filter((name) => owner(name) === whose);
    return owned.length === 0 ? [] : [`variables of ${whose}: ${owned.join(', ')}`];
  });
}
