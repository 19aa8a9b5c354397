import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repositoryRoot } from '../../paths.js';
import { compiledSchemas } from '../osls.js';
import type { Json } from './mutations.js';

/** The places that are wrong in a configuration, or why the framework could not even look at it. */
export type Judged = readonly (readonly string[])[] | { readonly failure: string };

/** Has osls validate configurations. `program` is the JavaScript of its command. */
export async function judgeByOsls(program: string, configurations: readonly Json[]): Promise<readonly Judged[]> {
  const oracle = join(repositoryRoot, 'test', 'services', 'validation', 'oracle.cjs');
  const { PATH, Path, SystemRoot, TEMP, TMPDIR } = process.env;
  const child = spawn(process.execPath, [oracle, dirname(dirname(program))], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH,
      Path,
      SystemRoot,
      TEMP,
      TMPDIR,
      CI: 'true',
      SLS_NOTIFICATIONS_MODE: 'off',
      SLS_TELEMETRY_DISABLED: '1',
      ...compiledSchemas,
    },
  });
  child.stdin.end(JSON.stringify(configurations));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const answer = output.split('\n@@').at(1);
  if (answer === undefined) throw new Error(`osls did not answer: ${errors.slice(-2000)}`);
  return JSON.parse(answer) as Judged[];
}
