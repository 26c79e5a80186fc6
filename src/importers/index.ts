import { ansible } from './ansible/ansible.ts';
import type { Importer } from './importer.ts';

export type { ForeignFile, Imported, Importer, ImportFinding } from './importer.ts';

/** All sources of plans. */
export const importers: readonly Importer[] = [ansible];
