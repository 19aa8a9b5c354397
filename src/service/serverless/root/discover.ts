import { existsSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';

import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import type { ConfigDocument, ConfigFile } from '../../document/config-node.js';
import { readDocument } from '../../document/read-document.js';
import { isScript } from '../scripts/script-file.js';
import type { Scripts } from '../scripts/scripts.js';

/** The extensions of the configuration, in the framework's order. */
export const extensions = ['.yml', '.yaml', '.json', '.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];

/** The project's configuration as read, before anything in it is resolved. */
export type MainDocument = ConfigDocument & { readonly file: ConfigFile };

/**
 * Finds and reads the configuration: the given file, or the first of `serverless.yml`, `.yaml`, `.json`, … in the folder.
 * @throws UserError where there is none, or it can't be read.
 */
export async function readConfiguration(
  folder: string,
  config: string | undefined,
  scripts: Scripts,
): Promise<MainDocument> {
  if (config !== undefined && config !== '') return readGiven(resolve(folder, config), scripts);
  for (const extension of extensions) {
    const document = await readCandidate(join(folder, `serverless${extension}`), scripts);
    if (document !== undefined) return document;
  }
  throw await nothingFound(folder);
}

async function readGiven(path: string, scripts: Scripts): Promise<MainDocument> {
  const extension = extname(path).toLowerCase();
  if (!extensions.includes(extension)) {
    throw new UserError({
      code: 'config-format',
      message: `The configuration ${displayPath(path)} has the extension \`${extension}\`, which is none of ${extensions.join(', ')}, or .template.`,
    });
  }
  const document = await readCandidate(path, scripts);
  if (document !== undefined) return document;
  throw new UserError({
    code: 'config-missing',
    message: `The configuration ${displayPath(path)} does not exist.`,
    hint: 'The path is relative to the working directory.',
  });
}

/** Reads a configuration, or runs it where it is a script; `undefined` where there is no such file. */
export async function readCandidate(path: string, scripts: Scripts): Promise<MainDocument | undefined> {
  if (isScript(path)) return scripts.readConfiguration(path);
  const document = await readDocument(path);
  return document?.file && { file: document.file, value: document.value };
}

async function nothingFound(folder: string): Promise<UserError> {
  const shown = displayPath(folder);
  const exists = existsSync(folder);
  if (!exists || !statSync(folder).isDirectory()) {
    return new UserError({
      code: 'working-directory',
      message: `The working directory ${shown} ${exists ? 'is not a folder' : 'does not exist'}.`,
    });
  }
  return new UserError({
    code: 'config-missing',
    message: `There is no configuration in ${shown === '.' ? folder : shown}: looked for serverless${extensions.join(', serverless')}; for a template with functions (template.yaml, .yml or .json, or SAM's build of it); and for an assembly of the CDK (cdk.out).`,
    hint: existsSync(join(folder, 'serverless.toml'))
      ? 'There is a serverless.toml, which is not understood: write it as YAML.'
      : 'Run in the folder of the project, or name it as the working directory; a file with another name is given as `config`.',
  });
}
