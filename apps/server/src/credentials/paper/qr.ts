import QRCode from 'qrcode';

/** A text as a QR code with its quiet zone of four modules (ISO/IEC 18004), row by row; true is dark. */
export function qrModules(text: string): boolean[][] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const whole = size + 8;
  return Array.from({ length: whole }, (_, y) => Array.from({ length: whole }, (_dark, x) => {
    const [row, column] = [y - 4, x - 4];
    return row >= 0 && column >= 0 && row < size && column < size && data[row * size + column] === 1;
  }));
}
