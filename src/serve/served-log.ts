import type { LogSink, LogSource } from '../lambda/platform-log/log-sink.js';
import { createSecretFilter, type SecretFilter } from '../report/secrets/secret-filter.js';
import { PrefixedLog } from './prefixed-log.js';

/** Where the log of a sandbox goes, and what of it. */
export interface ServedLogOptions {
  /** The function's key, which stands before each line. */
  readonly name: string;
  /** May grow. */
  readonly secrets: readonly string[];
  /** Whether the platform's own lines are left out. */
  readonly isQuiet?: boolean;
  /** Takes whole lines. */
  readonly write: (lines: Buffer) => void | Promise<void>;
}

/** The log of one sandbox among those of others, without secrets. */
export function servedLog({ name, secrets, isQuiet = false, write }: ServedLogOptions): LogSink {
  const lines = new PrefixedLog(name, write);
  const filters = new Map<LogSource, SecretFilter>();
  return {
    async write(chunk, source) {
      if (source === 'platform') {
        for (const [other, filter] of filters) await lines.write(filter.flush(), other);
        if (isQuiet) return;
      }
      const filter = filters.get(source) ?? createSecretFilter(secrets);
      filters.set(source, filter);
      await lines.write(filter.push(chunk), source);
    },
  };
}
