import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';

import { repositoryRoot } from '../../paths.js';

const module = join(repositoryRoot, 'runtimes', 'node', 'standard-output.cjs');

/** Lines of all lengths up to those that no pipe takes as a whole, of characters of one to four bytes. */
const lines = `Array.from({ length: 400 }, (_, index) => index + ':' + ['a', 'é', '語', '😀'][index % 4].repeat(index * 17) + '\\n')`;

/** A long text whose characters of two units lie across all ends of its pieces, however those are cut; and characters of three bytes. */
const longText = `'a' + '😀'.repeat(70000) + '語'.repeat(70000) + '😀'.repeat(70000)`;

test('a text is written as a whole, however slowly it is read', async () => {
  const program = `const { writeFully, writeLongText } = require(${JSON.stringify(module)}); for (const line of ${lines}) writeFully(1, line); writeLongText(1, 'head: é\\n', ${longText});`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', async (chunk: Buffer) => {
    chunks.push(chunk);
    child.stdout.pause();
    await sleep(1);
    child.stdout.resume();
  });
  await once(child, 'close');
  const expected: unknown = new Function(`return ${lines}.join('') + 'head: é\\n' + ${longText}`)();
  expect(Buffer.concat(chunks).toString('utf8')).toBe(expected);
});
