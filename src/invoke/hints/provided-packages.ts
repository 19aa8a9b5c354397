/** The newest Node.js whose image has version 2 of the SDK; all later ones have version 3 (developer guide, "Building Lambda functions with Node.js"). */
const newestWithSdk2 = 16;

/** How a package relates to Lambda's image of a Node.js version. */
export type Provision =
  /** It is there. */
  | 'provided'
  /** Older images had it. */
  | 'formerly-provided'
  | 'absent';

/** Whether Lambda's image of a Node.js version has a package. */
export function nodeProvision(name: string, version: string): Provision {
  const isOld = Number(version) <= newestWithSdk2;
  if (name === 'aws-sdk') return isOld ? 'provided' : 'formerly-provided';
  return !isOld && /^@(?:aws-sdk|smithy)\//.test(name) ? 'provided' : 'absent';
}

/** The Python distributions in Lambda's image, by the names of their modules. */
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
