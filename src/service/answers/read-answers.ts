import type { ServiceOptions } from '../service.js';
import { createOfflineAnswers, type OfflineAnswers } from './offline-answers.js';

/** The caller's answers: those that are given, and those of a file. */
export async function readAnswers({
  variables = {},
  variablesFile,
}: Pick<ServiceOptions, 'variables' | 'variablesFile'>): Promise<OfflineAnswers> {
  if (variablesFile === undefined) return createOfflineAnswers(variables);
  const { readAnswersFile } = await import('./answers-file.js');
  return createOfflineAnswers(variables, await readAnswersFile(variablesFile));
}
