const key = Symbol.for('invoke-local.tests.at-file-end');

/**
 * Has something done whenever a test file has ended, such as the removal of what a helper made for it. Test files share the
 * modules of their helpers, so a hook of jest that such a module registers would be that of the first file alone.
 */
export function atFileEnd(end: () => Promise<void>): void {
  const registry: Partial<Record<symbol, (() => Promise<void>)[]>> = globalThis as object;
  registry[key] = [...(registry[key] ?? []), end];
}
