/** What a signature says of a request, none of which is secret. */
export interface SignatureScope {
  readonly accessKeyId: string;
  /** The service's name for signing. */
  readonly signingName: string;
  /** `undefined` for a signature that is good in several regions (SigV4a). */
  readonly region?: string;
  /** Whether it is in the query, as in a presigned URL. */
  readonly isPresigned: boolean;
}

/**
 * The scope of a request's signature (Signature Version 4, "Elements of an AWS API request signature").
 * @returns `undefined` for a request that is not signed
 */
export function signatureOf(
  headers: Readonly<Record<string, string>>,
  query: URLSearchParams,
): SignatureScope | undefined {
  const inHeader = /^AWS4-(?:HMAC|ECDSA-P256)-SHA256 (?:.*[ ,])?Credential=([^ ,]+)/.exec(
    headers['authorization'] ?? '',
  );
  const inQuery = query.get('X-Amz-Credential');
  const credential = inHeader?.[1] ?? inQuery ?? undefined;
  if (credential === undefined) return oldSignature(headers, query);
  const parts = credential.split('/');
  const [accessKeyId = ''] = parts;
  const scope = parts.slice(1, -1);
  const signingName = scope.at(-1) ?? '';
  const region = scope.length >= 3 ? scope.at(-2) : undefined;
  return { accessKeyId, signingName, ...(region === undefined ? {} : { region }), isPresigned: inHeader === null };
}

/** That of Signature Version 2 for S3, which boto3 still makes presigned URLs with. */
function oldSignature(headers: Readonly<Record<string, string>>, query: URLSearchParams): SignatureScope | undefined {
  const [, inHeader] = /^AWS ([^:]+):/.exec(headers['authorization'] ?? '') ?? [];
  const accessKeyId = inHeader ?? (query.has('Signature') ? query.get('AWSAccessKeyId') : null);
  if (accessKeyId === null) return undefined;
  return { accessKeyId, signingName: 's3', isPresigned: inHeader === undefined };
}

/** The parameters of a presigned URL that sign it, of both versions of signatures. */
export const presigningParameters: readonly string[] = [
  'AWSAccessKeyId',
  'Expires',
  'Signature',
  'x-amz-security-token',
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-Security-Token',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
];
