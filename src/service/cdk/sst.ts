import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { DeclaredFunction } from '../cloudformation/functions/declared-function.js';

/** Functions that SST's constructs add for themselves. Source: SST 2, `constructs`. */
const ownIds: ReadonlySet<unknown> = new Set([
  'CustomResourceHandler',
  'ScriptHandler',
  'MigrationHandler',
  'RetrierFunction',
  'WarmerFunction',
]);

/**
 * Whether a function is one that SST adds for itself.
 * @param path that of its construct
 * @param properties those of the resource: SST tags all that it makes
 */
export function isSstOwn(path: string, properties: unknown): boolean {
  return ownIds.has(path.split('/').at(-1)) && JSON.stringify(properties ?? {}).includes('"sst:app"');
}

/**
 * Refuses a function of SST that is a stub in place of the user's code: in the assembly of `sst dev`, where it hands events to the
 * developer's machine, and in stacks that were not built. Source: SST 2, `constructs/Function`.
 * @param location where a message points
 * @throws UserError
 */
export function refuseSstStub({ properties, key }: DeclaredFunction, location: () => SourceLocation | undefined): void {
  const isLive = properties.get('Handler')?.value === 'live-lambda.handler';
  const isPlaceholder = properties.get('Code')?.member('ZipFile')?.value === 'export function placeholder() {}';
  if (!isLive && !isPlaceholder) return;
  const why = isLive ? 'the assembly is that of `sst dev`' : 'its stack was not built';
  throw new UserError({
    code: 'sst-stub',
    message: `The function ${key} is a stub of SST in place of its code: ${why}.`,
    hint: 'Run `npx sst build` before this step, for all stacks.',
    location: location(),
  });
}
