import { extname } from 'node:path';

import type { OfflineAnswers } from '../../../answers/offline-answers.js';
import { type ConfigNode, childNode, dataNode } from '../../document/config-node.js';
import { parseYaml } from '../../document/read-yaml.js';
import { isScript } from '../../scripts/script-file.js';
import { SourceFailure } from '../problem.js';
import { structuredAnswer } from './remote.js';

/** What the caller answers in place of a file, or of a place in it. */
export interface FileAnswer {
  /** The answer's name, as messages call it. */
  readonly name: string;
  /** `undefined` where the answer has nothing at the place that is asked for. */
  readonly node: ConfigNode | undefined;
}

/**
 * Finds the answer to a place in a file: that to the place itself, else the nearest one above it, at last that to the whole
 * file, which is its content. Answers are data: no variable in them is expanded.
 * @returns `undefined` where there is none
 * @throws SourceFailure where the content of a file is answered by what can't be read as such
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

/** The name of the answer to a place in a file; with no place, to the file as a whole. */
export function fileQuestion(file: string, path: readonly string[]): string {
  return `file(${file})${path.length === 0 ? '' : `:${path.join('.')}`}`;
}

const structured = ['.yml', '.yaml', '.json', '.tfstate'];

/** What the text of a file says: that of a script is what it would give, as JSON or YAML. */
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
