// Makes the page of an example suite, and takes its pictures for a person to look at; with --write-docs, that of docs/images.
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderHtmlReport } from '../../lib/src/report/html/report-html.js';
import * as makers from '../../lib/test/report/html/suite-reports.js';
import { takePicture, takePictures } from '../browser/chromium.js';
import { exampleSuite } from './example.js';

const root = join(import.meta.dirname, '..', '..');
/** A larger picture makes the README slow to load. */
const LARGEST_PICTURE_BYTES = 200_000;

const folder = mkdtempSync(join(tmpdir(), 'page-preview-'));
const source = join(folder, 'report.html');
const suite = exampleSuite(makers);
const earlier = new Map(
  suite.cases.map(({ id, durationMs = 1 }, index) => [id, durationMs * (0.72 + (index % 5) / 8)]),
);
let html = '';
for await (const piece of renderHtmlReport(suite, { redact: (text) => text, toolVersion: '0.1.0', earlier }))
  html += piece;
writeFileSync(source, html);
console.log(`The page: ${source}`);

await takePictures(async (browser) => {
  for (const colorScheme of ['light', 'dark']) {
    await picture(browser, `cases-${colorScheme}`, { width: 1280, height: 860, colorScheme });
    await picture(browser, `functions-${colorScheme}`, {
      width: 1280,
      height: 860,
      colorScheme,
      hash: '#view=functions',
    });
    await picture(browser, `narrow-${colorScheme}`, { width: 360, height: 740, colorScheme });
  }
  if (process.argv.includes('--write-docs')) {
    const file = join(root, 'docs', 'images', 'page.png');
    await takePicture(browser, { source, file, width: 1280, height: 860 });
    console.log(`A picture: ${file} (${statSync(file).size.toLocaleString('en')} bytes)`);
    if (statSync(file).size > LARGEST_PICTURE_BYTES) process.exitCode = 1;
  }
});

async function picture(browser, name, settings) {
  const file = join(folder, `${name}.png`);
  await takePicture(browser, { source, file, ...settings });
  console.log(`A picture: ${file}`);
}
