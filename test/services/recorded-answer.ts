import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, readlink, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.js';

const answers = join(repositoryRoot, '.cache', 'answers');

/** What an answer follows from, and nothing else. */
export interface Question {
  /** The program that is asked, and its version. */
  readonly program: string;
  /** The files that it reads; links in it are known by where they lead, and this checkout's folder counts for none. */
  readonly folder: string;
  readonly args: readonly unknown[];
}

/**
 * The answer of a program that says the same of the same files: it is asked once, and then the answer is taken from the cache
 * folder. The framework takes seconds for one, of which a run of the tests needs dozens.
 */
export async function recordedAnswer(question: Question, ask: () => Promise<string>): Promise<string> {
  const { program, folder, args } = question;
  const asked = JSON.stringify([program, process.version, process.platform, args]);
  const hash = createHash('sha256').update(inAnyCheckout(asked));
  for (const piece of await contentOf(folder)) hash.update(piece).update('\0');
  const file = join(answers, `${hash.digest('hex')}.txt`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const answer = await ask();
  await mkdir(answers, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, answer);
  await rename(unfinished, file);
  return answer;
}

/** The names and the contents of all files, in one order. */
async function contentOf(folder: string, below = ''): Promise<(string | Buffer)[]> {
  const names = (await readdir(join(folder, below))).sort();
  const pieces = await Promise.all(
    names.map(async (name) => {
      const path = join(below, name);
      const file = join(folder, path);
      const found = await lstat(file);
      if (found.isSymbolicLink()) return [path, inAnyCheckout(await readlink(file))];
      return found.isDirectory() ? [path, ...(await contentOf(folder, path))] : [path, await readFile(file)];
    }),
  );
  return pieces.flat();
}

function inAnyCheckout(text: string): string {
  return text.replaceAll(repositoryRoot, '.');
}
