import type { SimAttachment } from './world.ts';

/** Where a file is kept. A real Taiga 6.10 writes its name anew there, and its webhooks know that one only: `Größe 1.png` is `grosse-1.png`. */
export function filePath({ id, name }: Pick<SimAttachment, 'id' | 'name'>): string {
  const plain = name.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return `attachments/${id}/${plain
    .trim()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^\w.-]/g, '')}`;
}
