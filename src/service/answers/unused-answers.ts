import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { OfflineAnswers } from './offline-answers.js';

/**
 * A notice for each answer that nothing asked for. That is usually no mistake; a name that seems misspelt gets a hint.
 * @param written how the configuration writes a question
 */
export function unusedAnswers(answers: OfflineAnswers, written: (question: string) => string): Diagnostic[] {
  return answers.unused().map(({ name, meant }) => ({
    severity: 'notice',
    code: 'variable-answer-unused',
    message: `The answer to \`${name}\` was not needed.`,
    ...(meant === undefined ? {} : { hint: `Was it meant for ${written(meant)}?` }),
  }));
}
