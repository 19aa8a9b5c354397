import { UserError } from '../diagnostics/user-error.js';
import type { RoleRequest } from './request.js';

/** What the caller has written of a role, not yet read. */
export interface WrittenRole {
  readonly arn?: string | undefined;
  readonly sessionName?: string | undefined;
  readonly externalId?: string | undefined;
  readonly durationSeconds?: string | undefined;
  /** A JSON object of texts. */
  readonly tags?: string | undefined;
  readonly audience?: string | undefined;
  readonly isChained?: boolean;
}

/** How the parts are called in messages, such as ``the input `role-to-assume` ``. */
export type RoleNames = (
  name: 'role-to-assume' | 'role-session-name' | 'role-duration-seconds' | 'custom-tags',
) => string;

/** What a session may be called and last at least and at most. Source: AWS STS API reference, "AssumeRole". */
const sessionNames = /^[\w+=,.@-]{2,64}$/;
const shortestSeconds = 900;
const longestSeconds = 43_200;

/**
 * @param defaults the session's name, and the tags that it has anyhow
 * @returns `undefined` where no role is named
 * @throws UserError where something of it is wrong
 */
export function readRole(
  written: WrittenRole,
  defaults: Pick<RoleRequest, 'sessionName' | 'tags'>,
  named: RoleNames,
): RoleRequest | undefined {
  const { arn, externalId, audience, isChained = false } = written;
  if (arn === undefined) return undefined;
  const fail = (name: Parameters<RoleNames>[0], message: string, hint?: string): never => {
    const text = `${named(name)} ${message}.`;
    throw new UserError({ code: 'role-invalid', message: text.charAt(0).toUpperCase() + text.slice(1), hint });
  };
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/.test(arn)) {
    fail(
      'role-to-assume',
      `is "${arn}", which is no ARN of a role`,
      'Write it as arn:aws:iam::111122223333:role/NAME.',
    );
  }
  const sessionName = written.sessionName ?? defaults.sessionName;
  if (!sessionNames.test(sessionName)) {
    fail('role-session-name', `is "${sessionName}", which has 2 to 64 letters, digits and any of +=,.@-_`);
  }
  const durationSeconds = written.durationSeconds === undefined ? undefined : Number(written.durationSeconds);
  if (
    durationSeconds !== undefined &&
    !(Number.isInteger(durationSeconds) && durationSeconds >= shortestSeconds && durationSeconds <= longestSeconds)
  ) {
    fail(
      'role-duration-seconds',
      `is "${written.durationSeconds}", which is no whole number from ${shortestSeconds} to ${longestSeconds}`,
    );
  }
  const tags = written.tags === undefined ? {} : readTags(written.tags);
  if (tags === undefined) {
    return fail('custom-tags', 'is no JSON object of texts', 'Write it as {"Team": "orders"}.');
  }
  return {
    arn,
    sessionName,
    tags: { ...tags, ...defaults.tags },
    isChained,
    ...(externalId === undefined ? {} : { externalId }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(audience === undefined ? {} : { audience }),
  };
}

function readTags(text: string): Record<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.values(value).every((each) => typeof each === 'string')
      ? (value as Record<string, string>)
      : undefined;
  } catch {
    return undefined;
  }
}
