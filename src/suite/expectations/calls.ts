import type { AwsCall } from '../../aws-gateway/aws-call.js';
import type { CallExpectation, Expectations, ExpectedCall } from './expectations.js';
import type { Finding } from './finding.js';
import { isMatch } from './match.js';
import type { Observed, ObservedCalls } from './observed.js';

/**
 * The calls to AWS: those that are expected, and what the gateway says of them. A call that nobody could answer, where recordings
 * answer, fails a case whatever its code made of it.
 */
export function judgeCalls({ aws: expected }: Expectations, { aws: observed }: Observed): Finding[] {
  const problems = (observed?.problems ?? []).map((message): Finding => ({ path: ['aws'], message }));
  if (expected === undefined) return problems;
  if (observed === undefined) {
    const message = 'The calls to AWS were not seen, because nothing asks for it: give `aws`, a cassette or stubs.';
    return [...problems, { path: ['expect', 'aws'], message }];
  }
  return [...problems, ...countFindings(expected, observed), ...orderFindings(expected, observed)];
}

function countFindings({ calls }: CallExpectation, observed: ObservedCalls): Finding[] {
  return calls.flatMap((expected): Finding[] => {
    const { times, path, call } = expected;
    const mistake = observed.mistakeIn(call);
    if (mistake !== undefined) return [{ path, message: mistake }];
    const count = matching(expected, observed).length;
    if (times === undefined ? count > 0 : count === times) return [];
    const what = expected.members === undefined ? call : `${call} with these members`;
    const wanted = times === undefined ? 'at least once' : times === 0 ? 'never' : timesText(times);
    return [
      {
        path,
        message: `${what} was called ${count === 0 ? 'never' : timesText(count)}, and ${wanted} was expected.`,
        expected: wanted,
        received: callsText(observed.calls),
      },
    ];
  });
}

/** Each expected call has to come after the one before it, at its first chance. */
function orderFindings({ calls, inOrder }: CallExpectation, observed: ObservedCalls): Finding[] {
  if (!inOrder) return [];
  let last = -1;
  for (const expected of calls.filter(({ times }) => times !== 0)) {
    const places = matching(expected, observed);
    const next = places.find((place) => place > last);
    if (next === undefined && places.length > 0) {
      const message = `${expected.call} was called, but not after what is expected before it.`;
      return [{ path: expected.path, message, received: callsText(observed.calls) }];
    }
    last = next ?? last;
  }
  return [];
}

/** The places of the calls that are as expected, in the order in which they were made. */
function matching({ call, members }: ExpectedCall, { calls, membersFor }: ObservedCalls): number[] {
  return calls.flatMap((made, index) => {
    const name = nameOf(made);
    if (name !== call && !(call.endsWith(':*') && name.startsWith(call.slice(0, -1)))) return [];
    return members === undefined || isMatch(members.pattern, membersFor(made, members.written)) ? [index] : [];
  });
}

/** How many calls a message names. */
const mostNamed = 10;

function callsText(calls: readonly AwsCall[]): string {
  if (calls.length === 0) return 'no call';
  const named = calls.slice(0, mostNamed).map(nameOf).join(', ');
  return calls.length > mostNamed ? `${named}, and ${calls.length - mostNamed} more` : named;
}

function nameOf({ service, operation }: AwsCall): string {
  return `${service}:${operation}`;
}

function timesText(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
