/** A lesson or an item in the real player, in a frame; with a way to open it by itself. */
export function AsSeen({ version, kind, id, title }: { version: string; kind: 'item' | 'lesson'; id: string; title: string }) {
  const address = `/preview/${version}/#/${kind}/${id}`;
  return (
    <div className="stack tight">
      <iframe key={address} className="as-seen" src={address} title={title} />
      <p className="small"><a href={address} target="_blank" rel="noreferrer">Open the preview by itself</a></p>
    </div>
  );
}
