/** A distribution of Python packages in Lambda's image. */
export interface PythonDistribution {
  /** Its name on PyPI. */
  readonly name: string;
  /** The modules that it brings to the top level. */
  readonly modules: readonly string[];
  /** The distribution that a project installs to have this one too. */
  readonly comesWith?: 'boto3';
  /**
   * Whether functions are meant to use it. What the runtime has for itself is there too, and is imported by libraries that would
   * do without it.
   */
  readonly isForFunctions: boolean;
}

/**
 * The distributions in the image, as `importlib.metadata` lists them in a function on python3.11, less pip and setuptools. Older
 * images have no `snapshot-restore-py`, which came with SnapStart for Python 3.12 and was put into the others with it.
 */
export const pythonDistributions: readonly PythonDistribution[] = [
  { name: 'boto3', modules: ['boto3'], isForFunctions: true },
  { name: 'botocore', modules: ['botocore'], comesWith: 'boto3', isForFunctions: true },
  { name: 's3transfer', modules: ['s3transfer'], comesWith: 'boto3', isForFunctions: true },
  { name: 'jmespath', modules: ['jmespath'], comesWith: 'boto3', isForFunctions: true },
  { name: 'python-dateutil', modules: ['dateutil'], isForFunctions: true },
  { name: 'six', modules: ['six'], isForFunctions: true },
  { name: 'urllib3', modules: ['urllib3'], isForFunctions: true },
  { name: 'snapshot-restore-py', modules: ['snapshot_restore_py'], isForFunctions: true },
  { name: 'awslambdaric', modules: ['awslambdaric', 'runtime_client'], isForFunctions: false },
  { name: 'simplejson', modules: ['simplejson'], isForFunctions: false },
];

/**
 * The modules that packages of the image import where they are there, and do without where they are not, as in Lambda: botocore's
 * `httpsession.py` and `compat.py`, urllib3's `response.py`.
 */
export const triedByPythonImage: ReadonlySet<string> = new Set([
  'awscrt',
  'brotli',
  'brotlicffi',
  'certifi',
  'zstandard',
]);

/** The versions of boto3 and botocore that an image is known to have had. */
interface PythonSdk {
  readonly boto3: string;
  readonly botocore: string;
}

/**
 * Whether an image has its packages in the interpreter's own `site-packages`, and not in `/var/runtime` (developer guide, "Deploy Python
 * Lambda functions with container images", runtime search path in the base images: from 3.11 on).
 * @param version the declared version, `3.12`
 */
export function hasOwnSitePackages(version: string): boolean {
  return Number(version.split('.')[1]) >= 11;
}

/**
 * The SDK of each version of Python, in a version that its image is known to have had: up to 3.7 as the developer guide ("Lambda
 * runtimes") named it, of 3.11 as a function listed it, of the others as the `User-Agent` in CloudTrail's events says (3.8 in May
 * 2024, 3.10 in October 2024, 3.12 and 3.13 in 2026, 3.14 at its start). AWS renews them together, so that 3.9 has that of 3.10.
 */
const sdks: Readonly<Record<string, PythonSdk>> = {
  '3.6': { boto3: '1.20.32', botocore: '1.23.32' },
  '3.7': { boto3: '1.26.90', botocore: '1.29.90' },
  '3.8': { boto3: '1.34.93', botocore: '1.34.93' },
  '3.9': { boto3: '1.34.145', botocore: '1.34.145' },
  '3.10': { boto3: '1.34.145', botocore: '1.34.145' },
  '3.11': { boto3: '1.38.36', botocore: '1.38.36' },
  '3.12': { boto3: '1.42.97', botocore: '1.42.97' },
  '3.13': { boto3: '1.42.97', botocore: '1.42.97' },
  '3.14': { boto3: '1.40.4', botocore: '1.40.4' },
};

/**
 * The versions of the distributions beside the SDK, as far as they are known: those of python3.11 as a function listed them, and
 * urllib3 1.26 of python3.12 as the advisories for the base image name it. s3transfer is the one that boto3 asks for.
 */
const others: Readonly<Record<string, string>> = {
  jmespath: '1.0.1',
  'python-dateutil': '2.9.0.post0',
  'snapshot-restore-py': '1.0.0',
  simplejson: '3.20.1',
  awslambdaric: '3.1.1',
  urllib3: '1.26.19',
};

/**
 * What pip is asked for to get a distribution as the image has it: it, and the versions that it has to be with.
 * @param version the declared version, `3.12`
 * @returns requirements such as `boto3==1.42.97`
 */
export function pythonRequirements(distribution: string, version: string): string[] {
  const sdk = sdks[version] ?? sdks['3.13'];
  const pinned = (name: string): string => {
    const known = name === 'boto3' || name === 'botocore' ? sdk?.[name] : others[name];
    return known === undefined ? name : `${name}==${known}`;
  };
  const together = ['boto3', 'botocore', 'python-dateutil', 's3transfer'];
  return together.includes(distribution)
    ? ['boto3', 'botocore', 'jmespath', 'python-dateutil', 'urllib3'].map(pinned)
    : [pinned(distribution)];
}

/** The distribution of the image that has a module, by the module's name at the top level. */
export function pythonDistributionOf(module: string): PythonDistribution | undefined {
  return pythonDistributions.find(({ modules }) => modules.includes(module));
}
