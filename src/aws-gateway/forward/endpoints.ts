import type { RecognisedRequest } from '../recognise/recognise.js';

/** Services that have one endpoint for all regions, by their names for signing (AWS General Reference, "Service endpoints"). */
const globalHosts: Readonly<Record<string, string>> = {
  iam: 'iam.amazonaws.com',
  route53: 'route53.amazonaws.com',
  cloudfront: 'cloudfront.amazonaws.com',
  organizations: 'organizations.us-east-1.amazonaws.com',
  ce: 'ce.us-east-1.amazonaws.com',
};

/** Services without a model whose host begins with another name than the one for signing. */
const otherHosts: Readonly<Record<string, string>> = {
  ecr: 'api.ecr',
  'ecr-public': 'api.ecr-public',
  aps: 'aps-workspaces',
  elasticloadbalancing: 'elasticloadbalancing',
  transfer: 'transfer',
};

/** In which our bootstrap for Node.js says for where a request was meant that it has sent to the gateway. */
export const originHeader = 'x-invoke-local-origin';

/** Hosts of AWS's services. */
const awsHost = /^[\w.-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/i;

/**
 * The URL of the service that a request is for: the one that was configured for it, else the one for all, else AWS's own.
 * @param headers of which our bootstrap says for where the request was meant
 * @param configured the variables `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_<SERVICE>` of the handler
 */
export function endpointFor(
  { model, operation, scope }: RecognisedRequest,
  region: string,
  { [originHeader]: origin = '' }: Readonly<Record<string, string>>,
  configured: Readonly<Record<string, string>>,
): { readonly url: URL; readonly isAws: boolean } {
  // Code that names an endpoint itself: that of an API of its own, or a queue's.
  if (/^https?:\/\//.test(origin) && URL.canParse(origin)) {
    const url = new URL(origin);
    return { url, isAws: awsHost.test(url.hostname) };
  }
  const own = configured[`AWS_ENDPOINT_URL_${endpointVariable(model.serviceId)}`] ?? configured['AWS_ENDPOINT_URL'];
  if (own !== undefined) return { url: new URL(own), isAws: false };
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const signingName = scope?.signingName ?? model.signingName;
  const global = globalHosts[signingName];
  if (global !== undefined) return { url: new URL(`https://${global}`), isAws: true };
  // A part of the host that is a member, such as an account's, is left out: the host without it answers, too.
  const prefix = operation.hostPrefix?.includes('{') ? '' : (operation.hostPrefix ?? '');
  const first = otherHosts[model.endpointPrefix] ?? model.endpointPrefix;
  return { url: new URL(`https://${prefix}${first}.${region}.${suffix}`), isAws: true };
}

/** The host that a request was meant for. */
export function hostAsked({ [originHeader]: origin = '', host = '' }: Readonly<Record<string, string>>): string {
  return URL.canParse(origin) ? new URL(origin).host : host;
}

/** How a service is called in the names of variables ("Service-specific endpoints": the service ID, with underscores). */
export function endpointVariable(serviceId: string): string {
  return serviceId.replaceAll(/[ -]/g, '_').toUpperCase();
}
