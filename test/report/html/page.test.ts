import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { repositoryRoot } from '../../paths.js';
import { describeInBrowser, writePage } from './browser.js';
import { manyCases, reportedCase, suiteReport } from './suite-reports.js';

const listed = (page: Page) => page.locator('.row');
const titles = async (page: Page): Promise<string[]> => page.locator('.row-name').allTextContents();
const marked = (page: Page) => page.locator('.row[aria-selected="true"] .row-name').textContent();
const openTitle = (page: Page) => page.locator('.case h2').textContent();

const measured = (median: number) => ({
  durationMs: { median, spread: 0, runs: 1 },
  maxMemoryUsedMiB: { median: 60, spread: 0, runs: 1 },
});

/** A suite that was compared with another commit. */
function compared() {
  const kinds = ['same', 'changed', 'broken', 'fixed', 'new', 'unknown'] as const;
  const cases = kinds.map((kind) =>
    reportedCase({
      name: `is ${kind}`,
      comparison: {
        kind,
        varying: [],
        ...(kind === 'changed'
          ? {
              message: 'output.total is 5, and was 4.',
              diff: '- 4\n+ 5',
              measures: { before: measured(2), now: measured(3.25) },
            }
          : {}),
      },
    }),
  );
  const counts = { same: 1, changed: 1, broken: 1, fixed: 1, new: 1, unknown: 1 };
  return suiteReport(cases, { comparison: { commit: '0123456789abcdef', ref: 'main', failOn: 'failures', counts } });
}

const small = [
  reportedCase({ name: 'a pen', tags: ['smoke'] }),
  reportedCase({
    name: 'a lamp',
    status: 'failed',
    line: 12,
    worker: 1,
    tags: ['smoke', 'light'],
    findings: [
      {
        path: '/expect/output/total',
        message: 'output.total is 45, and 40 was expected.',
        diff: '  {\n-   "total": 40\n+   "total": 45\n  }',
        file: 'tests/shop.suite.yml',
        line: 14,
        column: 9,
      },
    ],
    texts: async () => ({
      event: '{"sku":"lamp"}',
      response: '{"total":45,"big":12345678901234567890}',
      log: 'looked up lamp\n',
    }),
  }),
  reportedCase({
    name: 'no sku',
    function: 'order',
    status: 'not-run',
    diagnostic: {
      code: 'x',
      message: 'There is no function order.',
      hint: 'Name one of price.',
      location: { file: 'serverless.yml', line: 3 },
    },
  }),
  reportedCase({ name: 'a parcel', function: 'ship', status: 'skipped', reason: 'the carrier has no test account' }),
];

test('the script and the style of the page are what its sources bundle to, byte for byte', async () => {
  const url = pathToFileURL(join(repositoryRoot, 'scripts', 'html-page.js')).href;
  const { compiledFile, compiledPage } = (await import(url)) as {
    compiledFile: string;
    compiledPage: () => Promise<string>;
  };
  expect(readFileSync(compiledFile, 'utf8') === (await compiledPage())).toBe(true);
});

