import type { ChildNode, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** Columns of a terminal that has nothing else. */
const width = 80;

const isElement = (node: ChildNode): node is Element => 'name' in node && 'attribs' in node;
const classesOf = (node: Element): readonly string[] => (node.attribs['class'] ?? '').split(' ');
const has = (node: ChildNode | undefined, name: string): boolean =>
  node !== undefined && isElement(node) && classesOf(node).includes(name);
const childrenOf = (node: ChildNode): readonly ChildNode[] =>
  'children' in node ? (node.children as ChildNode[]) : [];
const elements = (node: ChildNode, ...names: readonly string[]): readonly Element[] =>
  childrenOf(node).flatMap((child) => {
    if (!isElement(child)) return [];
    return names.includes(child.name) ? [child] : elements(child, ...names);
  });

const unseen = new Set(['style', 'script', 'head', 'form', 'svg']);
/** What begins a line of its own inside a cell or a paragraph. */
const breaking = new Set(['div', 'p', 'br', 'li', 'pre', 'tr', 'h1', 'h2', 'h3', 'h4']);

/** Text of a node as lines, without indentation; a place elsewhere is named by its id, since there are no pages. */
function linesOf(node: ChildNode): string[] {
  let lines = [''];
  const walk = (at: ChildNode): void => {
    if (at.type === 'text') {
      const keeps = at.parent !== null && isElement(at.parent as ChildNode) && (at.parent as Element).name === 'pre';
      const parts = keeps ? at.data.split('\n') : [at.data.replace(/\s+/g, ' ')];
      lines[lines.length - 1] += parts[0] ?? '';
      lines = [...lines, ...parts.slice(1)];
      return;
    }
    if (!isElement(at) || unseen.has(at.name)) return;
    if (has(at, 'box')) lines[lines.length - 1] += '[ ] ';
    if (has(at, 'page-ref')) lines[lines.length - 1] += (at.attribs['href'] ?? '').replace(/^#(?:e-|section-)?/, '');
    if (breaking.has(at.name)) lines.push('');
    childrenOf(at).forEach(walk);
    if (breaking.has(at.name)) lines.push('');
  };
  walk(node);
  return lines.map((line) => line.replace(/ +/g, ' ').trim()).filter(Boolean);
}

/** Wraps a line at blanks; a longer word stays whole, so that it can be copied. */
function wrap(line: string, first: string, next: string): string[] {
  const out: string[] = [];
  let now = first;
  let isEmpty = true;
  for (const word of line.split(' ')) {
    if (!isEmpty && now.length + 1 + word.length > width) {
      out.push(now);
      now = next;
      isEmpty = true;
    }
    now += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...out, now];
}

const indented = (lines: readonly string[], first: string, next: string): string[] =>
  lines.flatMap((line, i) => wrap(line, i === 0 ? first : next, next));

/** A row: what stands in the first full cells on one line, everything else below with the head of its column. */
function rowLines(row: Element, heads: readonly string[]): string[] {
  const cells = childrenOf(row).filter(isElement);
  const out: string[] = [];
  let lead = '';
  let isLed = false;
  for (const [i, cell] of cells.entries()) {
    const lines = linesOf(cell);
    const head = heads[i] ?? '';
    const isShort = lines.length === 1 && (lines[0] as string).length < 5;
    if (!isLed && (has(cell.children[0], 'box') || isShort)) {
      lead += `${lines.join(' ') || '[ ]'} `;
    } else if (!isLed && lines.length === 0 && head === '') {
      // An empty first column that has no head is only there for the looks.
    } else if (!isLed) {
      out.push(...indented(lines.length > 0 ? lines : ['____________'], lead, ' '.repeat(Math.max(2, lead.length))));
      isLed = true;
    } else if (lines.length > 0) {
      out.push(...indented(lines, head === '' ? '    ' : `    ${head}: `, '      '));
    } else if (head !== '') out.push(`    ${head}: ____________`);
  }
  return isLed ? out : [...out, lead.trimEnd()];
}

/** Labels and values in turn, one pair a line; undefined for a row that is none of these. */
function factLines(row: Element): string[] | undefined {
  const cells = childrenOf(row).filter(isElement);
  if (cells.length < 2 || cells.length % 2 === 1) return undefined;
  if (!cells.every((cell, i) => cell.name === (i % 2 === 0 ? 'th' : 'td'))) return undefined;
  return cells.flatMap((label, i) => (i % 2 === 0 ? pairLines(label, cells[i + 1] as Element) : []));
}

function pairLines(label: Element, value: Element): string[] {
  const lines = linesOf(value);
  return indented(lines.length > 0 ? lines : ['____________'], `  ${linesOf(label).join(' ')}: `, '      ');
}

/** Rows to write on: one is enough where nobody writes on a screen. */
const isBlank = (row: Element): boolean =>
  childrenOf(row).filter(isElement).length > 1 &&
  childrenOf(row)
    .filter(isElement)
    .every((cell) => linesOf(cell).length === 0);

function tableLines(table: Element): string[] {
  const heads = elements(table, 'thead').flatMap((head) => elements(head, 'th').map((th) => linesOf(th).join(' ')));
  const rows = elements(table, 'tbody').flatMap((body) => elements(body, 'tr'));
  const firstBlank = rows.findIndex(isBlank);
  return rows
    .filter((row, i) => i === firstBlank || !isBlank(row))
    .flatMap((row) => factLines(row) ?? rowLines(row, heads));
}

const underlined = (text: string, mark: string): string[] => [
  '',
  ...wrap(text, '', ''),
  mark.repeat(Math.min(width, text.length)),
];

function blockLines(node: ChildNode): string[] {
  if (!isElement(node)) return node.type === 'text' && node.data.trim() !== '' ? indented(linesOf(node), '', '') : [];
  if (unseen.has(node.name)) return [];
  switch (node.name) {
    case 'section':
      return ['', '', ...childrenOf(node).flatMap(blockLines)];
    case 'h1':
      return [...underlined(linesOf(node).join(' '), '='), ''];
    case 'h2':
    case 'h3':
      return underlined(linesOf(node).join(' '), '-');
    case 'table':
      return ['', ...tableLines(node), ''];
    case 'li':
      return indented(linesOf(node), has(node.children[0], 'box') ? '' : '- ', '  ');
    case 'ol':
      return elements(node, 'li').flatMap((item, i) =>
        has(item.children[0], 'box') ? blockLines(item) : indented(linesOf(item), `${i + 1}. `, '   '),
      );
    case 'dl':
      return elements(node, 'dt').flatMap((label) => {
        const value = elements((label.parent ?? node) as Element, 'dd')[0];
        return value ? pairLines(label, value) : indented(linesOf(label), '', '  ');
      });
    case 'p':
      return [...indented(linesOf(node), '', ''), ''];
    case 'pre':
      return linesOf(node).map((line) => `    ${line}`);
    default: {
      const hasBlocks =
        elements(node, 'p', 'table', 'ol', 'ul', 'h1', 'h2', 'h3', 'article', 'section', 'pre', 'dl').length > 0;
      if (hasBlocks || ['body', 'html', 'ol', 'ul', 'dl', 'article'].includes(node.name) || has(node, 'index')) {
        return childrenOf(node).flatMap(blockLines);
      }
      return indented(linesOf(node), '', '  ');
    }
  }
}

/**
 * The binder for a terminal that has nothing else: the same HTML as lines of at most 80 columns, boxes as `[ ]`,
 * references by id. Words that are longer than a line stay whole.
 */
export function plainText(html: string): string {
  const body = elements(parseDocument(html) as unknown as ChildNode, 'body')[0];
  const lines = body ? blockLines(body) : [];
  const tidy = lines.filter((line, i) => line !== '' || (lines[i - 1] ?? '') !== '' || (lines[i - 2] ?? '') !== '');
  return `${tidy.join('\n').trim()}\n`;
}
