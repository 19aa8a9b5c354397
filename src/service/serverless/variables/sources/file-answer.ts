import { extname } from 'node:path';

import type { OfflineAnswers } from '../../../answers/offline-answers.js';
import { type ConfigNode, childNode, dataNode } from '../../../document/config-node.js';
import { parseYaml } from '../../../document/read-yaml.js';
import { isScript } from '../../scripts/script-file.js';
import { SourceFailure } from '../problem.js';
import { structuredAnswer } from './remote.js';

/** The caller's answer in place of a file, or of a place in it. */
export interface FileAnswer {
  /** The answer's name, for messages. */
  readonly name: string;
  /** `undefined` if the answer has nothing at the requested place. */
  readonly node: ConfigNode | undefined;
}

/**
 * Finds the answer for a place in a file: the one for the place itself, else for the nearest place above it, at last for the
 * whole file (its content). Answers are data, so variables in them are not expanded.
 * @returns `undefined` where there is none
 * @throws SourceFailure if the answer for a whole file can't be parsed as its content
 */
export function answerOfFile(file: string, path: readonly string[], answers: OfflineAnswers): FileAnswer | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const name = fileQuestion(file, path.slice(0, length));
    const answer = answers.find(name);
    if (answer === undefined) continue;
    const value = length === 0 ? contentOf(answer.text, file, name) : structuredAnswer(answer);
    let node: ConfigNode | undefined = dataNode(value);
    for (const key of path.slice(length)) node = node && childNode(node, key);
    return { name, node: node && dataNode(node.value) };
  }
  return undefined;
}

/** The name of the answer for a place in a file; without a place, for the whole file. */
export function fileQuestion(file: string, path: readonly string[]): string {
  return `file(${file})${path.length === 0 ? '' : `:${path.join('.')}`}`;
}

const structured = ['.yml', '.yaml', '.json', '.tfstate'];

/** Parses the given text of a file. For a script, the text is the script's result as JSON or YAML. */
function contentOf(text: string, file: string, name: string): unknown {
  if (!structured.includes(extname(file).toLowerCase()) && !isScript(file)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return yamlOf(text, name);
  }
}

function yamlOf(text: string, name: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [reason] = error.message.split('\n');
    throw new SourceFailure(
      'variable-answer-malformed',
      `is answered by \`${name}\`, whose text is neither JSON nor YAML: ${reason}`,
    );
  }
}
