import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the functions of a large service stand. */
export type FunctionLayout = 'in one file' | 'in a file each';

/**
 * Writes a service of many functions. Each has two variables: a name that the service's own makes, and a value of a file of
 * settings that ten functions share.
 */
export async function writeLargeService(folder: string, count: number, layout: FunctionLayout): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const functions = numbers.map((number): [string, string] => [`functions/f${number}.yml`, functionText(number)]);
  const settings = numbers.filter((number) => number % 10 === 0).map(settingsOfTen);
  const isOneFile = layout === 'in one file';
  const configuration = [
    'service: large',
    'provider:',
    '  name: aws',
    '  runtime: nodejs22.x',
    '  region: eu-west-1',
    '  environment:',
    '    REGION: ${aws:region}',
    'custom:',
    '  prefix: ${self:service}-${sls:stage}',
    'functions:',
    ...functions.map(([file, text]) => (isOneFile ? text.replaceAll(/^/gm, '  ').trimEnd() : `  - \${file(${file})}`)),
    '',
  ].join('\n');
  const files: [string, string][] = [
    ['serverless.yml', configuration],
    ['src/handler.js', 'exports.handler = async () => [process.env.TABLE, process.env.LIMIT, process.env.REGION];\n'],
    ...settings,
    ...(isOneFile ? [] : functions),
  ];
  for (const name of ['functions', 'settings', 'src']) await mkdir(join(folder, name), { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}

function functionText(number: number): string {
  return [
    `f${number}:`,
    '  handler: src/handler.handler',
    `  timeout: ${(number % 30) + 1}`,
    `  memorySize: ${128 + 64 * (number % 8)}`,
    '  environment:',
    `    TABLE: \${self:custom.prefix}-t${number}`,
    `    LIMIT: \${file(settings/g${Math.floor(number / 10)}.json):limits.f${number}}`,
    '',
  ].join('\n');
}

function settingsOfTen(first: number): [string, string] {
  const limits = Array.from({ length: 10 }, (_, index) => [`f${first + index}`, (first + index) * 10]);
  return [`settings/g${first / 10}.json`, JSON.stringify({ limits: Object.fromEntries(limits) })];
}
