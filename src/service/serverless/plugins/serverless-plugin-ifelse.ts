import { type ConfigNode, childNode, childNodes, isMapping } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import type { Change } from '../root/changed-configuration.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { evaluateConditions } from './conditions.js';
import type { ChangingPlugin } from './plugin.js';

export const ifElse: ChangingPlugin = {
  name: 'serverless-plugin-ifelse',
  changes: 'sets and removes properties by conditions in JavaScript',
  here: 'the same: `If`, `Set`, `Exclude`, `ElseSet`, `ElseExclude`, `ExcludeIf`. The conditions run in a child process',
  effects: { configuration: changesOf },
};

/** One condition, and what it changed. */
interface Rule {
  readonly condition: unknown;
  readonly node: ConfigNode;
  readonly whenTrue: readonly Change[];
  readonly whenFalse: readonly Change[];
}

async function changesOf(service: ServiceFacts): Promise<readonly Change[]> {
  const { resolver, report } = service;
  const list = await resolver.walk(resolver.root, ['custom', 'serverlessIfElse']);
  if (list === undefined || !Array.isArray(list.value)) return [];
  const rules: Rule[] = [];
  for (const item of childNodes(list)) rules.push(...(await rulesOf(await resolver.settle(item), service)));
  const verdicts = await evaluateConditions(
    rules.map(({ condition }) => condition),
    service,
  );
  return rules.flatMap(({ condition, node, whenTrue, whenFalse }, index) => {
    const verdict = verdicts[index];
    if (verdict === undefined) return [];
    if ('isTrue' in verdict) return verdict.isTrue ? whenTrue : whenFalse;
    const location = locateNode(node);
    report({
      severity: 'warning',
      code: 'plugin-condition',
      message: `The condition \`${String(condition)}\` of serverless-plugin-ifelse can't be evaluated: ${verdict.failure}. It is ignored.`,
      ...(location === undefined ? {} : { location }),
    });
    return [];
  });
}

async function rulesOf(item: ConfigNode, { resolver }: ServiceFacts): Promise<Rule[]> {
  const rules: Rule[] = [];
  const member = async (key: string): Promise<ConfigNode | undefined> => {
    const node = childNode(item, key);
    return node && resolver.settle(node);
  };
  const node = childNode(item, 'If');
  const condition = node && (await resolver.value(node));
  if (node !== undefined && condition) {
    const [set, exclude, elseSet, elseExclude] = await Promise.all(
      ['Set', 'Exclude', 'ElseSet', 'ElseExclude'].map(member),
    );
    const excluded = async (paths: ConfigNode | undefined): Promise<Change[]> =>
      removals(paths && (await resolver.value(paths)));
    rules.push({
      condition,
      node,
      whenTrue: [...settings(set), ...(await excluded(exclude))],
      whenFalse: [...settings(elseSet), ...(await excluded(elseExclude))],
    });
  }
  const excludeIf = await member('ExcludeIf');
  if (excludeIf !== undefined && isMapping(excludeIf.value)) {
    for (const child of childNodes(excludeIf)) {
      const path = child.path.at(-1) ?? '';
      rules.push({ condition: await resolver.value(child), node: child, whenTrue: removals(path), whenFalse: [] });
    }
  }
  return rules;
}

/** The plugin does not change the root itself. */
function settings(set: ConfigNode | undefined): Change[] {
  if (set === undefined || !isMapping(set.value)) return [];
  return childNodes(set).flatMap((node) => {
    const path = (node.path.at(-1) ?? '').split('.');
    return path.length > 1 ? [{ path, node }] : [];
  });
}

function removals(paths: unknown): Change[] {
  const list: unknown[] = Array.isArray(paths) ? paths : [paths];
  return list.flatMap((path) =>
    typeof path === 'string' && path.includes('.') ? [{ path: path.split('.'), node: undefined }] : [],
  );
}
