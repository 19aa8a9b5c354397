import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { repositoryRoot } from '../../paths.js';

/** The schema of the common shape of JUnit reports. */
const schemaFile = join(repositoryRoot, 'test', 'report', 'junit', 'junit.xsd');
const schema = readFileSync(schemaFile, 'utf8');

/**
 * What is wrong with JUnit reports: that they are not well-formed, or not valid. A problem begins with the place of its report among them. All
 * are given at once where there are many, since the validator is compiled for each call.
 */
export async function junitProblems(...reports: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: reports.map((contents, index) => ({ fileName: `junit-${index}.xml`, contents })),
    schema: [{ fileName: 'junit.xsd', contents: schema }],
    maxMemoryPages: 16_384,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** Whether the `xmllint` of this machine takes it for valid; `undefined` where there is none. */
export function validBySystem(xml: string): boolean | undefined {
  const { error, status } = spawnSync('xmllint', ['--noout', '--schema', schemaFile, '-'], { input: xml });
  return error === undefined ? status === 0 : undefined;
}

/** The texts of an element and the attributes with a name, as a reader of XML gets them. */
export function textsIn(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'))].map(([, text = '']) =>
    unescaped(text),
  );
}

/** The attributes of the first element of a name. */
export function attributesOf(xml: string, element: string): Record<string, string> {
  const [, written = ''] = new RegExp(`<${element}((?: [^>]*)?)/?>`).exec(xml) ?? [];
  return Object.fromEntries(
    [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? '') : String.fromCharCode(Number(code)),
  );
}
