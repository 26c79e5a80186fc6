import { line, n, path, rect, type Stroke } from './svg.ts';

/** A rectangle on the sheet, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

type Outline = (box: Box, style: Stroke) => readonly string[];

const polygon = (points: readonly (readonly [number, number])[], style: Stroke): string =>
  path(`M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`, style);

/** Shapes tell the kinds apart where colours would be lost; each touches its rectangle where arrows end. */
const outlines: Readonly<Record<string, Outline>> = {
  process: ({ x, y, w, h }, s) => [rect(x, y, w, h, { ...s, round: Math.min(h / 2, 14) })],
  application: ({ x, y, w, h }, s) => [
    rect(x, y, w, h, s),
    line(x + 3.5, y, x + 3.5, y + h, s),
    line(x + w - 3.5, y, x + w - 3.5, y + h, s),
  ],
  service: ({ x, y, w, h }, s) => [
    path(
      `M${n(x)} ${n(y + h)}V${n(y + 8)}A8 8 0 0 1 ${n(x + 8)} ${n(y)}H${n(x + w - 8)}A8 8 0 0 1 ${n(x + w)} ${n(y + 8)}V${n(y + h)}Z`,
      s,
    ),
  ],
  data: ({ x, y, w, h }, s) => [
    path(`M${n(x)} ${n(y)}H${n(x + w - 7)}L${n(x + w)} ${n(y + 7)}V${n(y + h)}H${n(x)}Z`, s),
    path(`M${n(x + w - 7)} ${n(y)}V${n(y + 7)}H${n(x + w)}`, { ...s, fill: 'none' }),
  ],
  server: ({ x, y, w, h }, s) => [rect(x, y, w, h, s)],
  virtualMachine: ({ x, y, w, h }, s) => {
    const c = Math.min(5, h / 3);
    return [
      polygon(
        [
          [x + c, y],
          [x + w - c, y],
          [x + w, y + c],
          [x + w, y + h - c],
          [x + w - c, y + h],
          [x + c, y + h],
          [x, y + h - c],
          [x, y + c],
        ],
        s,
      ),
    ];
  },
  hypervisor: ({ x, y, w, h }, s) => [
    polygon(
      [
        [x, y + 4],
        [x + 4, y],
        [x + w, y],
        [x + w, y + h - 4],
        [x + w - 4, y + h],
        [x, y + h],
      ],
      s,
    ),
    path(`M${n(x)} ${n(y + 4)}H${n(x + w - 4)}V${n(y + h)}M${n(x + w - 4)} ${n(y + 4)}L${n(x + w)} ${n(y)}`, {
      ...s,
      fill: 'none',
    }),
  ],
  cluster: ({ x, y, w, h }, s) => [rect(x, y, w, h, s), rect(x + 2.5, y + 2.5, w - 5, h - 5, { ...s, fill: 'none' })],
  storage: ({ x, y, w, h }, s) => {
    const r = `${n(w / 2)} 4`;
    return [
      path(
        `M${n(x)} ${n(y + 4)}A${r} 0 0 1 ${n(x + w)} ${n(y + 4)}V${n(y + h - 4)}A${r} 0 0 1 ${n(x)} ${n(y + h - 4)}Z`,
        s,
      ),
      path(`M${n(x)} ${n(y + 4)}A${r} 0 0 0 ${n(x + w)} ${n(y + 4)}`, { ...s, fill: 'none' }),
    ];
  },
  networkDevice: ({ x, y, w, h }, s) => [
    polygon(
      [
        [x, y + h / 2],
        [x + 7, y],
        [x + w - 7, y],
        [x + w, y + h / 2],
        [x + w - 7, y + h],
        [x + 7, y + h],
      ],
      s,
    ),
  ],
  voipDevice: ({ x, y, w, h }, s) => [
    polygon(
      [
        [x + 7, y],
        [x + w, y],
        [x + w - 7, y + h],
        [x, y + h],
      ],
      s,
    ),
  ],
  facility: ({ x, y, w, h }, s) => [
    rect(x, y, w, h, s),
    path(
      `M${n(x)} ${n(y + 6)}L${n(x + 6)} ${n(y)}M${n(x + w - 6)} ${n(y)}L${n(x + w)} ${n(y + 6)}M${n(x + w)} ${n(y + h - 6)}L${n(x + w - 6)} ${n(y + h)}M${n(x + 6)} ${n(y + h)}L${n(x)} ${n(y + h - 6)}`,
      { ...s, fill: 'none' },
    ),
  ],
  location: ({ x, y, w, h }, s) => [
    path(`M${n(x)} ${n(y)}H${n(x + 16)}V${n(y + 3)}H${n(x + w)}V${n(y + h)}H${n(x)}Z`, s),
  ],
  /** Something that another picture shows. */
  elsewhere: ({ x, y, w, h }, s) => [
    polygon(
      [
        [x, y],
        [x + w - 6, y],
        [x + w, y + h / 2],
        [x + w - 6, y + h],
        [x, y + h],
      ],
      s,
    ),
  ],
};

/** The room that a shape takes from its text, left and right together, and above and below. */
const margins: Readonly<Record<string, readonly [number, number]>> = {
  process: [8, 0],
  application: [7, 0],
  data: [7, 0],
  hypervisor: [6, 6],
  cluster: [4, 4],
  storage: [0, 10],
  networkDevice: [12, 0],
  voipDevice: [12, 0],
  facility: [4, 0],
  location: [0, 3],
  elsewhere: [6, 0],
};

/** How much larger than its text the shape of a kind has to be: width, height. */
export const marginOf = (kind: string): readonly [number, number] => margins[kind] ?? [0, 0];

/** How far below the middle of its shape a text stands, so that no line of the shape runs through it. */
export const shiftOf = (kind: string): readonly [number, number] =>
  kind === 'storage'
    ? [0, 3]
    : kind === 'hypervisor'
      ? [-2, 2]
      : kind === 'elsewhere'
        ? [-2, 0]
        : kind === 'location'
          ? [0, 1.5]
          : [0, 0];

/** The outline of a kind; what very much hangs on has a thick one, what is not ours a dotted one. */
export function shape(kind: string, box: Box, { heavy, external }: { heavy: boolean; external: boolean }): string {
  const width = heavy ? 2 : 0.75;
  const style: Stroke = { width, fill: '#fff', ...(external ? { dash: '1.5 2' } : {}) };
  return (outlines[kind] ?? (outlines['server'] as Outline))(box, style).join('');
}
