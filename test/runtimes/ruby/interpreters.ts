import { execFileSync } from 'node:child_process';
import { delimiter } from 'node:path';

/** A Ruby for the tests to run. */
export interface Interpreter {
  readonly path: string;
  /** Such as `3.1`. */
  readonly version: string;
}

/**
 * The Rubies that INVOKE_LOCAL_TEST_RUBIES lists (paths, separated as PATH is), else the `ruby` on PATH. On Windows, where
 * signals, forks and the paths in traces are others than these tests expect, only those that are listed.
 */
export const interpreters: readonly Interpreter[] = find();

/** The last one of them, for tests that need no more than one. */
export const anyRuby: readonly Interpreter[] = interpreters.slice(-1);

if (interpreters.length === 0) {
  console.warn(
    'The tests of the Ruby bootstrap are skipped: there is no Ruby 2.7 or later in INVOKE_LOCAL_TEST_RUBIES or on PATH.',
  );
}

function find(): Interpreter[] {
  const listed = process.env.INVOKE_LOCAL_TEST_RUBIES;
  const onPath = process.platform === 'win32' ? [] : ['ruby'];
  return (listed ? listed.split(delimiter).filter(Boolean) : onPath).flatMap(probe);
}

function probe(path: string): Interpreter[] {
  try {
    const program = 'puts RbConfig.ruby, RUBY_VERSION';
    const output = execFileSync(path, ['-e', program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const [executable = path, full = ''] = output.split(/\r?\n/);
    const [major = 0, minor = 0] = full.split('.').map(Number);
    return major > 2 || (major === 2 && minor >= 7) ? [{ path: executable, version: `${major}.${minor}` }] : [];
  } catch (error) {
    console.warn(`${path} is left out of the tests: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}
