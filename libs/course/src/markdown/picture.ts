import type { ElementContent } from 'hast';
import { useMedia } from './media.js';
import type { MarkdownTask, Positioned } from './task.js';

/** An `img` with its size, so that the text does not jump while it loads. null: it cannot be shown, and why is reported. */
export function pictureElement(task: MarkdownTask, node: Positioned, address: string, alt: string): ElementContent | null {
  if (alt.trim() === '') task.report('image-without-alt', node, 'This picture has no text alternative.', 'Say between the square brackets what the picture shows.');
  const picture = useMedia(task, node, address, 'picture');
  if (picture === null) return null;
  const size = picture.size === null ? {} : { width: picture.size.width, height: picture.size.height };
  return { type: 'element', tagName: 'img', properties: { src: picture.src, alt: alt.trim(), ...size }, children: [] };
}
