/** Sends the zip of a course source to be published; answers the course, or a sentence that says why not. */
export async function uploadSource(zip: File): Promise<{ course: string } | { fault: string }> {
  const response = await fetch('/courses', { method: 'POST', headers: { 'content-type': 'application/zip' }, body: zip, credentials: 'same-origin' }).catch(() => null);
  if (response === null) return { fault: 'Preceptor could not be reached.' };
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return { fault: `The server answered with ${response.status}.` };
  if (response.ok && 'courseId' in body && typeof body.courseId === 'string') return { course: body.courseId };
  return { fault: 'message' in body && typeof body.message === 'string' ? body.message : `The server answered with ${response.status}.` };
}
