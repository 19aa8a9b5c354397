import { isMapping } from '../../document/config-node.js';
import { customSetting } from './custom-settings.js';
import type { ChangingPlugin } from './plugin.js';

const described = {
  changes: 'makes `Fn::Sub` of texts with `#{AWS::Region}` or `#{MyTable}`',
  here: 'the same, in the environment and in what that refers to',
} as const;

/** Plugins for CloudFormation's references inside texts, whose syntax clashed with the framework's own variables. */
export const hashReferences: readonly ChangingPlugin[] = [
  {
    ...described,
    name: 'serverless-pseudo-parameters',
    here: `${described.here}; \`skipRegionReplace\`, \`allowReferences\``,
    effects: {
      template: async ({ resolver }) => {
        const [references, skipsRegions] = await Promise.all(
          ['allowReferences', 'skipRegionReplace'].map((key) => customSetting(resolver, 'pseudoParameters', key)),
        );
        return pseudoParameters({
          references: references?.value !== false,
          regions: skipsRegions !== undefined && skipsRegions.value !== true,
        });
      },
    },
  },
  { ...described, name: 'serverless-cf-vars', effects: { template: async () => (value) => substituted(value, hash) } },
  {
    ...described,
    name: 'serverless-cloudformation-sub-variables',
    effects: { template: async () => (value) => substituted(value, hash) },
  },
];

/** Returns what a text becomes; `undefined` leaves it unchanged. `isSub`: the text is already that of an `Fn::Sub`. */
type ChangeText = (text: string, isSub: boolean) => unknown;

const reference = /#\{([^}]+)\}/g;

const hash: ChangeText = (text, isSub) => subOf(text, reference, isSub);

function subOf(text: string, pattern: RegExp, isSub: boolean): unknown {
  const changed = text.replaceAll(pattern, (_, name: string) => `\${${name}}`);
  if (changed === text) return undefined;
  return isSub ? changed : { 'Fn::Sub': changed };
}

/** The regions that serverless-pseudo-parameters knows. */
const regionName =
  /ap-northeast-[12]|ap-south-1|ap-southeast-[12]|ca-central-1|eu-central-1|eu-west-[123]|sa-east-1|us-(?:east|west)-[12]/;

function pseudoParameters(settings: { references: boolean; regions: boolean }): (value: unknown) => unknown {
  const pattern = settings.references ? reference : /#\{(AWS::[a-zA-Z]+)\}/g;
  const changeText: ChangeText = (written, isSub) => {
    const text = settings.regions ? written.replace(regionName, '#{AWS::Region}') : written;
    const unescaped = text.replaceAll(/#@\{([^}]+)\}/g, '#{$1}');
    return unescaped === text ? subOf(text, pattern, isSub) : unescaped;
  };
  return (value) => substituted(value, changeText);
}

/** A value with all of its texts changed, at every level. */
function substituted(value: unknown, changeText: ChangeText, isSub = false): unknown {
  if (typeof value === 'string') return changeText(value, isSub) ?? value;
  if (Array.isArray(value)) return value.map((item) => substituted(item, changeText, isSub));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, substituted(member, changeText, key === 'Fn::Sub')]),
  );
}
