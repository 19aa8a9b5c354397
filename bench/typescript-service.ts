import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interpreter } from './service.js';
import { temporaryFolder } from './temporary-folders.js';

/** How many modules the larger project has. */
export const moduleCount = 300;

/** One way to have the same two functions, `hello` and `many`: in JavaScript, or in TypeScript with or without an esbuild. */
export type Flavour = 'JavaScript' | 'TypeScript, esbuild' | 'TypeScript, no esbuild';

/**
 * Writes a service whose functions are as alike in each flavour as the languages let them be.
 * @param esbuild the folder of an installed esbuild
 * @returns its folder
 */
export function writeFlavour(flavour: Flavour, node: Interpreter, esbuild: string): string {
  const folder = temporaryFolder();
  const isTyped = flavour !== 'JavaScript';
  const extension = isTyped ? 'ts' : 'js';
  const typed = (type: string): string => (isTyped ? `: ${type}` : '');
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  const exported = (name: string, value: string): string =>
    isTyped ? `export const ${name} = ${value};` : `exports.${name} = ${value};`;
  const imported = (name: string, from: string): string =>
    isTyped ? `import { ${name} } from '${from}';` : `const { ${name} } = require('${from}');`;

  write('serverless.yml', [
    'service: bench',
    `provider: { name: aws, runtime: nodejs${node.version.split('.')[0]}.x }`,
    'functions: { hello: { handler: hello.handler }, many: { handler: many.handler } }',
  ]);
  const event = typed('{ name: string }');
  write(`hello.${extension}`, [
    exported('handler', `async (event${event}) => ({ message: 'Hello, ' + event.name + '!' })`),
  ]);
  mkdirSync(join(folder, 'parts'));
  const names = Array.from({ length: moduleCount - 1 }, (_, index) => `part${index}`);
  for (const [index, name] of names.entries()) {
    write(`parts/${name}.${extension}`, [
      ...(isTyped ? ['export interface Item { readonly id: number; readonly text: string }'] : []),
      ...Array.from({ length: 20 }, (_, line) =>
        exported(`${name}_${line}`, `(id${typed('number')}) => ({ id: id + ${line}, text: 'item ' + id })`),
      ),
      exported(name, String(index)),
    ]);
  }
  write(`many.${extension}`, [
    ...names.map((name) => imported(name, `./parts/${name}`)),
    exported('handler', `async () => ${names.join(' + ')}`),
  ]);
  if (flavour === 'TypeScript, esbuild') {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(esbuild, join(folder, 'node_modules', 'esbuild'), 'junction');
  }
  return folder;
}
