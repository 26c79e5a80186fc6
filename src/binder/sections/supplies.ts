import type { SectionBuilder } from '../binder.ts';
import { anchorOf, commas, nameOf, span } from '../words.ts';

/** Contracts and spare parts: where a replacement comes from and how long it takes. */
export const supplies: SectionBuilder = {
  name: 'supplies',
  build: ({ facts }) => {
    const { model } = facts;
    const contracts = model.of('contract').map((c) => ({
      anchor: anchorOf(c.id),
      id: c.id,
      name: c.name,
      supplier: nameOf(facts, c.data.supplier),
      number: c.data.number ?? '',
      covers: commas(c.data.covers),
      times: commas([
        c.data.responseTime === undefined ? '' : `react within ${span(c.data.responseTime)}`,
        c.data.repairTime === undefined ? '' : `repair within ${span(c.data.repairTime)}`,
        c.data.hours,
      ]),
      validUntil: c.data.validUntil ?? '',
    }));
    const spares = model.of('spare').map((s) => ({
      anchor: anchorOf(s.id),
      id: s.id,
      name: s.name,
      fits: commas(s.data.fits),
      place: nameOf(facts, s.data.in),
      count: s.data.count === undefined ? '' : String(s.data.count),
      leadTime: s.data.leadTime === undefined ? '' : span(s.data.leadTime),
    }));
    if (contracts.length + spares.length === 0) return undefined;
    return { title: 'Contracts and spare parts', content: { contracts, spares } };
  },
};
