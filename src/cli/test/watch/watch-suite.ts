import { dirname, resolve } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import type { ChosenCases } from '../../../suite/run/choose-cases.js';
import { affectedCases, filesOf } from '../../../suite/watch/affected-cases.js';
import { exitCodes } from '../../exit-codes.js';
import { runChosen } from '../run-chosen.js';
import { chooseSessionCases, type SuiteSession } from '../suite-session.js';
import { type ChangeWatch, watchChanges } from './watch-changes.js';

/**
 * Runs a suite, and after each change of a file the cases that it is about, until a signal ends it. A mistake in a file is told,
 * and waits for its own change.
 * @returns the exit code of the signal
 */
export async function watchSuite(session: SuiteSession): Promise<number> {
  const { stderr, interruption } = session;
  const { signal } = interruption;
  const say = (text: string): void => stderr.line(stderr.styles.faint(text));
  const functions = new Map<string, LambdaFunction>();
  const onPrepared = (name: string, fn: LambdaFunction): void => void functions.set(name, fn);
  let chosen = await unlessMistaken(session, () => chooseSessionCases(session));
  await using changes = await watch(session, chosen);
  if (chosen !== undefined) {
    const first = chosen;
    await unlessMistaken(session, () => runChosen(session, first, onPrepared));
  }
  /** The files that changed since the cases that they are about were run. */
  const waiting = new Set<string>();
  let written: ReadonlySet<string> = changes.take();
  for (const file of written) waiting.add(file);
  while (!signal.aborted) {
    if (waiting.size === 0) {
      say('Waiting for changes of files. Ctrl-C ends it.');
      for (const file of await changes.next()) waiting.add(file);
      if (signal.aborted) break;
    }
    const files = new Set(waiting);
    const next = await unlessMistaken(session, () => chooseSessionCases(session));
    if (next === undefined) {
      for (const file of await changes.next()) waiting.add(file);
      continue;
    }
    const cases = chosen === undefined ? next.cases : affectedCases(next.cases, { files, functions });
    chosen = next;
    waiting.clear();
    say(`${cases.length} of ${next.cases.length} cases are run again.`);
    if (cases.length > 0) await unlessMistaken(session, () => runChosen(session, { ...next, cases }, onPrepared));
    // What functions write beside their sources at each run would keep them running for ever.
    const during = changes.take();
    for (const file of during) {
      if (!written.has(file)) waiting.add(file);
      else say(`${displayPath(file)} changes whenever the cases are run, so this is not followed.`);
    }
    written = during;
  }
  return interruption.exitCode() ?? exitCodes.success;
}

/** Watches the service's folder, and the folders of the cases. */
function watch(
  { request, base, options, interruption }: SuiteSession,
  chosen: ChosenCases | undefined,
): Promise<ChangeWatch> {
  const reports = [options.shared.values['report-json'], options.shared.values['report-junit']];
  const written = new Set(reports.flatMap((path) => (path ? [resolve(base, path)] : [])));
  const folders = (chosen?.collected ?? []).flatMap((each) => filesOf(each).map((file) => dirname(file)));
  return watchChanges(
    [...new Set([request.workingDirectory, ...folders])],
    (path) => written.has(path),
    interruption.signal,
  );
}

/** Tells of a mistake, and goes on. */
async function unlessMistaken<T>({ stderr }: SuiteSession, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stderr.report(error.diagnostic);
    return undefined;
  }
}
