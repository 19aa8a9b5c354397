import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { isMapping } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import { getJson, type HttpAnswer } from './http-question.js';
import { type ResolverQuestion, textOf } from './resolver-kind.js';
import type { TerraformOutputs } from './terraform-state.js';

const defaultHost = 'app.terraform.io';

/**
 * The outputs of a workspace of HCP Terraform or Terraform Enterprise. Settings: `workspaceId`, or `organization` and
 * `workspace`; `hostname`; `token`, else `TF_TOKEN_<host>`, `TF_CLOUD_TOKEN`, or the token that `terraform login` stored.
 * Source: HCP Terraform API, "Workspaces", "State version outputs".
 */
export async function readCloudOutputs(question: ResolverQuestion): Promise<TerraformOutputs | undefined> {
  const { settings, once } = question;
  const host = textOf(settings, 'hostname') ?? defaultHost;
  const token = tokenOf(host, question);
  const base = /^https?:\/\//.test(host) ? host : `https://${host}`;
  const get = (path: string): Promise<HttpAnswer> =>
    once(`${base}${path}`, () =>
      getJson({
        service: 'HCP Terraform',
        url: `${base}/api/v2${path}`,
        headers: { Authorization: `Bearer ${token}`, Accept: 'application/vnd.api+json' },
        signal: question.signal,
        refusedHint: 'Give a token that can read the outputs of the workspace.',
      }),
    );
  const workspace = textOf(settings, 'workspaceId') ?? (await findWorkspace(settings, get));
  const outputs =
    workspace && (await get(`/workspaces/${encodeURIComponent(workspace)}/current-state-version-outputs`));
  if (!outputs || outputs.status === 404) return undefined;
  const values = await Promise.all(dataOf(outputs).map((output) => readOutput(output, get, question.onSecret)));
  return Object.fromEntries(values);
}

type Get = (path: string) => Promise<HttpAnswer>;

async function findWorkspace(settings: ResolverQuestion['settings'], get: Get): Promise<string | undefined> {
  const organization = textOf(settings, 'organization');
  const { workspaces } = settings;
  const workspace = textOf(settings, 'workspace') ?? (isMapping(workspaces) ? textOf(workspaces, 'name') : undefined);
  if (organization === undefined || workspace === undefined) {
    throw new SourceFailure(
      'terraform-backend',
      'needs the `workspaceId`, or the `organization` and the `workspace`, of its backend',
    );
  }
  const path = `/organizations/${encodeURIComponent(organization)}/workspaces/${encodeURIComponent(workspace)}`;
  const [found] = dataOf(await get(path));
  return found && textOf(found, 'id');
}

/** An output's name and value. Lists leave out sensitive values, so these are requested one by one. */
async function readOutput(
  output: Readonly<Record<string, unknown>>,
  get: Get,
  onSecret: (secret: unknown) => void,
): Promise<[string, unknown]> {
  const attributes = attributesOf(output);
  const name = textOf(attributes, 'name') ?? '';
  if (attributes['sensitive'] !== true) return [name, attributes['value']];
  const [whole] = dataOf(await get(`/state-version-outputs/${encodeURIComponent(textOf(output, 'id') ?? '')}`));
  const value = whole && attributesOf(whole)['value'];
  onSecret(value);
  return [name, value];
}

/** The resources in a JSON:API answer. */
function dataOf({ body }: HttpAnswer): Readonly<Record<string, unknown>>[] {
  const data = isMapping(body) ? body['data'] : undefined;
  return (Array.isArray(data) ? data : [data]).filter(isMapping);
}

function attributesOf(resource: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { attributes } = resource;
  return isMapping(attributes) ? attributes : {};
}

function tokenOf(host: string, { settings, environment }: ResolverQuestion): string {
  const variable = `TF_TOKEN_${host
    .replace(/^https?:\/\//, '')
    .replaceAll('-', '__')
    .replaceAll(/[.:]/g, '_')}`;
  const token =
    textOf(settings, 'token') || environment[variable] || environment['TF_CLOUD_TOKEN'] || keptToken(host, environment);
  if (token) return token;
  throw new SourceFailure(
    'terraform-token-missing',
    `needs a token of ${host}`,
    `Set ${variable}, or the setting \`token\`.`,
  );
}

/** The token that `terraform login` stored (Terraform CLI, "Locations for credentials.tfrc.json"). */
function keptToken(host: string, environment: Readonly<Record<string, string>>): string | undefined {
  const appData = environment['APPDATA'];
  const folder =
    process.platform === 'win32' && appData
      ? join(appData, 'terraform.d')
      : join(environment['HOME'] || homedir(), '.terraform.d');
  const file = join(folder, 'credentials.tfrc.json');
  if (!existsSync(file)) return undefined;
  try {
    const { credentials } = JSON.parse(readFileSync(file, 'utf8')) as { credentials?: unknown };
    const kept = isMapping(credentials) ? credentials[host] : undefined;
    return isMapping(kept) ? textOf(kept, 'token') : undefined;
  } catch {
    return undefined;
  }
}
