import { windowLength } from '../../analysis/index.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const isWithin = (moment: number, span: { readonly from: number; readonly to: number }): boolean =>
  (moment - span.from + 1440) % 1440 < windowLength(span);

export const backupWindowInBusinessHours: Rule = {
  id: 'backup-window-in-business-hours',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Backups do not run while people work.',
  why: 'Every day at nine the shop is slow for an hour, and nobody knows why.',
  source: 'ISO 27002 backup workflow, task 5: timing that aligns with business hours, with minimal disruption',
  bad: `
drplan: 1
plan: {name: Office, businessHours: {days: [mon, tue], from: "08:00", to: "18:00"}}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    window: {from: "22:00", to: "09:00"} # <--
`,
  good: `
drplan: 1
plan: {name: Office, businessHours: {days: [mon, tue], from: "08:00", to: "18:00"}}
servers: {shop: {}}
backups:
  nightly:
    covers: [shop]
    window: {from: "22:00", to: "06:00"}
`,
  *check({ model, backupCoverage }) {
    const { from, to } = model.plan?.businessHours ?? {};
    if (from === undefined || to === undefined) return;
    for (const backup of backupCoverage.backups) {
      const { window } = backup.data;
      if (window?.from === undefined || window.to === undefined) continue;
      const night = { from: window.from, to: window.to };
      if (!isWithin(from, night) && !isWithin(night.from, { from, to })) continue;
      yield {
        message: `${backup.id} runs from ${clock(night.from)} to ${clock(night.to)}; people work from ${clock(from)} to ${clock(to)}`,
        hint: 'move it into the night, or waive this with the reason why nobody notices it',
        location: fieldOf(backup, 'window'),
        element: backup.id,
      };
    }
  },
};
