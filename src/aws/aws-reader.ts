import { UserError } from '../diagnostics/user-error.js';
import { withTimeLimit } from '../process/time-limit.js';
import type { AwsAccess, AwsIdentity, AwsKeys } from './access.js';
import { AwsReadError, awsReadError, noCredentials } from './aws-read-error.js';
import { type AwsServiceId, endpointOf } from './endpoint.js';
import type { LayerVersion } from './layer-versions.js';
import { answerTimeoutMs } from './limits.js';
import type { AwsChunk } from './load.js';
import type { ObjectStore } from './object-store.js';
import { createPace } from './paced.js';
import type { Parameter, ParameterStore } from './parameter-store.js';
import { partitionOf } from './partition.js';
import type { Stacks } from './stacks.js';

/** The region and the identity of a request to AWS. */
export interface AwsTarget {
  readonly region: string;
  /** Keys, or the name of a profile; by default the credentials of the run. */
  readonly identity?: AwsIdentity | undefined;
}

/**
 * Reads from AWS what a configuration refers to. The same request is sent only once. Every function throws an {@link
 * AwsReadError} if there is no answer, and returns `undefined` if the thing does not exist.
 */
export interface AwsReader {
  parameter(name: string, decrypted: boolean, target: AwsTarget): Promise<Parameter | undefined>;
  /** The text of an object in S3. */
  object(bucket: string, key: string, target: AwsTarget): Promise<string | undefined>;
  /** The outputs of a stack, by their keys. */
  stackOutputs(stack: string, target: AwsTarget): Promise<ReadonlyMap<string, string> | undefined>;
  /** The physical ids of a stack's resources, by their logical ids. */
  stackResources(stack: string, target: AwsTarget): Promise<ReadonlyMap<string, string> | undefined>;
  /** The exports of all stacks, by their names. */
  exports(target: AwsTarget): Promise<ReadonlyMap<string, string>>;
  /** Where the content of a version of a layer is, by its ARN. */
  layerVersion(arn: string, target: AwsTarget): Promise<LayerVersion>;
  /** The ARN of the role of a deployed function, by its name in AWS. */
  functionRole(name: string, target: AwsTarget): Promise<string | undefined>;
  /** The account of the credentials, twelve digits. */
  accountId(target: AwsTarget): Promise<string | undefined>;
}

export interface AwsReaderOptions {
  /** The credentials of the run, or those of a profile; `undefined` if there are none. Each is looked up once. */
  readonly credentials: (profile?: string) => Promise<AwsKeys | undefined>;
  /** Loads the part of the SDK that is needed. */
  readonly loadAws: () => Promise<AwsChunk>;
  /** The environment of the run with that of the project's `.env` files, for the variables that choose endpoints. */
  readonly environment: () => Readonly<Record<string, string | undefined>>;
  /** Called with each secret value before it is returned to anybody, so that it can be masked. */
  readonly onSecret?: (secret: unknown) => void;
  readonly signal: AbortSignal;
}

const serviceNames: Readonly<Record<AwsServiceId, string>> = {
  SSM: 'AWS Systems Manager',
  S3: 'Amazon S3',
  CLOUDFORMATION: 'AWS CloudFormation',
  STS: 'AWS STS',
  LAMBDA: 'AWS Lambda',
};

