import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { mockedAccountId } from '../../lambda/limits.js';
import { readAnswers } from '../answers/read-answers.js';
import { evaluateIntrinsics } from '../cloudformation/evaluate.js';
import type { LocalExport } from '../cloudformation/evaluation.js';
import { type DeclaredFunction, declaredFunctions, metadataOf } from '../cloudformation/functions/declared-function.js';
import { openStack, type TemplateStack } from '../cloudformation/stack/open-stack.js';
import { stackLookup } from '../cloudformation/stack-lookup.js';
import type { StackLookup } from '../cloudformation/template.js';
import { templateService } from '../cloudformation/template-service.js';
import { isMapping } from '../cloudformation/values.js';
import type { OpenedFile } from '../document/read-document.js';
import type { Service, ServiceOptions } from '../service.js';
import { assetFault } from './asset-fault.js';
import { type Assets, assetOf, readAssets } from './assets.js';
import { readCdkCode } from './code.js';
import { type ConstructMetadata, readConstructMetadata } from './construct-metadata.js';
import { type AssemblyStack, readAssembly } from './manifest.js';
import { isCdkOwn } from './own-functions.js';
import { isSstOwn } from './sst.js';
import { staleAssembly } from './stale-assembly.js';

const defaultRegion = 'us-east-1';

const uncompiledAdvice = 'Make it a `NodejsFunction`, or run what compiles it before `cdk synth`.';

/** A stack of the assembly, and what the assembly says beside its template. */
interface OpenedStack {
  readonly stack: TemplateStack;
  readonly region: string;
  readonly assets: Assets;
  readonly metadata: ConstructMetadata;
}

/**
 * Opens the cloud assembly of an AWS CDK project as a service.
 * @param opened its `manifest.json`
 * @throws UserError where the assembly can't be read
 */
export async function openCdkService(
  options: ServiceOptions,
  { file: manifest, readDocument }: OpenedFile,
): Promise<Service> {
  const { environment, aws, params, workingDirectory, report, stage = 'default' } = options;
  const answers = await readAnswers(options);
  const fallbackRegion = environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || defaultRegion;
  const givenAccount = answers.given('aws:accountId');
  const declared = await readAssembly(manifest, readDocument);
  const opened = new Map<TemplateStack, OpenedStack>();
  const open = async (each: AssemblyStack): Promise<void> => {
    const region = options.region || each.region || fallbackRegion;
    const lookup = stackLookup({ answers, aws, region, stackName: async () => each.stackName });
    const stack = await openStack({
      file: each.templateFile,
      stackName: each.stackName,
      region,
      accountId: givenAccount ?? each.account ?? mockedAccountId,
      parameters: { ...each.parameters, ...params },
      lookup: {
        ...lookup,
        exportValue: (name) => exportOf(name, [...opened.keys()], lookup),
        localExport: (name) => localExport(name, [...opened.keys()]),
      },
      readDocument,
    });
    const [assets, metadata] = await Promise.all([
      readAssets(each, readDocument),
      readConstructMetadata(each, readDocument),
    ]);
    opened.set(stack, { stack, region, assets, metadata });
  };
  for (const each of declared) await open(each);
  const named = Object.keys(params);
  if (named.length > 0) {
    const { parameterFindings } = await import('../cloudformation/parameter-findings.js');
    for (const finding of parameterFindings({ stacks: [...opened.keys()], values: params, named })) report(finding);
  }
  const functions: DeclaredFunction[] = [];
  const owners = new Map<DeclaredFunction, OpenedStack>();
  for (const owner of opened.values()) {
    for (const fn of await functionsOf(owner)) {
      functions.push(fn);
      owners.set(fn, owner);
    }
  }
  const stale = staleAssembly(workingDirectory, manifest);
  if (stale !== undefined) report(stale);
  const accounts = new Set(declared.map(({ account }) => account));
  const accountId = givenAccount ?? (accounts.size === 1 ? declared[0]?.account : undefined);
  return templateService({
    root: workingDirectory,
    configFile: manifest,
    identity: { candidates: [], isFirst: false },
    answers,
    accountId,
    functions,
    stage,
    region: options.region || declared[0]?.region || fallbackRegion,
    reader: (fn) => {
      const owner = owners.get(fn);
      const assets: Assets = owner?.assets ?? new Map();
      const creation = owner?.metadata.creationOf(fn.key);
      return {
        root: workingDirectory,
        region: owner?.region ?? fallbackRegion,
        stage,
        report,
        ...(creation === undefined ? {} : { madeAt: creation }),
        findAsset: ({ value }) => assetOf(value, assets),
        image: async (wanted) => (await import('./image.js')).readCdkImage(wanted),
        permissions: async (declared) => {
          const { readDeclaredRole, templatePermissions } = await import(
            '../cloudformation/permissions/template-permissions.js'
          );
          return templatePermissions(declared, readDeclaredRole, (id) => placeOf(id, declared, owner));
        },
        triggers: async (wanted) =>
          (await import('../cloudformation/triggers/resource-triggers.js')).resourceTriggers(wanted),
        packaging: async (wanted, _folder, runtime) => {
          const fault = await assetFault(wanted, runtime, assets);
          const isSource = fault !== undefined && fault.kind !== 'requirements';
          return isSource ? { unsure: 'a deploy bundles its source' } : { uncompiledAdvice };
        },
        code: (wanted, runtime, { isRun }) => readCdkCode(wanted, runtime, { assets, madeAt: creation, isRun, report }),
      };
    },
  });
}

