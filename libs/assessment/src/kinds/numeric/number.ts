/** Longer than a number that a person types. */
const LONGEST = 64;
/** A full stop and a comma in one number, or a lone one that may part thousands. */
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * The numbers that a text can mean, as people write them: `0.5`, `0,5`, `1,234.5`, `1.234,5`, `1 234,5`, `1'234.5`,
 * `−3`, `2e3`, with full-width or Arabic-Indic digits too. A lone comma or full stop before exactly three digits
 * (`1,234`) parts thousands in one country and decimals in another: both are given. None: the text is no number.
 */
export function readNumber(text: string): number[] {
  if (text.length > LONGEST) return [];
  const plain = text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u066b/g, ',')
    .replace(/\u066c/g, "'")
    .replace(/[\u2212\u2013]/g, '-')
    .trim()
    .replace(/(\d)[ '’](?=\d{3}(?!\d))/g, '$1');
  const readings = readingsOf(plain).filter((reading) => PLAIN.test(reading)).map(Number);
  return [...new Set(readings)].filter(Number.isFinite);
}

/** The ways to write the text with a full stop for decimals and nothing between thousands. */
function readingsOf(text: string): string[] {
  const commas = text.split(',').length - 1;
  const stops = text.split('.').length - 1;
  const asThousands = (mark: string): string[] => (grouped(text, mark) ? [text.replaceAll(mark, '')] : []);
  if (commas === 0 && stops === 0) return [text];
  if (commas > 0 && stops > 0) {
    const commaLast = text.lastIndexOf(',') > text.lastIndexOf('.');
    const [thousands, decimal] = commaLast ? ['.', ','] : [',', '.'];
    const whole = text.slice(0, text.lastIndexOf(decimal));
    return text.split(decimal).length === 2 && grouped(whole, thousands) ? [text.replaceAll(thousands, '').replace(decimal, '.')] : [];
  }
  const mark = commas > 0 ? ',' : '.';
  if (commas + stops > 1) return asThousands(mark);
  return [text.replace(mark, '.'), ...asThousands(mark)];
}

/** Whether `mark` parts the digits into threes, after one to three leading ones that are not a lone 0. */
function grouped(text: string, mark: string): boolean {
  const [first = '', ...rest] = text.replace(/^[+-]/, '').split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
}
