import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { bar } from '../../../src/report/markdown/text/bar.js';
import { fenced } from '../../../src/report/markdown/text/fence.js';
import { codeSpan } from '../../../src/report/markdown/text/inline.js';
import { prose } from '../../../src/report/markdown/text/prose.js';
import { readBytes } from '../../../src/report/markdown/text/readable-bytes.js';
import { traceText } from '../../../src/report/markdown/text/trace-text.js';
import { durationText, sizeText } from '../../../src/report/text/amounts.js';
import { cutMiddle } from '../../../src/report/text/cut-middle.js';
import { literalWith } from '../../../src/report/text/literal-text.js';
import { workspace } from './reports.js';

test.each([
  [0, '0.00 ms'],
  [12.3456, '12.35 ms'],
  [999.99, '999.99 ms'],
  [999.996, '1.00 s'],
  [59_994, '59.99 s'],
  [59_996, '1 min 0 s'],
  [125_400, '2 min 5 s'],
])('%d ms are told as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1536, '1.5 KB'],
  [6 * 1024 * 1024, '6.00 MB'],
])('%d bytes are told as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test.each([
  [0, '`░░░░░░░░`'],
  [0.0001, '`█░░░░░░░`'],
  [0.5, '`████░░░░`'],
  [1, '`████████`'],
  [7, '`████████`'],
])('a share of %d is the bar %s', (share, text) => {
  expect(bar(share)).toBe(text);
});

describe('what is too long', () => {
  test('keeps its head and tail, and says how much is cut and where the whole is', () => {
    const { text, cut } = cutMiddle('x'.repeat(1_000), 100, 'in the file y');
    expect(text).toBe(
      `${'x'.repeat(60)}\n… 900 characters are cut here; the whole is in the file y …\n${'x'.repeat(40)}`,
    );
    expect(cut).toBe(900);
  });

  test('is cut where a line ends, if one ends near', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index + 100}`).join('\n');
    const { text } = cutMiddle(lines, 200);
    expect(text).toMatch(/\nline \d{3}\n… \d+ characters are cut here …\nline \d{3}\n/);
  });

  test.each([99, 100, 101])('is not cut within a character, at %d units', (limit) => {
    expect(cutMiddle('😀'.repeat(500), limit).text).not.toMatch(/\p{Surrogate}/u);
  });

  test('is left alone where it is not', () => {
    expect(cutMiddle('abc', 3)).toEqual({ text: 'abc', cut: 0 });
  });
});

test.each([
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u009b31mred', 'red'],
  ['\u001b]0;title\u0007text \u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\', 'text link'],
  ['\u001b]0;never ended\nnext', '\nnext'],
  ['\u001b(Ba\u001b7b\u001bc', 'ab'],
  ['a\r\nb\rc\u0000\u007f\t\u0085', 'a\nb␍c␀␡\t⟨U+0085⟩'],
  ['a\u202eb\u2066c\u200bd\ufeff', 'a⟨U+202E⟩b⟨U+2066⟩c⟨U+200B⟩d⟨U+FEFF⟩'],
  ['a\ud800b', 'a\ufffdb'],
  ['👩\u200d💻 नमस्ते', '👩\u200d💻 नमस्ते'],
])('%j is seen as %j', (text, seen) => {
  expect(literalWith((all) => all)(text)).toBe(seen);
});

test.each([
  ['hello', '`hello`'],
  ['', ''],
  ['  two\n lines ', '`two lines`'],
  ['a|b', '<code>a&#124;b</code>'],
  ['`a@b.c`', '<code>&#96;a<!-- -->&#64;<!-- -->b&#46;c&#96;</code>'],
  ['C:\\x', '`C:\\x`'],
  ['x'.repeat(300), `\`${'x'.repeat(199)}…\``],
])('%j is the code %j', (text, code) => {
  expect(codeSpan(text)).toBe(code);
});

test.each([
  ['The input `summary` is wrong.', 'The input `summary` is wrong.'],
  ['hello declares nodejs22.x, but ran on Node.js 20.20.2: none was found.', undefined],
  ['See src/app.ts:3 for main() (or a_b).', 'See `src/app.ts:3` for `main()` (or `a_b`).'],
  ['Add "uses: actions/setup-node" first', 'Add "uses: `actions/setup-node`" first'],
  ['by @octocat or #12, in 0123abc', 'by `@octocat` or `#12`, in `0123abc`'],
  ['<b> & </b> x', '`<b> & </b>` x'],
  ['it is 㐀GH-1 here', 'it is `㐀GH-1` here'],
])('the message %j is the prose %j', (text, markdown = text) => {
  expect(prose(text)).toBe(markdown);
});

test.each([
  ['a', '```text\na\n```\n'],
  ['a\n', '```text\na\n```\n'],
  ['```', '````text\n```\n````\n'],
  ['`'.repeat(300), `<pre>\n${'`'.repeat(300)}\n</pre>\n`],
])('%j is fenced so that it can not end its fence', (text, block) => {
  expect(fenced(text)).toBe(block);
});

test.each([
  ['{"a":1.0}', '', { kind: 'text', language: 'json', text: '{\n  "a": 1.0\n}' }],
  ['{"a":', '', { kind: 'text', language: 'text', text: '{"a":' }],
  ['<p>', 'Text/HTML; charset=utf-8', { kind: 'text', language: 'html', text: '<p>' }],
  ['<svg/>', 'image/svg+xml', { kind: 'text', language: 'xml', text: '<svg/>' }],
  ['a\u0000b', 'text/plain', { kind: 'bytes', reason: 'binary' }],
  [Buffer.from([0xff, 0xd8]), 'image/jpeg', { kind: 'bytes', reason: 'binary' }],
])('%p of the type %p is read as what it is', (bytes, type, readable) => {
  expect(readBytes(Buffer.from(bytes), type)).toEqual(readable);
});

describe("the frames of the user's own code", () => {
  const inWorkspace = resolve(workspace, 'src', 'app.js');

  test('are marked where frames are indented', () => {
    const trace = [
      { kind: 'user', text: `    at a (${inWorkspace}:1:2)` },
      { kind: 'user', text: `    at b (${pathToFileURL(inWorkspace).href}:3:4)` },
      { kind: 'foreign', text: '    at node:internal:1:1' },
    ] as const;
    expect(traceText(trace, workspace).replaceAll('\\', '/')).toBe(
      '▶   at a (src/app.js:1:2)\n▶   at b (src/app.js:3:4)\n    at node:internal:1:1',
    );
  });

  test('are marked where they are not', () => {
    const trace = [
      { kind: 'user', text: "app.rb:1:in `a'" },
      { kind: 'foreign', text: "lib.rb:2:in `b'" },
      { kind: 'text', text: 'said' },
    ] as const;
    expect(traceText(trace, workspace)).toBe("▶ app.rb:1:in `a'\n  lib.rb:2:in `b'\nsaid");
  });
});
