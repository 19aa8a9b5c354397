import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { layerMountPoint, taskPathHere } from '../lambda/environment/layer-paths.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { parseRuntime } from '../lambda/function/runtimes.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';

/** An SDK of a function that knows no variable for the endpoint. */
interface UnseenSdk {
  /** Such as `botocore 1.29.0`. */
  readonly name: string;
  readonly advice: string;
}

/** Where an SDK is looked for. */
export interface SdkPlaces {
  readonly function: LambdaFunction;
  readonly placed: Pick<PlacedFunction, 'taskRoot' | 'layerRoot' | 'seen'>;
  /** The files that the code has loaded, as it sees their paths; none where its runtime does not tell. */
  readonly loaded: readonly string[];
}

/** The largest program that is searched, in bytes. */
const maxProgramBytes = 256 * 1024 * 1024;

/**
 * Says of a function that made no call through the gateway whether it has an SDK that goes past it: one that is older than
 * `AWS_ENDPOINT_URL` (AWS SDKs and tools reference guide, "Service-specific endpoints").
 */
export async function unseenSdk(places: SdkPlaces): Promise<Diagnostic | undefined> {
  const { function: fn } = places;
  const found = findSdk(places);
  if (found === undefined) return undefined;
  const location = await fn.origin('handler');
  return {
    severity: 'warning',
    code: 'aws-sdk-unseen',
    message: `${fn.key} has ${found.name}, which does not know AWS_ENDPOINT_URL: its calls to AWS, if it made some, went past the gateway, and none of them was seen.`,
    hint: found.advice,
    ...(location === undefined ? {} : { location }),
  };
}

function findSdk({ function: fn, placed, loaded }: SdkPlaces): UnseenSdk | undefined {
  switch (parseRuntime(fn.runtime)?.language) {
    case 'python':
      return ofPython(loaded, placed);
    case 'ruby':
      return ofRuby(loaded, placed);
    case 'java':
      return ofJava(placed.taskRoot);
    case 'custom':
      return ofProgram(join(placed.taskRoot, 'bootstrap'));
    default:
      // In Node.js, requests to AWS's own hosts go to the gateway, whatever the SDK.
      return undefined;
  }
}

/** The first versions that know the variable, by the files of the packages themselves. */
const firstBotocore = [1, 31];
const firstJavaCore = [2, 28];

function ofPython(loaded: readonly string[], placed: SdkPlaces['placed']): UnseenSdk | undefined {
  const file = loaded.find((path) => /[\\/]botocore[\\/]__init__\.py$/.test(path));
  const [, version] = /^__version__ = ['"]([\d.]+)/m.exec(textOf(file, placed)) ?? [];
  if (version === undefined || !isBefore(version, firstBotocore)) return undefined;
  return {
    name: `botocore ${version}`,
    advice:
      'Use boto3 1.28 or later, with botocore 1.31, or give its clients `endpoint_url=os.environ["AWS_ENDPOINT_URL"]`.',
  };
}

function ofRuby(loaded: readonly string[], placed: SdkPlaces['placed']): UnseenSdk | undefined {
  const file = loaded.find((path) => /[\\/]aws-sdk-core[\\/]plugins[\\/]regional_endpoint\.rb$/.test(path));
  if (file === undefined) return undefined;
  const text = textOf(file, placed);
  if (text === '' || /ENDPOINT_URL/i.test(text)) return undefined;
  const [, version] = /aws-sdk-core-(\d[\d.]*)[\\/]/.exec(file) ?? [];
  return {
    name: `aws-sdk-core${version === undefined ? '' : ` ${version}`}`,
    advice: "Use a later aws-sdk-core, or give its clients `endpoint: ENV['AWS_ENDPOINT_URL']`.",
  };
}

/** Jars beside the classes, or what Maven leaves in a jar of all of them. */
function ofJava(taskRoot: string): UnseenSdk | undefined {
  const jars = [...namesIn(join(taskRoot, 'lib')), ...namesIn(taskRoot)];
  const ofMaven = (group: string, artifact: string): string | undefined =>
    /^version=(.+)$/m.exec(textIn(join(taskRoot, 'META-INF', 'maven', group, artifact, 'pom.properties')))?.[1];
  const ofJar = (artifact: string): string | undefined => {
    const name = jars.find((each) => each.startsWith(`${artifact}-`) && each.endsWith('.jar'));
    return name?.slice(artifact.length + 1, -'.jar'.length);
  };
  const second = ofJar('sdk-core') ?? ofMaven('software.amazon.awssdk', 'sdk-core');
  if (second !== undefined) {
    if (!isBefore(second, firstJavaCore)) return undefined;
    return {
      name: `the AWS SDK for Java ${second}`,
      advice: `Use version ${firstJavaCore.join('.')} or later, or give its clients \`endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL")))\`.`,
    };
  }
  const first = ofJar('aws-java-sdk-core') ?? ofMaven('com.amazonaws', 'aws-java-sdk-core');
  if (first === undefined) return undefined;
  return {
    name: `the AWS SDK for Java ${first}`,
    advice: 'Move to version 2 of the SDK, or give its clients the endpoint in `AWS_ENDPOINT_URL`.',
  };
}

/** A program that names the variables of credentials has an SDK in it, and one that knows this variable names it, too. */
function ofProgram(file: string): UnseenSdk | undefined {
  try {
    if (statSync(file).size > maxProgramBytes) return undefined;
    const bytes = readFileSync(file);
    if (!bytes.includes('AWS_SECRET_ACCESS_KEY') || bytes.includes('AWS_ENDPOINT_URL')) return undefined;
  } catch {
    return undefined;
  }
  return {
    name: `an AWS SDK in ${basename(file)}`,
    advice: 'Use a later SDK (of Go version 2), or give its clients the endpoint in `AWS_ENDPOINT_URL`.',
  };
}

/** Whether a version comes before another one: numbers with dots between them. */
function isBefore(version: string, [major = 0, minor = 0]: readonly number[]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

/** The text of a file that the function sees by this path. */
function textOf(path: string | undefined, { taskRoot, layerRoot, seen }: SdkPlaces['placed']): string {
  if (path === undefined) return '';
  if (layerRoot !== undefined && path.startsWith(`${layerMountPoint}/`)) {
    return textIn(join(layerRoot, path.slice(layerMountPoint.length)));
  }
  return textIn(seen === undefined ? path : taskPathHere(path, taskRoot));
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
