import { parseRuntime } from '../function/runtimes.js';
import { nodeProvision } from './node-image.js';
import { pythonDistributionOf, pythonDistributions } from './python-image.js';
import { isGemOfImage } from './ruby-image.js';

/**
 * Whether Lambda's image of a runtime carries a package, so that a function has it without packing it. What such a package needs
 * itself comes with it.
 * @param runtime Lambda's identifier, `nodejs22.x`
 * @param packageName of Node.js `aws-sdk` or `@aws-sdk/client-s3`, of Python the name of a distribution or of a module at the top
 * level, of Ruby that of a gem
 */
export function isImagePackage(runtime: string, packageName: string): boolean {
  const declared = parseRuntime(runtime);
  switch (declared?.language) {
    case 'nodejs':
      return ['provided', 'provided-to-sdk'].includes(nodeProvision(packageName, declared.version));
    case 'python':
      return (
        pythonDistributionOf(packageName) !== undefined ||
        pythonDistributions.some(({ name }) => name === normalised(packageName))
      );
    case 'ruby':
      return isGemOfImage(packageName);
    default:
      return false;
  }
}

/** A distribution's name as PyPI compares it (PEP 503). */
function normalised(name: string): string {
  return name.replaceAll(/[-_.]+/g, '-').toLowerCase();
}
