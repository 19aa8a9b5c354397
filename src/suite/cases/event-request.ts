import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { EventRequest } from '../../event/request.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { SuiteCase } from '../suite-case.js';

/**
 * The request for the event of a case.
 * @param fn the function of the case; its triggers are read only for a case with an `event-source`
 * @throws UserError at the case's line, if there is no sample that fits
 */
export async function eventRequestOf(
  suiteCase: Pick<SuiteCase, 'event' | 'raw' | 'origin'>,
  fn: Pick<LambdaFunction, 'key' | 'region' | 'triggers'>,
): Promise<EventRequest> {
  const { event, raw } = suiteCase;
  switch (event.kind) {
    case 'none':
      return { raw };
    case 'data':
      return { raw, data: event.text };
    case 'path':
      return { raw, path: event.path };
    case 'command':
      return { raw, command: event.command };
    default: {
      const { sampleEventOf } = await import('../../invoke/sample-event.js');
      const place = (): SourceLocation | undefined => suiteCase.origin.of(['event-source']);
      return { raw, data: await sampleEventOf(event, fn, place) };
    }
  }
}
