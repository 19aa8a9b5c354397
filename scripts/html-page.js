// Bundles the script and the style of the HTML report's page into src/report/html/compiled-page.ts: `node scripts/html-page.js`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const page = join(root, 'src', 'report', 'html', 'page');

/** Where the bundled page stands. */
export const compiledFile = join(root, 'src', 'report', 'html', 'compiled-page.ts');

/** @returns {Promise<string>} the module with the script and the style of the page. */
export async function compiledPage() {
  const [script, style] = await Promise.all([bundled('main.ts'), bundled('style.css')]);
  return `// Bundled from src/report/html/page/ by scripts/html-page.js.

/** The script of the page. */
export const pageScript =
  ${JSON.stringify(script)};

/** The style of the page. */
export const pageStyle =
  ${JSON.stringify(style)};
`;
}

async function bundled(name) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(page, name)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    // Nothing in it could end the element that it stands in.
    charset: 'ascii',
    legalComments: 'none',
  });
  const text = outputFiles[0].text.trim();
  if (/<\/|<!--/.test(text)) throw new Error(`${name} has a text that would end its element`);
  return text;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(compiledFile, await compiledPage());