describeInBrowser('the page in a browser', (open) => {
  test('tells the verdict, and opens the first failed case with its diff, log, event and response', async () => {
    const { page, problems } = await open(await writePage(suiteReport(small, { uncovered: ['archive'] })));
    expect(await page.title()).toBe('2 of 4 cases failed · invoke-local');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('2 of 4 cases failed');
    expect(await titles(page)).toEqual(['a lamp', 'no sku', 'a pen', 'a parcel']);
    const pane = page.getByRole('region', { name: 'Case', exact: true });
    for (const text of [
      'output.total is 45, and 40 was expected.',
      'tests/shop.suite.yml:14:9',
      "invoke-local test tests/shop.suite.yml -t '^a lamp$'",
      'looked up lamp',
      '"sku": "lamp"',
      '12345678901234567890',
    ]) {
      expect(await pane.textContent()).toContain(text);
    }
    expect(await pane.locator('.diff-expected').allTextContents()).toEqual(['-   "total": 40\n']);
    expect(await pane.locator('.diff-received').allTextContents()).toEqual(['+   "total": 45\n']);
    await page.getByText('1 function without a case').click();
    expect(await page.getByText('archive').isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });

  test('says of a case that could not be run why, where, and what to do', async () => {
    const { page } = await open(await writePage(suiteReport(small)));
    await listed(page).filter({ hasText: 'no sku' }).click();
    const text = await page.locator('.case-body').textContent();
    for (const part of ['There is no function order.', 'serverless.yml:3', 'Name one of price.'])
      expect(text).toContain(part);
    await listed(page).filter({ hasText: 'a parcel' }).click();
    expect(await page.locator('.case-body').textContent()).toContain('the carrier has no test account');
  });

  test('filters by status, function, tag and text, and has the filter in its address', async () => {
    const url = await writePage(suiteReport(small));
    const { page } = await open(url);
    await page.getByRole('button', { name: /failed/ }).click();
    expect(await titles(page)).toEqual(['a lamp']);
    await page.getByRole('button', { name: /could not be run/ }).click();
    expect(await titles(page)).toEqual(['a lamp', 'no sku']);
    expect(await page.getByRole('status').textContent()).toBe('2 of 4 cases');
    await page.getByLabel('Function').selectOption('order');
    expect(await titles(page)).toEqual(['no sku']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Tag').selectOption('smoke');
    expect(await titles(page)).toEqual(['a lamp', 'a pen']);
    await page.getByRole('searchbox').fill('45 LAMP');
    expect(await titles(page)).toEqual(['a lamp']);
    await page.getByRole('searchbox').fill('nothing has this');
    expect(await page.getByRole('status').textContent()).toBe('0 of 4 cases');
    await page.getByRole('searchbox').fill('pen');

    await page.waitForURL(/text=pen/);
    const again = await open(page.url());
    expect(await titles(again.page)).toEqual(['a pen']);
    expect(await again.page.getByLabel('Tag').inputValue()).toBe('smoke');
    expect(again.problems).toEqual([]);
  });

  test('is used by the keyboard alone', async () => {
    const { page, problems } = await open(await writePage(suiteReport(small)));
    await page.keyboard.press('/');
    await page.keyboard.type('sku');
    expect(await titles(page)).toEqual(['no sku']);
    await page.keyboard.press('Escape');
    expect(await titles(page)).toHaveLength(4);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect([await marked(page), await openTitle(page)]).toEqual(['a pen', 'a pen']);
    await page.keyboard.press('n');
    expect(await openTitle(page)).toBe('a lamp');
    await page.keyboard.press('p');
    expect(await openTitle(page)).toBe('no sku');
    await page.keyboard.press('End');
    expect(await openTitle(page)).toBe('a parcel');

    const timeline = page.getByRole('slider');
    await timeline.focus();
    await page.keyboard.press('End');
    expect(await timeline.getAttribute('aria-valuetext')).toMatch(
      /^Failed: price: a lamp · 3\.25 ms at .* · worker 2$/,
    );
    await page.keyboard.press('ArrowUp');
    expect(await timeline.getAttribute('aria-valuetext')).toContain('worker 1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await openTitle(page)).toBe('a lamp');
    expect(problems).toEqual([]);
  });

  test('shows the durations of functions against earlier results', async () => {
    const cases = [
      reportedCase({ name: 'fast', function: 'a', durationMs: 40 }),
      reportedCase({ name: 'slow', function: 'b', durationMs: 100 }),
      reportedCase({ name: 'new', function: 'b', durationMs: 900 }),
    ];
    const earlier = new Map([
      [cases[0]?.id ?? '', 41],
      [cases[1]?.id ?? '', 50],
    ]);
    const { page } = await open(await writePage(suiteReport(cases), { earlier }));
    await page.getByRole('button', { name: 'Functions' }).click();
    const cells = (name: string) =>
      page
        .getByRole('row', { name: new RegExp(`^${name} `) })
        .getByRole('cell')
        .allTextContents();
    expect(await cells('b')).toEqual(['2', '500 ms', '900 ms', '–', '50.0 ms', '▲ +100 %']);
    expect(await cells('a')).toEqual(['1', '40.0 ms', '40.0 ms', '–', '41.0 ms', '−2 %']);
    await page.getByRole('button', { name: 'b', exact: true }).click();
    expect(await titles(page)).toEqual(['slow', 'new']);
  });

  test('shows what became of cases since another commit', async () => {
    const { page, problems } = await open(await writePage(compared()));
    expect(await page.locator('.facts').textContent()).toContain(
      'compared with main (0123456789): 1 broken, 1 changed',
    );
    await page.getByLabel('Change').selectOption('changed');
    expect(await titles(page)).toEqual(['is changed']);
    await listed(page).click();
    const text = await page.locator('.case-body').textContent();
    expect(text).toContain('output.total is 5, and was 4.');
    expect(text).toContain('Earlier2.00 ms (+63 %)');
    expect(await page.locator('.case .diff-line').allTextContents()).toEqual(['- 4\n', '+ 5\n']);
    expect(problems).toEqual([]);
  });

  const variants = ['light', 'dark'].flatMap((colorScheme) =>
    [1280, 360].flatMap((width) =>
      ['', '#view=functions', '#case=tests%2Fshop.suite.yml%3A%20a%20lamp'].map((hash) => ({
        colorScheme,
        width,
        hash,
      })),
    ),
  );
  test.each(variants)('has no mistake that keeps people out: $colorScheme, $width px, at "$hash"', async (variant) => {
    const { width, hash } = variant;
    const cases = [...small, ...compared().cases, ...manyCases(60, 3, 9)];
    const earlier = new Map(cases.map(({ id, durationMs = 1 }, index) => [id, durationMs * (0.5 + (index % 4) / 3)]));
    const url = await writePage(suiteReport(cases, { uncovered: ['x'], stopped: { reason: 'a case failed' } }), {
      earlier,
    });
    const colorScheme = variant.colorScheme as 'light' | 'dark';
    const { page, problems } = await open(url + hash, { viewport: { width, height: 740 }, colorScheme });
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: loaded } = globalThis as unknown as { axe: typeof axe };
      const results = await loaded.run();
      return results.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join('\n')}`,
      );
    });
    expect(violations).toEqual([]);
    expect(problems).toEqual([]);
  });

  test.each(['', '#view=functions', '#case=long'])(
    'is read at 360 px without scrolling sideways: "%s"',
    async (hash) => {
      const long = 'AVeryLongNameWithoutAnyBlank'.repeat(12);
      const cases = [
        reportedCase({
          id: 'long',
          name: long,
          function: long,
          tags: [long, 'b'],
          status: 'failed',
          file: `${long}.yml`,
          findings: [{ path: '/expect', message: long, diff: `-${long}\n+${long}`, file: long }],
          error: { type: long, message: long, location: { file: long }, trace: [long] },
          texts: async () => ({ event: JSON.stringify({ [long]: long }), response: long, log: long }),
        }),
        ...manyCases(40, 8, 7),
      ];
      const { page } = await open((await writePage(suiteReport(cases, { uncovered: [long] }))) + hash, {
        viewport: { width: 360, height: 740 },
      });
      const widest = await page.evaluate(
        'Math.max(document.documentElement.scrollWidth, document.querySelector(".case").scrollWidth)',
      );
      expect(widest).toBeLessThanOrEqual(360);
    },
  );

  test('lays a case over the list where there is no room beside it, and takes it away again', async () => {
    const { page } = await open(await writePage(suiteReport(small)), { viewport: { width: 400, height: 700 } });
    expect(await page.locator('.case').isVisible()).toBe(false);
    await listed(page).filter({ hasText: 'a pen' }).click();
    expect(await page.locator('.case').isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('a pen');
    await page.keyboard.press('Escape');
    expect(await page.locator('.case').isVisible()).toBe(false);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await openTitle(page)).toBe('no sku');
    await page.getByRole('button', { name: 'All cases' }).click();
    expect(await listed(page).first().isVisible()).toBe(true);
  });

  test('shows hostile texts as texts', async () => {
    const hostile = [
      '</script><script>window.forged = 1</script>',
      '<img src=x onerror="window.forged = 1">',
      '<!-- <script> --> ]]> &lt;b&gt; <a href="javascript:window.forged=1">x</a>',
      '\u2028\u2029\u202e\u001b[31mred\u001b[0m\u0000',
      '"></script><style>*{display:none}</style>',
      "'; window.forged = 1; '",
    ].join(' ');
    const cases = ['__proto__', 'constructor', 'plain'].map((name) =>
      reportedCase({
        id: `${name}${hostile}`,
        name: `${name}${hostile}`,
        function: name,
        tags: [hostile, name],
        file: hostile,
        status: 'failed',
        findings: [{ path: '/expect', message: hostile, diff: `- ${hostile}\n+ ${hostile}`, file: hostile }],
        error: { type: hostile, message: hostile, location: { file: hostile }, trace: [hostile] },
        requestId: hostile,
        texts: async () => ({ event: hostile, response: JSON.stringify({ hostile }), log: hostile }),
      }),
    );
    const report = suiteReport(cases, {
      uncovered: [hostile],
      stopped: { reason: hostile },
      problems: [{ code: 'x', message: hostile }],
    });
    const { page, problems } = await open(await writePage(report, { toolVersion: hostile, whole: hostile }));
    await page.getByRole('button', { name: 'Functions' }).click();
    await page.getByRole('button', { name: '__proto__' }).click();
    expect(await titles(page)).toEqual([expect.stringContaining('<img src=x onerror="window.forged = 1">')]);
    for (const summary of await page.locator('summary').all()) await summary.click();
    const found = await page.evaluate(`({
      forged: typeof window.forged,
      images: document.images.length,
      links: document.links.length,
      styles: document.querySelectorAll('style').length,
      scripts: document.querySelectorAll('script:not([type])').length,
      text: document.querySelector('.case-body').textContent,
    })`);
    expect(found).toMatchObject({ forged: 'undefined', images: 0, links: 0, styles: 1, scripts: 1 });
    expect(found).toMatchObject({ text: expect.stringContaining('</script><script>window.forged = 1</script>') });
    expect(found).toMatchObject({ text: expect.stringContaining('⟨U+202E⟩red␀') });
    expect(problems).toEqual([]);
  });

  test('has a policy that lets no script but its own run, and no request out', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const { page, problems } = await open(await writePage(suiteReport(small)));
      await page.evaluate(`{
        const outside = 'http://127.0.0.1:${port}/';
        const attempts = [
          () => { const script = document.createElement('script'); script.textContent = 'window.forged = 1'; document.body.append(script); },
          () => { document.body.innerHTML += '<img src="' + outside + '">'; },
          () => { document.body.setAttribute('onclick', 'window.forged = 1'); document.body.click(); },
          () => { const image = new Image(); image.src = outside; document.body.append(image); },
          () => { fetch(outside).catch(() => {}); },
          () => { navigator.sendBeacon(outside, 'x'); },
        ];
        for (const attempt of attempts) try { attempt(); } catch {}
      }`);
      await page.waitForTimeout(300);
      expect(await page.evaluate('typeof window.forged')).toBe('undefined');
      expect(problems.join('\n')).toContain('Content Security Policy');
    } finally {
      server.close();
    }
    expect(requests).toBe(0);
  });

  test('cuts long texts, and says how much and where the whole is', async () => {
    const cases = [
      reportedCase({
        name: 'long',
        status: 'failed',
        texts: async () => ({ log: `first\n${'x'.repeat(300_000)}\nlast` }),
      }),
    ];
    const { page } = await open(await writePage(suiteReport(cases), { whole: 'in the file results.json' }));
    expect(await page.locator('.case .code').textContent()).toMatch(
      /^first\n[\s\S]*… 23\d,\d{3} characters are cut here; the whole is in the file results\.json …[\s\S]*last$/,
    );
  });

  test('opens 10,000 cases within 2 s, and scrolls through them to the last', async () => {
    const url = await writePage(suiteReport(manyCases(10_000, 8)));
    const size = readFileSync(fileURLToPath(url)).length;
    expect(size).toBeLessThan(40 * 1024 * 1024);
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const { page } = await open('about:blank');
      // The time of the processor, which other work of the machine does not lengthen.
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.goto(url);
      await listed(page).first().waitFor();
      const { metrics } = await session.send('Performance.getMetrics');
      times.push((metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000);
      await page.context().close();
    }
    expect(Math.min(...times)).toBeGreaterThan(0);
    expect(Math.min(...times)).toBeLessThan(2000);

    const { page, problems } = await open(url);
    expect(await listed(page).count()).toBeLessThan(60);
    await page.getByRole('listbox').focus();
    await page.keyboard.press('End');
    expect(await page.locator('.row[aria-selected="true"]').getAttribute('aria-posinset')).toBe('10000');
    expect(await page.locator('.row[aria-selected="true"]').isVisible()).toBe(true);
    await page.getByRole('searchbox').fill('9999');
    expect(await page.getByRole('status').textContent()).toBe('1 of 10,000 cases');
    expect(problems).toEqual([]);
  });
});
