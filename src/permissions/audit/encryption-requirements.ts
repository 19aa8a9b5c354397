import type { Encryption } from '../../lambda/function/function-permissions.js';
import { among } from '../evaluation/among.js';
import { matchesArn, type PatternValues, parsePattern } from '../evaluation/pattern.js';
import { completeContext } from '../evaluation/request-context.js';
import type { Call, Requirement } from '../requirements/call.js';

/** What reading and writing of an encrypted resource need on its key. Source: the developer guides of the services, "Encryption at rest". */
const needs: Readonly<Record<string, readonly string[]>> = {
  's3:PutObject': ['kms:GenerateDataKey'],
  'secretsmanager:GetSecretValue': ['kms:Decrypt'],
  'secretsmanager:PutSecretValue': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'sns:Publish': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'sqs:ReceiveMessage': ['kms:Decrypt'],
  'sqs:SendMessage': ['kms:GenerateDataKey', 'kms:Decrypt'],
};

/** An object may have been written before its bucket had the key, or with another one. */
const reads: Readonly<Record<string, readonly string[]>> = { 's3:GetObject': ['kms:Decrypt'] };

/**
 * What a call needs on the keys that its resources are encrypted with, as the project's template has them. Where the request or the
 * answer names a key, that is asked for already.
 */
export function encryptionRequirements(
  call: Call,
  requirements: readonly Requirement[],
  encryptions: readonly Encryption[],
  names: ReadonlyMap<string, string>,
): readonly Requirement[] {
  const values: PatternValues = { context: completeContext({}), names };
  const isTold = requirements.some(({ action }) => action.startsWith('kms:'));
  if (encryptions.length === 0 || isTold || call.members['ServerSideEncryption'] !== undefined) return [];
  const context = (service: string) => ({ 'kms:ViaService': `${service}.${call.region}.amazonaws.com` });
  return requirements.flatMap(({ action, resource }) => {
    const actions = needs[action] ?? reads[action];
    const encryption = encryptions.find(
      (each) => action.startsWith(`${each.service}:`) && resource !== undefined && isOn(each, resource, values),
    );
    if (actions === undefined || encryption === undefined) return [];
    return actions.map((needed) => ({
      action: needed,
      resource: keyArn(encryption.key, call, values),
      context: context(encryption.service),
      ...(action in reads ? { unless: "the object is not encrypted with its bucket's key" } : {}),
    }));
  });
}

function isOn({ service, resource }: Encryption, asked: string, values: PatternValues): boolean {
  const pattern = service === 's3' ? `${resource}/*` : resource;
  const found = among([matchesArn(parsePattern(pattern, false, true), asked, values)], false);
  return found.kind === 'yes';
}

/** The ARN of a key. A name in it that only a deploy knows stands for itself. */
function keyArn(key: string, { region, account }: Call, { names }: PatternValues): string | undefined {
  const known = key.replaceAll(/\$\{([^}]+)\}/g, (text, name: string) => names.get(name) ?? text);
  if (known.startsWith('arn:')) return known.includes(':key/') ? known : undefined;
  return known.includes('alias/') ? undefined : `arn:aws:kms:${region}:${account}:key/${known}`;
}

/**
 * Names that only a deploy knows, for a request on a resource that is named so itself. Those that nothing tells stand for themselves
 * then: what has another name is another resource.
 */
export function namesFor(
  resource: string | undefined,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return resource?.includes('${') === true ? new StandingNames(names) : names;
}

class StandingNames extends Map<string, string> {
  override get(name: string): string | undefined {
    const isOfResource = /^[A-Za-z0-9]+(?:\.\w+)?$/.test(name) && name !== 'unknown';
    return super.get(name) ?? (isOfResource ? `\${${name}}` : undefined);
  }
}
