import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** A warning, and the functions that have it. */
interface SharedWarning {
  readonly first: Diagnostic;
  readonly functions: Set<string>;
}

/** The most functions that a warning names. */
const mostNames = 20;

/** Holds back the warnings that several functions may have alike, so that each is said once, with their names. */
export class SharedWarnings {
  readonly #warnings = new Map<string, SharedWarning>();

  /** @returns whether it was held back; any other diagnostic is to be told at once */
  take(diagnostic: Diagnostic): boolean {
    const { code, about } = diagnostic;
    if (about === undefined) return false;
    const key = `${code}\n${about.shared}`;
    const known = this.#warnings.get(key);
    if (known === undefined) this.#warnings.set(key, { first: diagnostic, functions: new Set([about.function]) });
    else known.functions.add(about.function);
    return true;
  }

  /** What was held back since the last call, each warning once. */
  release(): Diagnostic[] {
    const held = [...this.#warnings.values()];
    this.#warnings.clear();
    return held.map(({ first, functions }) => {
      const others = [...functions].slice(1);
      return others.length === 0
        ? first
        : { ...first, message: `${first.message} The same holds for ${listed(others)}.` };
    });
  }
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  const told = more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names;
  return told.length === 1 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
}
