import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { OfflineAnswers } from './offline-answers.js';

/**
 * A notice of the answers that nothing asked for. That is usually no mistake; a name that seems misspelt gets a notice with a
 * hint of its own.
 * @param written how the configuration writes a question
 */
export function unusedAnswers(answers: OfflineAnswers, written: (question: string) => string): Diagnostic[] {
  const unused = answers.unused();
  const misspelt = unused.flatMap(({ name, meant }) =>
    meant === undefined ? [] : [{ ...noticeOf([name]), hint: `Was it meant for ${written(meant)}?` }],
  );
  const others = unused.filter(({ meant }) => meant === undefined).map(({ name }) => name);
  return [...misspelt, ...(others.length === 0 ? [] : [noticeOf(others)])];
}

function noticeOf(names: readonly string[]): Diagnostic {
  const list = names.map((name) => `\`${name}\``).join(', ');
  return {
    severity: 'notice',
    code: 'variable-answer-unused',
    message: names.length === 1 ? `The answer to ${list} was not needed.` : `The answers to ${list} were not needed.`,
  };
}
