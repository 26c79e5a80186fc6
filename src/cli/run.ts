import { nodePorts } from '../adapters/node-ports.ts';
import { main } from './main.ts';

/** Process ↔ program: the only place that knows both. The exit code is set once, so that pending output is written. */
export async function run(): Promise<void> {
  const args = process.argv.slice(2);
  const ports = nodePorts({ noColor: args.includes('--no-color') });
  process.exitCode = await main(args, ports);
}
