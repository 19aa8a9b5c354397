import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LambdaFunction } from '../../../src/lambda/function/lambda-function.js';
import { readDocument } from '../../../src/service/document/read-document.js';
import type { OverriddenNames } from '../../../src/service/overridden-names.js';
import { repositoryRoot } from '../../paths.js';
import { folderOf } from '../../service/open-folder.js';
import { openTemplate } from '../../service/templates/open-template.js';
import { type Python, pythonWith } from '../plugins/python-with.js';

const run = promisify(execFile);
const script = join(repositoryRoot, 'test', 'services', 'templates', 'translate.py');

/** A Python that has SAM's own transform. */
export function findTranslator(): Promise<Python | { readonly unavailable: string }> {
  return pythonWith('aws-sam-translator', '1.115.0');
}

/** What SAM's own transform makes of a template. */
export async function translated(
  python: Python | { readonly unavailable: string },
  file: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const environment = {
    PATH: 'path' in python ? python.path : '',
    AWS_DEFAULT_REGION: 'us-east-1',
  };
  const document = await readDocument(file);
  const folder = await folderOf({ 'template.json': JSON.stringify(document?.value) });
  const { stdout } = await run('python3', [script, join(folder, 'template.json'), JSON.stringify(parameters)], {
    env: environment,
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** The code of the transform's functions is in a bucket: in its place is a folder. */
export async function loadTranslated(
  folder: string,
  key: string,
  options: object,
  overridden?: OverriddenNames,
): Promise<LambdaFunction> {
  const file = join(folder, 'template.json');
  const template = JSON.parse(await readFile(file, 'utf8'));
  const { Properties } = template.Resources[key];
  if (Properties.Code?.ZipFile === undefined) Properties.Code = '.';
  Properties.Layers = [];
  const local = join(folder, key);
  await mkdir(local, { recursive: true });
  await writeFile(join(local, 'template.json'), JSON.stringify(template));
  const { service } = await openTemplate({}, { ...options, config: join(local, 'template.json') });
  return service.load(key, overridden);
}
