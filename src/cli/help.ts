import type { Installation } from '../invoke/installation.js';
import { toolVersion } from '../invoke/tool-version.js';
import { type Flag, flags, ignoredFlags } from './flags.js';

/** The text of `--help`. */
export function helpText(): string {
  const rows = Object.entries<Flag>(flags).map(([name, { short, placeholder, help }]): [string, string] => {
    const shortForm = short === undefined ? '    ' : `-${short}, `;
    return [`  ${shortForm}--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`, help];
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return `Usage: invoke-local [FUNCTION] [options]
       invoke-local event [KIND]
       invoke-local stub SERVICE:OPERATION
       invoke-local test [FILES]
       invoke-local serve
       invoke-local package -f NAME --list
       invoke-local permissions -f NAME
       invoke-local merge FILES

Runs a function of a Serverless, SAM or CDK project on this machine, as AWS Lambda would run it.
The event is read from standard input where neither --data nor --path is given; \`invoke-local event\` lists samples.

Options:
${rows.map(([left, help]) => left.padEnd(width) + help).join('\n')}

Accepted for the habit, and without meaning here: ${Object.keys(ignoredFlags).join(', ')}.

Standard output carries the response and nothing else; all that the handler prints goes to standard error.
Exit codes: 0 the function succeeded; 1 it failed, timed out or crashed; 2 the request was wrong;
74 it succeeded, but a report could not be written; 130 and 143 after SIGINT and SIGTERM.

Example: invoke-local -f hello -d '{"name":"Ada"}'
`;
}

/** The text of `--version`. */
export function versionText(installation: Installation): string {
  return `${toolVersion(installation)}\n`;
}
