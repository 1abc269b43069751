import { Button, NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { MakePackageDocument, PackageChoicesDocument } from '../generated/graphql.js';
import { useCourse } from '../instructor/CourseContext.js';
import { CoursePage } from '../instructor/CoursePage.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { type Choices, Choosing } from './Choosing.js';
import { type Downloaded, History } from './History.js';
import { type Lms, systemOf } from './lms.js';
import { LmsChoice } from './LmsChoice.js';
import { Making } from './Making.js';
import { alone, differing, type GivenOptions } from './options.js';
import { Preview, useOutlook } from './Preview.js';
import './packages.css';

/** What do I send to this client? Which LMS, then one button, then what to do over there. */
export function PackagePage() {
  const { course, version } = useCourse();
  const search = useSearch({ from: '/courses/$course/package' });
  const navigate = useNavigate({ from: '/courses/$course/package' });
  const [result, again] = useQuery({ query: PackageChoicesDocument, variables: { id: version.id } });
  const [turn, setTurn] = useState(0);
  const [state, make] = useMutation(MakePackageDocument);
  const [fault, setFault] = useState<string | null>(null);
  const lms = systemOf(search.lms);
  const go = (change: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, package: undefined, ...change }), replace: true, resetScroll: false });
  const retry = () => again({ requestPolicy: 'network-only' });

  async function ask(wish: { version: string; standard: string; options: GivenOptions; lms: string | null }, place: Partial<typeof search> = {}) {
    const { data, error } = await make(wish);
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    if (data !== undefined) go({ ...place, package: data.makePackage.id });
  }
  function makeAgain(made: Downloaded['package']) {
    const latest = course.latestVersion;
    if (latest === null) return;
    const choice = { standard: made.standard, options: alone(made.options) };
    void ask({ version: latest.id, ...choice, lms: made.lms }, { version: undefined, lms: systemOf(made.lms)?.id ?? 'other', ...choice }).then(() => document.getElementById('make')?.scrollIntoView());
  }

  return (
    <CoursePage title="Package" lead={`Version ${version.number} of this course as one zip that another LMS imports.`} actions={<Link to="/check-package">Check a package</Link>}>
      <div className="stack wide">
        <div>
          <LmsChoice chosen={lms?.id} choose={(id) => go({ lms: id, standard: undefined, options: undefined })} />
          {lms !== undefined && (
            <Loaded result={result} value={result.data?.courseVersion} retry={retry} what="version" need="instructors and coordinators">
              {({ packageOptions }) => (
                <ForLms lms={lms} choices={packageOptions} choose={go} saved={retry} fault={fault} asking={state.fetching}
                  make={(standard, options) => void ask({ version: version.id, standard, options, lms: lms.id === 'other' ? null : lms.name })} fetched={() => setTurn((before) => before + 1)} />
              )}
            </Loaded>
          )}
        </div>
        <History turn={turn} makeAgain={makeAgain} />
      </div>
    </CoursePage>
  );
}

interface Props {
  lms: Lms;
  choices: Choices;
  choose: (change: { standard?: string | undefined; options?: GivenOptions | undefined }) => void;
  saved: () => void;
  make: (standard: string, options: GivenOptions) => void;
  asking: boolean;
  fault: string | null;
  fetched: () => void;
}

/** The choice made: the standard and why, what the LMS will show, and the button. */
function ForLms({ lms, choices, choose, saved, make, asking, fault, fetched }: Props) {
  const { version } = useCourse();
  const search = useSearch({ from: '/courses/$course/package' });
  const standard = choices.standards.find((each) => each.standard === (search.standard ?? lms.standard)) ?? choices.standards[0];
  const given = { ...lms.options, ...search.options };
  const options = { ...choices.options, ...given };
  const { outlook, fault: impossible, stale } = useOutlook(version.id, standard?.standard ?? '', given);
  if (standard === undefined) return <p className="quiet">The server offers no standard. Ask whoever runs Preceptor for you.</p>;
  const another = standard.standard !== lms.standard;
  return (
    <div className="stack wide for-lms">
      <div className="stack measure">
        <p><strong>{standard.label}.</strong> <span className="quiet">{another ? `As you chose; for ${lms.name} we take another.` : lms.why}</span></p>
        <NativeSelect label="Standard" description="Leave it unless the LMS asks for another." value={standard.standard} maw="22rem"
          data={choices.standards.map((each) => ({ value: each.standard, label: each.label }))} onChange={(event) => choose({ standard: event.currentTarget.value === lms.standard ? undefined : event.currentTarget.value })} />
        <Choosing course={useCourse().course.id} choices={choices} options={options} saved={saved}
          change={(change) => { const next = differing({ ...options, ...change }, { ...choices.options, ...lms.options }); choose({ options: Object.keys(next).length === 0 ? undefined : next }); }} />
      </div>
      <section id="make" aria-labelledby="make-head" className="stack measure">
        <h2 id="make-head">The package</h2>
        {fault !== null && <p role="alert" className="bad">The package was not made. {fault}</p>}
        {search.package === undefined
          ? <div className="row"><Button size="md" loading={asking} disabled={impossible !== null && !stale} onClick={() => make(standard.standard, given)}>Make the package</Button></div>
          : <Making key={search.package} id={search.package} again={() => make(standard.standard, given)} fetched={fetched} />}
      </section>
      <Preview outlook={outlook} fault={impossible} />
      <section aria-labelledby="steps" className="stack measure">
        <h2 id="steps">{lms.id === 'other' ? 'Then, in the LMS' : `Then, in ${lms.name}`}</h2>
        <ol className="steps">{lms.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        <p><Link to="/courses/$course/package/steps" from="/courses/$course/package" search={(before) => before}>A page of this to print or send</Link></p>
      </section>
    </div>
  );
}
