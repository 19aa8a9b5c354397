import type { LogSink, LogSource } from '../lambda/platform-log/log-sink.js';
import { createSecretFilter, type SecretFilter } from '../report/secrets/secret-filter.js';
import { PrefixedLog } from './prefixed-log.js';

/** Where the log of a sandbox goes, and what of it. */
export interface ServedLogOptions {
  /** The function's key, which stands before each line. */
  readonly name: string;
  /** May grow. */
  readonly secrets: readonly string[];
  /** The platform's own lines as they are shown; empty for those that are not. */
  readonly platform?: (lines: Buffer) => Buffer;
  /** Takes whole lines. */
  readonly write: (lines: Buffer) => void | Promise<void>;
}

/** The log of one sandbox among those of others, without secrets. */
export function servedLog({ name, secrets, platform = (lines) => lines, write }: ServedLogOptions): LogSink {
  const lines = new PrefixedLog(name, write);
  const filters = new Map<LogSource, SecretFilter>();
  return {
    async write(chunk, source) {
      const isPlatform = source === 'platform';
      if (isPlatform) for (const [other, filter] of filters) await lines.write(filter.flush(), other);
      const filter = filters.get(source) ?? createSecretFilter(secrets);
      filters.set(source, filter);
      await lines.write(filter.push(isPlatform ? platform(chunk) : chunk), source);
    },
  };
}
