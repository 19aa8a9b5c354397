import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { LambdaFunction } from '../../../src/lambda/function/lambda-function.js';
import { readDocument } from '../../../src/service/document/read-document.js';
import { fixture, repositoryRoot } from '../../paths.js';
import { folderOf } from '../../service/open-folder.js';
import { openTemplate } from '../../service/templates/open-template.js';
import { pythonWith } from '../plugins/python-with.js';

const run = promisify(execFile);
const python = await pythonWith('aws-sam-translator', '1.115.0');
if ('unavailable' in python) console.warn(`The comparison with SAM's transform is skipped: ${python.unavailable}`);

const script = join(repositoryRoot, 'test', 'services', 'templates', 'translate.py');

/** What SAM's own transform makes of a template. */
async function translated(file: string, parameters: Readonly<Record<string, string>>): Promise<string> {
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

/** What the two have to agree on. */
const comparedOf = ({
  handler,
  runtime,
  timeoutMs,
  memorySizeMiB,
  architecture,
  environment,
  logging,
}: LambdaFunction) => ({
  handler,
  runtime,
  timeoutMs,
  memorySizeMiB,
  architecture,
  environment,
  logging,
});

const onlyWithPython = 'unavailable' in python ? describe.skip : describe;

onlyWithPython("SAM's own transform and this room agree", () => {
  test.each([
    ['sam-init', {}],
    ['sam-init', { Greeting: 'given' }],
    ['sam-esbuild', {}],
    ['sam-esbuild', { Stage: 'prod' }],
    ['sam-python', { Version: '8' }],
    [
      'sam-python/nested',
      { QueueArn: 'arn:aws:sqs:us-east-1:123456789012:q', Layer: 'arn:aws:lambda:us-east-1:123456789012:layer:l:1' },
    ],
  ])('on the functions of %s with %j', async (name, parameters) => {
    const file = fixture('templates', ...name.split('/'), 'template.yaml');
    const folder = await folderOf({ 'template.json': await translated(file, parameters) });
    const options = { params: parameters, region: 'us-east-1' };
    const copy = await folderOf({});
    await cp(dirname(file), copy, { recursive: true, filter: (source) => !source.endsWith('samconfig.toml') });
    const { service: own } = await openTemplate({}, { ...options, config: join(copy, 'template.yaml') });
    const { service: theirs } = await openTemplate({}, { ...options, config: join(folder, 'template.json') });
    const names = (await own.names()).filter((key) => !key.includes('/'));
    expect((await theirs.names()).sort()).toEqual(names.toSorted());
    for (const key of names) {
      const [one, other] = [await own.load(key), await loadTranslated(folder, key, options)];
      expect({ key, ...comparedOf(one) }).toEqual({ key, ...comparedOf(other) });
    }
  });
});

/** The code of the transform's functions is in a bucket: in its place is a folder. */
async function loadTranslated(folder: string, key: string, options: object): Promise<LambdaFunction> {
  const file = join(folder, 'template.json');
  const template = JSON.parse(await readFile(file, 'utf8'));
  const { Properties } = template.Resources[key];
  if (Properties.Code?.ZipFile === undefined) Properties.Code = '.';
  Properties.Layers = [];
  const local = join(folder, key);
  await mkdir(local, { recursive: true });
  await writeFile(join(local, 'template.json'), JSON.stringify(template));
  const { service } = await openTemplate({}, { ...options, config: join(local, 'template.json') });
  return service.load(key);
}
