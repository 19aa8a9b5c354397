/** The AWS SDK in the image of one version of Node.js. */
export type NodeSdk =
  /** `@aws-sdk/*`, all of one version, with what they need of `@smithy/*`. */
  | { readonly kind: 'v3'; readonly version: string }
  /** `aws-sdk`. */
  | { readonly kind: 'v2'; readonly version: string };

/**
 * The SDK of each version of Node.js, in a version that its image is known to have had: AWS renews it from time to time, one
 * payload for all runtimes. Up to 16 it is version 2 (developer guide, "Lambda runtimes", with the versions as long as it named
 * them: 2.1055.0 up to 14, 2.1083.0 for 16). From 18 on it is version 3 ("Building Lambda functions with Node.js"), and the
 * `User-Agent` in CloudTrail's events of functions says which: 3.632.0 in 2024, 3.895.0 on nodejs20.x, 3.1049.0 on nodejs22.x.
 */
const sdks: Readonly<Record<string, NodeSdk>> = {
  '12': { kind: 'v2', version: '2.1055.0' },
  '14': { kind: 'v2', version: '2.1055.0' },
  '16': { kind: 'v2', version: '2.1083.0' },
  '18': { kind: 'v3', version: '3.632.0' },
  '20': { kind: 'v3', version: '3.895.0' },
  '22': { kind: 'v3', version: '3.1049.0' },
};

/**
 * The SDK in the image of a version of Node.js. Of a version that the table lacks, it is that of the nearest one.
 * @param version the declared major, `22`
 */
export function nodeSdk(version: string): NodeSdk {
  const major = Number.parseInt(version, 10);
  const known = Object.keys(sdks).map(Number);
  const nearest = known.filter((each) => each <= major).at(-1) ?? known[0];
  const sdk = sdks[String(nearest)];
  if (sdk === undefined) throw new Error(`No SDK for Node.js ${version}`);
  return sdk;
}

/** How many minor versions back a package was last published that still belongs to the SDK. Those that left it ended longer ago. */
const publishedWithin = 150;

/**
 * npm's range of a package that belongs to the SDK of a version. Not each is published with each version: a client that nothing
 * changed in keeps the one before (there is no `@aws-sdk/client-rds-data` 3.1049.0), and what clients share has versions of its
 * own (`@aws-sdk/util-dynamodb` was at 3.996.2 then). A package that left the SDK has none in the range.
 * @param version such as `3.1049.0`
 */
export function sdkRange({ kind, version }: NodeSdk): string {
  if (kind === 'v2') return version;
  const minor = Number(version.split('.')[1]);
  return `>=3.${minor - publishedWithin}.0 <=${version}`;
}

/** The clients that other packages of the SDK ask for beside them, in any later version: `lib-dynamodb`, `util-dynamodb`, `lib-storage`. */
export const sdkPeers = ['@aws-sdk/client-dynamodb', '@aws-sdk/client-s3'];

/**
 * Packages of the SDK's scope that no image has: generators of its documentation (`scripts/lambda-provided-sdk` in the
 * repository of AWS SDK for JavaScript 3), and what needs the native `aws-crt`.
 */
const notInImage = /^@aws-sdk\/(?:core-(?:packages|theme)-documentation-generator|crt-loader|signature-v4-crt)$/;

/**
 * Packages of `@aws-sdk/` that are `@smithy/` ones since July 2023 and ended with 3.374.0, where npm calls them deprecated: no image
 * with version 3 of the SDK of the table has them.
 */
const movedToSmithy = new Set(
  (
    'abort-controller chunked-blob-reader chunked-blob-reader-native config-resolver credential-provider-imds eventstream-codec ' +
    'eventstream-serde-browser eventstream-serde-config-resolver eventstream-serde-node eventstream-serde-universal ' +
    'fetch-http-handler hash-blob-browser hash-node hash-stream-node invalid-dependency is-array-buffer md5-js ' +
    'middleware-apply-body-checksum middleware-content-length middleware-endpoint middleware-retry middleware-serde ' +
    'middleware-stack node-config-provider node-http-handler property-provider protocol-http querystring-builder ' +
    'querystring-parser service-error-classification shared-ini-file-loader signature-v4 smithy-client url-parser util-base64 ' +
    'util-body-length-browser util-body-length-node util-buffer-from util-config-provider util-defaults-mode-browser ' +
    'util-defaults-mode-node util-hex-encoding util-middleware util-retry util-stream util-stream-browser util-stream-node ' +
    'util-uri-escape util-utf8 util-waiter'
  )
    .split(' ')
    .map((name) => `@aws-sdk/${name}`),
);

/** How a package relates to Lambda's image of a Node.js version. */
export type NodeProvision =
  /** It is there. */
  | 'provided'
  /** It is there for the SDK: only newer images let the function's own code have it. */
  | 'provided-to-sdk'
  /** Older images had it. */
  | 'formerly-provided'
  /** It is a package of `@smithy/` by now. */
  | 'moved'
  | 'absent';

/**
 * Whether Lambda's image of a Node.js version has a package.
 * @param name such as `aws-sdk` or `@aws-sdk/client-s3`
 * @param version the declared major, `22`
 */
export function nodeProvision(name: string, version: string): NodeProvision {
  const { kind } = nodeSdk(version);
  if (name === 'aws-sdk') return kind === 'v2' ? 'provided' : 'formerly-provided';
  if (kind === 'v2' || notInImage.test(name)) return 'absent';
  if (movedToSmithy.has(name)) return 'moved';
  if (name.startsWith('@aws-sdk/')) return 'provided';
  return name.startsWith('@smithy/') ? 'provided-to-sdk' : 'absent';
}
