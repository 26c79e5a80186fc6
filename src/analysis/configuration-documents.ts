import type { Element, Model, Node } from '../model/model.ts';
import { idsIn } from './carry.ts';

type Document = Element<'document'>;
type Fields = Readonly<Record<string, unknown>>;

/** Where it is written how systems are set up. */
export interface ConfigurationDocuments {
  /** Systems that cannot be set up anew without knowing their configuration; sorted by id. */
  readonly systems: readonly Node[];
  /** The documents on the configuration of a system: about it, named by it, or about what it is a part of. */
  readonly of: (id: string) => readonly Document[];
  /** What a document is about: what it names, and what names it; sorted. */
  readonly subjects: (document: Document) => readonly string[];
}

const configured = new Set(['server', 'hypervisor', 'virtualMachine', 'storage', 'networkDevice', 'voipDevice']);
/** A line of a provider and a virtual network are settings of devices; telephones get theirs from the call server. */
const withoutOwn = new Set(['wan-link', 'vlan', 'phone-model']);

/** Reads `about` of documents and `documents` of elements; a farm's document counts for its hosts. */
export function configurationDocuments(model: Model): ConfigurationDocuments {
  const subjects = new Map<string, Set<string>>();
  const about = new Map<string, Set<Document>>();
  const add = (document: Document, id: string): void => {
    subjects.set(document.id, (subjects.get(document.id) ?? new Set()).add(id));
    // An element may name a document whose kind nobody has written.
    if ((document.data.kind ?? 'configuration') !== 'configuration') return;
    about.set(id, (about.get(id) ?? new Set()).add(document));
  };
  for (const document of model.of('document')) for (const id of document.data.about ?? []) add(document, id);
  for (const node of model.nodes) {
    for (const id of ((node.data as Fields)['documents'] ?? []) as readonly string[]) {
      const document = model.elements.get(id);
      if (document?.kind === 'document') add(document as Document, node.id);
    }
  }
  const farmsOf = new Map<string, string[]>();
  for (const { id, data } of model.of('cluster')) {
    for (const member of data.members ?? []) farmsOf.set(member, [...(farmsOf.get(member) ?? []), id]);
  }
  return {
    systems: model.nodes.filter(
      (node) =>
        configured.has(node.kind) && !node.external && !withoutOwn.has(String((node.data as Fields)['type'] ?? '')),
    ),
    of: (id) => {
      const wholes = idsIn((model.elements.get(id)?.data as Fields | undefined)?.['partOf']);
      return [...new Set([id, ...(farmsOf.get(id) ?? []), ...wholes].flatMap((i) => [...(about.get(i) ?? [])]))];
    },
    subjects: ({ id }) => [...(subjects.get(id) ?? [])].sort(),
  };
}
