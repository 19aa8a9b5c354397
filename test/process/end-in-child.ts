// Starts a program as the leader of a group, or as a member of one, ends the group as a user who may not signal the program, and prints
// what came of it as JSON. It is run as root.
import { statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { endGroup } from '../../src/process/end-group.js';
import { leftInGroup } from '../../src/process/left-in-group.js';
import { spawnGroup } from '../../src/process/process-group.js';

/** A user that owns nothing: nobody. */
const nobody = 65_534;

const forks = `import os
if os.fork(): os.setuid(${nobody}); os.wait()
os.execvp('sleep', ['sleep', '45'])`;
const role = process.argv[2];
const child =
  role === 'leader'
    ? spawnGroup('sleep', ['45'], { stdio: 'ignore' })
    : spawnGroup('python3', ['-c', forks], { stdio: 'ignore' });
const isReady = async (pid: number): Promise<boolean> => {
  const members = await leftInGroup(pid);
  return members.some(({ name }) => name === 'sleep') && (role === 'leader' || statSync(`/proc/${pid}`).uid === nobody);
};
for (let tries = 0; tries < 500 && !(await isReady(child.pid ?? 0)); tries++) await delay(20);
process.setuid?.(nobody);
const startedMs = performance.now();
const left = await endGroup(child);
console.log(JSON.stringify({ leader: child.pid, left, ms: performance.now() - startedMs }));
