import type { PictureSeries } from '../../binder/pictures/picture.ts';
import { type PictureTexts, pictureTexts } from '../../binder/pictures/texts.ts';
import { drawGraph } from './graph.ts';
import { drawHosts } from './hosts.ts';
import type { Picture } from './sheet.ts';
import { drawTimetable } from './timetable.ts';

export type { Picture } from './sheet.ts';

/** The pictures of a series, and the elements for which there was no room left. */
export interface DrawnSeries {
  readonly pictures: readonly Picture[];
  readonly notDrawn: readonly string[];
}

/** Draws pictures of one kind: the same series gives the same bytes. */
export function drawPictures(series: PictureSeries, texts: PictureTexts = pictureTexts): DrawnSeries {
  switch (series.type) {
    case 'graph':
      return drawGraph(series, texts);
    case 'hosts':
      return drawHosts(series, texts);
    case 'timetable':
      return drawTimetable(series, texts);
  }
}
