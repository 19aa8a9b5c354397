import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seedOfChance } from '../chance.js';
import { installedPackages } from '../services/installed-packages.js';
import { type GeneratedCase, type GeneratedStatement, generatedCase } from './generated-policies.js';
import { verdictOf, wordOf } from './verdict-of.js';

/** The evaluator is under the AGPL: it is asked here, and is no part of what is shipped. */
const oracle = '@cloud-copilot/iam-simulate';
const installed = await installedPackages('iam-simulate', [`${oracle}@0.1.173`]);
if ('unavailable' in installed) console.warn(`The comparison with iam-simulate is skipped: ${installed.unavailable}`);

interface Simulator {
  runUnsafeSimulation(simulation: unknown, options: unknown): string;
}

const version = '2012-10-17';
const policy = (Statement: readonly GeneratedStatement[]) => ({ Version: version, Statement });
const everything = policy([{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }]);

function simulated(simulator: Simulator, { identity, boundary, action, resource, context }: GeneratedCase): string {
  const limits =
    boundary === undefined ? {} : { permissionBoundaryPolicies: [{ name: 'boundary', policy: policy(boundary) }] };
  return simulator.runUnsafeSimulation(
    {
      request: {
        principal: 'arn:aws:iam::123456789012:role/app',
        action,
        resource: { resource, accountId: '123456789012' },
        contextVariables: context,
      },
      identityPolicies: [{ name: 'identity', policy: policy(identity) }],
      serviceControlPolicies: [{ orgIdentifier: 'root', policies: [{ name: 'all', policy: everything }] }],
      resourceControlPolicies: [],
      ...limits,
    },
    {},
  );
}

/** Where the two differ, and why. Without its cause each difference has to be gone. */
const differences: Readonly<Record<string, (compared: GeneratedCase) => GeneratedCase>> = {
  // An address of IPv6 is in no block of IPv4, so that NotIpAddress holds; iam-simulate has neither operator hold.
  'an address of IPv6 beside blocks of IPv4': (compared) => ({
    ...compared,
    context: String(compared.context['aws:SourceIp']).includes(':')
      ? { ...compared.context, 'aws:SourceIp': '192.0.2.1' }
      : compared.context,
  }),
};

const numRuns = 4000;

('unavailable' in installed ? describe.skip : describe)('iam-simulate and the evaluation here agree', () => {
  test(`on ${numRuns} generated policies and requests, but for what is explained`, async () => {
    if ('unavailable' in installed) return;
    const file = join(installed.folder, 'node_modules', ...oracle.split('/'), 'dist', 'cjs', 'index.js');
    const loaded = (await import(pathToFileURL(file).href)) as { readonly default?: Simulator } & Simulator;
    const simulator = loaded.default ?? loaded;
    const met = new Map<string, number>();
    const words = new Map<string, number>();
    const agree = (compared: GeneratedCase): boolean => wordOf(verdictOf(compared)) === simulated(simulator, compared);
    fc.assert(
      fc.property(generatedCase, (compared) => {
        const word = wordOf(verdictOf(compared));
        words.set(word, (words.get(word) ?? 0) + 1);
        if (agree(compared)) return;
        const cause = Object.entries(differences).find(([, without]) => agree(without(compared)))?.[0];
        if (cause === undefined) expect(word).toBe(simulated(simulator, compared));
        else met.set(cause, (met.get(cause) ?? 0) + 1);
      }),
      { numRuns, seed: seedOfChance },
    );
    const counted = [...words, ...met].map(([what, count]) => `${what}: ${count}`);
    console.log(`Seed ${seedOfChance}. ${counted.join(', ')}.`);
    expect([...words.keys()].sort()).toEqual(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']);
  }, 120_000);
});
