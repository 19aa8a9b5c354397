import { expect, test } from '@jest/globals';

import { traceLines } from '../../src/invoke/trace-lines.js';

test("the frames of Go's client are a line each, and text stays as it is", () => {
  const frames = [{ path: 'app/main.go', line: 42, label: 'handle' }, '    at f (/x.js:1:2)', { path: 'x' }, null, 3];
  expect(traceLines(frames)).toEqual(['    at handle (app/main.go:42)', '    at f (/x.js:1:2)']);
});
