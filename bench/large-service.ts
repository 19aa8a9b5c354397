import { type FunctionLayout, writeLargeService } from '../test/services/large-service.js';
import { temporaryFolder } from './temporary-folders.js';

/** A service, and the function of it that is run. */
export interface SizedService {
  readonly name: string;
  readonly cwd: string;
  readonly function: string;
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
