import type { Json } from '../call.js';
import { items, structure, text } from '../members.js';

type Members = { readonly [name: string]: Json };

/**
 * The values of the partition key that a request is about, as the key `dynamodb:LeadingKeys` has them. Which attribute that is only the
 * table says: they are known where a key has one attribute only, or a query compares one attribute only for equality.
 */
export function leadingKeys(members: Members): readonly string[] | undefined {
  const { Key: key, Keys: keys } = members;
  if (key !== undefined) return valuesOf([key]);
  if (keys !== undefined) return valuesOf(items(keys));
  // That of an index is another one.
  return members['IndexName'] === undefined ? ofQuery(members) : undefined;
}

function valuesOf(keys: readonly Json[]): readonly string[] | undefined {
  const values = keys.map((key) => {
    const [first, ...others] = Object.values(structure(key));
    return first === undefined || others.length > 0 ? undefined : plain(first);
  });
  return values.length > 0 && values.every((value) => value !== undefined) ? values : undefined;
}

function ofQuery(members: Members): readonly string[] | undefined {
  const values = structure(members['ExpressionAttributeValues']);
  const compared = [...(text(members['KeyConditionExpression'])?.matchAll(/(?<![<>])=\s*(:\w+)/g) ?? [])].map(
    ([, name = '']) => plain(values[name]),
  );
  const former = Object.values(structure(members['KeyConditions'])).flatMap((condition) => {
    const { ComparisonOperator: operator, AttributeValueList: list } = structure(condition);
    return operator === 'EQ' ? [plain(items(list)[0])] : [];
  });
  const [only, ...others] = [...compared, ...former];
  return only === undefined || others.length > 0 ? undefined : [only];
}

/** A value of DynamoDB's JSON, of which a key has a text, a number or bytes. */
function plain(value: Json | undefined): string | undefined {
  const [found] = Object.values(structure(value));
  return typeof found === 'string' ? found : undefined;
}
