import type { Members } from '../aws-call.js';
import type { ServiceModel, StructureShape } from '../models/service-model.js';
import { type LeftOutPath, withoutPaths } from './left-out-paths.js';
import { withoutSecrets } from './secret-members.js';
import { mapTexts, withoutAccounts } from './volatile.js';
import { fromWritten, toWritten, type Written } from './written-values.js';

/** What recordings leave out beside what they always do. */
export interface Cleaning {
  /** Replaces the secrets that are known in a text. */
  readonly redact: (text: string) => string;
  readonly paths: readonly LeftOutPath[];
}

/** Members as a recording may keep them: without secrets, credentials and the number of the account. */
export function cleaned(
  model: ServiceModel,
  operation: string,
  shape: StructureShape,
  members: Members,
  { redact, paths }: Cleaning,
): Members {
  const call = `${model.name}:${operation}`;
  const open = withoutPaths(call, withoutSecrets(model.name, members), paths);
  // Bytes that are text may have secrets in them, too.
  const readable = toWritten(model, shape, open);
  return fromWritten(
    model,
    shape,
    mapWritten(readable, (text) => withoutAccounts(redact(text))),
  );
}

function mapWritten(value: Written, change: (text: string) => string): Written {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapWritten(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [mapTexts(name, change), mapWritten(inner, change)]),
  );
}
