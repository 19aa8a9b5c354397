import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import { reportInvocation } from '../../report/invocation-report.js';
import type { Outcome } from '../../report/outcome.js';
import { annotationsOf } from '../annotations.js';
import { refuseInputsBesideServe } from '../asked-for.js';
import { concludeStep } from '../conclude-step.js';
import { boolean, text } from '../input-values.js';
import { readProjectInputs } from '../inputs.js';
import { createMasks } from '../masks.js';
import { noSuite, notHttp, setOutputs, writeOutputs } from '../outputs.js';
import type { Step } from '../step.js';
import { error, notice, saveState, setOutput, warning } from '../toolkit.js';
import { plainLine } from '../workflow-commands.js';
import { environmentOfServer, serverJob } from './server-job.js';
import { stateName, writtenState } from './server-state.js';
import { type StartedServer, startServer } from './start-server.js';

const annotate = { error, notice, warning };

/** As many as a new account of AWS may run ("Lambda quotas"). */
const defaultConcurrency = 10;

/** Runs a step that is asked for a server: starts it in the background of the job, whose post step ends it. */
export async function runServeStep(step: Step): Promise<void> {
  const { files, stdout, workspace, installation, environment, fileCommands } = step;
  const masks = createMasks((line) => stdout.write(line));
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const logFile = join(dirname(files.log), 'server-log.txt');
  try {
    const server = await start(step, masks.add, logFile);
    fileCommands.restore(report);
    saveState(stateName, writtenState({ pid: server.pid, logFile }));
    const outputs = { ...servedOutputs(server, logFile), 'output-file': files.response };
    setOutputs(outputs, Buffer.alloc(0), { files, secrets: masks.values, report, setOutput });
    for (const { severity, message, properties } of annotationsOf(diagnostics, workspace))
      annotate[severity](message, properties);
    stdout.write(
      plainLine(`${server.functions.length} functions are served on ${server.url}: ${server.functions.join(', ')}`),
    );
  } catch (thrown) {
    const outcome = outcomeOf(thrown, step);
    fileCommands.restore(report);
    writeOutputs({ outcome, files, secrets: masks.values, report, setOutput });
    const whole = await reportInvocation(outcome, {
      diagnostics,
      log: { text: '', omittedBytes: 0 },
      startedAt: new Date(),
      runtimes: installation.runtimes,
    });
    process.exitCode = await concludeStep(whole, {
      failOnError: true,
      workspace,
      secrets: masks.values,
      loadAnnotate: async () => annotate,
      write: (lines) => stdout.write(lines),
      hasColour: !environment['NO_COLOR'],
    });
  }
}

async function start(
  { environment, installation, cancellation }: Step,
  mask: ReturnType<typeof createMasks>['add'],
  logFile: string,
): Promise<StartedServer> {
  refuseInputsBesideServe(environment);
  const project = readProjectInputs(environment, process.cwd());
  mask(project.credentials);
  const port = wholeNumber('serve-port', text(environment, 'serve-port') ?? '0', 0, 65_535);
  const concurrency = wholeNumber('concurrency', text(environment, 'concurrency') ?? `${defaultConcurrency}`, 1, 1000);
  const assumesRole = text(environment, 'role-to-assume') !== undefined;
  return startServer({
    program: join(installation.runtimes, '..', 'action', 'server.js'),
    logFile,
    job: serverJob({ project, port, concurrency }, assumesRole),
    environment: environmentOfServer(environment, boolean(environment, 'inherit-env', true)),
    signal: cancellation.signal,
  });
}

function outcomeOf(thrown: unknown, { cancellation }: Step): Outcome {
  const signal = cancellation.received();
  if (signal !== undefined) return { kind: 'cancelled', signal };
  return thrown instanceof UserError ? { kind: 'refused', error: thrown } : { kind: 'defect', error: thrown };
}

function servedOutputs({ url, port }: StartedServer, logFile: string) {
  return {
    output: '',
    error: '',
    'error-type': '',
    'error-message': '',
    status: 'success',
    ...notHttp,
    'request-id': '',
    'duration-ms': '',
    'init-duration-ms': '',
    'max-memory-used-mb': '',
    'log-file': logFile,
    'aws-calls-file': '',
    'denied-calls': '',
    ...noSuite,
    'serve-url': url,
    'serve-port': String(port),
  };
}

function wholeNumber(name: string, written: string, least: number, most: number): number {
  const number = /^\d+$/.test(written) ? Number(written) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UserError({
    code: 'input-invalid',
    message: `The input \`${name}\` is "${written}", and takes a whole number from ${least} to ${most.toLocaleString('en')}.`,
  });
}
