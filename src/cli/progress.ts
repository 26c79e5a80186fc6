import type { Ports } from '../ports.ts';

/** Shows that something goes on while it takes long: on a terminal only, never in a pipe or a log. */
export async function showingProgress<T>(ports: Ports, text: string, work: () => Promise<T>): Promise<T> {
  if (!ports.err.isTerminal || !ports.err.colour) return work();
  const { default: ora } = await import('ora');
  const spinner = ora({ text, discardStdin: false }).start();
  try {
    return await work();
  } finally {
    spinner.stop();
  }
}
