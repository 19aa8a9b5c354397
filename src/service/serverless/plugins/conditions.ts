import { join } from 'node:path';
import type { ServiceFacts } from '../root/service-facts.js';
import { scriptEnvironment } from '../scripts/script-environment.js';

/** The result of a condition, or why it is unknown. */
export type Verdict = { readonly isTrue: boolean } | { readonly failure: string };

/**
 * Evaluates conditions that plugins have as texts of JavaScript. They are code of the project, so all of them run in one
 * child process. A condition that is not a text is its own result.
 */
export async function evaluateConditions(
  conditions: readonly unknown[],
  { projectCode, environment, root }: ServiceFacts,
): Promise<Verdict[]> {
  const texts = conditions.filter((condition) => typeof condition === 'string');
  const verdicts = new Map<string, Verdict>();
  if (texts.length > 0) {
    const { evaluateModule } = await import('../../../process/project-module.js');
    const { runtimes, signal, onOutput, onLeft, timeoutMs } = projectCode;
    const answer = await evaluateModule({
      file: join(runtimes, 'node', 'conditions.cjs'),
      role: 'condition',
      runtimes,
      environment: { ...scriptEnvironment(environment), INVOKE_LOCAL_CONDITIONS: JSON.stringify(texts) },
      workingDirectory: root,
      enclosure: await projectCode.enclose?.(),
      onOutput,
      onLeft,
      signal,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const given = JSON.parse(answer) as Verdict[];
    for (const [index, text] of texts.entries()) {
      verdicts.set(text, given[index] ?? { failure: 'nothing came of it' });
    }
  }
  return conditions.map((condition) => {
    const known = typeof condition === 'string' ? verdicts.get(condition) : undefined;
    return known ?? { isTrue: Boolean(condition) };
  });
}
