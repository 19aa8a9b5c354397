import { type ConfigNode, childNodes } from '../../document/config-node.js';
import { logicalName } from '../stack/logical-name.js';
import type { Resolver } from '../variables/resolver.js';
import type { AddedNames } from './added-names.js';
import { SchemaCheck } from './check-value.js';
import { coerced } from './coerce.js';
import { type Fault, placeOf } from './fault.js';
import type { SchemaTable, SchemaVersion, VersionSchemas } from './schema/schema-node.js';
import { mergeSnapshots, type Snapshot, snapshotOf, without } from './snapshot.js';

/** A function as it is written, and what resolves it. */
export interface CheckedFunction {
  readonly key: string;
  /** Its bodies; later ones are merged into earlier ones. */
  readonly bodies: readonly ConfigNode[];
  /** One that resolves only what is at hand. */
  readonly resolver: Resolver;
}

/**
 * What is wrong with a function and with what it inherits, by the schemas of the versions that may deploy it. What is right
 * for one of them is right.
 */
export async function checkFunction(
  fn: CheckedFunction,
  versions: readonly SchemaVersion[],
  added: AddedNames,
  table: SchemaTable,
): Promise<Fault[]> {
  const parts = await readParts(fn, added);
  const check = new SchemaCheck(table.nodes);
  const found = versions.map((version) => partFaults(parts, table.versions[version], added, check));
  const [first = [], ...others] = found.sort((one, other) => one.length - other.length);
  const places = others.map((faults) => new Set(faults.map(placeOf)));
  const everywhere = first.filter((fault) => places.every((each) => each.has(placeOf(fault))));
  return everywhere.length > 0 ? everywhere : first;
}

/** The values that are checked, each by a schema of its own. */
interface Parts {
  /** The root, what is not looked at there left out. */
  readonly service: Snapshot;
  readonly fn: Snapshot;
  /** The layers of the service that the function uses. */
  readonly layers: readonly Snapshot[];
}

/** Keys at the root that are free, or checked for themselves. */
const elsewhere = new Set(['custom', 'resources', 'functions', 'layers', 'outputs']);

async function readParts({ key, bodies, resolver }: CheckedFunction, added: AddedNames): Promise<Parts> {
  const { root } = resolver;
  const nodes = childNodes(root).filter(({ path: [name = ''], value }) => value !== null && !elsewhere.has(name));
  const members = await Promise.all(nodes.map((node) => snapshotOf(node, resolver)));
  const service: Snapshot = {
    kind: 'mapping',
    path: [],
    node: root,
    // `provider: aws` is short for a mapping.
    members: new Map(members.filter(isMeant).map((member) => [member.path[0] ?? '', member])),
  };
  const functionBodies = await Promise.all(bodies.map((body) => snapshotOf(body, resolver, ['functions', key])));
  const merged = functionBodies.reduce(mergeSnapshots);
  // The framework replaces these where they are empty.
  const fn = without(
    merged,
    ['name', 'events'].filter((name) => isEmpty(memberOf(merged, name))),
  );
  return {
    service: without(service, [...added.service, ...added.provider.map((name) => `provider.${name}`)]),
    fn: without(fn, added.function),
    layers: await usedLayers(memberOf(fn, 'layers') ?? memberOf(memberOf(service, 'provider'), 'layers'), resolver),
  };
}

function isMeant(member: Snapshot): boolean {
  return !(member.kind === 'scalar' && (member.value === null || member.path[0] === 'provider'));
}

function isEmpty(snapshot: Snapshot | undefined): boolean {
  return snapshot?.kind === 'scalar' && !snapshot.value;
}

function memberOf(snapshot: Snapshot | undefined, name: string): Snapshot | undefined {
  return snapshot?.kind === 'mapping' ? snapshot.members.get(name) : undefined;
}

async function usedLayers(list: Snapshot | undefined, resolver: Resolver): Promise<Snapshot[]> {
  if (list?.kind !== 'list') return [];
  const references = list.items.map((item) => memberOf(item, 'Ref'));
  const names = new Set(references.map((reference) => (reference?.kind === 'scalar' ? reference.value : undefined)));
  const layers = await resolver.walk(resolver.root, ['layers']).catch(() => undefined);
  const used = layers === undefined ? [] : childNodes(layers);
  const own = used.filter(({ path }) => names.has(`${logicalName(path.at(-1) ?? '')}LambdaLayer`));
  return Promise.all(own.map((node) => snapshotOf(node, resolver, ['layers', node.path.at(-1) ?? ''])));
}

function partFaults(
  { service, fn, layers }: Parts,
  schemas: VersionSchemas,
  added: AddedNames,
  check: SchemaCheck,
): Fault[] {
  const ofService = check.faults(service, schemas.service).filter((fault) => !isOfParts(fault));
  const written = memberOf(fn, 'events');
  const events = written && coerced(written, 'array');
  const ofEvents =
    events?.kind === 'list' ? events.items.flatMap((event) => eventFaults(event, schemas.events, added, check)) : [];
  return [
    ...ofService,
    ...check.faults(fn, schemas.function),
    ...ofEvents,
    ...layers.flatMap((layer) => check.faults(layer, schemas.layer)),
  ];
}

/** Whether something is wrong only because a part was left out, or `provider: aws` is short. */
function isOfParts(fault: Fault): boolean {
  return fault.kind === 'missing' && fault.snapshot.path.length === 0;
}

/** An event is a mapping from its kind to its settings. */
function eventFaults(event: Snapshot, kinds: VersionSchemas['events'], added: AddedNames, check: SchemaCheck): Fault[] {
  if (event.kind === 'unknown') return [];
  const known = [...Object.keys(kinds), ...added.events];
  const members = event.kind === 'mapping' ? [...event.members] : [];
  const kind = members.find(([name]) => known.includes(name));
  if (kind === undefined) return [{ kind: 'unknown-event', snapshot: event, known }];
  const [name, settings] = kind;
  const schema = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  const further = members.filter(([other]) => other !== name);
  return [
    ...further.map(([, snapshot]): Fault => ({ kind: 'unknown-property', snapshot, known: [] })),
    ...(schema === undefined || added.events.includes(name)
      ? []
      : check.faults(without(settings, added.eventProperties(name)), schema)),
  ];
}
