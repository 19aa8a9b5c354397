/** The newest Node.js whose image has version 2 of the SDK; all later ones have version 3 (developer guide, "Building Lambda functions with Node.js"). */
const newestWithSdk2 = 16;

/** What a package is to Lambda's image of a Node.js. */
export type Provision =
  /** It is there. */
  | 'provided'
  /** It was there in older images. */
  | 'formerly-provided'
  | 'absent';

/** Whether Lambda's image of a Node.js has a package. */
export function nodeProvision(name: string, version: string): Provision {
  const isOld = Number(version) <= newestWithSdk2;
  if (name === 'aws-sdk') return isOld ? 'provided' : 'formerly-provided';
  return !isOld && /^@(?:aws-sdk|smithy)\//.test(name) ? 'provided' : 'absent';
}

/** The distributions of Lambda's image of Python, by the modules that they are imported as. */
export const pythonProvided: Readonly<Record<string, string>> = {
  boto3: 'boto3',
  botocore: 'boto3',
  s3transfer: 'boto3',
  jmespath: 'boto3',
  urllib3: 'urllib3',
  dateutil: 'python-dateutil',
  six: 'six',
  awslambdaric: 'awslambdaric',
};
