import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import type { AddedFile, PackedCode } from '../../../lambda/function/lambda-function.js';
import { parseRuntime } from '../../../lambda/function/runtimes.js';
import { invalidSetting } from '../../document/settings.js';
import type { Property } from './properties.js';

/** Where code is, and how a message names the place that says so. */
export interface CodePlace {
  readonly place: Pick<Property, 'name' | 'node'>;
  /** As written: relative to `folder`, or absolute. */
  readonly path: string;
  /** Absolute. */
  readonly folder: string;
  /** What to do where nothing is there. */
  readonly hint: string;
}

/**
 * Code in a folder, or in an archive.
 * @throws UserError where nothing is there
 */
export function codeAt({ place, path, folder, hint }: CodePlace): PackedCode {
  if (/^(?:s3|https?):\/\//i.test(path)) {
    throw invalidSetting(place, `is ${path}, and only code on this machine can be run`, {
      code: 'code-remote',
      hint: 'Download it before, and name the file or the folder.',
    });
  }
  const found = resolve(folder, path);
  const kind = statusOf(found);
  if (kind?.isDirectory() === true) return { kind: 'folder', folder: found };
  if (kind?.isFile() === true && /\.(?:zip|jar)$/i.test(found)) return { kind: 'zip', file: found };
  if (kind !== undefined) {
    throw invalidSetting(place, `is ${displayPath(found)}, which is neither a folder nor a zip file`, {
      code: 'code-not-code',
      hint: 'Code is a folder, a .zip or a .jar.',
    });
  }
  throw invalidSetting(place, `is ${displayPath(found)}, which does not exist`, { code: 'code-missing', hint });
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The extension of the file that CloudFormation makes of inline code ("AWS::Lambda::Function Code", `ZipFile`). */
const inlineExtensions: Readonly<Record<string, string>> = { nodejs: 'js', python: 'py', ruby: 'rb' };

/** The file that code in the template becomes. */
export function inlineFile(place: Pick<Property, 'name' | 'node'>, text: string, runtime: string): AddedFile {
  const extension = inlineExtensions[parseRuntime(runtime)?.language ?? ''];
  if (extension === undefined) {
    throw invalidSetting(place, `is code in the template, which Lambda takes for Node.js, Python and Ruby only`, {
      code: 'code-inline-refused',
    });
  }
  return { path: `index.${extension}`, content: { text } };
}
