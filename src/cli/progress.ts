import type { Ports } from '../ports.ts';

/** Below that there is no room for a line that changes. */
const leastColumns = 20;

/** Shows that something goes on while it takes long: on a terminal only, never in a pipe or a log. */
export async function showingProgress<T>(ports: Ports, text: string, work: () => Promise<T>): Promise<T> {
  // A terminal that says it has no columns (as under `script`) would be flooded: the spinner counts lines by them.
  if (!ports.err.isTerminal || !ports.err.colour || (ports.err.columns ?? 0) < leastColumns) return work();
  const { default: ora } = await import('ora');
  const spinner = ora({ text, discardStdin: false }).start();
  try {
    return await work();
  } finally {
    spinner.stop();
  }
}
