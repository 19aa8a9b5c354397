import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import { kindOf } from '../service/document/config-node.js';
import { readJson } from '../service/document/read-json.js';
import { readText } from '../service/document/read-text.js';

/** The variables of functions in a file, which take the place of configured values. */
export interface EnvironmentFile {
  readonly path: string;
  /**
   * The variables of a function that goes by one of these names, and those for all functions (`isShared`).
   */
  variablesOf(names: readonly string[]): readonly FileVariable[];
}

/** A variable of the file. */
export interface FileVariable {
  readonly name: string;
  readonly value: string;
  /** Whether it is given to all functions that have it. */
  readonly isShared: boolean;
}

/** The member with the variables of all functions. */
const shared = 'Parameters';

/**
 * Reads a file of variables as SAM has it: `{ "Function": { "NAME": "value" }, "Parameters": { "NAME": "value" } }`, the
 * functions by any of their names. Source: AWS SAM CLI, "sam local invoke", `--env-vars`.
 * @param path absolute
 * @throws UserError where it is not there, or has another shape
 */
export async function readEnvironmentFile(path: string): Promise<EnvironmentFile> {
  const text = await readText(path);
  if (text === undefined) {
    throw new UserError({
      code: 'environment-file-missing',
      message: `The file of variables ${displayPath(path)} does not exist.`,
      hint: 'Its path is relative to the folder that the command runs in (in a workflow the workspace), or absolute.',
    });
  }
  const sections = new Map<string, readonly (readonly [string, string])[]>();
  for (const [section, variables] of membersOf(readJson(text, path), 'It', path)) {
    const entries = membersOf(variables, `Its member ${section}`, path);
    sections.set(
      section,
      entries.map(([name, value]) => [name, textOf(value, `${section}.${name}`, path)]),
    );
  }
  return {
    path,
    variablesOf: (names) => {
      const found = new Map<string, FileVariable>();
      for (const section of [shared, ...names.filter((name) => name !== shared)]) {
        for (const [name, value] of sections.get(section) ?? [])
          found.set(name, { name, value, isShared: section === shared });
      }
      return [...found.values()];
    },
  };
}

function membersOf(value: unknown, what: string, path: string): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  throw malformed(`${what} must be an object, and is ${kindOf(value)}`, path);
}

function textOf(value: unknown, name: string, path: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw malformed(`${name} must be text, and is ${kindOf(value)}`, path);
}

function malformed(reason: string, path: string): UserError {
  return new UserError({
    code: 'environment-file-malformed',
    message: `The file of variables ${displayPath(path)} is malformed. ${reason}.`,
    hint: 'It is written as {"Function": {"NAME": "value"}, "Parameters": {"NAME": "value"}}.',
    location: { file: path },
  });
}
