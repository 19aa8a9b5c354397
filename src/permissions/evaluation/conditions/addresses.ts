import { BlockList, isIP } from 'node:net';

/** Whether an address is the other one, or in its block, such as `203.0.113.0/24`; `undefined` where one is no address. */
export function addressIn(actual: string, expected: string): boolean | undefined {
  const [network = '', prefix] = expected.trim().split('/');
  const family = isIP(network);
  const own = isIP(actual.trim());
  if (family === 0 || own === 0) return undefined;
  const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix);
  if (!Number.isInteger(bits) || bits < 0 || bits > (family === 4 ? 32 : 128)) return undefined;
  if (family !== own) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, bits, type);
  return list.check(actual.trim(), type);
}
