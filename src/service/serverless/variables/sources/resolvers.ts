import { type ConfigNode, isMapping } from '../../../document/config-node.js';
import type { InheritedResolver } from '../../compose/composed.js';
import { SourceFailure } from '../problem.js';
import { awsServices, awsSource, innerCall } from './aws.js';
import { awsSettings } from './aws-settings.js';
import { doppler } from './doppler.js';
import { answered, callAws, type RemoteInputs, requireOpen, structuredAnswer } from './remote.js';
import { type ResolverKind, type ResolverSettings, textOf } from './resolver-kind.js';
import { resolverNode } from './resolver-settings.js';
import type { StageOf } from './sls.js';
import type { Source, SourceAccess } from './source.js';
import { readParameterAnswer, ssmSource } from './ssm.js';
import { terraform } from './terraform.js';
import { vault } from './vault.js';

/** The kinds of resolvers besides AWS. Each can also be used by its own name, without settings. */
const kinds: Readonly<Record<string, ResolverKind>> = { doppler, terraform, vault };

/** What configured resolvers need. */
export interface ResolverInputs extends RemoteInputs {
  readonly root: ConfigNode;
  readonly stageOf: StageOf;
  /** The settings of a resolver that the service's composition has. */
  readonly inheritedResolver: InheritedResolver | undefined;
}

/** The sources that version 4 has as resolvers, configured or not. */
export function resolverSources(inputs: ResolverInputs): [string, Source][] {
  return ['aws', ...Object.keys(kinds)].map((name) => [name, resolverSource(name, inputs)]);
}

/**
 * The source that the configuration defines by a name: `stages.<stage>.resolvers.<name>`, or that of the stage `default`.
 * @returns `undefined` where it has none.
 */
export async function configuredSource(
  name: string,
  inputs: ResolverInputs,
  access: SourceAccess,
): Promise<Source | undefined> {
  const own = await settingsOf(name, inputs, access);
  const inherited = own === undefined ? await inputs.inheritedResolver?.(name) : undefined;
  if (own === undefined && inherited === undefined) return undefined;
  return resolverSource(name, inputs, inherited);
}

/**
 * `name:key`, or `name:resolver:key` for a resolver that is configured below the name.
 * @param inherited the settings to use if the service has none of its own
 */
function resolverSource(name: string, inputs: ResolverInputs, inherited: ResolverSettings = {}): Source {
  const results = new Map<string, Promise<unknown>>();
  const once = <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const result = (results.get(key) ?? work()) as Promise<Result>;
    results.set(key, result);
    return result;
  };
  // A missing value is explained later, with the settings that were used to ask for it.
  let known: ResolverSettings = {};
  const source: Source = {
    resolve: async (call, access) => {
      const settings = (await settingsOf(name, inputs, access)) ?? inherited;
      known = settings;
      const type = textOf(settings, 'type') ?? name;
      if (type === 'aws') return resolveAws(settings, inputs).resolve(call, access);
      const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
      if (kind === undefined) throw unknownKind(name, type);
      requireOpen(inputs);
      const { address: key = '' } = call;
      const { environment, signal, onSecret } = inputs;
      const stage = await inputs.stageOf(access);
      const aws = (region: string | undefined) => callAws(inputs, access, region === undefined ? {} : { region });
      return kind.resolve({ key, settings, stage, environment, signal, onSecret, aws, once });
    },
    explainMissing: (call) => {
      const kind = kinds[textOf(known, 'type') ?? name];
      return kind === undefined
        ? resolveAws(known, inputs).explainMissing(call)
        : kind.explainMissing(call.address ?? '', known);
    },
  };
  return answered(name, inputs.answers, source, (answer, call) => {
    const inner = innerCall(call);
    if (inner !== undefined && inner.source === ssmSource) return readParameterAnswer(answer, inner.call);
    return Object.hasOwn(kinds, name) ? structuredAnswer(answer) : answer.text;
  });
}

/** AWS with the settings of a resolver, and below it the resolvers that are configured there by names of their own. */
function resolveAws(settings: ResolverSettings, inputs: ResolverInputs): Source {
  const own = awsSettings(settings);
  const source = awsSource(inputs, own);
  const below = (address = '') => {
    const [, name = '', rest] = /^([^:]+):(.*)$/s.exec(address) ?? [];
    const nested = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const service = isMapping(nested) ? awsServices[textOf(nested, 'type') ?? name] : undefined;
    if (service === undefined || !isMapping(nested)) return undefined;
    return { source: service(inputs, { ...own, ...awsSettings(nested) }), address: rest };
  };
  return {
    resolve: (call, access) => {
      const nested = below(call.address);
      return nested === undefined
        ? source.resolve(call, access)
        : nested.source.resolve({ ...call, address: nested.address }, access);
    },
    explainMissing: (call) => {
      const nested = below(call.address);
      return nested === undefined
        ? source.explainMissing(call)
        : nested.source.explainMissing({ ...call, address: nested.address });
    },
  };
}

async function settingsOf(
  name: string,
  { root, stageOf }: ResolverInputs,
  access: SourceAccess,
): Promise<ResolverSettings | undefined> {
  if ((await access.walk(root, ['stages'])) === undefined) return undefined;
  const node = await resolverNode(name, await stageOf(access), root, access);
  return checkedSettings(name, node && (await access.value(node)));
}

/** @throws SourceFailure where the settings of a resolver are not a mapping. */
export function checkedSettings(name: string, settings: unknown): ResolverSettings | undefined {
  if (settings === undefined || isMapping(settings)) return settings;
  throw new SourceFailure('resolver-invalid', `needs the resolver ${name}, which is not a mapping`);
}

function unknownKind(name: string, type: string): SourceFailure {
  return new SourceFailure(
    'resolver-unknown',
    `needs the resolver ${name}, which is of the unknown type \`${type}\``,
    `There are the types aws, ${Object.keys(kinds).join(', ')}.`,
  );
}
