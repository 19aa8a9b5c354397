import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { displayPath } from '../../../../diagnostics/display-path.js';
import { UserError } from '../../../../diagnostics/user-error.js';
import type { OfflineAnswers } from '../../../answers/offline-answers.js';
import { answerOfFile, fileQuestion } from './file-answer.js';
import type { MissingValue } from './source.js';

/** A file, or a place in it, without a value. */
export interface MissingFile {
  /** The service's root. */
  readonly folder: string;
  /** The file's name as written in the variable. */
  readonly name: string;
  readonly address: string | undefined;
  /** The parts of the address. */
  readonly keys: readonly string[];
  readonly answers: OfflineAnswers;
}

/** Explains why a file, or a place in it, has no value. A missing file may exist only on some machines. */
export function explainMissingFile({ folder, name, address, keys, answers }: MissingFile): MissingValue {
  const lacks = address === undefined ? 'holds nothing' : `has nothing at ${address}`;
  const given = answerOfFile(name, keys, answers);
  if (given !== undefined) {
    const reason = `has no value: the answer to \`${given.name}\` ${lacks}`;
    return { reason, hint: 'Add it to that answer, or give a fallback.', question: fileQuestion(name, keys) };
  }
  const path = resolve(folder, name);
  const shown = displayPath(path);
  if (existsSync(path)) {
    return {
      reason: `has no value: ${shown} ${lacks}`,
      hint: 'Add it there, correct the address, or give a fallback.',
    };
  }
  return {
    reason: `has no value: ${shown} does not exist`,
    hint: `Correct the path (it starts from the service's root), or give a fallback. If git ignores the file, ${howToAnswer(name, keys, answers)}`,
    question: fileQuestion(name, keys),
  };
}

/** Explains, for a file that is no text because it is encrypted here, that its content can be given as an answer. */
export function orEncrypted(error: unknown, name: string, keys: readonly string[], answers: OfflineAnswers): unknown {
  if (!(error instanceof UserError) || error.diagnostic.code !== 'config-not-utf8') return error;
  const { hint = '', ...diagnostic } = error.diagnostic;
  const how = howToAnswer(name, keys, answers);
  return new UserError({ ...diagnostic, hint: `${hint} If it is encrypted here, ${how}`.trim() });
}

/** How the caller can answer a place in a file, or the whole file. */
function howToAnswer(name: string, keys: readonly string[], answers: OfflineAnswers): string {
  const question = fileQuestion(name, keys);
  const place = keys.length === 0 ? '' : `${question}=…, or for all of it `;
  const given = answers.nearMiss(question);
  const meant = given === undefined ? '' : ` (There is an answer to \`${given}\`: was it meant for this?)`;
  return `add a line to \`variables\` (or give it as --variable): ${place}${fileQuestion(name, [])}={…} with the file's content as JSON or YAML.${meant}`;
}
