import { type ExactJson, isJsonObject, numberOf } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import type { CallExpectation, ExpectedCall } from '../expectations/expectations.js';
import type { Pattern } from '../expectations/pattern.js';
import type { OnMistake } from './case-mistakes.js';

/** Reads a pattern at a place; `undefined` where it has a mistake. */
type ReadPattern = (value: ExactJson, path: CasePath) => Pattern | undefined;

/** Reads the calls to AWS that are expected: a list, or a mapping with `calls` and `order`. */
export function readExpectedCalls(
  written: ExactJson | undefined,
  pattern: ReadPattern,
  onMistake: OnMistake,
): CallExpectation | undefined {
  if (written === undefined) return undefined;
  const isMapping = isJsonObject(written);
  const path: CasePath = isMapping ? ['aws', 'calls'] : ['aws'];
  const list = isMapping ? written['calls'] : written;
  const items = Array.isArray(list) ? (list as readonly ExactJson[]) : [];
  return {
    calls: items.map((item, index) => readCall(item, [...path, index], pattern, onMistake)),
    inOrder: isMapping && written['order'] === true,
  };
}

function readCall(item: ExactJson, path: CasePath, pattern: ReadPattern, onMistake: OnMistake): ExpectedCall {
  const written = isJsonObject(item) ? item : { call: item };
  const call = String(written['call']);
  if (!/^[\w-]+:(?:\w+|\*)$/.test(call)) {
    onMistake({
      path,
      message: `\`${call}\` is no call`,
      hint: 'Write the service and the operation: `dynamodb:PutItem`, `s3:*`.',
    });
  }
  const { members, times, never } = written;
  if (never === true && times !== undefined) {
    onMistake({ path, message: '`times` and `never` both say how often a call is made', hint: 'Write one of them.' });
  }
  const read = members === undefined ? undefined : pattern(members, [...path, 'members']);
  const count = never === true ? 0 : times === undefined ? undefined : numberOf(times);
  return {
    call,
    path: ['expect', ...path],
    ...(read === undefined ? {} : { members: { pattern: read, written: members } }),
    ...(count === undefined ? {} : { times: count }),
  };
}
