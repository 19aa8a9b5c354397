import { openFunctionJudge } from '../../invoke/function-judge.js';
import type { FunctionPermissions } from '../../lambda/function/function-permissions.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { adviceOn } from '../../permissions/audit/advice.js';
import { auditCalls } from '../../permissions/audit/audit-calls.js';
import { adviceFindings, auditFindings } from '../../permissions/audit/audit-findings.js';
import { suggestStatements } from '../../permissions/audit/suggest.js';
import type { Service } from '../../service/service.js';
import { exitCodes } from '../exit-codes.js';
import { type Console, writeAll } from '../print.js';
import { auditText } from './audit-text.js';
import { readCalls } from './read-calls.js';

/** What is audited. */
export interface FileAudit {
  readonly fn: LambdaFunction;
  readonly permissions: FunctionPermissions;
  readonly service: Pick<Service, 'accountId' | 'configFile'>;
  /** The file of calls. Absolute. */
  readonly file: string;
  /** Whether the statements are printed that the calls need, in place of the verdicts. */
  readonly isSuggestion: boolean;
  /** The variables that the handler got for those of its configuration. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stderr: Console;
}

/**
 * Judges the calls of a file, or prints what they need.
 * @returns the exit code
 * @throws UserError where the file can't be read
 */
export async function auditFile(audited: FileAudit): Promise<number> {
  const { fn, permissions, service, file, isSuggestion, environment, stderr } = audited;
  const calls = readCalls(file).filter((call) => call.function === undefined || call.function === fn.key);
  const judge = await openFunctionJudge({ function: fn, permissions, accountId: service.accountId, environment });
  if (isSuggestion) {
    const { suggestionText } = await import('./suggestion-text.js');
    const { facts, caller, encryptions } = judge;
    const statements = suggestStatements(calls, {
      facts,
      account: caller.account,
      region: fn.region,
      names: caller.names,
      encryptions,
    });
    await writeAll(process.stdout, suggestionText(statements, service.configFile, fn.key));
    return exitCodes.success;
  }
  const audit = auditCalls(calls, judge);
  await writeAll(process.stdout, auditText(audit, stderr.styles));
  for (const finding of auditFindings(audit, await fn.origin('function'))) stderr.report(finding);
  for (const advice of adviceFindings(adviceOn(audit.uses))) stderr.report(advice);
  return audit.deniedCount === 0 ? exitCodes.success : exitCodes.functionFailed;
}
