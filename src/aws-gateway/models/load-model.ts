import { brotliDecompressSync } from 'node:zlib';
import { metadataText, packedModels } from './data.js';
import type { ServiceMetadata, ServiceModel } from './service-model.js';

let metadata: Readonly<Record<string, ServiceMetadata>> | undefined;
const models = new Map<string, ServiceModel>();

/** What is known of each service, by its name. */
export function servicesMetadata(): Readonly<Record<string, ServiceMetadata>> {
  metadata ??= JSON.parse(metadataText) as Readonly<Record<string, ServiceMetadata>>;
  return metadata;
}

/** The model of a service by its name in the AWS CLI; `undefined` for one that is not known. Unpacked once, in some milliseconds. */
export function loadModel(name: string): ServiceModel | undefined {
  const known = models.get(name);
  if (known !== undefined) return known;
  const packed = Object.hasOwn(packedModels, name) ? packedModels[name] : undefined;
  const about = servicesMetadata()[name];
  if (packed === undefined || about === undefined) return undefined;
  const text = brotliDecompressSync(Buffer.from(packed, 'base64')).toString();
  const model = { name, ...about, ...(JSON.parse(text) as Pick<ServiceModel, 'operations' | 'shapes'>) };
  models.set(name, model);
  return model;
}
