import type { Element, Model } from '../model/model.ts';
import type { BackupCoverage } from './backup-coverage.ts';
import { idsIn } from './carry.ts';
import type { Inherited } from './inherited.ts';

/** A telephony device whose settings must be there again after a fault or an exchange. */
export interface VoipDevice {
  readonly device: Element<'voipDevice'>;
  /** What saves its settings: of its own, or of the machine it runs on. */
  readonly backups: readonly Element<'backup'>[];
  readonly spares: readonly Element<'spare'>[];
  /** Procedures that bring back an older version of its settings. */
  readonly rollbacks: readonly string[];
}

const bringingBack = new Set(['restore', 'rollback']);

/**
 * Every telephony device of ours that keeps settings, with what its restoration rests on (M 6.101). Telephones get
 * theirs from the call server, and what is stateless or external has none to lose.
 */
export function voipDevices(model: Model, inherited: Inherited, { backupsOf }: BackupCoverage): readonly VoipDevice[] {
  const procedures = model.of('procedure').filter((p) => bringingBack.has(p.data.action ?? ''));
  const backward = new Set(procedures.map((p) => p.id));
  return model
    .of('voipDevice')
    .filter(({ data }) => data.type !== 'phone-model' && !data.external && !data.recovery?.stateless)
    .map((device): VoipDevice => {
      const { id, data } = device;
      const backups = [...new Set([id, ...idsIn(data.runsOn)].flatMap(backupsOf))];
      const named = inherited.spares(id) ?? [];
      const rollbacks = [
        data.recovery?.restore?.procedure,
        ...procedures.filter((p) => p.data.about?.includes(id)).map((p) => p.id),
        ...backups.map((b) => b.data.procedure).filter((p) => backward.has(p ?? '')),
      ];
      return {
        device,
        backups,
        spares: model.of('spare').filter((s) => s.data.fits?.includes(id) || named.includes(s.id)),
        rollbacks: [...new Set(rollbacks.filter((p) => p !== undefined))],
      };
    });
}