/** Where the user's code makes a resource of the stack. */
function placeOf(
  logicalId: string,
  { stack }: DeclaredFunction,
  owner: OpenedStack | undefined,
): SourceLocation | undefined {
  const resource = stack.value['Resources'];
  const declared = isMapping(resource) ? resource[logicalId] : undefined;
  const written = isMapping(declared) ? metadataOf({ resource: declared })['aws:cdk:path'] : undefined;
  const path = typeof written === 'string' ? written : owner?.metadata.pathOf(logicalId);
  return path === undefined ? undefined : owner?.metadata.creationOf(path.replace(/\/Resource$/, ''));
}

/** A function goes by its construct's path, which begins with its stack's, that construct's own id, and its logical id. */
function functionsOf({ stack, metadata }: OpenedStack): Promise<DeclaredFunction[]> {
  return declaredFunctions(stack, {
    namesOf: (logicalId, resource, { way, stackName }) => {
      const written = metadataOf({ resource })['aws:cdk:path'];
      const found = typeof written === 'string' ? written : metadata.pathOf(logicalId);
      const path = found?.replace(/\/Resource$/, '');
      if (path === undefined) return [[...way, logicalId].join('/'), `${stackName}/${logicalId}`, logicalId];
      if (isCdkOwn(path) || isSstOwn(path, resource['Properties'])) return undefined;
      const ids = path.split('/');
      return [path, ...ids.slice(1).map((_, index) => ids.slice(index + 1).join('/')), logicalId];
    },
  });
}

/** An export of a stack of this assembly. */
async function localExport(name: string, stacks: readonly TemplateStack[]): Promise<LocalExport | undefined> {
  for (const { value, evaluation } of stacks) {
    const outputs = isMapping(value['Outputs']) ? Object.values(value['Outputs']) : [];
    for (const output of outputs) {
      const exported = isMapping(output) && isMapping(output['Export']) ? output['Export']['Name'] : undefined;
      if (exported === undefined || !isMapping(output)) continue;
      if ((await evaluateIntrinsics(exported, evaluation).catch(() => undefined)) !== name) continue;
      return { value: output['Value'], evaluation };
    }
  }
  return undefined;
}

/** The value of an export: that of a stack of this assembly, else what the account has. */
async function exportOf(
  name: string,
  stacks: readonly TemplateStack[],
  lookup: StackLookup,
): Promise<string | undefined> {
  const found = await localExport(name, stacks);
  if (found === undefined) return lookup.exportValue(name);
  const value = await evaluateIntrinsics(found.value, found.evaluation);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
