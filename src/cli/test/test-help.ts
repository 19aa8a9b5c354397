import { type Flag, flags } from '../flags.js';
import { sharedFlags, testFlags } from './test-flags.js';

/** The text of `invoke-local test --help`. */
export function testHelp(): string {
  const rows = Object.entries<Flag>(testFlags).map(([name, { short, placeholder, help }]): [string, string] => {
    const shortForm = short === undefined ? '    ' : `-${short}, `;
    return [`  ${shortForm}--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`, help];
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const shared = Object.keys(flags).filter((name) => sharedFlags.has(name as keyof typeof flags));
  return `Usage: invoke-local test [FILES] [options]

Runs the cases of files, by paths or globs, and says what did not come as expected.

${rows.map(([left, help]) => left.padEnd(width) + help).join('\n')}

As for one invocation: ${shared.map((name) => `--${name}`).join(', ')}.

Exit codes: 0 every case passed; 1 one failed or could not be run, or the run was stopped; 2 the case files or the flags are wrong;
74 every case passed, but a report could not be written; 130 and 143 after SIGINT and SIGTERM.
`;
}
