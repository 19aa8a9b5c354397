import { openSync, writeSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayLocation } from '../../diagnostics/display-path.js';

/** How long the log of a server may become, in bytes: handlers may print without end. */
const longestLog = 100 * 1024 * 1024;

/** The file with all that a server says. */
export interface ServerLog {
  readonly write: (bytes: Buffer) => void;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Opens the file, which must not exist yet. */
export function openServerLog(file: string): ServerLog {
  const descriptor = openSync(file, 'wx', 0o600);
  let bytes = 0;
  const said = new Set<string>();
  const write = (chunk: Buffer): void => {
    if (bytes > longestLog) return;
    bytes += chunk.length;
    writeSync(descriptor, chunk);
    if (bytes > longestLog) writeSync(descriptor, '\nThe log is longer than 100 MiB. What follows is left out.\n');
  };
  return {
    write,
    report(diagnostic) {
      const text = textOf(diagnostic);
      if (said.has(text)) return;
      said.add(text);
      write(Buffer.from(text));
    },
  };
}

function textOf({ severity, message, location, hint }: Diagnostic): string {
  const place = location === undefined ? '' : `\n  at ${displayLocation(location)}`;
  const advice = hint === undefined ? '' : `\n  ${hint.replaceAll('\n', '\n  ')}`;
  return `${severity}: ${message}${place}${advice}\n`;
}
