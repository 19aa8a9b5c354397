import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ExactJson } from '../../json/exact-number.js';
import type { SchemaReference } from '../expectations/expectations.js';
import type { OnMistake } from './case-mistakes.js';

/** Reads `schema`. */
export function readSchemaReference(
  written: ExactJson | undefined,
  folder: string,
  onMistake: OnMistake,
): SchemaReference | undefined {
  if (typeof written !== 'string') return undefined;
  const hash = written.indexOf('#');
  const [path, fragment] = hash === -1 ? [written, ''] : [written.slice(0, hash), written.slice(hash + 1)];
  const mistake = (message: string, hint?: string): undefined =>
    onMistake({ path: ['schema'], message, hint }) as undefined;
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path))
    return mistake(`\`schema\` is an address, and must be a file: \`${written}\``);
  if (path === '')
    return mistake('`schema` names no file', 'Write it before the #, such as `openapi.yml#/components/schemas/Order`.');
  if (fragment !== '' && !fragment.startsWith('/')) {
    return mistake(
      `\`schema\` has after its # what is no path: \`${fragment}\``,
      'Such as `#/components/schemas/Order`.',
    );
  }
  const file = resolve(folder, path);
  if (!existsSync(file))
    return mistake(`the schema \`${path}\` does not exist`, 'Its path is relative to the file that names it.');
  return { file, pointer: decodeFragment(fragment) };
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
