import type { ContainmentChoice } from './request.js';

/** What `isolate` asks for: how programs are contained, and for a suite whether its cases share sandboxes. */
export interface Isolation {
  readonly containment: ContainmentChoice;
  /** Whether each case of a suite gets a cold sandbox of its own. */
  readonly eachCase: boolean;
}

/** The words of `isolate`, for messages. */
export const isolationWords = '`auto`, `true` or `false`, for a suite also `case`';

const choices: Readonly<Record<string, ContainmentChoice>> = { auto: 'auto', true: 'required', false: 'off' };

/**
 * Reads `isolate`: one of `auto`, `true` (as YAML writes it) and `false`, and `case` or `function` for suites, in any order with
 * blanks or commas between.
 * @returns `undefined` where it has another word, or two for the same
 */
export function parseIsolation(text: string): Isolation | undefined {
  let containment: ContainmentChoice | undefined;
  let eachCase: boolean | undefined;
  for (const word of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const choice = choices[/^(?:true|false|TRUE|FALSE|True|False)$/.test(word) ? word.toLowerCase() : word];
    if (choice !== undefined && containment === undefined) containment = choice;
    else if ((word === 'case' || word === 'function') && eachCase === undefined) eachCase = word === 'case';
    else return undefined;
  }
  return { containment: containment ?? defaultContainment, eachCase: eachCase ?? false };
}

/** Whether programs are contained where nothing is asked for. */
export const defaultContainment: ContainmentChoice = 'auto';
