import type { Diagnostic, ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { isReserved } from '../environment/reserved.js';
import type { LambdaFunction, OriginKey } from '../function/lambda-function.js';
import { parseRuntime } from '../function/runtimes.js';
import {
  blockedRuntimeText,
  constraintText,
  environmentSizeText,
  lengthConstraint,
  patternConstraint,
  unknownRuntimeText,
} from './deploy-errors.js';
import { creatableRuntimes, isPast, lifecyclesAsOf, runtimeLifecycle } from './runtime-lifecycle.js';

/** The API's limits (API reference, `CreateFunction` and `Environment`; "Lambda quotas"). */
const longestName = 64;
const longestHandler = 128;
const maxEnvironmentBytes = 4096;

/** Something that a deploy would refuse, although the function runs here. */
interface Refusal {
  readonly origin: OriginKey;
  readonly code: string;
  readonly problem: string;
  /** Which deploys the API refuses; absent where it refuses every one. */
  readonly which?: string;
  /** What the API answers. */
  readonly answer: string;
  readonly hint: string;
  /** Set where the same may be refused of other functions. */
  readonly about?: Diagnostic['about'];
}

/**
 * Reports what a deploy of the function would refuse, each once and at its place, in the words of the Lambda API.
 * @param now when the deploy would be
 */
export async function reportRefusals(fn: LambdaFunction, report: ReportDiagnostic, now = new Date()): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  for (const { origin, code, problem, which = 'A deploy', answer, hint, about } of refusalsOf(fn, today)) {
    const location = await fn.origin(origin);
    const message = `${problem} ${which} would fail: "${answer}"`;
    const diagnostic: Diagnostic = {
      severity: 'warning',
      code,
      message,
      hint,
      ...(about === undefined ? {} : { about }),
    };
    report(location === undefined ? diagnostic : { ...diagnostic, location });
  }
}

function* refusalsOf(fn: LambdaFunction, today: string): Generator<Refusal> {
  const { key, name, handler, environment } = fn;
  if (name.length > longestName) {
    yield {
      origin: 'function',
      code: 'function-name-refused',
      problem: `The name of ${key} in AWS has ${name.length} characters; Lambda allows ${longestName}.`,
      answer: constraintText('functionName', name, lengthConstraint(longestName)),
      hint: 'Shorten the name of the service, of the stage or of the function, or give the function a name of its own.',
    };
  } else if (!/^[a-zA-Z0-9-_]+$/.test(name)) {
    yield {
      origin: 'function',
      code: 'function-name-refused',
      problem: `The name of ${key} in AWS, ${name}, has characters that Lambda does not allow.`,
      answer: constraintText('functionName', name, patternConstraint('[a-zA-Z0-9-_]+')),
      hint: 'A name has letters, digits, hyphens and underscores.',
    };
  }
  if (handler.length > longestHandler) {
    yield {
      origin: 'handler',
      code: 'handler-refused',
      problem: `The handler of ${key} has ${handler.length} characters; Lambda allows ${longestHandler}.`,
      answer: constraintText('handler', handler, lengthConstraint(longestHandler)),
      hint: 'Move the file, so that its path is shorter.',
    };
  } else if (/\s/.test(handler)) {
    yield {
      origin: 'handler',
      code: 'handler-refused',
      problem: `The handler of ${key} has white space in it.`,
      answer: constraintText('handler', handler, patternConstraint('[^\\s]+')),
      hint: 'Rename the file or its folder.',
    };
  }
  const runtime = runtimeRefusal(fn, today);
  if (runtime !== undefined) yield runtime;
  const variables = Object.entries(environment).filter(([, value]) => value !== null);
  const refused = variables.map(([variable]) => variable).filter((name) => !isAllowed(name) && !isReserved(name));
  const [first] = refused;
  if (first !== undefined) {
    const pattern = patternConstraint('[a-zA-Z]([a-zA-Z0-9_])+');
    const problem =
      refused.length === 1
        ? `The variable ${first} of ${key} has a name that Lambda does not allow.`
        : `The variables ${listed(refused)} of ${key} have names that Lambda does not allow.`;
    yield {
      origin: `environment.${first}`,
      code: 'environment-name-refused',
      problem,
      answer: constraintText(
        'environment.variables',
        `{${refused.map((name) => `${name}=…`).join(', ')}}`,
        `Map keys must satisfy constraint: [${pattern}]`,
      ),
      hint: 'A name begins with a letter and has two or more letters, digits and underscores.',
    };
  }
  const bytes = Buffer.byteLength(JSON.stringify(Object.fromEntries(variables)));
  if (bytes > maxEnvironmentBytes) {
    yield {
      origin: 'environment',
      code: 'environment-size-refused',
      problem: `The environment of ${key} has ${bytes} bytes, that of the provider included; Lambda allows ${maxEnvironmentBytes}.`,
      answer: environmentSizeText,
      hint: `The largest are ${largest(variables)}. Move what is large to a file or to the Parameter Store.`,
    };
  }
}

/** Whether Lambda allows a variable of this name. */
function isAllowed(name: string): boolean {
  return /^[a-zA-Z]\w+$/.test(name);
}

/** A runtime that Lambda never had, or that new functions can no longer use. */
function runtimeRefusal({ key, runtime }: LambdaFunction, today: string): Refusal | undefined {
  const known = runtimeLifecycle(runtime);
  if (known !== undefined && !isPast(known.createBlocked, today)) return undefined;
  const creatable = creatableRuntimes(today);
  const language = parseRuntime(runtime)?.language;
  const ofLanguage = creatable.filter((name) => parseRuntime(name)?.language === language);
  const place = {
    origin: 'runtime',
    code: 'runtime-refused',
    about: { function: key, shared: runtime },
    hint: `New functions can use ${listed(ofLanguage)}.`,
  } as const;
  if (known === undefined) {
    const problem = `The runtime of ${key}, ${runtime}, does not exist in Lambda (as of ${lifecyclesAsOf}).`;
    return { ...place, problem, answer: unknownRuntimeText(runtime, creatable) };
  }
  const { createBlocked, updateBlocked } = known;
  const answer = blockedRuntimeText(runtime);
  const since = `Lambda creates no functions of ${runtime} since ${createBlocked}`;
  if (isPast(updateBlocked, today)) {
    return { ...place, problem: `${since}, and updates none since ${updateBlocked}.`, answer };
  }
  const until = updateBlocked === undefined ? '' : `, and will update none from ${updateBlocked} on`;
  return { ...place, problem: `${since}${until}.`, which: `A deploy that creates ${key}`, answer };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function largest(variables: readonly (readonly [string, string | null])[]): string {
  const sized = variables.map(([name, value]) => ({ name, bytes: Buffer.byteLength(value ?? '') }));
  sized.sort((one, other) => other.bytes - one.bytes);
  return sized
    .slice(0, 3)
    .map(({ name, bytes }) => `${name} (${bytes} bytes)`)
    .join(', ');
}
