import fc from 'fast-check';
import { anyCharacters } from './characters.js';

/** Workflow commands, and what the runner or a guess of its tokens may take for one. */
export const commands = [
  '::error::forged',
  '::error file=a.js,line=1,title=x::forged',
  '  ::warning::forged',
  '\u0085::error::forged',
  '\u00a0\u3000::notice::forged',
  '\ufeff::error::forged',
  '##[group]forged',
  '##[error]forged',
  'x ##[set-output name=output]forged',
  '##[add-mask]',
  '::set-output name=status::forged',
  '::save-state name=x::forged',
  '::set-env name=PATH::/forged',
  '::add-path::/forged',
  '::add-matcher::forged.json',
  '::add-mask::a',
  '::stop-commands::forged',
  '::stop-commands::',
  '::forged::',
  '::00000000-0000-4000-8000-000000000000::',
  '##[00000000-0000-4000-8000-000000000000]',
  '::endgroup::',
  '::group::forged',
  '::echo::on',
  '::debug::forged',
  '##vso[task.setvariable variable=x]forged',
] as const;

/** Line breaks of every kind, and what some readers take for one. */
const breaks = ['\n', '\r', '\r\n', '\n\r', '\n\n', '\u0085', '\u2028', '\u2029', '\u000b', '\u000c'] as const;

/** Markdown, HTML, XML and JSON that would end what they stand in, or begin something of their own. */
const markup = [
  '```',
  '````````',
  '~~~',
  '~~~~~~',
  '    ```',
  '``` js',
  '`',
  '``',
  '</details>',
  '<details open>',
  '</summary>',
  '<summary>',
  '</code></pre>',
  '<pre>',
  '</table>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://forged.test">forged</a>',
  '<!--',
  '-->',
  '<?php',
  '<![CDATA[',
  ']]>',
  '&lt;',
  '&amp;#0;',
  '&#x0;',
  '&copy',
  '<b>',
  '|',
  '\\|',
  '| a | b |\n| --- | --- |\n| c | d |',
  '[forged](https://forged.test)',
  '![forged](https://forged.test/x.png)',
  '[forged]: https://forged.test',
  '[x][forged]',
  'https://forged.test/a',
  'www.forged.test',
  'someone@forged.test',
  '<https://forged.test>',
  '@octocat',
  '@octo-org/team',
  '#1',
  'octo/repo#1',
  'GH-1',
  ':tada:',
  '# forged',
  '===',
  '---',
  '- forged',
  '1. forged',
  '- [ ] forged',
  '> forged',
  '> [!WARNING]',
  '**forged**',
  '_forged_',
  '~~forged~~',
  '$$x$$',
  '[^1]',
  '[^1]: forged',
  '\\',
  '\t',
  '{"a":"b"}',
  '"}',
  '__proto__',
  '$&',
  '$1',
  '%s %d %o',
  '%0A',
  '%25',
  '%3A%2C',
] as const;

/** Characters that are no text: controls, escapes of terminals, halves of characters, marks of direction and of order. */
const characters = [
  '\0',
  '\u0001',
  '\u0008',
  '\u001b',
  '\u001b[31m',
  '\u001b[2J\u001b[H',
  '\u001b]8;;https://forged.test\u0007link\u001b]8;;\u0007',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u007f',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ufffd',
  '\ud800',
  '\udfff',
  '\udfff\ud800',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\u{10ffff}',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200b',
  '\u200d',
  '\u00ad',
  'e\u0301',
  '\u0301',
  'é',
  '漢字',
] as const;

/** Lines of the runner's files. */
const assignments = ['output=forged', 'output<<EOF', 'EOF', 'ghadelimiter_', 'status=', '=', '<<'] as const;

/** A piece of text that makes trouble somewhere. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...commands) },
  { weight: 3, arbitrary: fc.constantFrom(...breaks) },
  { weight: 3, arbitrary: fc.constantFrom(...markup) },
  { weight: 2, arbitrary: fc.constantFrom(...characters) },
  { weight: 1, arbitrary: fc.constantFrom(...assignments) },
  { weight: 2, arbitrary: anyCharacters(8) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z ]{0,12}$/) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('`', '~', '<', '[', '|', '\n', ' ', '*', '&', ']', '\u{1f600}'), fc.nat({ max: 200 }))
      .map(([character, times]) => character.repeat(times)),
  },
  { weight: 1, arbitrary: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) },
);

/** Text that a handler may print, return or throw. */
export const hostileText: fc.Arbitrary<string> = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

/** The same in bytes, of which not all need be UTF-8. */
export const hostileBytes: fc.Arbitrary<Buffer> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: hostileText.map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
      { weight: 1, arbitrary: fc.constantFrom('fffe', 'efbb', 'c0af', 'f09f98', 'eda080').map(fromHex) },
    ),
    { maxLength: 8 },
  )
  .map((parts) => Buffer.concat(parts));

function fromHex(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

/** Bytes in the chunks that a pipe might give them in. */
export function chunked(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((start, index) => bytes.subarray(start, places[index] ?? bytes.length));
}

/** Where something is cut into chunks. */
export const cutPlaces: fc.Arbitrary<number[]> = fc.array(fc.nat(), { maxLength: 12 });

/** A text as it reads after it went through UTF-8: halves of characters are U+FFFD. */
export function throughUtf8(text: string): string {
  return Buffer.from(text).toString();
}
