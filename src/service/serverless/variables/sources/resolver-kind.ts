import type { ConfigNode } from '../../../document/config-node.js';
import type { AwsCall } from './remote.js';

/** The settings of a resolver, with all variables resolved. */
export type ResolverSettings = Readonly<Record<string, unknown>>;

/** A question to a resolver, and what it needs for the answer. */
export interface ResolverQuestion {
  /** The text after the resolver's name. */
  readonly key: string;
  readonly settings: ResolverSettings;
  readonly stage: string;
  /** What `${env:}` sees. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Called with each secret value before it is returned to anybody. */
  readonly onSecret: (secret: unknown) => void;
  /** The means to ask AWS, for a resolver that keeps its values there. */
  readonly aws: (region: string | undefined) => Promise<AwsCall>;
  /** Does a named piece of work only once per run. */
  readonly once: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
}

/** A kind of resolver that version 4 of the framework has beyond AWS. */
export interface ResolverKind {
  /** The value, `undefined` where there is none. @throws SourceFailure where there is no answer. */
  resolve(question: ResolverQuestion): Promise<ConfigNode | undefined>;
  explainMissing(key: string, settings: ResolverSettings): { readonly reason: string; readonly hint?: string };
}

/** A setting that is text; `undefined` if it is not set or empty. A number counts as text. */
export function textOf(settings: ResolverSettings, name: string): string | undefined {
  const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
