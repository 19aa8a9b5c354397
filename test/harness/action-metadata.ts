import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One input or output, as an action.yml declares it. */
export interface Declaration {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** What an action.yml says. */
export interface ActionMetadata {
  readonly inputs: Readonly<Record<string, Declaration>>;
  readonly outputs: Readonly<Record<string, Declaration>>;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/** Reads the action.yml of an action's folder. */
export function readActionMetadata(folder: string): ActionMetadata {
  return parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionMetadata;
}

/**
 * The variables that the runner makes of a step's `with`: a default counts where the key is absent, and an empty
 * value does not bring it back.
 */
export function inputVariables(
  metadata: ActionMetadata,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = new Set([...Object.keys(metadata.inputs), ...Object.keys(given)]);
  const entries = [...names].map((name) => {
    const value = given[name] ?? metadata.inputs[name]?.default ?? '';
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value];
  });
  return Object.fromEntries(entries);
}
