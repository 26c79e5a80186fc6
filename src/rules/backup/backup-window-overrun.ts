import { windowLength } from '../../analysis/index.ts';
import { inTime } from '../due.ts';
import { fieldOf, keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupWindowOverrun: Rule = {
  id: 'backup-window-overrun',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Backups end within their window, by their stated duration and by the evidence.',
  why: 'The run of the night is still reading when the day begins; soon it meets its successor.',
  source: 'ISO 27002 backup workflow, task 5: potential system slowdowns; task 14: perhaps it is a timing issue',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, wiki: {}}
backups:
  planned:
    covers: [shop]
    window: {from: "22:00", to: "04:00"}
    duration: 7h # <--
  measured: # <--
    covers: [wiki]
    window: {from: "22:00", to: "04:00"}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, wiki: {}}
backups:
  planned:
    covers: [shop]
    window: {from: "22:00", to: "04:00"}
    duration: 3h
  measured:
    covers: [wiki]
    window: {from: "22:00", to: "04:00"}
`,
  evidence: {
    bad: `
{"backup": "measured", "started": "2026-11-22T22:05:00Z", "finished": "2026-11-23T05:10:00Z", "result": "ok"}
`,
    good: `
{"backup": "measured", "started": "2026-11-22T22:05:00Z", "finished": "2026-11-23T03:10:00Z", "result": "ok"}
`,
  },
  *check({ backupCoverage, backupHistories }) {
    for (const backup of backupCoverage.backups) {
      const { window, duration } = backup.data;
      if (window?.from === undefined || window.to === undefined) continue;
      const length = windowLength({ from: window.from, to: window.to });
      const hint = 'begin earlier, save less at a time, or widen the window';
      if (duration !== undefined && duration > length) {
        yield {
          message: `${backup.id} takes ${inTime(duration)}, but its window is open for ${inTime(length)}`,
          hint,
          location: fieldOf(backup, 'duration'),
          element: backup.id,
        };
      }
      const { overruns = [], runs = [] } = backupHistories.get(backup.id) ?? {};
      const last = overruns.at(-1);
      if (!last) continue;
      yield {
        message: `${backup.id} ended after its window in ${overruns.length} of ${runs.length} runs, last in the run of ${last.started}`,
        hint,
        location: keyOf(backup),
        element: backup.id,
      };
    }
  },
};
