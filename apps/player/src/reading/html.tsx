/** HTML that the course compiler has made and sanitised; nothing else may be given here. */
export function Html({ html, id, inline = false, className = 'prose' }: { html: string; id?: string; inline?: boolean; className?: string }) {
  const Tag = inline ? 'span' : 'div';
  return <Tag {...(id === undefined ? {} : { id })} class={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
