import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { parse } from 'acorn';
import { emitAnyModule, emitModule } from '../../src/typescript/compiler/emit-module.js';
import { emitOptions } from '../../src/typescript/compiler/emit-options.js';
import { compilePlain } from '../../src/typescript/compiler/plain/plain-module.js';
import type { TypeScriptProject } from '../../src/typescript/compiler/project.js';
import type { ModuleFormat } from '../../src/typescript/module-format.js';
import { repositoryRoot } from '../paths.js';

const formats: readonly ModuleFormat[] = ['cjs', 'mjs'];

/** What the compiler does differently by these options, a module that is taken as plain does alike. */
const projects: readonly TypeScriptProject[] = [
  { options: {} },
  { options: { strict: true, verbatimModuleSyntax: true, esModuleInterop: false, useDefineForClassFields: false } },
];

const plain: readonly (readonly [string, string])[] = [
  [
    'annotations',
    'export const f = (a: number, b?: string, ...c: readonly string[]): void => {}; let x!: number; f(x);',
  ],
  [
    'casts',
    'export const f = (a: unknown) => (a as any).b!.c satisfies string; export const g = f(<const T>(x: T) => x);',
  ],
  [
    'casts at the end of a line',
    'const a = [1] as number[]\n;[2].map((b) => b)\nconst c = a as any\n(c)\nexport { a }',
  ],
  ['a type at the end of a line', 'const a = 1\ntype B = string\n(a)\ninterface C {}\n[1].map((b) => b)\nexport { a }'],
  [
    'a type over many lines before an arrow',
    'export const f = async (\n  a: string,\n): Promise<{\n  a: 1\n}> => a\nf("")',
  ],
  [
    'generics',
    'export function f<T extends {}>(a: Map<string, T>) { return new Set<T>([a.get<T>("x")]); } f<\n{}>(new Map)',
  ],
  [
    'overloads',
    'export function f(a: string): void\nexport function f(a: number): void\nexport function f(a: any) { return a }',
  ],
  ['this as a parameter', 'export function f(this: Date, a: string) { return [this, a] } function g(this: Date) {} g'],
  [
    'interfaces and declarations',
    'export interface A {} declare const b: A; declare global { var c: 1 } declare module "x"; export { b as d }; const b = 1',
  ],
  [
    'classes',
    'export abstract class A<T> extends Map<string, T> implements Iterable<T> { [k: string]: unknown; declare x: 1\n static a?: string\n *g() {} abstract y(): void; private readonly b = 1; protected override get c(): T { return A } constructor(a?: T) { super() } m?(): void }',
  ],
  ['private fields', 'export class A { #a!: number; static { new A().#a = 1 } has(b: object) { return #a in b } }'],
  ['a default class without a name', 'export default class { a = 1 }'],
  ['an abstract default class', 'export default abstract class A {}'],
  ['a default function', 'export default async function handler<T>(event: T) { return handler }'],
  ['a default function without a name', 'export default async function <T>(event: T) {}'],
  ['a default value', "import { a } from 'a'; export default a"],
  [
    'imports',
    "import a, { b as c, type D, e } from './a.js'; import * as f from 'f'; import g from 'g'; import 'h'; a(c, f, g), e;",
  ],
  [
    'imports of types',
    "import { A, B } from 'a'; import type C from 'c'; import D from 'd'; export const x = (a: A): B => a as D",
  ],
  [
    'the same name as a type and a value',
    "import { z } from 'z'; export const A = z.object(); export type A = z.infer<typeof A>; A",
  ],
  [
    'uses of imports',
    "import { a, b } from '1-x/y.z.js'; a(); a`b`; new a(); a?.(); ({ a, b: b, c: a }); [...b]; typeof a; a.a(a.b)",
  ],
  ['casts of imports', "import { a } from 'a'; (a as any)(); a!(); (a)()"],
  [
    'uses of exports',
    'export const a = () => a(); export const b = a(); export const c = class {}; export const d = { a, b, c }; b.x; new c',
  ],
  [
    'exports of others',
    "export { a, b as c, type D } from './a'; export * from './b'; export * as e from './c'; export type { F } from 'f'",
  ],
  [
    'lists of exports',
    'const a = 1; function b() {} class C {} type D = 1; export { a, b, C as E, a as f, b as g, D }',
  ],
  [
    'more than fifty exports',
    Array.from({ length: 120 }, (_, index) => `export const a${index} = ${index};`).join('\n'),
  ],
  ['types alone', 'export type A = string; export interface B { a: A }'],
  ['nothing', 'export {}'],
];

const others: readonly (readonly [string, string])[] = [
  ['an enum', 'export enum A { B }'],
  ['a namespace', 'export namespace A { export const b = 1 }'],
  ['a parameter that is a property', 'export class A { constructor(private readonly b: string) {} }'],
  ['a decorator', 'export @a class A {}; declare const a: any'],
  ['"using"', 'export async function f() { using a = g(); } declare const g: any'],
  ['"accessor"', 'export class A { accessor b = 1 }'],
  ['"import = require()"', "import a = require('a'); export const b = a"],
  ['a name that means two things', "import { a } from 'a'; export const b = (a: string) => a; a()"],
  ['an export that gets another value', 'export let a = 1; a = 2'],
  [
    'an operator that would bind otherwise',
    'export const a = (b: any) => (b + 1 as any) * 2; export const c = 1 + 2 as any * 3',
  ],
  ['a script', 'const a = 1'],
  ['a directive', '"use strict"; export const a = 1'],
  ['a mistake', 'export const a: = 1'],
];

