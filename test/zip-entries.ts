import { open } from 'yauzl';

/** The names of the entries of a zip file. */
export function entriesOf(file: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    open(file, { lazyEntries: true }, (error, archive) => {
      if (error !== null) return reject(error);
      const names: string[] = [];
      archive.on('entry', ({ fileName }: { readonly fileName: string }) => {
        names.push(fileName);
        archive.readEntry();
      });
      archive.on('end', () => resolve(names));
      archive.on('error', reject);
      archive.readEntry();
    });
  });
}
