/** The first words of a long text. */
export function shortened(text: string, most = 90): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