test.each(plain)('what has only types on top is compiled as by the compiler: %s', (_, text) => {
  for (const format of formats) {
    const compiled = compile(text, format);
    expect(compiled).toBeDefined();
    expectSame(compiled ?? '', compileWhole(text, format), format);
    for (const project of projects) {
      const other = compile(text, format, project);
      if (other !== undefined) expectSame(other, compileWhole(text, format, project), format);
    }
  }
});

test.each(others)('what is more than types is left to the compiler: %s', (_, text) => {
  expect(compile(text, 'cjs')).toBeUndefined();
});

test.each(['export const a = 1', 'export enum A { B }'])(
  'a CommonJS module is strict where its project is: %s',
  (text) => {
    const module = { file: '/project/module.ts', text, format: 'cjs', redirect: () => undefined } as const;
    expect(emitModule({ ...module, project: { options: { strict: true } } })).toMatch(/^"use strict";/);
    expect(emitModule({ ...module, project: { options: {} } })).not.toMatch(/^"use strict";/);
  },
);

describe.each(['src/typescript', 'src/process'])('the modules of %s', (folder) => {
  const files = readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(repositoryRoot, folder, name));

  test('are compiled as by the compiler', () => {
    let compiled = 0;
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      for (const format of formats) {
        for (const project of projects) {
          const module = compile(text, format, project);
          if (module === undefined) continue;
          compiled++;
          expectSame(module, compileWhole(text, format, project), format, file);
        }
      }
    }
    expect(compiled).toBeGreaterThan(files.length * 3);
  });

  test('have source maps that lead to the same places', () => {
    for (const file of files.slice(0, 20)) {
      const module = { file, text: readFileSync(file, 'utf8'), format: 'cjs', project: { options: {} } } as const;
      const redirect = () => undefined;
      expect(callPlaces(emitModule({ ...module, redirect }))).toEqual(
        callPlaces(emitAnyModule({ ...module, redirect })),
      );
    }
  });
});

function compile(text: string, format: ModuleFormat, project: TypeScriptProject = { options: {} }): string | undefined {
  const module = { file: '/project/module.ts', text, format, options: emitOptions(project, format) };
  const compiled = compilePlain({ ...module, redirect: () => undefined });
  if (compiled === undefined) return undefined;
  expect(compiled.head).not.toContain('\n');
  expect(compiled.code.split('\n')).toHaveLength(text.split('\n').length);
  return `${compiled.head}\n${compiled.code}`;
}

function compileWhole(text: string, format: ModuleFormat, project: TypeScriptProject = { options: {} }): string {
  return emitAnyModule({ file: '/project/module.ts', text, format, project, redirect: () => undefined })
    .split('\n')
    .slice(1)
    .filter((line) => line !== '"use strict";')
    .join('\n');
}

/** Compares what two texts mean. As text first: to compare trees takes longer than to compile. */
function expectSame(compiled: string, whole: string, format: ModuleFormat, file = ''): void {
  const [ours, theirs] = [meaning(compiled, format), meaning(whole, format)];
  if (ours !== theirs) expect([file, JSON.parse(ours)]).toEqual([file, JSON.parse(theirs)]);
}

/** The syntax tree of JavaScript as JSON, without what has no meaning. */
function meaning(text: string, format: ModuleFormat): string {
  return JSON.stringify(syntax(text, format), (key, value) => {
    if (key === 'start' || key === 'end' || key === 'raw') return undefined;
    if (typeof value === 'bigint' || value instanceof RegExp) return String(value);
    return Array.isArray(value) ? value.filter((node) => !isEmpty(node)) : value;
  });
}

function syntax(text: string, format: ModuleFormat): ReturnType<typeof parse> {
  return parse(text, { ecmaVersion: 'latest', sourceType: format === 'mjs' ? 'module' : 'script', locations: false });
}

function isEmpty(node: unknown): boolean {
  if (typeof node !== 'object' || node === null || !('type' in node)) return false;
  const { type, declaration, source, specifiers } = node as Record<string, unknown>;
  if (type === 'EmptyStatement') return true;
  const isBare = declaration === null && source === null && Array.isArray(specifiers) && specifiers.length === 0;
  return type === 'ExportNamedDeclaration' && isBare;
}

/** Where the calls of a compiled module come from, in their order. */
function callPlaces(compiled: string): string[] {
  const encoded = /base64,(\S+)/.exec(compiled)?.[1] ?? '';
  const map = new TraceMap(Buffer.from(encoded, 'base64').toString('utf8'));
  const places: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, loc } = node as { type?: string; loc?: { start: { line: number; column: number } } };
    if (loc !== undefined && (type === 'CallExpression' || type === 'NewExpression' || type === 'ThrowStatement')) {
      const { line, column } = originalPositionFor(map, loc.start);
      if (line !== null) places.push(`${type} ${line}:${column}`);
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parse(compiled, { ecmaVersion: 'latest', sourceType: 'script', locations: true }));
  return places;
}
