import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A Python for the tests to run. */
export interface Interpreter {
  readonly path: string;
  /** Such as `3.13`. */
  readonly version: string;
  readonly minor: number;
}

const oldestMinor = 8;

/**
 * The Pythons that are found, oldest first: those that INVOKE_LOCAL_TEST_PYTHONS lists (paths, separated as PATH is), else
 * pyenv's, else the `python3` on PATH.
 */
export const interpreters: readonly Interpreter[] = find();

/** The newest of them, and 3.11: the last one whose dialect escapes all but ASCII. */
export const fullSet: readonly Interpreter[] = interpreters.filter(
  (interpreter, index) => index === interpreters.length - 1 || interpreter.minor === 11,
);

if (interpreters.length === 0) {
  console.warn(
    'The tests of the Python bootstrap are skipped: there is no Python 3.8 or later in INVOKE_LOCAL_TEST_PYTHONS, pyenv or PATH.',
  );
}

function find(): Interpreter[] {
  const listed = process.env.INVOKE_LOCAL_TEST_PYTHONS;
  if (listed) return sorted(listed.split(delimiter).filter(Boolean).flatMap(probe));
  const ofPyenv = findPyenv();
  return ofPyenv.length > 0 ? sorted(ofPyenv) : probe(process.platform === 'win32' ? 'python' : 'python3');
}

function findPyenv(): Interpreter[] {
  const versions = join(process.env.PYENV_ROOT || join(homedir(), '.pyenv'), 'versions');
  if (!existsSync(versions)) return [];
  return readdirSync(versions).flatMap((name) => {
    const match = name.match(/^3\.(\d+)\.\d+$/);
    const path = join(versions, name, 'bin', 'python3');
    const minor = Number(match?.[1]);
    return match !== null && minor >= oldestMinor && existsSync(path) ? [{ path, version: `3.${minor}`, minor }] : [];
  });
}

function probe(path: string): Interpreter[] {
  try {
    const program = 'import sys; print(sys.executable); print(*sys.version_info[:2])';
    const [executable = path, version = ''] = execFileSync(path, ['-c', program], { encoding: 'utf8' }).split(/\r?\n/);
    const [major = 0, minor = 0] = version.split(' ').map(Number);
    return major === 3 && minor >= oldestMinor ? [{ path: executable, version: `3.${minor}`, minor }] : [];
  } catch (error) {
    console.warn(`${path} is left out of the tests: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

function sorted(found: Interpreter[]): Interpreter[] {
  return found.sort((one, other) => one.minor - other.minor);
}
