import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { displayPath } from '../diagnostics/display-path.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { EnvironmentFile } from './environment-file.js';

/**
 * The variables of a file that a function gets: those that its configuration has too. Lambda would not have the others, so they
 * are left out; with a warning, where they are meant for this function.
 * @param names all names that the function goes by
 */
export async function functionVariables(
  fn: LambdaFunction,
  names: readonly string[],
  file: EnvironmentFile,
  report: ReportDiagnostic,
): Promise<Record<string, string>> {
  const variables: Record<string, string> = {};
  const undeclared: string[] = [];
  for (const { name, value, isShared } of file.variablesOf(names)) {
    const isDeclared = Object.hasOwn(fn.environment, name) || (await fn.origin(`environment.${name}`)) !== undefined;
    if (isDeclared) variables[name] = value;
    else if (!isShared) undeclared.push(name);
  }
  if (undeclared.length > 0) {
    const location = await fn.origin('environment');
    const [are, they] = undeclared.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
    report({
      severity: 'warning',
      code: 'environment-file-undeclared',
      message: `${undeclared.join(', ')} of ${displayPath(file.path)} ${are} not in the environment of ${fn.key}, which Lambda would not have either: ${they} left out.`,
      hint: "Add the name to the function's environment, or give the variable as `env` (--env).",
      ...(location === undefined ? {} : { location }),
    });
  }
  return variables;
}
