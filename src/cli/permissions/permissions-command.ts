import { UserError } from '../../diagnostics/user-error.js';
import type { Installation } from '../../invoke/installation.js';
import { openProject } from '../../invoke/open-project.js';
import { exitCodes } from '../exit-codes.js';
import { parseOptions } from '../options.js';
import { type Console, writeAll } from '../print.js';
import { toRequest } from '../request.js';
import { policyJson, policyText } from './policy-text.js';

/** What the command needs besides its arguments. */
export interface PermissionsCommandParts {
  readonly installation: Installation;
  readonly stderr: Console;
  readonly signal: AbortSignal;
}

const usage = `Usage: invoke-local permissions -f NAME [--json]

Prints what the function may do in AWS once it is deployed: the statements of its role, and where each of them comes from.
--json prints the policy alone, as JSON. Options that find the project are those of the invocation.
`;

/**
 * `invoke-local permissions`: prints the policy that a deploy would make for a function.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where an option is wrong, or the function can't be loaded
 */
export async function printPermissions(argv: readonly string[], parts: PermissionsCommandParts): Promise<number> {
  const isJson = argv.includes('--json');
  const options = parseOptions(argv.filter((argument) => argument !== '--json'));
  if (options.switches.has('help')) {
    await writeAll(process.stdout, usage);
    return exitCodes.success;
  }
  const request = toRequest(options, { workingDirectory: process.cwd(), environment: process.env });
  const report = parts.stderr.report.bind(parts.stderr);
  await using project = await openProject(request, { ...parts, report, logs: { write: () => {} } });
  const { service } = project;
  const name = request.function ?? service.onlyFunction;
  if (name === undefined) {
    throw new UserError({
      code: 'function-missing',
      message: 'No function was named.',
      hint: `Name one of the service's functions: ${(await service.names()).join(', ')}.`,
      location: { file: service.configFile },
    });
  }
  const fn = await service.load(name, 'all');
  const permissions = await fn.permissions?.();
  if (permissions === undefined) {
    parts.stderr.line(`The configuration of ${fn.key} says nothing of its role: it is an image, without a template.`);
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
