import { dependencies } from './dependencies.ts';
import { hosts } from './hosts.ts';
import { network } from './network.ts';
import type { PictureInput, PictureSeries } from './picture.ts';
import { power } from './power.ts';
import { timetable, timetableByPerson } from './timetable.ts';

export type { PictureInput, PictureSeries } from './picture.ts';

const builders: readonly ((input: PictureInput) => PictureSeries | undefined)[] = [
  dependencies,
  hosts,
  network,
  power,
  timetable,
  timetableByPerson,
];

/** All pictures for which the plan has elements, series by series. */
export const seriesOf = (input: PictureInput): readonly PictureSeries[] =>
  builders.flatMap((build) => build(input) ?? []);
