import { type ConfigNode, childNode, dataNode, isMapping } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import { getJson } from './http-question.js';
import type { ResolverKind } from './resolver-kind.js';
import { textOf } from './resolver-kind.js';

/** Vault's own default. */
const defaultAddress = 'http://127.0.0.1:8200';

/**
 * `vault:path/to/secret/property`: a property of a secret of HashiCorp Vault. The settings `address`, `token`, `version` and
 * `path` (a prefix) default to `VAULT_ADDR`, `VAULT_TOKEN`, `v1` and none. Data wrapped by the versioned key-value engine is
 * unwrapped. Source: Vault HTTP API, "KV secrets engine".
 */
export const vault: ResolverKind = {
  resolve: async ({ key, settings, environment, signal, onSecret, once }) => {
    const base = textOf(settings, 'address') ?? environment['VAULT_ADDR'] ?? defaultAddress;
    const token = textOf(settings, 'token') ?? environment['VAULT_TOKEN'];
    if (!token) throw new SourceFailure('vault-token-missing', 'needs a token of Vault', 'Set VAULT_TOKEN.');
    const { path, property } = placeOf(key, textOf(settings, 'path'));
    const url = urlOf(base, textOf(settings, 'version') ?? 'v1', path);
    const namespace = textOf(settings, 'namespace') ?? environment['VAULT_NAMESPACE'];
    const { status, body } = await once(url, () =>
      getJson({
        service: 'Vault',
        url,
        headers: { 'X-Vault-Token': token, ...(namespace ? { 'X-Vault-Namespace': namespace } : {}) },
        signal,
        refusedHint: `Give the token a policy that can read ${path}.`,
      }),
    );
    if (status === 404) {
      const [warning] = warningsOf(body);
      if (warning !== undefined) throw new SourceFailure('vault-failed', `has no answer: Vault says "${warning}"`);
      return undefined;
    }
    const found = valueAt(secretOf(body), property);
    onSecret(found?.value);
    return found;
  },
  explainMissing: (key, settings) => {
    const { path, property } = placeOf(key, textOf(settings, 'path'));
    return {
      reason: `has no value: Vault has no secret at ${path}, or it has no ${property}`,
      hint: 'Check the path (in a versioned key-value engine, `data/` follows the mount), or give a fallback.',
    };
  },
};

/** The last part of the path is the property. */
function placeOf(key: string, prefix: string | undefined): { path: string; property: string } {
  const parts = [...(prefix?.split('/') ?? []), ...key.split('/')].filter(Boolean);
  const property = parts.pop();
  if (property !== undefined && parts.length > 0) return { path: parts.join('/'), property };
  throw new SourceFailure(
    'variable-address',
    'names no property of a secret',
    'Write ${vault:secret/data/name/property}.',
  );
}

function urlOf(base: string, version: string, path: string): string {
  const url = `${base.replace(/\/+$/, '')}/${version}/${path.split('/').map(encodeURIComponent).join('/')}`;
  if (URL.canParse(url)) return url;
  throw new SourceFailure(
    'variable-address',
    `needs Vault at \`${base}\`, which is no URL`,
    'Write VAULT_ADDR such as https://vault.example.com.',
  );
}

/** The versioned engine has the secret's own data in `data`, beside its metadata. */
function secretOf(body: unknown): unknown {
  const data = isMapping(body) ? body['data'] : undefined;
  return isMapping(data) && isMapping(data['data']) && isMapping(data['metadata']) ? data['data'] : data;
}

function valueAt(secret: unknown, property: string): ConfigNode | undefined {
  let node: ConfigNode | undefined = dataNode(secret);
  const whole = childNode(node, property);
  if (whole !== undefined) return dataNode(whole.value);
  for (const step of property.split('.')) node = node && childNode(node, step);
  return node && dataNode(node.value);
}

function warningsOf(body: unknown): string[] {
  const warnings = isMapping(body) ? body['warnings'] : undefined;
  return Array.isArray(warnings) ? warnings.filter((warning) => typeof warning === 'string') : [];
}
