import { servicesMetadata } from '../models/load-model.js';
import type { ServiceMetadata } from '../models/service-model.js';
import type { HttpQuestion } from '../protocols/http-answer.js';
import type { SignatureScope } from './signature.js';

/** What names a service without its body having been read. */
export type RequestHead = Omit<HttpQuestion, 'body'>;

/** The path of Smithy's RPC protocol version 2. */
export const rpcPath = /^\/service\/([^/]+)\/operation\/([^/]+)$/;

/** The paths of Lambda's Invoke API, which nobody else has. */
const invokePath = /^\/(?:2014-11-13|2015-03-31|2021-11-15)\/functions\//;

/** Names for signing that are not, or no longer, those of the models. */
const otherSigningNames: Readonly<Record<string, string>> = {
  s3express: 's3',
  's3-object-lambda': 's3',
  iotdevicegateway: 'iot-data',
  email: 'ses',
};

/**
 * Which services a request may be for, by their names in the AWS CLI: of the signature's scope those that the rest of the
 * head allows. A request that is not signed is known by its target, its path or its user agent.
 */
export function findServices(head: RequestHead, scope: SignatureScope | undefined): readonly string[] {
  const services = Object.entries(servicesMetadata());
  const target = targetPrefixOf(head);
  const named = (test: (about: ServiceMetadata) => boolean): string[] =>
    services.flatMap(([name, about]) => (test(about) ? [name] : []));
  if (target !== undefined) {
    const found = named(({ targetPrefix }) => targetPrefix === target);
    if (found.length > 0) return found;
  }
  if (scope !== undefined) {
    const other = otherSigningNames[scope.signingName];
    const found = named(({ signingName }) => signingName === scope.signingName);
    return found.length > 0 ? byPath(found, head) : other === undefined ? [] : [other];
  }
  const agent = `${head.headers['x-amz-user-agent'] ?? ''} ${head.headers['user-agent'] ?? ''}`;
  const [, api] = /\bapi\/([\w-]+)#/.exec(agent) ?? [];
  if (api !== undefined) {
    const found = named(({ serviceId }) => plain(serviceId) === plain(api));
    if (found.length > 0) return found;
  }
  if (invokePath.test(head.path)) return ['lambda'];
  const version = head.query.get('Version');
  return version === null ? [] : named(({ apiVersion, protocol }) => apiVersion === version && protocol === 'query');
}

/** SES has one name for the services of both its versions. */
function byPath(names: readonly string[], { path }: RequestHead): readonly string[] {
  if (!names.includes('sesv2')) return names;
  return [path.startsWith('/v2/') ? 'sesv2' : 'ses'];
}

/** What names the service in `X-Amz-Target`, or in the path of the RPC protocol. */
function targetPrefixOf({ headers, path }: RequestHead): string | undefined {
  const target = headers['x-amz-target'];
  return target === undefined ? rpcPath.exec(path)?.[1] : target.slice(0, target.lastIndexOf('.'));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
