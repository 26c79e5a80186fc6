(() => {
  const form = document.querySelector('form.search');
  const input = form.querySelector('input');
  const output = form.querySelector('output');
  const hits = form.querySelector('.hits');
  const most = 40;
  const blocks = [...document.querySelectorAll('section tr, section li, section p, section h1, section h2, section h3, .index-entry')].filter(
    (block) => !block.closest('.contents') && !block.closest('thead'),
  );
  const known = blocks.map((block) => ({ block, text: block.textContent.replace(/\s+/g, ' ').trim() }));
  const plain = (text) => text.toLocaleLowerCase();
  const digits = (text) => text.replace(/[\s()/-]+/g, '');
  known.forEach((entry) => {
    entry.plain = plain(entry.text);
    entry.digits = digits(entry.plain);
  });
  const show = () => {
    for (const marked of document.querySelectorAll('.hit')) marked.classList.remove('hit');
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    hits.replaceChildren();
    output.textContent = '';
    if (words.length === 0) return;
    const number = digits(plain(input.value));
    const found = known.filter(
      (entry) =>
        words.every((word) => entry.plain.includes(word)) || (/^\+?\d{3,}$/.test(number) && entry.digits.includes(number)),
    );
    output.textContent = found.length === 0 ? output.dataset.nothing : `${found.length} ${output.dataset.found}`;
    for (const { block, text } of found.slice(0, most)) {
      const section = block.closest('section')?.querySelector('h1')?.textContent.trim() ?? '';
      const link = document.createElement('a');
      link.href = '#';
      link.textContent = `${section}: ${text.slice(0, 120)}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        for (const marked of document.querySelectorAll('.hit')) marked.classList.remove('hit');
        block.classList.add('hit');
        block.scrollIntoView({ block: 'center' });
      });
      const item = document.createElement('li');
      item.append(link);
      hits.append(item);
    }
  };
  input.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    hits.querySelector('a')?.click();
  });
})();
