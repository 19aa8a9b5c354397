import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { openServerlessService, type ServerlessService } from '../../src/service/serverless/serverless-service.js';
import type { ProjectCode, ServiceOptions } from '../../src/service/service.js';
import { atFileEnd } from '../at-file-end.js';
import { repositoryRoot } from '../paths.js';

const folders: string[] = [];
const services: ServerlessService[] = [];

atFileEnd(async () => {
  await Promise.all(services.splice(0).map((service) => service[Symbol.asyncDispose]()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Writes files (by relative path) into a new folder, which is removed at the end. */
export async function folderOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'invoke local service '));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}

/** How code of the configuration is run where the test is not about it. */
export const projectCode: ProjectCode = {
  runtimes: join(repositoryRoot, 'runtimes'),
  signal: new AbortController().signal,
  onOutput: () => {},
  onLeft: () => {},
};

export type TestOptions = Partial<Omit<ServiceOptions, 'workingDirectory'>>;

/** Opens the service in a folder with nothing given but these options. */
export async function openFolder(workingDirectory: string, options: TestOptions = {}): Promise<ServerlessService> {
  const service = await openServerlessService({
    workingDirectory,
    params: {},
    options: {},
    environment: {},
    projectCode,
    report: () => {},
    ...options,
  });
  services.push(service);
  return service;
}

/** Opens the service of these files; one given as text is its `serverless.yml`. */
export async function openFiles(
  files: string | Readonly<Record<string, string | Buffer>>,
  options: TestOptions = {},
): Promise<ServerlessService> {
  return openFolder(await folderOf(typeof files === 'string' ? { 'serverless.yml': files } : files), options);
}

/** The first lines of a service that its test is not about. */
export const head = 'service: svc\nprovider: {name: aws, runtime: nodejs20.x}\n';

/** What a rejected promise tells the user. Anything but a `UserError` fails the test. */
export async function failureOf(work: Promise<unknown>): Promise<Diagnostic> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error.diagnostic;
    throw error;
  }
  throw new Error('it did not fail');
}

/** The line and column that a diagnostic points at, as `3:14`. */
export function placeOf({ location }: Diagnostic): string {
  return `${location?.line}:${location?.column}`;
}
