import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a service of many functions: each in a file of its own, with two variables, one of which is a value of another
 * file. The files of a group of ten functions share one file of settings.
 */
export async function writeLargeService(folder: string, count: number): Promise<void> {
  for (const name of ['functions', 'settings', 'src']) await mkdir(join(folder, name), { recursive: true });
  const numbers = Array.from({ length: count }, (_, index) => index);
  const files = numbers.map((number): [string, string] => [
    `functions/f${number}.yml`,
    [
      `f${number}:`,
      '  handler: src/handler.handler',
      `  timeout: ${(number % 30) + 1}`,
      `  memorySize: ${128 + 64 * (number % 8)}`,
      '  environment:',
      `    TABLE: \${self:service}-\${sls:stage}-t${number}`,
      `    LIMIT: \${file(settings/g${Math.floor(number / 10)}.json):limits.f${number}}`,
      '',
    ].join('\n'),
  ]);
  const groups = numbers
    .filter((number) => number % 10 === 0)
    .map((first): [string, string] => {
      const limits = Array.from({ length: 10 }, (_, index) => [`f${first + index}`, (first + index) * 10]);
      return [`settings/g${first / 10}.json`, JSON.stringify({ limits: Object.fromEntries(limits) })];
    });
  const configuration = [
    'service: large',
    'provider:',
    '  name: aws',
    '  runtime: nodejs22.x',
    '  region: eu-west-1',
    '  environment:',
    '    REGION: ${aws:region}',
    'functions:',
    ...numbers.map((number) => `  - \${file(functions/f${number}.yml)}`),
    '',
  ].join('\n');
  const handler = 'exports.handler = async () => [process.env.TABLE, process.env.LIMIT, process.env.REGION];\n';
  for (const [name, text] of [...files, ...groups]) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'src', 'handler.js'), handler);
  await writeFile(join(folder, 'serverless.yml'), configuration);
}
