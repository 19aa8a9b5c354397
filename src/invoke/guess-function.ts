import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseRuntime } from '../lambda/function/runtimes.js';

/** What a function of Node.js or Python seems to be, by the text of the project's configuration. */
export interface GuessedFunction {
  readonly language: 'nodejs' | 'python';
  /** The version that its runtime names, such as `22` or `3.13`. */
  readonly version: string;
  readonly memorySizeMiB: number;
  /** Absolute. */
  readonly codeFolder: string;
  /** The size of its `/tmp`, if it says one. */
  readonly scratchMiB?: number;
}

/** Larger configurations are not looked at, in characters: reading them is what takes long. */
const maxCharacters = 256 * 1024;

/** Whatever the framework takes before a template or an assembly: the guess is about the first that is there. */
const frameworkFile = /^serverless(?:-compose)?\.(?:ya?ml|json|[cm]?[jt]s)$/;

/**
 * Guesses at a glance what a function is, without parsing anything.
 * @param folder the project. Absolute.
 * @returns `undefined` if it seems to be in neither language, or nothing can be told
 */
export function guessFunction(folder: string, name: string): GuessedFunction | undefined {
  const serverless = textOf(join(folder, 'serverless.yml'));
  if (serverless !== undefined) return inServerless(serverless, folder, name);
  const template = textOf(join(folder, 'template.yaml'));
  const names = namesIn(folder);
  if (names.some((each) => frameworkFile.test(each))) return undefined;
  if (template !== undefined) return names.includes('.aws-sam') ? undefined : inTemplate(template, folder, name);
  return names.includes('cdk.out') ? inAssembly(join(folder, 'cdk.out'), name) : undefined;
}

function inServerless(text: string, folder: string, name: string): GuessedFunction | undefined {
  const places = [blockOf(text, name) || blockOf(fileOf(text, folder, name), name), blockOf(text, 'provider')];
  const memorySizeMiB = Number(firstOf(places, /^\s+memorySize:\s*["']?(\d+)/m) ?? 1024);
  const scratch = firstOf(places, /^\s+ephemeralStorageSize:\s*["']?(\d+)/m);
  const found = guessed(firstOf(places, /^\s+runtime:\s*["']?([\w.]+)/m), memorySizeMiB, folder);
  return found === undefined || scratch === undefined ? found : { ...found, scratchMiB: Number(scratch) };
}

/** The text of a file with the name of a function that the configuration takes in, where functions have a file each. */
function fileOf(text: string, folder: string, name: string): string {
  const path = new RegExp(`\\$\\{file\\(((?:[\\w./-]*/)?${quoted(name)}\\.ya?ml)\\)\\}`).exec(text)?.[1];
  return path === undefined ? '' : (textOf(join(folder, path)) ?? '');
}

function inTemplate(text: string, folder: string, name: string): GuessedFunction | undefined {
  const places = [blockOf(text, name), blockOf(text, 'Globals')];
  const memorySizeMiB = Number(firstOf(places, /^\s+MemorySize:\s*["']?(\d+)/m) ?? defaultMemorySizeMiB);
  const code = firstOf(places, /^\s+(?:CodeUri|Code):[ ]*["']?([^\s"'#]+)/m) ?? '.';
  return guessed(firstOf(places, /^\s+Runtime:\s*["']?([\w.]+)/m), memorySizeMiB, resolve(folder, code));
}

/** The function whose construct's path it is. Templates of the CDK have the members of a resource in one order. */
function inAssembly(output: string, name: string): GuessedFunction | undefined {
  const file = namesIn(output).find((each) => each === `${name.split('/')[0]}.template.json`);
  const text = file && textOf(join(output, file));
  const end = text?.indexOf(`"aws:cdk:path": "${name}/Resource"`) ?? -1;
  if (text === undefined || end === -1) return undefined;
  const before = text.slice(text.lastIndexOf('"Type": "AWS::Lambda::Function"', end), end);
  const after = text.slice(end, text.indexOf('"aws:asset:property"', end));
  const asset = /"aws:asset:path": "([^"\\]+)"/.exec(after)?.[1];
  const memorySizeMiB = Number(/"MemorySize": (\d+)/.exec(before)?.[1] ?? defaultMemorySizeMiB);
  const runtime = /"Runtime": "([\w.]+)"/.exec(before)?.[1];
  return asset === undefined ? undefined : guessed(runtime, memorySizeMiB, resolve(output, asset));
}

/** Lambda's own, where a template has none. */
const defaultMemorySizeMiB = 128;

function guessed(runtime = '', memorySizeMiB: number, codeFolder: string): GuessedFunction | undefined {
  const declared = parseRuntime(runtime);
  if (declared?.language !== 'nodejs' && declared?.language !== 'python') return undefined;
  const { language, version } = declared;
  return { language, version, memorySizeMiB, codeFolder };
}

function firstOf(places: readonly string[], pattern: RegExp): string | undefined {
  for (const place of places) {
    const found = pattern.exec(place)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return text.length > maxCharacters ? undefined : text;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The lines below a key of a YAML text that are indented more than it; empty if it is not there. */
function blockOf(text: string, key: string): string {
  const [, indent, block = ''] =
    new RegExp(`^([ ]*)${quoted(key)}:[^\\n]*\\n((?:\\1 [^\\n]*\\n|[ ]*\\n)*)`, 'm').exec(`${text}\n`) ?? [];
  return indent === undefined ? '' : block;
}

/** A text as a pattern for itself. */
function quoted(text: string): string {
  return text.replaceAll(/[^\w-]/g, '\\$&');
}
