import { resolve } from 'node:path';
import { UserError } from '../../diagnostics/user-error.js';
import { openAskedFunction, type TellingParts } from '../asked-function.js';
import { exitCodes } from '../exit-codes.js';
import { parseOptions } from '../options.js';
import { writeAll } from '../print.js';
import { policyJson, policyText } from './policy-text.js';

const usage = `Usage: invoke-local permissions -f NAME [--json | --session-policy | --calls FILE | --suggest FILE]

Prints what the function may do in AWS once it is deployed: the statements of its role, and where each of them comes from.
--json prints the policy alone, as JSON, and --session-policy prints it as that of a session. --calls judges the calls of a file that a run wrote by it, and --suggest prints the
statements that these calls need. Options that find the project are those of the invocation.
Exit codes: 1 where a call would be denied; others as of an invocation.
`;

/**
 * `invoke-local permissions`: prints the policy that a deploy would make for a function.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where an option is wrong, or the function can't be loaded
 */
export async function printPermissions(argv: readonly string[], parts: TellingParts): Promise<number> {
  const { rest, isJson, isSession, calls, suggest } = readArguments(argv);
  const options = parseOptions(rest);
  if (options.switches.has('help')) {
    await writeAll(process.stdout, usage);
    return exitCodes.success;
  }
  await using asked = await openAskedFunction(options, parts);
  const { name, service, request, report } = asked;
  const fn = await service.load(name, 'all');
  const permissions = await fn.permissions?.();
  if (permissions === undefined) {
    parts.stderr.line(`The configuration of ${fn.key} says nothing of its role: it is an image, without a template.`);
    return exitCodes.success;
  }
  const file = calls ?? suggest;
  if (file !== undefined) {
    const { auditFile } = await import('./audit-file.js');
    const given = { file: resolve(file), isSuggestion: suggest !== undefined, environment: request.environment };
    return auditFile({ fn, permissions, service, stderr: parts.stderr, ...given });
  }
  if (isSession) {
    const { sessionPolicy } = await import('../../permissions/session/session-policy.js');
    await writeAll(process.stdout, `${await sessionPolicy(fn, permissions, request.environment)}\n`);
    return exitCodes.success;
  }
  await writeAll(process.stdout, isJson ? policyJson(permissions) : policyText(permissions, parts.stderr.styles));
  for (const { message, location } of permissions.gaps) {
    report({
      severity: 'warning',
      code: 'permissions-unknown',
      message,
      ...(location === undefined ? {} : { location }),
    });
  }
  return exitCodes.success;
}

interface Arguments {
  /** What the options of the invocation are read from. */
  readonly rest: readonly string[];
  readonly isJson: boolean;
  readonly isSession: boolean;
  readonly calls: string | undefined;
  readonly suggest: string | undefined;
}

/** @throws UserError where a flag lacks its file */
function readArguments(argv: readonly string[]): Arguments {
  const rest: string[] = [];
  const files = new Map<string, string>();
  const given = [...argv];
  for (let argument = given.shift(); argument !== undefined; argument = given.shift()) {
    const [, flag, inline] = /^(--calls|--suggest)(?:=(.*))?$/.exec(argument) ?? [];
    if (flag === undefined) {
      rest.push(argument);
      continue;
    }
    const value = inline ?? given.shift();
    if (value === undefined || value === '') {
      throw new UserError({
        code: 'flag-without-value',
        message: `The flag ${flag} needs the name of a file of calls.`,
      });
    }
    files.set(flag, value);
  }
  return {
    rest: rest.filter((argument) => argument !== '--json' && argument !== '--session-policy'),
    isJson: rest.includes('--json'),
    isSession: rest.includes('--session-policy'),
    calls: files.get('--calls'),
    suggest: files.get('--suggest'),
  };
}
