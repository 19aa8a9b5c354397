import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FunctionLayout, writeLargeService } from '../test/services/large-service.js';
import { temporaryFolder } from './temporary-folders.js';

/** A service, and the function of it that is run. */
export interface SizedService {
  readonly name: string;
  readonly cwd: string;
  readonly function: string;
}

/** Writes a plain service of 20 functions twice: one that is not validated, and one that is. */
export async function writeValidatedServices(): Promise<SizedService[]> {
  const modes: readonly [string, string][] = [
    ['no validation', 'configValidationMode: off\n'],
    ['validation', ''],
  ];
  return Promise.all(
    modes.map(async ([name, mode]) => {
      const cwd = temporaryFolder();
      await writeLargeService(cwd, 20, 'in one file');
      await appendFile(join(cwd, 'serverless.yml'), mode);
      return { name, cwd, function: 'f19' };
    }),
  );
}

/** Writes a service of one function, and the same of 200 in each layout. The one comes first. */
export async function writeServicesBySize(): Promise<SizedService[]> {
  const sizes: readonly [string, number, FunctionLayout][] = [
    ['one function', 1, 'in one file'],
    ['200 functions in one file', 200, 'in one file'],
    ['200 functions in a file each', 200, 'in a file each'],
  ];
  return Promise.all(
    sizes.map(async ([name, count, layout]) => {
      const cwd = temporaryFolder();
      await writeLargeService(cwd, count, layout);
      return { name, cwd, function: `f${count - 1}` };
    }),
  );
}
