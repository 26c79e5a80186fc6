/** The room for text on a page, in CSS pixels. */
export interface ContentBox {
  readonly width: number;
  readonly height: number;
  /** Its upper margin. */
  readonly top: number;
}

/**
 * Reads from the style sheet how wide and high the text of a page is ({@link ContentBox}): from `size` and the margins of
 * `@page`, of left and right pages the narrower. Named pages of another size are not asked for: none has a wider text.
 */
export const contentBoxScript = `(() => {
  const papers = { a3: ['297mm', '420mm'], a4: ['210mm', '297mm'], a5: ['148mm', '210mm'], b4: ['250mm', '353mm'], b5: ['176mm', '250mm'], letter: ['8.5in', '11in'], legal: ['8.5in', '14in'], ledger: ['11in', '17in'] };
  const ruler = document.createElement('div');
  ruler.style.cssText = 'position:absolute;visibility:hidden;box-sizing:content-box;padding:0;border:0;min-width:0;max-width:none';
  document.body.append(ruler);
  const pixels = (length) => {
    ruler.style.width = '0';
    ruler.style.width = length;
    return parseFloat(getComputedStyle(ruler).width) || 0;
  };
  const sizeOf = (written) => {
    const words = written.toLowerCase().split(/\\s+/);
    const named = words.find((word) => papers[word]);
    const lengths = named ? papers[named] : words.filter((word) => /^[\\d.]/.test(word));
    if (lengths.length === 0) return undefined;
    const [x, y = x] = lengths.map(pixels);
    return words.includes('landscape') ? [Math.max(x, y), Math.min(x, y)] : [x, y];
  };
  const base = { size: [816, 1056], left: 0, right: 0, top: 0, bottom: 0 };
  const sides = { ':left': {}, ':right': {} };
  const rules = [...document.styleSheets].filter((sheet) => sheet.href === null).flatMap((sheet) => [...sheet.cssRules]);
  for (const rule of rules) {
    if (!(rule instanceof CSSPageRule)) continue;
    const into = rule.selectorText === '' ? base : sides[rule.selectorText];
    if (!into) continue;
    const size = sizeOf(rule.style.getPropertyValue('size'));
    if (size) into.size = size;
    for (const side of ['left', 'right', 'top', 'bottom']) {
      const margin = rule.style.getPropertyValue('margin-' + side);
      if (margin !== '') into[side] = pixels(margin);
    }
  }
  ruler.remove();
  const boxes = [base, { ...base, ...sides[':left'] }, { ...base, ...sides[':right'] }];
  return JSON.stringify({
    width: Math.min(...boxes.map((box) => box.size[0] - box.left - box.right)),
    height: Math.min(...boxes.map((box) => box.size[1] - box.top - box.bottom)),
    top: Math.min(...boxes.map((box) => box.top)),
  });
})()`;

/** Names what is wider than the page, by the nearest id, at most ten; the window is as wide as the text of a page. */
export const tooWideScript = `(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth + 1) return '[]';
  const names = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width === 0 || (right <= root.clientWidth + 1 && left >= -1)) continue;
    names.add(element.closest('[id]')?.id ?? element.localName);
    if (names.size === 10) break;
  }
  return JSON.stringify([...names]);
})()`;
