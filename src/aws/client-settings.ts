import type { AwsAccess } from './access.js';
import { maxAttempts } from './limits.js';

/**
 * The settings that all clients share. Nothing is left to the SDK's defaults, so that it never looks for the machine's own
 * identity.
 */
export function clientSettings({ keys, region, endpoint, agent }: AwsAccess) {
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  return {
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    region,
    maxAttempts,
    retryMode: 'standard',
    defaultsMode: 'standard',
    ...(endpoint === undefined ? {} : { endpoint }),
    ...connectionSettings(agent),
  } as const;
}

/** The settings of a client whose connections are made by an agent. */
export function connectionSettings(agent: AwsAccess['agent']) {
  return agent === undefined ? {} : { requestHandler: { httpAgent: agent, httpsAgent: agent } };
}

const versionWarningSwitch = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';

/** Makes a client without the SDK's warning about Node's version, which the user of an action does not choose. */
export function quietly<Client>(make: () => Client): Client {
  const before = process.env[versionWarningSwitch];
  process.env[versionWarningSwitch] = 'true';
  try {
    return make();
  } finally {
    if (before === undefined) delete process.env[versionWarningSwitch];
    else process.env[versionWarningSwitch] = before;
  }
}
