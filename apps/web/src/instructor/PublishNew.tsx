import { Button, FileInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { PublishCourseDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { uploadSource } from './uploadSource.js';

/** Publishes a course that isn't in the list yet, or a new version of one: from a zip, or from the server's own courses folder. */
export function PublishNew({ first = false }: { first?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={() => setOpen(true)}>Publish a course</Button>
      <Dialog opened={open} close={() => setOpen(false)} title="Publish a course"><Forms /></Dialog>
    </>
  );
}

function Forms() {
  const [zip, setZip] = useState<File | null>(null);
  const [uploading, setUploading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [state, publish] = useMutation(PublishCourseDocument);
  const navigate = useNavigate();
  const opened = (course: string) => void navigate({ to: '/courses/$course', params: { course } });
  async function fromZip(event: FormEvent) {
    event.preventDefault();
    if (zip === null) return;
    setUploading(true);
    const answer = await uploadSource(zip);
    setUploading(false);
    if ('course' in answer) opened(answer.course);
    else setFault(answer.fault);
  }
  async function fromFolder(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { data, error } = await publish({ slug: String(new FormData(event.currentTarget).get('slug')).trim() });
    if (error !== undefined) setFault(Object.values(fieldFaults(error)).join('\n'));
    else if (data !== undefined) opened(data.publishCourse.course.id);
  }
  return (
    <div className="stack" style={{ gap: '1.5rem' }}>
      {fault !== null && <p role="alert" className="bad" style={{ whiteSpace: 'pre-line' }}>Nothing was published. {fault}</p>}
      <form className="stack" onSubmit={(event) => void fromZip(event)}>
        <FileInput label="The course’s source as a zip" placeholder="Choose a file" accept=".zip,application/zip" value={zip} onChange={setZip} />
        <div className="row"><Button type="submit" loading={uploading} disabled={zip === null}>Publish the zip</Button></div>
      </form>
      <form className="stack" onSubmit={(event) => void fromFolder(event)}>
        <TextInput name="slug" label="Or a folder that the server has" description="The name of a folder in the server’s courses folder." placeholder="first-aid" required withAsterisk={false} />
        <div className="row"><Button type="submit" variant="default" loading={state.fetching}>Publish the folder</Button></div>
      </form>
    </div>
  );
}
