import { nearestName } from '../../../../diagnostics/nearest-name.js';
import { SourceFailure } from '../problem.js';
import type { TypedSource } from '../syntax.js';

/** The failure for a source that nobody provides, with the one that was probably meant. */
export function unknownSource({ type, text }: TypedSource, known: Iterable<string>): SourceFailure {
  const names = [...known];
  const nearest = nearestName(type, names);
  return new SourceFailure(
    'variable-source-unknown',
    `has an unknown source, \`${type}\``,
    nearest === undefined
      ? `The sources are ${names.join(', ')}. Sources that plugins add are not available.`
      : `Did you mean \${${nearest}${text.slice(type.length)}}?`,
  );
}
