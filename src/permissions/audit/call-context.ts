import { contextValues, type RequestContext } from '../evaluation/request-context.js';
import type { Call, Requirement } from '../requirements/call.js';

/** The function that makes calls, as far as IAM sees it. */
export interface Caller {
  readonly functionArn: string;
  readonly account: string;
  /** Whether that is the account that it is deployed to, and not one that stands in for it. */
  readonly isAccountKnown: boolean;
  /** Physical ids by the names that only a deploy knows. */
  readonly names: ReadonlyMap<string, string>;
}

/** Keys that a request with the credentials of a function's role has not. Source: IAM user guide, "Global condition context keys". */
const absent: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:federatedprovider',
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceidentity',
  'aws:username',
]);

/** Keys that are in a request only if its members say so. */
const ofMembers =
  /^(?:s3:(?:prefix|delimiter|max-keys|versionid|x-amz-(?:acl|server-side-encryption.*|storage-class|metadata-directive|copy-source))|kms:(?:viaservice|requestalias|encryptioncontext.*)|dynamodb:(?:select|returnvalues|returnconsumedcapacity)|sts:externalid|iam:passedtoservice|events:(?:source|detail-type)|cloudwatch:namespace)$/;

/** What is known of the context of a request. */
export function callContext(
  { region }: Pick<Call, 'region'>,
  { context = {}, resource }: Requirement,
  { functionArn, account }: Caller,
  now: Date,
): RequestContext {
  const owner = resource?.split(':')[4];
  return {
    values: contextValues({
      'aws:CurrentTime': now.toISOString(),
      'aws:EpochTime': String(Math.floor(now.getTime() / 1000)),
      'aws:PrincipalAccount': account,
      'aws:PrincipalIsAWSService': 'false',
      'aws:PrincipalType': 'AssumedRole',
      'aws:RequestedRegion': region,
      'aws:ResourceAccount': owner === undefined || owner === '' ? account : owner,
      'aws:SecureTransport': 'true',
      'aws:ViaAWSService': 'false',
      'lambda:SourceFunctionArn': functionArn,
      ...context,
    }),
    isAbsent: (key) => absent.has(key) || ofMembers.test(key),
  };
}
