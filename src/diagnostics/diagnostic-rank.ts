import type { Diagnostic } from './diagnostic.js';

/** How much a finding matters, from the most to the least. */
export const ranks = ['breaks a deploy', 'fails in Lambda', 'may change what happens', 'is good to know'] as const;

/** The rank of each code of a warning or a notice. A code that is not listed is merely good to know. */
const codes: Readonly<Record<Exclude<(typeof ranks)[number], 'is good to know'>, readonly string[]>> = {
  'breaks a deploy': [
    'config-default-used',
    'config-out-of-range',
    'environment-name-refused',
    'environment-reserved',
    'environment-size-refused',
    'function-name-refused',
    'handler-refused',
    'package-size',
    'parameter-refused',
    'runtime-refused',
  ],
  'fails in Lambda': [
    'entrypoint-architecture',
    'entrypoint-format',
    'entrypoint-interpreter',
    'entrypoint-line-ends',
    'entrypoint-literal-path',
    'entrypoint-loader',
    'entrypoint-missing',
    'entrypoint-not-executable',
    'exec-wrapper-missing',
    'extension-architecture',
    'extension-failed',
    'extension-timeout',
    'handler-case',
    'handler-export',
    'handler-file',
    'heap-exhausted',
    'init-timed-out',
    'java-class-version',
    'memory-exceeded',
    'module-elsewhere',
    'module-extension',
    'module-file',
    'module-format',
    'module-missing',
    'module-of-image',
    'module-outranked',
    'native-module',
    'package-case',
    'package-development',
    'package-enforced',
    'package-excluded',
    'package-handler',
    'package-module-format',
    'package-native',
    'package-not-required',
    'package-outside',
    'package-uncompiled',
    'plug-n-play',
    'process-killed',
    'program-not-built',
    'timed-out',
  ],
  'may change what happens': [
    'architecture',
    'bundler-replaced',
    'cdk-assembly-old',
    'cdk-asset-requirements',
    'cdk-asset-unbundled',
    'config-event-unknown',
    'config-number-changed',
    'config-property-missing',
    'config-property-unknown',
    'config-value-refused',
    'context-data-ignored',
    'credentials-incomplete',
    'credentials-missing',
    'dotenv-parser',
    'environment-file-undeclared',
    'event-data-ignored',
    'exec-wrapper-ignored',
    'image-step-not-done',
    'interpreter-version',
    'java-client-platform',
    'layer-elsewhere',
    'memory-not-limited',
    'output-masked',
    'output-too-long',
    'parameter-unknown',
    'profile-failed',
    'runtime-default',
    'sam-build-old',
    'variable-answer-unused',
  ],
};

const rankOf = new Map<string, number>(
  Object.values(codes).flatMap((ofRank, rank) => ofRank.map((code) => [code, rank] as const)),
);

/**
 * Sorts findings by how much they matter: what breaks a deploy, what fails in Lambda, what may change a result, the rest.
 */
export function byRank(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank = ({ code }: Diagnostic): number => rankOf.get(code) ?? ranks.length - 1;
  return [...diagnostics].sort((one, other) => rank(one) - rank(other));
}

/** Every code that has a rank. */
export const rankedCodes: readonly string[] = [...rankOf.keys()];
