import { readFileSync } from 'node:fs';
import type { Artifact, Repository, VersionedArtifact } from './maven-repository.js';

/**
 * The jars of a library and of everything that it needs to run, its own jar first. If several versions of a library are
 * named, the first one counts, as for Maven.
 * @returns `missing` names the libraries that are not in the repository
 */
export function jarsOf(
  library: VersionedArtifact,
  repository: Repository,
): { readonly jars: readonly string[]; readonly missing: readonly string[] } {
  const jars: string[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  const waiting: VersionedArtifact[] = [library];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const id = `${next.group}:${next.name}`;
    if (seen.has(id)) continue;
    seen.add(id);
    const jar = repository.file(next, 'jar');
    if (jar === undefined) missing.push(`${id}:${next.version}`);
    else jars.push(jar);
    const pom = repository.file(next, 'pom');
    if (pom === undefined) continue;
    for (const { version, ...artifact } of dependenciesOf(readFileSync(pom, 'utf8'))) {
      const known = version ?? repository.versions(artifact)[0];
      if (known === undefined) missing.push(`${artifact.group}:${artifact.name}`);
      else waiting.push({ ...artifact, version: known });
    }
  }
  return { jars, missing };
}

/**
 * The libraries that a POM names as needed at run time. A version that is defined in another POM is not known.
 * @param text the POM
 */
export function dependenciesOf(text: string): (Artifact & { readonly version?: string })[] {
  const pom = text.replaceAll(/<!--.*?-->/gs, '');
  const own = pom.replaceAll(/<(dependencyManagement|build|profiles|reporting)>.*?<\/\1>/gs, '');
  const blocks = /<dependencies>(.*?)<\/dependencies>/s.exec(own)?.[1] ?? '';
  return [...blocks.matchAll(/<dependency>(.*?)<\/dependency>/gs)].flatMap(([, block = '']) => {
    const of = (tag: string): string | undefined =>
      element(block.replaceAll(/<exclusions>.*?<\/exclusions>/gs, ''), tag);
    const group = of('groupId');
    const name = of('artifactId');
    const isWanted = ['compile', 'runtime', undefined].includes(of('scope')) && of('optional') !== 'true';
    if (group === undefined || name === undefined || !isWanted) return [];
    const version = withProperties(of('version'), own);
    return [{ group: withProperties(group, own) ?? group, name, ...(version === undefined ? {} : { version }) }];
  });
}

function element(text: string, tag: string): string | undefined {
  return new RegExp(`<${tag}>\\s*([^<]*?)\\s*</${tag}>`).exec(text)?.[1];
}

/** A value with the POM's properties filled in; `undefined` if one of them is defined elsewhere. */
function withProperties(value: string | undefined, pom: string): string | undefined {
  const name = value === undefined ? undefined : /\$\{([^}]+)\}/.exec(value)?.[1];
  if (value === undefined || name === undefined) return value;
  const head = pom.replace(/<dependencies>.*?<\/dependencies>/s, '').replace(/<parent>.*?<\/parent>/s, '');
  const parent = /<parent>.*?<\/parent>/s.exec(pom)?.[0] ?? '';
  const property = element(head, name.replace(/^(?:project|pom)\./, '').replaceAll('.', '\\.'));
  const inherited = /^(?:project|pom)\./.test(name)
    ? element(parent, name.replace(/^(?:project|pom)\.(?:parent\.)?/, ''))
    : undefined;
  const known = property ?? inherited;
  return known === undefined || known.includes('${') ? undefined : value.replace(`\${${name}}`, known);
}