/** Makes a reader. Neither credentials nor the SDK are loaded before the first request. */
export function createAwsReader(options: AwsReaderOptions): AwsReader {
  const { credentials, loadAws, environment, signal, onSecret } = options;
  const once = memo();
  const pace = createPace();

  const keysOf = (identity: AwsTarget['identity']): Promise<AwsKeys | undefined> => {
    if (identity !== undefined && 'accessKeyId' in identity) {
      onSecret?.([identity.secretAccessKey, identity.sessionToken]);
      return Promise.resolve(identity);
    }
    const { profile } = identity ?? {};
    return once(['credentials', profile], () => credentials(profile));
  };

  /** The client of a service, made once for each region and identity. */
  const open = <Client>(
    id: AwsServiceId,
    { region, identity }: AwsTarget,
    make: (chunk: AwsChunk, access: AwsAccess) => Promise<Client>,
  ): Promise<Client> =>
    once(['client', id, region, identity], async () => {
      const [keys, chunk] = await Promise.all([keysOf(identity), loadAws()]);
      if (keys === undefined) throw noCredentials({ service: serviceNames[id] });
      const endpoint = endpointOf(id, environment());
      return make(chunk, { keys, region, ...(endpoint === undefined ? {} : { endpoint }) });
    });

  /** Sends one request to a service, and explains an error. */
  const ask = async <Client, Answer>(
    { id, action, resource, make }: Question<Client>,
    target: AwsTarget,
    put: (client: Client, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> => {
    try {
      const client = await open(id, target, make);
      return await pace(() => withTimeLimit(answerTimeoutMs, signal, (end) => put(client, end)), signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof AwsReadError || error instanceof UserError || isDefect(error)) throw error;
      const endpoint = endpointOf(id, environment());
      throw awsReadError(error, { action, resource, region: target.region, service: serviceNames[id], endpoint });
    }
  };

  return {
    parameter: (name, decrypted, target) =>
      once(['parameter', name, decrypted, target], async () => {
        const question = parameterQuestion(name, target.region);
        const parameter = await ask(question, target, (store, end) => store.parameter(name, decrypted, end));
        if (parameter?.type === 'SecureString' && decrypted) onSecret?.(parameter.value);
        return parameter;
      }),
    object: (bucket, key, target) =>
      once(['object', bucket, key, target], async () => {
        const answer = await ask(objectQuestion(bucket, key, target.region), target, (store, end) =>
          store.text(bucket, key, end),
        );
        if (typeof answer !== 'object') return answer;
        throw new AwsReadError(
          'aws-object-too-large',
          `is an object of ${answer.bytes} bytes`,
          'A value has 16 MiB at most.',
        );
      }),
    stackOutputs: (stack, target) =>
      once(['outputs', stack, target], () =>
        ask(stackQuestion('DescribeStacks', stack, target.region), target, (stacks, end) => stacks.outputs(stack, end)),
      ),
    stackResources: (stack, target) =>
      once(['resources', stack, target], () =>
        ask(stackQuestion('ListStackResources', stack, target.region), target, (stacks, end) =>
          stacks.resources(stack, end),
        ),
      ),
    exports: (target) =>
      once(['exports', target], () =>
        ask({ ...stackQuestion('ListExports', '', target.region), resource: '*' }, target, (stacks, end) =>
          stacks.exports(end),
        ),
      ),
    layerVersion: (arn, target) =>
      once(['layer', arn, target], () => ask(layerQuestion(arn), target, (find, end) => find(arn, end))),
    functionRole: (name, target) =>
      once(['role', name, target], () =>
        ask(roleQuestion(name, target.region), target, (find, end) => find(name, end)),
      ),
    accountId: (target) =>
      once(['account', target], () => ask(accountQuestion, target, (account, end) => account(end))),
  };
}

/** One kind of request: its service, and what has to be allowed for it. */
interface Question<Client> {
  readonly id: AwsServiceId;
  readonly action: string;
  readonly resource: string;
  readonly make: (chunk: AwsChunk, access: AwsAccess) => Promise<Client>;
}

function parameterQuestion(name: string, region: string): Question<ParameterStore> {
  const parameter = `arn:${partitionOf(region)}:ssm:${region}:*:parameter/${name.replace(/^\//, '')}`;
  return {
    id: 'SSM',
    action: 'ssm:GetParameter',
    resource: name.startsWith('arn:') ? name : parameter,
    make: (chunk, access) => chunk.openParameterStore(access),
  };
}

function objectQuestion(bucket: string, key: string, region: string): Question<ObjectStore> {
  return {
    id: 'S3',
    action: 's3:GetObject',
    resource: `arn:${partitionOf(region)}:s3:::${bucket}/${key}`,
    make: (chunk, access) => chunk.openObjectStore(access),
  };
}

function stackQuestion(action: string, stack: string, region: string): Question<Stacks> {
  const arn = `arn:${partitionOf(region)}:cloudformation:${region}:*:stack/${stack}/*`;
  return {
    id: 'CLOUDFORMATION',
    action: `cloudformation:${action}`,
    resource: stack.startsWith('arn:') ? stack : arn,
    make: (chunk, access) => chunk.openStacks(access),
  };
}

function layerQuestion(arn: string): Question<(arn: string, signal: AbortSignal) => Promise<LayerVersion>> {
  return {
    id: 'LAMBDA',
    action: 'lambda:GetLayerVersion',
    resource: arn,
    make: async (chunk, access) => (wanted, signal) => chunk.layerVersion(access, wanted, signal),
  };
}

function roleQuestion(
  name: string,
  region: string,
): Question<(name: string, signal: AbortSignal) => Promise<string | undefined>> {
  return {
    id: 'LAMBDA',
    action: 'lambda:GetFunctionConfiguration',
    resource: `arn:${partitionOf(region)}:lambda:${region}:*:function:${name}`,
    make: async (chunk, access) => (wanted, signal) => chunk.functionRole(access, wanted, signal),
  };
}

const accountQuestion: Question<(signal: AbortSignal) => Promise<string | undefined>> = {
  id: 'STS',
  action: 'sts:GetCallerIdentity',
  resource: '*',
  make: async (chunk, access) => (signal) => chunk.accountOf(access, signal),
};

/** Does the work for each key only once. */
function memo(): <Result>(key: readonly unknown[], work: () => Promise<Result>) => Promise<Result> {
  const results = new Map<string, Promise<unknown>>();
  return <Result>(key: readonly unknown[], work: () => Promise<Result>): Promise<Result> => {
    const name = JSON.stringify(key);
    const result = (results.get(name) ?? work()) as Promise<Result>;
    results.set(name, result);
    return result;
  };
}

/** Whether an error is a defect of ours, not an error of a service or of the network. */
function isDefect(error: unknown): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || !(error instanceof Error);
}
