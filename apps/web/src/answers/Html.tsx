/**
 * Text of a course. It was sanitised by the course compiler when the version was made; nothing else may be shown
 * this way. Links and pictures in it are the version's own.
 */
export function Html({ html, quiet = false }: { html: string; quiet?: boolean }) {
  return <div className={quiet ? 'prose quiet' : 'prose'} dangerouslySetInnerHTML={{ __html: html }} />;
}
