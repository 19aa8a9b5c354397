import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Installation } from '../../invoke/installation.js';
import { openCallsFile } from '../../report/files/calls-file.js';
import { createKnownSecrets } from '../../report/secrets/known-secrets.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { serve } from '../../serve/serve.js';
import { servedLog } from '../../serve/served-log.js';
import { exitCodes } from '../exit-codes.js';
import { type Console, writeAll } from '../print.js';
import { toRequest } from '../request.js';
import type { Interruption } from '../signals.js';
import { parseServeOptions } from './serve-options.js';

const usage = `Usage: invoke-local serve [--port NUMBER] [--concurrency NUMBER] [options]

Serves all functions of the service on 127.0.0.1, until it is ended by SIGINT or SIGTERM:
- Lambda's Invoke API, for SDKs and the AWS CLI: set AWS_ENDPOINT_URL_LAMBDA to the address
- the URL of each function: ADDRESS/url/NAME/, or http://NAME.localhost:PORT/

Once it is ready, a line of JSON on standard output has the address, the port and the functions. The logs of the functions go to
standard error.

  --port NUMBER         The port (default: a free one)
  --concurrency NUMBER  How many invocations run at a time; more get a TooManyRequestsException (default: 10)

Further options are those of \`invoke-local\` that are about the project, the handlers' environment and calls to AWS.
`;

/** What the command needs. */
export interface ServeRun {
  readonly installation: Installation;
  readonly stderr: Console;
  readonly interruption: Interruption;
}

/**
 * `invoke-local serve`: serves the functions of a project.
 * @param argv what follows the word
 * @returns the exit code, once a signal has ended it
 * @throws UserError where an option or the project is wrong
 */
export async function runServer(
  argv: readonly string[],
  { installation, stderr, interruption }: ServeRun,
): Promise<number> {
  const { shared, ...own } = parseServeOptions(argv);
  if (shared.switches.has('help')) {
    await writeAll(process.stdout, usage);
    return exitCodes.success;
  }
  const secrets = createKnownSecrets();
  const report = reportOnce((diagnostic) => stderr.report(diagnostic));
  const { 'aws-calls-file': callsFile } = shared.values;
  const base = process.cwd();
  await serve(
    { ...own, project: toRequest(shared, { workingDirectory: base, environment: process.env }) },
    {
      report,
      logs: stderr,
      logOf: ({ key }) =>
        servedLog({
          name: key,
          secrets: secrets.values,
          platform: (lines) => stderr.platform(lines),
          write: (lines) => stderr.write(lines, 'stderr'),
        }),
      installation,
      signal: interruption.signal,
      onCredentials: secrets.addCredentials,
      onSecret: secrets.add,
      redact: (text) => createRedactor(secrets.values).text(text),
      ...(callsFile ? { onCalls: openCallsFile(callsFile, base, report).add } : {}),
      onReady: (description) => writeAll(process.stdout, `${JSON.stringify(description)}\n`),
    },
  );
  return exitCodes.success;
}

/** Reports a diagnostic that many requests give once. */
function reportOnce(report: (diagnostic: Diagnostic) => void): (diagnostic: Diagnostic) => void {
  const said = new Set<string>();
  return (diagnostic) => {
    const text = JSON.stringify(diagnostic);
    if (!said.has(text)) report(diagnostic);
    said.add(text);
  };
}
