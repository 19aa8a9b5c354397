import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { distFolder, fixture } from '../../paths.js';

test('a step whose output nobody reads any more writes its outputs all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'closed-output-'));
  const outputs = join(folder, 'outputs');
  writeFileSync(outputs, '');
  const step = spawn(process.execPath, [join(distFolder, 'action', 'index.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: fixture(),
    env: {
      ...process.env,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: outputs,
      INPUT_FUNCTION: 'echo',
      'INPUT_WORKING-DIRECTORY': 'action-node',
      INPUT_DATA: '"read me"',
    },
  });
  step.stdout.destroy();
  let errors = '';
  step.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const [exitCode] = await once(step, 'close');
  expect([exitCode, errors]).toEqual([0, '']);
  expect(readFileSync(outputs, 'utf8')).toContain('"read me"');
});
