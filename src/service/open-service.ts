import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import type { FoundFormat } from './formats/choose-format.js';
import { openServerlessService } from './serverless/serverless-service.js';
import type { Service, ServiceOptions } from './service.js';

/** What a folder of another format has: one of these. */
const tracesOfOtherFormats = ['template.yaml', 'template.yml', 'template.json', '.aws-sam', 'cdk.json', 'cdk.out'];

/**
 * Opens the project's configuration: finds and reads its file, and settles the service's name, stage and region. At the root
 * of a composition that is the service that is named. Without a configuration of the Serverless Framework it is a template of
 * SAM, or the assembly of the AWS CDK.
 * @throws UserError where there is no configuration, or it can't be read.
 */
export async function openService(options: ServiceOptions): Promise<Service> {
  const { service, function: name, config, workingDirectory } = options;
  const composed = await openComposed(options, service !== undefined || name?.includes('/') === true);
  if (composed !== undefined) return composed;
  if (service !== undefined) throw noComposition(service, options);
  if (config && !basename(config).startsWith('serverless.')) {
    const { formatOfFile } = await import('./formats/choose-format.js');
    const found = await formatOfFile(resolve(workingDirectory, config), options.report);
    if (found !== undefined) return openFormat(options, found);
  }
  const isOther = !config && !mayHaveFrameworkFile(workingDirectory);
  const other = isOther ? await openOther(options) : undefined;
  if (other !== undefined) return other;
  try {
    const opened = await openServerlessService(options);
    if (!config) await noticeOthers(options, opened.configFile);
    return opened;
  } catch (error) {
    // A folder that has both is a service, which costs no look for the other.
    const isMissing = error instanceof UserError && error.diagnostic.code === 'config-missing' && !config && !isOther;
    const found = isMissing ? ((await openComposed(options, true)) ?? (await openOther(options))) : undefined;
    if (found !== undefined) return found;
    throw error;
  }
}

/** Whether anything of a folder has a name as the framework's files have, also where case does not matter. */
function mayHaveFrameworkFile(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => /^serverless/i.test(name));
  } catch {
    return true;
  }
}

async function openOther(options: ServiceOptions): Promise<Service | undefined> {
  const { formatOfFolder } = await import('./formats/choose-format.js');
  const found = await formatOfFolder(options);
  return found && openFormat(options, found);
}

async function openFormat(options: ServiceOptions, found: FoundFormat): Promise<Service> {
  if (found.format === 'cdk') {
    const { openCdkService } = await import('./cdk/cdk-service.js');
    return openCdkService(options, found);
  }
  const { openSamService } = await import('./sam/sam-service.js');
  return openSamService(options, found);
}

/** Says where a folder has a configuration of another format too. */
async function noticeOthers(options: ServiceOptions, taken: string): Promise<void> {
  const { workingDirectory, report } = options;
  if (!tracesOfOtherFormats.some((name) => existsSync(join(workingDirectory, name)))) return;
  const { formatOfFolder, severalFormats } = await import('./formats/choose-format.js');
  const other = await formatOfFolder({ ...options, report: () => {} }).catch(() => undefined);
  if (other !== undefined) report(severalFormats(taken, other.file, workingDirectory));
}

async function openComposed(options: ServiceOptions, isAsked: boolean): Promise<Service | undefined> {
  if (!isAsked && !options.config?.includes('serverless-compose')) return undefined;
  const { openComposedService } = await import('./serverless/compose/open-composed.js');
  return openComposedService(options);
}

function noComposition(service: string, { workingDirectory, config }: ServiceOptions): UserError {
  const shown = displayPath(workingDirectory);
  const where = config ? `at ${config}` : `in ${shown === '.' ? workingDirectory : shown}`;
  return new UserError({
    code: 'composition-missing',
    message: `The service ${service} was named, and there is no composition ${where}: looked for serverless-compose.yml, .yaml, .json, .js and .ts.`,
    hint: 'Run in the folder of the composition, or leave the service out to run the function of the service that is there.',
  });
}
