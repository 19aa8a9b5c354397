import type { AwsReader } from '../../aws/aws-reader.js';
import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { statusOf } from '../../host/status-of.js';
import {
  isHere,
  type LambdaFunction,
  type LambdaLayer,
  type NamedLayer,
} from '../../lambda/function/lambda-function.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import { type PublishedLayer, publishedLayer } from '../../lambda/image/powertools.js';
import type { ProjectRequest } from '../request.js';
import { fetchedLayer } from './fetched-layer.js';

/** What the content of layers is got with. */
export interface LayerSources {
  readonly request: Pick<ProjectRequest, 'layers' | 'fetchLayers' | 'imagePackages' | 'hostEnvironment'>;
  readonly aws: Pick<AwsReader, 'layerVersion'>;
  readonly report: ReportDiagnostic;
  readonly signal: AbortSignal;
}

/** A function with the layers that could be had, and those whose content is published as packages. */
export interface LayeredFunction {
  readonly function: LambdaFunction;
  readonly published: readonly PublishedLayer[];
}

/**
 * Gets the content of layers of which the project knows only the name: it is given by hand, fetched with the credentials, or published
 * as packages, in this order. What can't be had is one warning.
 * @throws UserError where what is given is not there
 */
export async function resolveLayers(fn: LambdaFunction, sources: LayerSources): Promise<LayeredFunction> {
  if (fn.layers.every(isHere)) return { function: fn, published: [] };
  const language = parseRuntime(fn.runtime)?.language;
  const layers: (LambdaLayer | NamedLayer)[] = [];
  const published: PublishedLayer[] = [];
  const missing: string[] = [];
  const reasons: string[] = [];
  for (const layer of fn.layers) {
    const found = isHere(layer)
      ? layer
      : ((await givenLayer(layer, sources)) ?? (await fetched(layer, sources, reasons)));
    layers.push(found ?? layer);
    if (found !== undefined) continue;
    const packages = publishedLayer(layer.name);
    if (packages !== undefined && packages.language === language && sources.request.imagePackages !== 'none') {
      published.push(packages);
    } else missing.push(layer.name);
  }
  if (missing.length > 0) await reportMissing(fn, missing, reasons, sources);
  return { function: { ...fn, layers }, published };
}

/** The layer that the caller gives for a name, or for a name without its version. */
async function givenLayer({ name }: NamedLayer, { request }: LayerSources): Promise<LambdaLayer | undefined> {
  const { layers = {} } = request;
  const written = [name, name.replace(/:\d+$/, '')].find((each) => Object.hasOwn(layers, each));
  const path = written === undefined ? undefined : layers[written];
  if (path === undefined) return undefined;
  const found = statusOf(path);
  if (found?.isDirectory() === true) return { name, code: { kind: 'folder', folder: path } };
  if (found?.isFile() === true) return { name, code: { kind: 'zip', file: path } };
  throw new UserError({
    code: 'layer-missing',
    message: `What is given for the layer ${name}, ${displayPath(path)}, is neither a folder nor a file.`,
    hint: 'Give a folder with what Lambda unpacks to /opt, or a zip file of it.',
  });
}

/** A version of a layer: the account, the name and the version are part of it. */
const layerArn = /^arn:[\w-]+:lambda:([a-z0-9-]+):\d{12}:layer:[\w-]+:\d+$/;

async function fetched(
  { name }: NamedLayer,
  { request, aws, signal }: LayerSources,
  reasons: string[],
): Promise<LambdaLayer | undefined> {
  const region = layerArn.exec(name)?.[1];
  if (request.fetchLayers !== true || region === undefined) return undefined;
  const outcome = await fetchedLayer({ arn: name, region, environment: request.hostEnvironment, aws, signal });
  if ('file' in outcome) return { name, code: { kind: 'zip', file: outcome.file } };
  if (outcome.reason !== undefined) reasons.push(outcome.reason);
  return undefined;
}

async function reportMissing(
  { key, origin }: LambdaFunction,
  names: readonly string[],
  reasons: readonly string[],
  { report, request }: LayerSources,
): Promise<void> {
  const location = await origin('layers');
  const [noun, verb, they] = names.length === 1 ? ['layer', 'is', 'it holds'] : ['layers', 'are', 'they hold'];
  const why = reasons.map((reason) => ` ${reason}.`).join('');
  const credentials = request.fetchLayers === true ? ', or credentials that may lambda:GetLayerVersion' : '';
  report({
    severity: 'warning',
    code: 'layer-elsewhere',
    message: `The ${noun} ${names.join(', ')} of ${key} ${verb} not in this project: the function runs without what ${they}.${why}`,
    hint: `Give the content, a folder or a zip file, by \`layers\` (--layer ARN=PATH)${credentials}.`,
    ...(location === undefined ? {} : { location }),
  });
}
