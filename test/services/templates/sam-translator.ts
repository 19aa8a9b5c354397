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
import { pythonWith } from '../plugins/python-with.js';
import { type Question, recordedAnswer } from '../recorded-answer.js';

const run = promisify(execFile);
const script = join(repositoryRoot, 'test', 'services', 'templates', 'translate.py');

const version = '1.115.0';

/**
 * What SAM's own transform makes of a template. It is installed where it has to be asked.
 * @param title the name of the recording
 */
export async function translated(
  title: string,
  file: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const document = JSON.stringify((await readDocument(file))?.value);
  const question: Question = {
    name: ['sam-transform', title],
    program: `aws-sam-translator ${version}`,
    args: [document, parameters, await readFile(script, 'utf8')],
  };
  return recordedAnswer(question, async () => {
    const python = await pythonWith('aws-sam-translator', version);
    if ('unavailable' in python) throw new Error(python.unavailable);
    const folder = await folderOf({ 'template.json': document });
    const { stdout } = await run('python3', [script, join(folder, 'template.json'), JSON.stringify(parameters)], {
      env: { PATH: python.path, AWS_DEFAULT_REGION: 'us-east-1' },
      timeout: 60_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  });
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
