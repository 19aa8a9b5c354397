interface Partition {
  /** The prefixes of its regions' names. */
  readonly regions: string;
  readonly name: string;
  readonly domain: string;
  /** The audience of tokens that its STS takes, where it is not that of all others. */
  readonly audience?: string;
}

const commercial: Partition = { regions: '', name: 'aws', domain: 'amazonaws.com' };

/** Source: AWS general reference, "AWS Regions and endpoints", and the partition table of AWS's SDKs. */
const partitions: readonly Partition[] = [
  { regions: 'cn-', name: 'aws-cn', domain: 'amazonaws.com.cn', audience: 'sts.amazonaws.com.cn' },
  { regions: 'us-gov-', name: 'aws-us-gov', domain: 'amazonaws.com' },
  { regions: 'eusc-', name: 'aws-eusc', domain: 'amazonaws.eu' },
];

/** The partition of a region, as in ARNs. */
export function partitionOf(region: string): string {
  return find(region).name;
}

/** The domain of the endpoints in a region's partition. */
export function endpointDomainOf(region: string): string {
  return find(region).domain;
}

/** The audience that identity providers in a region's partition are made for, by AWS's guides for GitHub. */
export function audienceOf(region: string): string {
  return find(region).audience ?? 'sts.amazonaws.com';
}

function find(region: string): Partition {
  return partitions.find(({ regions }) => region.startsWith(regions)) ?? commercial;
}
