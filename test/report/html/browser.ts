import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type HtmlReportOptions, renderHtmlReport } from '../../../src/report/html/report-html.js';
import type { SuiteReport } from '../../../src/report/suite/suite-report.js';
import { repositoryRoot } from '../../paths.js';

const { findChromium, launchChromium } = (await import(
  pathToFileURL(join(repositoryRoot, 'scripts', 'browser', 'chromium.js')).href
)) as {
  findChromium: (environment: NodeJS.ProcessEnv) => string | undefined;
  launchChromium: (path: string) => Promise<Browser>;
};

/** A page that a browser has opened. */
export interface OpenedPage {
  readonly page: Page;
  /** What should never come: errors, violations of the page's policy, requests of it. */
  readonly problems: readonly string[];
}

/** Writes a page to a file, and returns its address. */
export async function writePage(report: SuiteReport, options: Partial<HtmlReportOptions> = {}): Promise<string> {
  let html = '';
  for await (const piece of renderHtmlReport(report, { redact: (text) => text, toolVersion: '1.2.3', ...options }))
    html += piece;
  const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'report.html');
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

export type OpenPage = (url: string, settings?: BrowserContextOptions) => Promise<OpenedPage>;

/** Tests in a real browser; skipped where this machine has none. */
export function describeInBrowser(title: string, define: (open: OpenPage) => void): void {
  const path = findChromium(process.env);
  if (path === undefined) {
    console.warn(`The tests of "${title}" are skipped: there is no Chromium on PATH, and CHROME_PATH names none.`);
    describe.skip(title, () => test('has no browser', () => {}));
    return;
  }
  describe(title, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchChromium(path);
    });
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
    });
    afterAll(() => browser.close());
    define(async (url, settings = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => problems.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`));
      page.on('request', (request) => {
        if (request.url() !== url.replace(/#.*/s, '') && !request.url().startsWith('data:'))
          problems.push(`request: ${request.url()}`);
      });
      await page.goto(url);
      return { page, problems };
    });
  });
}
