import { type Dirent, readdirSync } from 'node:fs';

/** The members of a folder; none of one that can't be read. */
export function membersOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
