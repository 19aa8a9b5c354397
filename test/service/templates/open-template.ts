import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { openService } from '../../../src/service/open-service.js';
import type { Service } from '../../../src/service/service.js';
import { atFileEnd } from '../../at-file-end.js';
import { folderOf, projectCode, type TestOptions } from '../open-folder.js';

const services: Service[] = [];

atFileEnd(async () => {
  await Promise.all(services.splice(0).map((service) => service[Symbol.asyncDispose]()));
});

/** A service, and what was reported while it was opened and since. */
export interface OpenedTemplate {
  readonly service: Service;
  readonly folder: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens what a new folder with these files has; a text is its `template.yaml`. */
export async function openTemplate(
  files: string | Readonly<Record<string, string>>,
  options: TestOptions = {},
): Promise<OpenedTemplate> {
  const folder = await folderOf(typeof files === 'string' ? { 'template.yaml': files } : files);
  const diagnostics: Diagnostic[] = [];
  const service = await openService({
    workingDirectory: folder,
    params: {},
    options: {},
    environment: {},
    projectCode,
    report: (diagnostic) => diagnostics.push(diagnostic),
    ...options,
  });
  services.push(service);
  return { service, folder, diagnostics };
}

/** A SAM template with these resources, each one a line in YAML's flow style. */
export function samTemplate(resources: string, head = ''): string {
  return `Transform: AWS::Serverless-2016-10-31\n${head}Resources:\n${resources.replaceAll(/^/gm, '  ')}\n`;
}
