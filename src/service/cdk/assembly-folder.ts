import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The settings of a CDK project that matter here; `undefined` where the folder has no `cdk.json`. */
export interface CdkSettings {
  /** The command that makes the assembly. */
  readonly app?: string;
  /** The folder of the assembly. Absolute. */
  readonly output: string;
}

/** Reads `cdk.json`; what is wrong in it counts as not written. Source: AWS CDK developer guide, "cdk.json". */
export function readCdkSettings(folder: string): CdkSettings | undefined {
  const file = join(folder, 'cdk.json');
  if (!existsSync(file)) return undefined;
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    settings = undefined;
  }
  const member = (name: string): string | undefined => {
    const value = typeof settings === 'object' && settings !== null ? Reflect.get(settings, name) : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const app = member('app');
  return { ...(app === undefined ? {} : { app }), output: resolve(folder, member('output') ?? 'cdk.out') };
}

/** Where SST writes its assembly. Source: SST 2, `sst build`. */
const sstOutput = join('.sst', 'dist');

/**
 * The manifest of the assembly of a folder: where `cdk.json` says, in `cdk.out`, or else where SST has it. Absolute; the file need not
 * be there.
 */
export function manifestOf(folder: string): string {
  const settings = readCdkSettings(folder);
  const own = join(settings?.output ?? join(folder, 'cdk.out'), 'manifest.json');
  const sst = join(folder, sstOutput, 'manifest.json');
  return settings === undefined && !existsSync(own) && existsSync(sst) ? sst : own;
}
