import type { Picture } from '../template/template.service.js';
import type { Mark, Sheet } from './marks.js';

/** The sheet as SVG, for a preview on the screen. It holds no script and reaches for nothing. */
export function drawSvg({ width, height, marks }: Sheet, pictures: ReadonlyMap<string, Picture>): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Roboto, Arial, sans-serif"><rect width="${width}" height="${height}" fill="#fff"/>${marks.map((mark) => drawn(mark, pictures)).join('')}</svg>`;
}

function drawn(mark: Mark, pictures: ReadonlyMap<string, Picture>): string {
  if (mark.kind === 'frame') return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="none" stroke="${mark.colour}" stroke-width="${mark.line}"/>`;
  if (mark.kind === 'line') return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="0.8" fill="${mark.colour}"/>`;
  if (mark.kind === 'picture') {
    const picture = pictures.get(mark.id);
    return picture === undefined ? '' : `<image x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" href="data:${picture.mediaType};base64,${picture.data.toString('base64')}"/>`;
  }
  if (mark.kind === 'code') {
    const side = mark.size / mark.modules.length;
    return mark.modules.map((row, y) => row.map((dark, x) => (dark ? `<rect x="${mark.x + x * side}" y="${mark.y + y * side}" width="${side}" height="${side}"/>` : '')).join('')).join('');
  }
  const anchor = { left: 'start', center: 'middle', right: 'end' }[mark.align];
  const x = mark.x + { left: 0, center: mark.width / 2, right: mark.width }[mark.align];
  return mark.lines.map((line, index) => `<text x="${x}" y="${mark.y + index * mark.lineHeight + mark.size}" font-size="${mark.size}" font-weight="${mark.face === 'bold' ? 700 : 400}" fill="${mark.colour}" text-anchor="${anchor}">${escaped(line)}</text>`).join('');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
