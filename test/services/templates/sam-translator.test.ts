import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LambdaFunction } from '../../../src/lambda/function/lambda-function.js';
import { fixture } from '../../paths.js';
import { folderOf } from '../../service/open-folder.js';
import { openTemplate } from '../../service/templates/open-template.js';
import { loadTranslated, translated } from './sam-translator.js';

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

describe("SAM's own transform and this room agree", () => {
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
    const title = [name, ...Object.keys(parameters)].join(' ');
    const folder = await folderOf({ 'template.json': await translated(title, file, parameters) });
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
