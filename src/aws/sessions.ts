import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  type Credentials,
  GetFederationTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import type { AwsAccess, AwsKeys, SessionKeys } from './access.js';
import { clientSettings, quietly } from './client-settings.js';

/** What all requests for a session have in common. */
interface SessionTerms {
  /** A session policy, which narrows what the credentials may do. JSON. */
  readonly policy?: string;
  readonly durationSeconds?: number;
}

/** Temporary credentials to ask for: a role by keys or by an identity provider's token, or a user's keys narrowed. */
export type SessionRequest =
  | (SessionTerms & {
      readonly kind: 'role';
      readonly arn: string;
      readonly sessionName: string;
      readonly externalId?: string;
      readonly tags?: Readonly<Record<string, string>>;
    })
  | (SessionTerms & {
      readonly kind: 'web-identity';
      readonly arn: string;
      readonly sessionName: string;
      readonly token: string;
    })
  | (SessionTerms & { readonly kind: 'federation'; readonly sessionName: string });

/** Where to ask: with keys, but for a token, which needs none. */
export interface SessionAccess extends Omit<AwsAccess, 'keys'> {
  readonly keys?: AwsKeys;
}

/** The keys of requests that are not signed, which must not look for the machine's own. */
const noKeys: AwsKeys = { accessKeyId: 'none', secretAccessKey: 'none' };

/** Asks STS for temporary credentials. The signal ends the request. @throws the SDK's own error. */
export async function openSession(
  access: SessionAccess,
  request: SessionRequest,
  abortSignal: AbortSignal,
): Promise<SessionKeys> {
  const client = quietly(() => new STSClient(clientSettings({ ...access, keys: access.keys ?? noKeys })));
  return keysOf(await credentialsFor(client, request, abortSignal));
}

async function credentialsFor(
  client: STSClient,
  request: SessionRequest,
  abortSignal: AbortSignal,
): Promise<Credentials | undefined> {
  const terms = {
    ...(request.policy === undefined ? {} : { Policy: request.policy }),
    ...(request.durationSeconds === undefined ? {} : { DurationSeconds: request.durationSeconds }),
  };
  switch (request.kind) {
    case 'role': {
      const { arn, sessionName, externalId, tags = {} } = request;
      const pairs = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
      const command = new AssumeRoleCommand({
        RoleArn: arn,
        RoleSessionName: sessionName,
        ...terms,
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
        ...(pairs.length === 0 ? {} : { Tags: pairs }),
      });
      return (await client.send(command, { abortSignal })).Credentials;
    }
    case 'web-identity': {
      const { arn, sessionName, token } = request;
      const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: arn,
        RoleSessionName: sessionName,
        WebIdentityToken: token,
        ...terms,
      });
      return (await client.send(command, { abortSignal })).Credentials;
    }
    default: {
      const command = new GetFederationTokenCommand({ Name: request.sessionName, ...terms });
      return (await client.send(command, { abortSignal })).Credentials;
    }
  }
}

function keysOf(given: Credentials | undefined): SessionKeys {
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken) throw new Error('the answer has no credentials');
  return { accessKeyId, secretAccessKey, sessionToken };
}
