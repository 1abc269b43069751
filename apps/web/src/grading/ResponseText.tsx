/** What a learner wrote, as she wrote it; or the file that she handed in. */
export function ResponseText({ response }: { response: unknown }) {
  const value: unknown = typeof response === 'object' && response !== null && 'value' in response ? response.value : null;
  if (typeof value === 'string') return <div className="response">{value}</div>;
  const file = readFile(value);
  if (file === null) return <p className="quiet">No answer</p>;
  const address = `/uploads/${encodeURIComponent(file.file)}`;
  return (
    <div className="response">
      {file.mediaType.startsWith('audio/') && <audio controls preload="metadata" src={address} aria-label={`Recording ${file.name}`} />}
      <p><a href={address} target="_blank" rel="noreferrer">{file.name}</a> <span className="small quiet">{file.mediaType}, {Math.ceil(file.bytes / 1000).toLocaleString('en')} kB</span></p>
    </div>
  );
}

interface Handed { file: string; name: string; mediaType: string; bytes: number }
function readFile(value: unknown): Handed | null {
  if (typeof value !== 'object' || value === null) return null;
  const { file, name, mediaType, bytes } = Object.fromEntries(Object.entries(value));
  return typeof file === 'string' && typeof name === 'string' && typeof mediaType === 'string' && typeof bytes === 'number' ? { file, name, mediaType, bytes } : null;
}
