import type { Diagnostic, SourceLocation } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { childNode } from '../../document/config-node.js';
import type { FunctionBody } from '../function/functions.js';
import type { PluggedService } from '../plugins/listed-plugins.js';
import { type AddedNames, addedNames } from './added-names.js';
import { changedScalars } from './changed-scalars.js';
import { checkFunction } from './check-function.js';
import { SchemaCheck } from './check-value.js';
import { describeFault, type FaultContext } from './describe-fault.js';
import type { Fault } from './fault.js';
import { frameworkVersions } from './framework-versions.js';
import type { SchemaTable, SchemaVersion } from './schema/schema-node.js';
import { schemaTable } from './schema/schema-table.js';

/** What is already known of a function's configuration. */
export interface Validated {
  readonly service: PluggedService;
  readonly body: FunctionBody;
  /** The places that something was reported of. */
  readonly reported: readonly SourceLocation[];
  readonly isStrict: boolean;
}

/**
 * Validates the configuration of a function, and what it inherits of the service, as the framework does before a deploy.
 * Values that are not at hand count as right.
 */
export async function validateFunction(validated: Validated): Promise<Diagnostic[]> {
  const { service, body, isStrict } = validated;
  const changed = await changedScalars(service, body.bodies);
  const findings = await schemaFindings(validated);
  const severity = isStrict ? 'error' : 'warning';
  return [...findings.map((found) => ({ ...found, severity }) as const), ...(changed === undefined ? [] : [changed])];
}

async function schemaFindings({ service, body, reported, isStrict }: Validated): Promise<Diagnostic[]> {
  const resolver = service.localResolver();
  const versions = frameworkVersions(childNode(resolver.root, 'frameworkVersion')?.value, service.root);
  const added = await addedNames((await service.plugins()).names);
  const table = schemaTable();
  const faults = await checkFunction({ key: body.key, bodies: body.bodies, resolver }, versions, added, table);
  if (faults.length === 0) return [];
  const context = contextOf(versions, added, table);
  const places = new Set(isStrict ? [] : reported.map(placeText));
  return faults
    .filter((fault) => isStrict || !isFree(fault))
    .filter((fault) => !isOfUnknownPlugin(fault, added, context))
    .map((fault) => describeFault(fault, context))
    .filter(({ location }) => location === undefined || !places.has(placeText(location)));
}

function placeText({ file, line, column }: SourceLocation): string {
  return `${file}:${line}:${column}`;
}

/**
 * Keys at the root by which people mark what is for anchors only, and `useDotenv: false`, which is what it is anyway. The
 * framework warns of them; but nothing is otherwise than meant.
 */
function isFree({ kind, snapshot }: Fault): boolean {
  const [name = '', ...below] = snapshot.path;
  if (below.length > 0) return false;
  if (kind === 'unknown-property') return /^(?:x-|\.)/.test(name);
  return name === 'useDotenv' && snapshot.kind === 'scalar' && snapshot.value === false;
}

/** A name may belong to a plugin that nothing is known of, unless it is nearly one that is known. */
function isOfUnknownPlugin(fault: Fault, { unknownPlugins }: AddedNames, { known }: FaultContext): boolean {
  if (unknownPlugins.length === 0) return false;
  if (fault.kind === 'unknown-property')
    return nearestName(fault.snapshot.path.at(-1) ?? '', known(fault)) === undefined;
  if (fault.kind !== 'unknown-event') return false;
  const [kind = ''] = fault.snapshot.kind === 'mapping' ? fault.snapshot.members.keys() : [];
  return nearestName(kind, fault.known) === undefined;
}

function contextOf(versions: readonly SchemaVersion[], added: AddedNames, table: SchemaTable): FaultContext {
  const check = new SchemaCheck(table.nodes);
  const [version = 'version3'] = versions;
  const schemas = table.versions[version];
  const provider = table.nodes[schemas.service]?.properties?.['provider'];
  const namesOf = {
    provider: provider === undefined ? [] : check.knownMembers(provider),
    functions: check.knownMembers(schemas.function),
    service: check.knownMembers(schemas.service),
  };
  return {
    known: ({ kind, snapshot, ...fault }) => {
      const known = 'known' in fault ? fault.known : [];
      if (kind !== 'unknown-property') return known;
      const [section, ...below] = snapshot.path;
      if (below.length === 0) return [...known, ...added.service];
      if (section === 'provider' && below.length === 1) return [...known, ...added.provider];
      return section === 'functions' && below.length === 2 ? [...known, ...added.function] : known;
    },
    elsewhere: (path) => {
      const name = path.at(-1) ?? '';
      if (path.length === 1 && namesOf.provider.includes(name)) return `It belongs under provider: provider.${name}.`;
      if (path.length === 1 && namesOf.functions.includes(name)) return `It belongs under a function.`;
      if (path.length > 1 && path.length < 4 && namesOf.service.includes(name))
        return `It belongs at the root of the file.`;
      return undefined;
    },
  };
}
