import type { Sink } from '../ports.ts';
import { asciiSigns } from './ascii.ts';
import { fold } from './fold.ts';

/** What people read: within the columns of their terminal, and without signs where it has none. */
export function peopleSink(sink: Sink, isPlain: boolean): Sink {
  const { columns } = sink;
  return {
    ...sink,
    write: (text) => {
      const written = isPlain ? asciiSigns(text) : text;
      return sink.write(columns === undefined ? written : fold(written, columns));
    },
  };
}
