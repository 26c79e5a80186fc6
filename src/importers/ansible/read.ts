import { isMap } from 'yaml';
import type { ForeignFile, ImportFinding } from '../importer.ts';
import { construct } from './constructed.ts';
import { readIni } from './ini.ts';
import {
  addChild,
  addHost,
  groupsOf,
  type Inventory,
  newInventory,
  type Place,
  type Vars,
  variablesOf,
} from './inventory.ts';
import { readVars, readYaml, readYamlInventory, type YamlFile } from './yaml.ts';

/** A host with everything the inventory says of it. */
export interface HostFacts {
  readonly name: string;
  readonly at: Place;
  /** Its groups, without `all` and `ungrouped`, sorted. */
  readonly groups: readonly string[];
  readonly vars: Vars;
}

const notInventory = /\.(?:md|txt|cfg|ini\.bak|orig|bak|rst|pyc?|sh|j2|retry|lock)$|^(?:README|LICENSE|Makefile)/i;
const variablesFile = /^(host_vars|group_vars)\/(.+)$/;
const isYamlName = (path: string): boolean => /\.(?:ya?ml|config|json)$/.test(path);

/** `host_vars/web1.yml`, `host_vars/web1/main.yml` and `host_vars/web1` are all about `web1`. */
function subjectOf(path: string, known: ReadonlySet<string>): string {
  const [first = '', ...rest] = path.split('/');
  if (rest.length > 0 || known.has(first)) return first;
  return first.replace(/\.(?:ya?ml|json)$/, '');
}

const isPlugin = ({ root }: YamlFile): boolean =>
  root !== null && 'items' in root && (root as { has?: (key: string) => boolean }).has?.('plugin') === true;

function readInventories(
  inventory: Inventory,
  files: readonly ForeignFile[],
  findings: ImportFinding[],
): (() => void)[] {
  const later: (() => void)[] = [];
  for (const { path, text } of files) {
    if (variablesFile.test(path) || notInventory.test(path)) continue;
    if (path.includes('/')) {
      findings.push({
        severity: 'info',
        message: 'in a folder that Ansible does not read as inventory: not read',
        file: path,
      });
    } else if (isYamlName(path) || /^---\s/.test(text)) {
      const source = readYaml(path, text, findings);
      if (!source) continue;
      // Groups that are computed from others come last, in the order of the files.
      if (isPlugin(source)) later.push(() => construct(inventory, path, source, findings));
      else readYamlInventory(inventory, path, source);
    } else {
      readIni(inventory, path, text, findings);
    }
  }
  return later;
}

interface VariablesFile {
  readonly path: string;
  readonly about: 'host' | 'group';
  readonly subject: string;
  readonly source: YamlFile;
}

function variablesFiles(
  inventory: Inventory,
  files: readonly ForeignFile[],
  findings: ImportFinding[],
): VariablesFile[] {
  const names = new Set([...inventory.hosts.keys(), ...inventory.groups.keys()]);
  return files.flatMap(({ path, text }) => {
    const found = variablesFile.exec(path);
    const source = found && !notInventory.test(path) ? readYaml(path, text, findings) : undefined;
    if (!found || !source) return [];
    return [
      {
        path,
        about: found[1] === 'host_vars' ? 'host' : 'group',
        subject: subjectOf(found[2] as string, names),
        source,
      },
    ];
  });
}

/** A host that only its variables know, when they name the host it runs on: such a machine exists and is forgotten. */
function addForgotten(inventory: Inventory, { path, subject, source }: VariablesFile, findings: ImportFinding[]): void {
  const named = isMap(source.root) && source.root.has('vmhost');
  if (!named) {
    findings.push({
      severity: 'info',
      message: `variables of the host "${subject}", which no inventory names`,
      file: path,
    });
    return;
  }
  addHost(inventory, subject, 'ungrouped', { file: path, line: 1 });
  const message = `${subject} is in no inventory; taken over, since its variables say on which host it runs`;
  findings.push({ severity: 'warning', message, file: path, line: 1 });
}

function readVariables(inventory: Inventory, files: readonly VariablesFile[]): void {
  for (const { path, about, subject, source } of files) {
    const vars = about === 'group' ? inventory.groups.get(subject)?.vars : inventory.hosts.get(subject)?.vars;
    if (vars) readVars(vars, path, source);
  }
}

/** All hosts of an inventory, sorted by name, with groups and variables after Ansible's precedence. */
export function readHosts(files: readonly ForeignFile[], findings: ImportFinding[]): readonly HostFacts[] {
  const inventory = newInventory();
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const later = readInventories(inventory, sorted, findings);
  const variableFiles = variablesFiles(inventory, sorted, findings);
  for (const file of variableFiles) {
    if (file.about === 'host' && !inventory.hosts.has(file.subject)) addForgotten(inventory, file, findings);
  }
  addChild(inventory, undefined, 'all');
  readVariables(inventory, variableFiles);
  for (const step of later) step();
  // Groups that were computed have variables too; all others are read the same a second time.
  readVariables(inventory, variableFiles);
  for (const { about, subject, path } of variableFiles) {
    if (about === 'host' || inventory.groups.has(subject)) continue;
    findings.push({
      severity: 'info',
      message: `variables of the group "${subject}", which no inventory names`,
      file: path,
    });
  }
  const memberships = groupsOf(inventory);
  const variables = variablesOf(inventory, memberships);
  return [...inventory.hosts.values()]
    .map((host) => ({
      name: host.name,
      at: host.at,
      groups: [...(memberships.get(host.name)?.keys() ?? [])].filter((g) => g !== 'all' && g !== 'ungrouped').sort(),
      vars: variables.get(host.name) ?? new Map(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
