import type { KindWords } from '../../../words/words.js';

/** A number of bytes as a language writes it: 12 kB, 3.4 MB. */
export function bytesIn(language: string, bytes: number): string {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', 1e3] as const : ['megabyte', 1e6] as const;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 }).format(Math.max(bytes, 1e3) / size);
}

/** Which files may be handed in: by their broad kind, as people call it, or by the last part of the media type. */
export function kindsOf(accept: readonly string[], words: KindWords): string {
  const names = accept.map((range) => {
    const [type = '', part = ''] = range.split('/');
    return part === '*' ? words.uploadKinds[type] ?? type : (part.split('.').at(-1) ?? part).replace(/^x-/, '').toUpperCase();
  });
  return new Intl.ListFormat(words.language, { type: 'disjunction' }).format([...new Set(names)]);
}
