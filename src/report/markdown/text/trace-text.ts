import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadTraceLine } from '../../trace/read-trace.js';

/** The mark in front of a frame of the user's own code. */
const marker = '▶ ';

/** A trace with the frames of the user's own code marked, and with paths below the workspace made relative to it. */
export function traceText(trace: readonly ReadTraceLine[], workspace: string): string {
  const lines = trace.map((line) => ({ ...line, text: withinWorkspace(line, workspace) }));
  const users = lines.filter(({ kind }) => kind === 'user');
  if (users.length === 0) return lines.map(({ text }) => text).join('\n');
  // If frames are indented, the mark replaces blanks; if not, all frames are moved to make room for it.
  const indented = users.every(({ text }) => text.startsWith('  '));
  return lines
    .map(({ text, kind }) => {
      if (kind === 'text') return text;
      const rest = indented ? text.slice(marker.length) : text;
      return kind === 'user' ? marker + rest : indented ? text : `  ${text}`;
    })
    .join('\n');
}

function withinWorkspace({ text, kind }: ReadTraceLine, workspace: string): string {
  if (kind === 'text') return text;
  return text.replaceAll(`${pathToFileURL(workspace).href}/`, '').replaceAll(workspace + sep, '');
}
