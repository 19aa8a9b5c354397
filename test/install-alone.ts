import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 200;

/**
 * Fills a folder of the cache, where that is not done yet. Test files that run side by side wait for one another.
 * @param install fills the folder, which is there and empty
 */
export async function installAlone(folder: string, install: () => Promise<unknown>): Promise<void> {
  const complete = join(folder, 'complete');
  const lock = `${folder}.installing`;
  await mkdir(dirname(folder), { recursive: true });
  while (!existsSync(complete)) {
    if (!(await isTaken(lock))) {
      await sleep(pollMs);
      continue;
    }
    try {
      if (existsSync(complete)) return;
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      await install();
      await writeFile(complete, '');
    } finally {
      await rm(lock, { force: true });
    }
  }
}

/** Takes a lock, also from a process that has ended without giving it back. @returns whether it is ours now */
async function isTaken(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (holder > 0 && !isRunning(holder)) await rename(lock, `${lock}.${process.pid}`).catch(() => {});
  await rm(`${lock}.${process.pid}`, { force: true });
  return false;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
