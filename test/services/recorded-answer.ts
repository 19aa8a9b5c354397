import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, readlink, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fixture, repositoryRoot } from '../paths.js';

/** What an answer follows from, and nothing else. */
export interface Question {
  /** The name of the recording: a folder of the test, and the title of the case. */
  readonly name: readonly [folder: string, title: string];
  /** The program that is asked, and its version. */
  readonly program: string;
  /**
   * The files that it reads, if any; links in it are known by where they lead, this checkout's folder and its own count for none, and
   * what git keeps of a repository is not read.
   */
  readonly folder?: string;
  readonly args: readonly unknown[];
  /** Names of runtimes in the files that are those of this machine, and whichever they are, the answer is the same. */
  readonly runtimes?: readonly string[];
}

/** Whether programs are asked anew about all, and what they say is recorded. */
export const asksAnew = (process.env['INVOKE_LOCAL_TEST_ASK'] ?? '') !== '';

/**
 * The answer of a program that says the same of the same files. It is recorded in `test/fixtures/answers`, with a hash of what it follows
 * from: where that has changed, the program is asked, for which it may have to be installed, and the recording is written anew.
 * @param recordings where they are
 * @throws Error if the program has to be asked, and can't be
 */
export async function recordedAnswer(
  question: Question,
  ask: () => Promise<string>,
  recordings = fixture('answers'),
): Promise<string> {
  const file = join(recordings, ...question.name.map(fileName)).concat('.txt');
  const head = `${question.program}\n${await hashOf(question)}\n\n`;
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.startsWith(head) && !asksAnew) return known.slice(head.length);
  const shown = relative(repositoryRoot, file);
  const answer = await ask().catch((error: Error) => {
    const why = known === '' ? 'it is not there' : 'what it follows from has changed';
    throw new Error(
      `${shown} has to be recorded, for ${why}, and ${question.program} does not answer: ${error.message}`,
    );
  });
  if (known === head + answer) return answer;
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, head + answer);
  await rename(unfinished, file);
  console.warn(`${question.program} was asked, and ${shown} recorded: commit it.`);
  return answer;
}

async function hashOf({ program, folder, args, runtimes = [] }: Question): Promise<string> {
  const anywhere = (text: string): string => {
    const own = [repositoryRoot, ...(folder === undefined ? [] : [folder])];
    return own.reduce((shortened, path) => shortened.replaceAll(path, '.'), text).replaceAll('\\', '/');
  };
  const hash = createHash('sha256').update(anywhere(JSON.stringify([program, args])));
  if (folder === undefined) return hash.digest('hex');
  for (const piece of await contentOf(folder)) {
    if ('link' in piece) hash.update(anywhere(piece.link));
    else hash.update(runtimes.reduce((text, name) => text.replaceAll(name, 'runtime'), piece.text));
    hash.update('\0');
  }
  return hash.digest('hex');
}

type Piece = { readonly text: string } | { readonly link: string };

/** The names and the contents of all files, in one order. */
async function contentOf(folder: string, below = ''): Promise<Piece[]> {
  const names = (await readdir(join(folder, below))).filter((name) => name !== '.git').sort();
  const pieces = await Promise.all(
    names.map(async (name): Promise<Piece[]> => {
      const path = below === '' ? name : `${below}/${name}`;
      const file = join(folder, path);
      const found = await lstat(file);
      if (found.isSymbolicLink()) return [{ text: path }, { link: await readlink(file) }];
      if (found.isDirectory()) return [{ text: path }, ...(await contentOf(folder, path))];
      return [{ text: path }, { text: await readFile(file, 'latin1') }];
    }),
  );
  return pieces.flat();
}

function fileName(title: string): string {
  return title.replaceAll(/[^\w.@]+/g, '-').replace(/^-+|-+$/g, '');
}
