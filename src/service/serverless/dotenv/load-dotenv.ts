import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { environmentOf } from '../../../host/environment.js';

import { kindOf } from '../../document/config-node.js';
import { invalidSetting } from '../../document/settings.js';
import type { Dialect } from '../root/dialect.js';
import type { Resolver } from '../variables/resolver.js';
import { readEnvFile, type Variables, withoutThoseOf } from './env-file.js';
import { expandVariables } from './expand-variables.js';

/** What decides which `.env` files are read, and how. */
export interface DotenvInputs {
  readonly resolver: Resolver;
  readonly dialect: Dialect;
  /** The service's root folder. Absolute. */
  readonly folder: string;
  readonly stage: string;
  /** The environment, whose own variables no file overrides. */
  readonly environment: Variables;
}

/**
 * Reads the service's `.env` files, as `useDotenv` and the framework's version define.
 * @returns the variables that are not in the environment already
 * @throws UserError where `useDotenv` is neither a boolean nor a path, or a file can't be read.
 */
export async function loadDotenv(inputs: DotenvInputs): Promise<Variables> {
  const { resolver, dialect, folder, stage, environment } = inputs;
  const setting = await readUseDotenv(resolver);
  const isUsed = dialect.dotenv === 'always' ? setting !== false : setting !== undefined && setting !== false;
  if (!isUsed) return {};
  let loaded: Variables = {};
  const add = async (path: string): Promise<boolean> => {
    const variables = await readEnvFile(path);
    if (variables === undefined) return false;
    const taken = environmentOf(environment, loaded);
    const added = withoutThoseOf(taken, variables);
    loaded = { ...(dialect.dotenv === 'asked' ? await expandVariables(added, taken) : added), ...loaded };
    return true;
  };
  for (const path of pairIn(folder, stage)) {
    const isThere = await add(path);
    if (isThere && dialect.dotenv === 'asked') break;
  }
  for (const given of Array.isArray(setting) ? setting : []) {
    const path = resolve(folder, given);
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    for (const file of isFolder ? pairIn(path, stage) : [path]) await add(file);
  }
  return loaded;
}

/** The files of a folder, the stage's own first. */
function pairIn(folder: string, stage: string): string[] {
  return [join(folder, `.env.${stage}`), join(folder, '.env')];
}

/** `useDotenv`: whether files are read, or the paths of further ones; `undefined` if it is not set. */
async function readUseDotenv(resolver: Resolver): Promise<boolean | string[] | undefined> {
  const node = await resolver.walk(resolver.root, ['useDotenv']);
  const value = node && (await resolver.value(node));
  if (node === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  const paths: unknown[] = Array.isArray(value) ? value : [value];
  if (paths.every((path) => typeof path === 'string')) return paths;
  throw invalidSetting(
    { name: 'useDotenv', node },
    `must be true or false, a path or a list of paths, and is ${kindOf(value)}`,
  );
}
