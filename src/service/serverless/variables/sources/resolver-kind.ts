import type { ConfigNode } from '../../document/config-node.js';
import type { AwsCall } from './remote.js';

/** The settings of a resolver, every variable in them resolved. */
export type ResolverSettings = Readonly<Record<string, unknown>>;

/** What a resolver is asked, and with what. */
export interface ResolverQuestion {
  /** What stands behind the resolver's name. */
  readonly key: string;
  readonly settings: ResolverSettings;
  readonly stage: string;
  /** What `${env:}` sees. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Called with each value that is a secret before anybody else has it. */
  readonly onSecret: (secret: unknown) => void;
  /** A way to ask AWS, where the resolver keeps its values there. */
  readonly aws: (region: string | undefined) => Promise<AwsCall>;
  /** Does a piece of work once in the run, by its name. */
  readonly once: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
}

/** A kind of resolver that version 4 of the framework has beyond AWS. */
export interface ResolverKind {
  /** The value, `undefined` where there is none. @throws SourceFailure where there is no answer. */
  resolve(question: ResolverQuestion): Promise<ConfigNode | undefined>;
  explainMissing(key: string, settings: ResolverSettings): { readonly reason: string; readonly hint?: string };
}

/** A setting that is text, `undefined` where it is not set or empty. A number is taken as text. */
export function textOf(settings: ResolverSettings, name: string): string | undefined {
  const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
