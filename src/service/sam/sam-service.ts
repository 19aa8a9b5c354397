import { dirname, join } from 'node:path';
import { mockedAccountId } from '../../lambda/limits.js';
import { readAnswers } from '../answers/read-answers.js';
import { declaredFunctions, metadataOf } from '../cloudformation/functions/declared-function.js';
import { openStack } from '../cloudformation/stack/open-stack.js';
import { stackLookup } from '../cloudformation/stack-lookup.js';
import { templateService } from '../cloudformation/template-service.js';
import type { OpenedFile } from '../document/read-document.js';
import type { Service, ServiceOptions } from '../service.js';
import { isBuilt, readSamCode } from './code.js';
import { generatedType } from './generated-resources.js';
import { readParameters } from './parameter-files.js';
import { readSamConfig } from './samconfig.js';

const defaultRegion = 'us-east-1';

/** The name of the stack that `sam init` proposes. */
const defaultStackName = 'sam-app';

/**
 * Opens a template of SAM, or of CloudFormation, as a service.
 * @throws UserError where it, or the project's `samconfig`, can't be read
 */
export async function openSamService(options: ServiceOptions, { file, readDocument }: OpenedFile): Promise<Service> {
  const { environment, params, configEnvironment, aws, report } = options;
  const folder = dirname(file);
  const root = isBuilt(folder) ? join(folder, '..', '..') : folder;
  if (isBuilt(folder)) {
    const { staleBuild } = await import('./stale-build.js');
    const stale = staleBuild(root, file);
    if (stale !== undefined) report(stale);
  }
  const config = await readSamConfig(root, configEnvironment, options.workingDirectory);
  const given = await readParameters(options.parameterFiles, {
    name: '--parameter-overrides',
    folder: options.workingDirectory,
  });
  const answers = await readAnswers(options);
  const region =
    options.region || config.region || environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || defaultRegion;
  const stackName = config.stackName ?? defaultStackName;
  const accountId = answers.given('aws:accountId');
  const parameters = { ...config.parameters, ...given, ...params };
  const stack = await openStack({
    file,
    stackName,
    region,
    accountId: accountId ?? mockedAccountId,
    parameters,
    lookup: stackLookup({ answers, aws, region, stackName: async () => stackName }),
    readDocument,
    generated: generatedType,
  });
  const named = Object.keys({ ...given, ...params });
  if (named.length > 0 || stack.value['Parameters'] !== undefined) {
    const { parameterFindings } = await import('../cloudformation/parameter-findings.js');
    for (const finding of parameterFindings({ stacks: [stack], values: parameters, named })) report(finding);
  }
  const functions = await declaredFunctions(stack, {
    namesOf: (logicalId, resource, { way }) => {
      const { SamResourceId: resourceId } = metadataOf({ resource });
      const names = [...(way.length === 0 ? [] : [logicalId]), ...(typeof resourceId === 'string' ? [resourceId] : [])];
      return [[...way, logicalId].join('/'), ...names];
    },
    sharedProperties: (type) => (type === 'AWS::Serverless::Function' ? ['Globals', 'Function'] : undefined),
  });
  const stage = options.stage ?? configEnvironment ?? 'default';
  return templateService({
    root,
    configFile: file,
    identity: {
      candidates:
        config.profile === undefined
          ? []
          : [{ setting: 'profile of samconfig', identity: { profile: config.profile } }],
      isFirst: false,
    },
    answers,
    accountId,
    functions,
    stage,
    region,
    reader: () => ({
      root,
      region,
      stage,
      report,
      toolVariables: { AWS_SAM_LOCAL: 'true' },
      findAsset: () => undefined,
      code: readSamCode,
      image: async (declared) => (await import('./image.js')).readSamImage(declared),
      build: async (declared) => {
        if (metadataOf(declared)['BuildMethod'] === undefined) return undefined;
        return (await import('./build-settings.js')).readSamBuild(declared);
      },
      permissions: async (declared) => {
        const { templatePermissions } = await import('../cloudformation/permissions/template-permissions.js');
        const { readSamRole } = await import('./permissions/read-role.js');
        return templatePermissions(declared, readSamRole);
      },
      triggers: async (declared) => (await import('./triggers.js')).readSamTriggers(declared),
      packaging: async (...given) => (await import('./packaging.js')).readSamPackaging(...given),
    }),
  });
}
