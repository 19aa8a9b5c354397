import type { Evaluation } from './evaluation.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import { listOf, textOf } from './values.js';

const maxBlocks = 256;
const addressBits = 32;

/** `Fn::Cidr: [block, count, bits]`: the first subnets of an IPv4 block, each with `bits` bits for its own addresses. */
export async function subnets(argument: unknown, evaluation: Evaluation): Promise<string[]> {
  const [block, count, bits] = await Promise.all(listOf(argument, 'an Fn::Cidr').map(evaluation.evaluate));
  const [, address = '', prefix = ''] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d+)$/.exec(textOf(block, 'a block')) ?? [];
  const parts = address.split('.').map(Number);
  const ownBits = wholeNumber(bits);
  const wanted = wholeNumber(count);
  if (parts.length !== 4 || parts.some((part) => part > 255) || Number(prefix) > addressBits) {
    throw new IntrinsicFailure(`holds an Fn::Cidr of ${textOf(block, 'a block')}, which is no block of IPv4`);
  }
  if (!(wanted >= 1 && wanted <= maxBlocks && ownBits >= 1 && ownBits <= addressBits)) {
    throw new IntrinsicFailure('holds an Fn::Cidr that is not a block, a count of 1 to 256 and a number of bits');
  }
  const size = 2 ** ownBits;
  const room = 2 ** (addressBits - Number(prefix));
  if (wanted * size > room) {
    throw new IntrinsicFailure(
      `holds an Fn::Cidr of ${wanted} subnets, and ${address}/${prefix} has not room for them`,
    );
  }
  const number = parts.reduce((sum, part) => sum * 256 + part, 0);
  const first = number - (number % room);
  return Array.from({ length: wanted }, (_, index) => blockAt(first + index * size, addressBits - ownBits));
}

function blockAt(number: number, prefix: number): string {
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
  return `${parts.join('.')}/${prefix}`;
}

function wholeNumber(value: unknown): number {
  const text = textOf(value, 'a number of an Fn::Cidr');
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** `Fn::GetAZs: region`. Its value depends on the account, so only the caller can give it. */
export async function availabilityZones(argument: unknown, evaluation: Evaluation): Promise<string[]> {
  const named = textOf(await evaluation.evaluate(argument), 'an Fn::GetAZs');
  const region = named === '' ? (await evaluation.stack()).region : named;
  const question = `getazs:${region}`;
  const given = evaluation.lookup.given(question);
  if (given !== undefined) return given.split(',').map((zone) => zone.trim());
  throw new IntrinsicFailure(`needs the availability zones of ${region}, which differ between accounts`, {
    question,
    hint: 'They are a list with commas between them.',
  });
}
