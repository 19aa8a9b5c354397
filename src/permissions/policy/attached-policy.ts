import type { FunctionRole, ResourcePolicy } from '../../lambda/function/function-permissions.js';
import { any, no, not, type Truth, unknown, yes } from '../evaluation/truth.js';
import { parseStatement } from './parse-statement.js';
import type { Statement } from './statement.js';

/** Who asks: the role of a function. */
export interface Principal {
  readonly role: FunctionRole;
  /** Its ARN as policies of the project name it, where a deploy makes it. */
  readonly roleArn?: string | undefined;
  readonly account: string;
  /** Whether that is the account that the function is deployed to, and not one that stands in for it. */
  readonly isAccountKnown: boolean;
}

/** A statement of a resource's policy. */
export interface AttachedStatement {
  readonly statement: Statement;
  /** Whether it is about the function's role. */
  readonly about: Truth;
  /** Whether it names the account rather than the role: it then allows nothing itself, and lets the role's own policies decide. */
  readonly isDelegation: boolean;
}

/** The policy of a resource. */
export interface AttachedPolicy {
  /** The prefix of the actions that it is about. */
  readonly service: string;
  readonly resources: readonly string[];
  readonly statements: readonly AttachedStatement[];
  readonly gaps: readonly string[];
  readonly isRequired: boolean;
}

/** Reads a resource's policy as the role of a function meets it. */
export function attachedPolicy(
  { service, resources, statements, gaps, isRequired = false }: ResourcePolicy,
  principal: Principal,
): AttachedPolicy {
  return {
    service,
    resources,
    isRequired,
    gaps: gaps.map(({ message }) => message.replace(/\.$/, '')),
    statements: statements.flatMap((written) => {
      const statement = parseStatement(written);
      if (statement === undefined) return [];
      const { Principal: named, NotPrincipal: excluded } = written.value;
      const who = named === undefined ? whoIs(excluded, principal) : whoIs(named, principal);
      return [{ statement, ...(named === undefined ? { about: not(who.about), isDelegation: false } : who) }];
    }),
  };
}

/**
 * Whether a function's role is among principals. Source: IAM user guide, "IAM JSON policy elements: Principal": `*` is everybody; an
 * account, or its root, is all who are of it.
 */
function whoIs(named: unknown, principal: Principal): Pick<AttachedStatement, 'about' | 'isDelegation'> {
  const texts = named === '*' ? ['*'] : awsPrincipals(named);
  const found = texts.map((text) => isPrincipal(text, principal));
  const direct = any(found.filter(({ isAccount }) => !isAccount).map(({ truth }) => truth));
  if (direct.kind === 'yes') return { about: yes, isDelegation: false };
  const account = any(found.filter(({ isAccount }) => isAccount).map(({ truth }) => truth));
  return direct.kind === 'no' ? { about: account, isDelegation: true } : { about: direct, isDelegation: false };
}

function awsPrincipals(named: unknown): string[] {
  const given = typeof named === 'object' && named !== null ? (named as Record<string, unknown>)['AWS'] : undefined;
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.filter((each) => typeof each === 'string');
}

function isPrincipal(
  text: string,
  { role, roleArn, account, isAccountKnown }: Principal,
): { truth: Truth; isAccount: boolean } {
  if (text === '*' || text === roleArn) return { truth: yes, isAccount: false };
  const [, root] = /^(?:arn:[^:]*:iam::)?([^:]+?)(?::root)?$/.exec(text) ?? [];
  if (root !== undefined && !root.startsWith('arn:')) return { truth: isAccount(root), isAccount: true };
  return { truth: isRole(), isAccount: false };

  function isAccount(owner: string): Truth {
    if (owner === account) return yes;
    if (owner.includes('${'))
      return unknown(`whether ${owner} is the function's account is known only once it is deployed`);
    return isAccountKnown ? no : unknown(`whether ${owner} is the function's account is not known`);
  }

  function isRole(): Truth {
    if (role.kind === 'none') return unknown('the configuration names no role');
    if (role.kind === 'elsewhere') return role.arn === text ? yes : perhaps(role.arn);
    const names = [...text.matchAll(/\$\{([A-Za-z0-9]+)(?:\.\w+)?\}/g)].map(([, name]) => name);
    if (names.includes(role.logicalId)) return yes;
    if (names.length > 0 && !names.includes('unknown')) return no;
    return perhaps(`the role ${role.logicalId}`);
  }

  function perhaps(own: string): Truth {
    if (!/^arn:[^:]*:(?:iam|sts)::\d{12}:(?:assumed-)?role\//.test(text) && !text.includes('${')) return no;
    const [, , , , owner] = text.split(':');
    if (isAccountKnown && owner !== account && !text.includes('${')) return no;
    return unknown(`whether ${text} is ${own} is known only once it is deployed`);
  }
}
