import { realPath } from '../../diagnostics/real-path.js';
import { pathBelow } from '../../host/path-below.js';
import type { PackagingRules } from '../../lambda/function/packaging.js';
import { packageRule } from '../package-files.js';
import { regularText } from '../regular-text.js';
import type { Absence } from './absence.js';

/** Gems that Ruby itself brings along (https://github.com/ruby/ruby/blob/master/gems/bundled_gems, and those of its standard library). */
const bundled: ReadonlySet<string> = new Set(
  'abbrev base64 benchmark bigdecimal bundler cgi csv date debug delegate did_you_mean digest drb English erb error_highlight etc fcntl fiddle fileutils find forwardable getoptlong io-console io-nonblock io-wait ipaddr irb json logger matrix minitest mutex_m net-ftp net-http net-imap net-pop net-protocol net-smtp nkf observer open-uri open3 openssl optparse ostruct pathname power_assert pp prettyprint prime prism pstore psych racc rake rbs rdoc readline reline repl_type_completor resolv resolv-replace rexml rinda rss ruby2_keywords securerandom set shellwords singleton stringio strscan syntax_suggest syslog tempfile test-unit time timeout tmpdir tsort typeprof un uri weakref win32ole yaml zlib'.split(
    ' ',
  ),
);

/** The gem that a file is of, and its folder; `undefined` for one of no gem. */
export function gemOf(file: string): { readonly name: string; readonly folder: string } | undefined {
  const [, folder, name] = /^(.*[\\/]gems[\\/]([^\\/]+?)-\d[^\\/]*)[\\/]/.exec(file) ?? [];
  return folder === undefined || name === undefined ? undefined : { name, folder };
}

/**
 * Which files that a Ruby function has loaded a deploy would not hold, and why.
 * @param files without links
 * @param isProvided whether Lambda's image or a layer has a gem of this name
 */
export function absentRubyFiles(
  { root: written, patterns, installs }: PackagingRules,
  files: readonly string[],
  isProvided: (name: string) => boolean,
): Map<string, Absence> {
  const root = realPath(written);
  const absent = new Map<string, Absence>();
  const rule = packageRule(patterns);
  const manifest = installs?.manifest?.file;
  const locked = manifest === undefined ? new Set<string>() : lockedGems(`${manifest}.lock`);
  for (const file of files) {
    const path = pathBelow(root, file);
    if (path !== undefined) {
      const { isIn, by } = rule(path);
      if (!isIn && by !== undefined) absent.set(file, { kind: 'excluded', pattern: by });
      continue;
    }
    const gem = gemOf(file);
    if (gem === undefined) {
      // Systems have libraries of their own beside gems, which are theirs to know.
      if (!/[\\/]lib[\\/](?:.*[\\/])?ruby[\\/]/.test(file)) absent.set(file, { kind: 'outside' });
    } else if (!bundled.has(gem.name) && !isProvided(gem.name) && !locked.has(gem.name)) {
      absent.set(file, { kind: 'not-required', manifest });
    }
  }
  return absent;
}

/** The gems of a `Gemfile.lock`. */
function lockedGems(file: string): ReadonlySet<string> {
  return new Set(Array.from(regularText(file).matchAll(/^ {4}([\w.-]+) \(/gm), ([, name = '']) => name));
}
