import type { EvaluationInputs } from './evaluation.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import { isMapping } from './values.js';

const reference = /\{\{resolve:([a-z-]+):([^{}]+)\}\}/g;

/**
 * A value with its dynamic references resolved: `{{resolve:ssm:NAME:VERSION}}` and
 * `{{resolve:secretsmanager:ID:SecretString:KEY:STAGE:VERSION}}`. Source: CloudFormation user guide, "Get values stored in other services
 * using dynamic references".
 * @throws IntrinsicFailure where a value is not known, or a deploy does not take such a reference
 */
export async function resolveDynamic(value: unknown, lookup: EvaluationInputs['lookup']): Promise<unknown> {
  if (typeof value === 'string') return resolved(value, lookup);
  if (Array.isArray(value)) return Promise.all(value.map((item) => resolveDynamic(item, lookup)));
  if (!isMapping(value)) return value;
  const members = Object.entries(value).map(
    async ([key, member]) => [key, await resolveDynamic(member, lookup)] as const,
  );
  return Object.fromEntries(await Promise.all(members));
}

async function resolved(text: string, lookup: EvaluationInputs['lookup']): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: whole, 1: service = '', 2: rest = '', index } of text.matchAll(reference)) {
    parts.push(text.slice(end, index), await referenced(service, rest, lookup));
    end = index + whole.length;
  }
  return [...parts, text.slice(end)].join('');
}

async function referenced(service: string, rest: string, lookup: EvaluationInputs['lookup']): Promise<string> {
  const question = `resolve:${service}:${rest.replace(/:+$/, '')}`;
  const given = lookup.given(question);
  if (given !== undefined) return given;
  const unanswered = (what: string): IntrinsicFailure => new IntrinsicFailure(what, { question });
  const asked = <Answer>(work: Promise<Answer> | undefined): Promise<Answer> | undefined =>
    work?.catch((error: unknown) => {
      throw error instanceof IntrinsicFailure
        ? new IntrinsicFailure(error.reason, { question, hint: error.hint })
        : error;
    });
  switch (service) {
    case 'ssm': {
      const name = rest.replace(/:\d*$/, '');
      const value = lookup.given(`ssm:${name}`) ?? (await asked(lookup.storedParameter(rest.replace(/:$/, ''))));
      if (value !== undefined) return value;
      throw unanswered(`has a dynamic reference to the parameter ${name} of the Parameter Store`);
    }
    case 'secretsmanager':
      return secretOf(rest, (name) => asked(lookup.secret?.(name)), unanswered);
    case 'ssm-secure':
      throw new IntrinsicFailure(
        'has a dynamic reference of ssm-secure, which CloudFormation takes for a few properties only, and fails here',
      );
    default:
      throw unanswered(`has a dynamic reference to ${service}, which only a deploy can follow`);
  }
}

async function secretOf(
  rest: string,
  textOfSecret: (name: string) => Promise<string | undefined> | undefined,
  unanswered: (what: string) => IntrinsicFailure,
): Promise<string> {
  const [, id = '', key = '', stage = '', version = ''] =
    /^(arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:[^:]+|[^:]+)(?::SecretString)?(?::([^:]*))?(?::([^:]*))?(?::([^:]*))?$/.exec(
      rest,
    ) ?? [];
  const what = `has a dynamic reference to the secret ${id || rest}`;
  if (id === '' || version !== '' || (stage !== '' && stage !== 'AWSCURRENT')) throw unanswered(what);
  const text = await textOfSecret(nameOf(id));
  if (text === undefined) throw unanswered(what);
  if (key === '') return text;
  const member = memberOf(text, key);
  if (member === undefined) throw unanswered(`${what}, which has no ${key}`);
  return member;
}

/** The name of a secret in its ARN, behind which six letters and digits of AWS's own stand. */
function nameOf(id: string): string {
  const name = /^arn:.*:secret:(.*)$/.exec(id)?.[1];
  return name === undefined ? id : name.replace(/-[A-Za-z0-9]{6}$/, '');
}

function memberOf(text: string, key: string): string | undefined {
  let secret: unknown;
  try {
    secret = JSON.parse(text);
  } catch {
    return undefined;
  }
  const value = isMapping(secret) && Object.hasOwn(secret, key) ? secret[key] : undefined;
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}
