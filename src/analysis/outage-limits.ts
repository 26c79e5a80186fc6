import type { Model, Node } from '../model/model.ts';
import type { TimeObjectives } from './time-objectives.ts';

/** An element that is promised back later than the organisation can bear its loss. */
export interface OutageTooLong {
  readonly node: Node;
  /** Its stated RTO, in minutes. */
  readonly rto: number;
  /** The MTPD that binds it, in minutes. */
  readonly mtpd: number;
  /** Who states that MTPD: itself, or somebody who needs it. */
  readonly decidedBy: Node;
  /** What one does meanwhile: `lasts` in minutes, where it is said. Undefined: nothing. */
  readonly workaround: { readonly lasts: number | undefined } | undefined;
}

interface Workaround {
  readonly description?: string;
  readonly procedure?: string;
  readonly lasts?: number;
}

/** The workaround of a process; an object that says neither what nor how is none. */
export function workaroundOf(node: Node): { readonly lasts: number | undefined } | undefined {
  const { workaround } = node.data as { workaround?: string | Workaround };
  if (typeof workaround === 'string') return { lasts: undefined };
  return workaround?.description || workaround?.procedure ? { lasts: workaround.lasts } : undefined;
}

/** Elements whose RTO is longer than the MTPD of whoever needs them; sorted by id. */
export function outagesTooLong(model: Model, { rto, mtpd }: TimeObjectives): readonly OutageTooLong[] {
  const decider = (node: Node): Node => {
    let at = node;
    // Ends: each step goes to the user that passed the figure on, and a figure comes from somebody who states it.
    for (let hops = 0; hops < model.nodes.length && mtpd.stated(at.index) !== mtpd.effective(at.index); hops++) {
      const by = model.node(mtpd.inherited(at.index)?.from ?? '');
      if (!by) break;
      at = by;
    }
    return at;
  };
  return model.nodes.flatMap((node) => {
    const [promised, bearable] = [rto.stated(node.index), mtpd.effective(node.index)];
    if (promised === undefined || bearable === undefined || promised <= bearable) return [];
    const decidedBy = decider(node);
    return [{ node, rto: promised, mtpd: bearable, decidedBy, workaround: workaroundOf(decidedBy) }];
  });
}
