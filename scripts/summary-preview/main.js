// Renders the expected summaries as GitHub would, as a page and as pictures for a person to look at. With --write-docs, it
// also makes the pictures of docs/images.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { takePicture, takePictures } from '../browser/chromium.js';
import { annotationPage } from './annotation.js';
import { runExample, runExampleSuite } from './example.js';
import { summaryPage } from './page.js';

const root = join(import.meta.dirname, '..', '..');
const expected = join(root, 'test', 'report', 'markdown', 'expected');
const expectedOfSuites = join(root, 'test', 'report', 'markdown', 'suite');
/** A larger picture makes the README slow to load. */
const LARGEST_PICTURE_BYTES = 150_000;

const folder = mkdtempSync(join(tmpdir(), 'summary-preview-'));
const files = [expected, expectedOfSuites].flatMap((from) =>
  readdirSync(from)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(from, name)),
);
const summaries = files.map((file) => ({ title: basename(file, '.md'), markdown: readFileSync(file, 'utf8') }));

const page = join(folder, 'index.html');
writeFileSync(page, summaryPage(summaries));
console.log(`The page: ${page}`);

await takePictures(async (browser) => {
  for (const summary of summaries) await picture(browser, summary.title, summaryPage([summary]), folder);
  if (process.argv.includes('--write-docs')) await writeDocs(browser);
});

async function picture(browser, name, html, into, width = 960) {
  const source = join(folder, `${name}.html`);
  writeFileSync(source, html);
  const file = join(into, `${name}.png`);
  await takePicture(browser, { source, file, width });
  console.log(`A picture: ${file} (${statSync(file).size.toLocaleString('en')} bytes)`);
  return file;
}

/** What the README shows is made by real runs of the bundle. */
async function writeDocs(browser) {
  const images = join(root, 'docs', 'images');
  mkdirSync(images, { recursive: true });
  const passed = runExample(root, { function: 'hello', data: '{"name":"Ana"}' });
  const failed = runExample(root, { function: 'hello', data: 'null' });
  const made = [
    await picture(
      browser,
      'summary',
      summaryPage([{ title: 'test', markdown: `${passed.summary}\n\n${failed.summary}` }]),
      images,
    ),
    await picture(
      browser,
      'suite-summary',
      summaryPage([{ title: 'test', markdown: runExampleSuite(root).summary }]),
      images,
    ),
    await picture(browser, 'annotation', annotationPage(root, failed.annotation), images, 820),
  ];
  for (const file of made) {
    if (statSync(file).size <= LARGEST_PICTURE_BYTES) continue;
    console.error(`${file} is larger than ${LARGEST_PICTURE_BYTES.toLocaleString('en')} bytes.`);
    process.exitCode = 1;
  }
}
