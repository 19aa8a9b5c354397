import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { childNode, childNodes } from '../../../src/service/document/config-node.js';
import { version3 } from '../../../src/service/serverless/root/dialect.js';
import { mergeDeep } from '../../../src/service/serverless/root/merge-deep.js';
import { addedNames } from '../../../src/service/serverless/validation/added-names.js';
import { checkFunction } from '../../../src/service/serverless/validation/check-function.js';
import { placeOf } from '../../../src/service/serverless/validation/fault.js';
import { schemaTable } from '../../../src/service/serverless/validation/schema/schema-table.js';
import { createResolver } from '../../../src/service/serverless/variables/resolver.js';
import { seedOfChance } from '../../chance.js';
import { fixture } from '../../paths.js';
import { openFolder } from '../../service/open-folder.js';
import { osls } from '../osls.js';
import { asksAnew, recordedAnswer } from '../recorded-answer.js';
import { type Json, mutationOf } from './mutations.js';
import { type Judged, judgeByOsls } from './oracle.js';

/** The services that are changed: those that osls can read here. */
const services = ['rest-api', 'function-files', 'event-pipeline', 'js-config', 'python-layers'] as const;
const count = Number(process.env['VALIDATION_COUNT'] ?? 300);

/** What osls says of so many sets of changes is recorded. Where it is asked anew, chance makes one more. */
const recordedSets = 8;
const recorded = count === 300 ? [...Array(recordedSets).keys()] : [];
const seeds = asksAnew || count !== 300 ? [...recorded, seedOfChance] : recorded;

/** The service of a fixture, its variables resolved, and without plugins, which would have to be installed. */
async function resolvedService(workspace: string): Promise<Json> {
  const service = await openFolder(fixture('services', workspace));
  const { plugins: _, functions, ...resolved } = (await service.property([])) as Readonly<Record<string, Json>>;
  const merged = Array.isArray(functions) ? functions.reduce(mergeDeep) : functions;
  return { ...resolved, functions: merged as Json };
}

/** The places that are wrong for the functions of a configuration, and what these inherit; `undefined` if it has none. */
async function ourPlaces(configuration: Json): Promise<string[] | undefined> {
  const document = { value: configuration };
  const resolver = createResolver(document, new Map(), {
    dialect: version3,
    findSource: () => Promise.reject(new Error('no variable is left')),
  });
  const functions = childNode(resolver.root, 'functions');
  const bodies = functions === undefined ? [] : childNodes(functions);
  if (bodies.length === 0) return undefined;
  const added = await addedNames([]);
  const faults = await Promise.all(
    bodies.map((body) =>
      checkFunction({ key: body.path.at(-1) ?? '', bodies: [body], resolver }, ['version3'], added, schemaTable()),
    ),
  );
  return comparedPlaces(faults.flat().map((fault) => JSON.parse(placeOf(fault)) as string[]));
}

/**
 * Of the places of osls those that are compared: not what no function needs, what is checked for itself, and what is missing
 * at the root, without which nothing is run.
 */
function comparedPlaces(places: readonly (readonly string[])[]): string[] {
  const compared = places.filter(
    ([section = '', ...rest]) =>
      !['resources', 'custom'].includes(section) &&
      rest.at(-1) !== 'runtime' &&
      !(rest.length === 0 && ['service', 'provider', 'layers'].includes(section)),
  );
  return [...new Set(compared.map((path) => JSON.stringify(path)))].sort();
}

/** What osls says of changed configurations. */
async function judged(configurations: readonly Json[], seed: number): Promise<readonly Judged[]> {
  const ask = async (): Promise<string> => {
    const answers = await judgeByOsls(await osls.program(), configurations);
    return `[\n${answers.map((answer) => JSON.stringify(answer)).join(',\n')}\n]\n`;
  };
  if (count !== 300 || seed >= recordedSets) return JSON.parse(await ask());
  const name = ['validation', `set ${seed}`] as const;
  return JSON.parse(await recordedAnswer({ name, program: osls.name, args: [configurations] }, ask));
}

test.each(seeds)(
  `osls names the same places in ${count} changed configurations (INVOKE_LOCAL_TEST_SEED=%i)`,
  async (seed) => {
    const configurations = await Promise.all(services.map(resolvedService));
    const mutations = fc.sample(mutationOf(configurations), { numRuns: count, seed });
    const answers = await judged(
      mutations.map(({ configuration }) => configuration),
      seed,
    );
    const compared = await Promise.all(
      mutations.map(async ({ what, configuration }, index) => {
        const theirs = answers[index];
        const ours = await ourPlaces(configuration);
        if (theirs === undefined || 'failure' in theirs || ours === undefined) return undefined;
        return { what, ours, theirs: comparedPlaces(theirs) };
      }),
    );
    const comparable = compared.filter((each) => each !== undefined);
    expect(comparable.length).toBeGreaterThan(count * 0.8);
    // A little over a half have a fault; that less than a third have one does not come about by chance.
    expect(comparable.filter(({ theirs }) => theirs.length > 0).length).toBeGreaterThan(count / 3);
    expect(comparable.filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs))).toEqual([]);
  },
  300_000,
);
