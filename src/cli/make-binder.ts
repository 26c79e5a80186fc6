import { createHash } from 'node:crypto';
import type { Facts } from '../analysis/index.ts';
import { composeBinder } from '../binder/index.ts';
import type { judge } from '../pipeline.ts';
import type { Ports, PrintJob } from '../ports.ts';
import type { Recovery } from '../recovery/recovery.ts';
import { renderHtml } from '../render/render.ts';
import type { Loaded } from './load.ts';
import { version } from './version.ts';

/** A binder that is ready to be printed. */
export interface Made {
  readonly html: (variant: 'print' | 'screen') => string;
  readonly job: Omit<PrintJob, 'html'>;
}
