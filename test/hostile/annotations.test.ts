import { error, notice, warning } from '@actions/core';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type Annotation, annotationsOf } from '../../src/action/annotations.js';
import { conclusionOf } from '../../src/action/conclusion.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { reportInvocation } from '../../src/report/invocation-report.js';
import { failed, invoked } from '../action/results.js';
import { type CommandEffects, createCommandProcessor } from '../harness/command-processor.js';
import { createSecretMasker } from '../harness/secret-masker.js';
import { holds } from './property.js';
import { hostileText, throughUtf8 } from './texts.js';

const workspace = '/workspace';
const issue = { error, warning, notice };

let printed: string[] = [];
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(throughUtf8(String(text)));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** What the runner makes of the annotations that are printed. */
function effectsOf(annotations: readonly Annotation[]): CommandEffects {
  printed = [];
  for (const { severity, message, properties } of annotations) issue[severity](message, properties);
  const processor = createCommandProcessor(createSecretMasker());
  for (const line of printed
    .join('')
    .split(/\r\n|\n|\r/)
    .slice(0, -1))
    processor.line(line);
  return processor.effects;
}

/** An annotation as the runner has it: with its own names for the properties, and without those that are empty. */
function asMeant({ severity, message, properties }: Annotation): object {
  const { title, file, startLine: line, startColumn: col } = properties;
  const all = Object.entries({ title, file, line, col }).filter(([, value]) => value !== undefined && value !== '');
  return {
    type: severity,
    message: throughUtf8(message),
    properties: Object.fromEntries(all.map(([name, value]) => [name, throughUtf8(String(value))])),
  };
}

const place = fc.record(
  {
    file: fc.oneof(
      hostileText.map((text) => `${workspace}/${text}.js`),
      hostileText,
    ),
    line: fc.integer({ min: 1 }),
    column: fc.integer({ min: 1 }),
  },
  { requiredKeys: ['file'] },
);

const diagnostic: fc.Arbitrary<Diagnostic> = fc.record(
  {
    severity: fc.constantFrom('error', 'warning', 'notice'),
    code: fc.constant('x'),
    message: hostileText,
    hint: hostileText,
    location: place,
  },
  { requiredKeys: ['severity', 'code', 'message'] },
);

describe('annotations', () => {
  test('are to the runner what we mean, each of a type that has room for it', async () => {
    await holds(200, [fc.array(diagnostic, { maxLength: 40 })], (diagnostics) => {
      const annotations = annotationsOf(diagnostics, workspace);
      const { annotations: shown, commands, failures } = effectsOf(annotations);
      expect(shown).toEqual(annotations.map(asMeant));
      expect(commands).toHaveLength(annotations.length);
      expect(failures).toEqual([]);
      for (const type of ['error', 'warning', 'notice'])
        expect(shown.filter((annotation) => annotation.type === type).length).toBeLessThanOrEqual(
          type === 'error' ? 9 : 10,
        );
    });
  });

  test('of long texts are within the 4,096 characters of the runner', async () => {
    const long = fc.tuple(hostileText, fc.nat({ max: 400 })).map(([text, times]) => text.repeat(times));
    await holds(
      60,
      [
        fc.array(
          fc.record({ severity: fc.constant('warning' as const), code: fc.constant('x'), message: long, hint: long }),
          { maxLength: 20 },
        ),
      ],
      (diagnostics) => {
        const annotations = annotationsOf(diagnostics, workspace);
        for (const { message } of annotations) expect(message.length).toBeLessThanOrEqual(4096);
        expect(effectsOf(annotations).annotations).toEqual(annotations.map(asMeant));
      },
    );
  });

  test('of a failure are what we mean, whatever the handler threw', async () => {
    const long = fc.tuple(hostileText, fc.constantFrom(1, 1, 1000)).map(([text, times]) => text.repeat(times));
    await holds(
      200,
      [
        long,
        long,
        fc.array(
          fc.oneof(
            hostileText,
            long.map((text) => `    at f (/workspace/${text}.js:1:1)`),
          ),
          { maxLength: 12 },
        ),
      ],
      async (type, message, trace) => {
        const log = { text: '', omittedBytes: 0 };
        const facts = { diagnostics: [], log, startedAt: new Date(0), runtimes: '/opt/runtimes' };
        const report = await reportInvocation(invoked(failed(type, message, { trace })), facts);
        const { message: said, annotation } = conclusionOf(report, { failOnError: true, workspace });
        expect(said.length).toBeLessThanOrEqual(4096);
        expect((annotation?.title ?? '').length).toBeLessThanOrEqual(1000);
        const meant: Annotation = { severity: 'error', message: said, properties: annotation ?? {} };
        expect(effectsOf([meant]).annotations).toEqual([asMeant(meant)]);
      },
    );
  });
});
