import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { PackageOptionsDocument } from '../generated/graphql.js';
import { useCourse } from '../instructor/CourseContext.js';
import { CoursePage } from '../instructor/CoursePage.js';
import { Loaded } from '../states/Loaded.js';
import { Empty } from '../states/states.js';
import { DownloadButton } from './DownloadButton.js';
import { systems } from './lms.js';
import './packages.css';

/** What do I send to this client? Which LMS, then one button, then what to do over there. */
export function PackagePage() {
  const { course, version } = useCourse();
  const search = useSearch({ from: '/courses/$course/package' });
  const navigate = useNavigate({ from: '/courses/$course/package' });
  const [result, again] = useQuery({ query: PackageOptionsDocument, variables: { id: version.id } });
  const lms = systems.find((each) => each.id === search.lms);
  const choose = (change: { lms?: string; standard?: string }) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <CoursePage title="Package" lead={`Version ${version.number} of this course as one zip that another LMS imports.`}>
      <fieldset className="lms">
        <legend><h2>Which LMS will it go into?</h2></legend>
        <div>
          {systems.map((each) => (
            <label key={each.id}>
              <input type="radio" name="lms" value={each.id} checked={lms?.id === each.id} onChange={() => void navigate({ search: (before) => ({ ...before, lms: each.id, standard: undefined }), replace: true })} />
              {each.name}
            </label>
          ))}
        </div>
      </fieldset>
      {lms !== undefined && (
        <Loaded result={result} value={result.data?.courseVersion} retry={() => again({ requestPolicy: 'network-only' })} what="version" need="instructors and coordinators">
          {({ packageOptions: { standards: packageOptions } }) => {
            const option = packageOptions.find((each) => each.standard === (search.standard ?? lms.standard)) ?? packageOptions[0];
            if (option === undefined) return <Empty title="No package can be made of this version">The server offers no standard for it. Publish the course again, or ask whoever runs Preceptor for you.</Empty>;
            return (
              <div className="stack wide">
                <div className="stack">
                  <p className="measure quiet">{option.standard === lms.standard ? lms.why : `${option.label}, as you chose.`}</p>
                  <DownloadButton key={option.url} url={option.url} label={option.label} name={`${course.slug}-v${version.number}-${option.standard}.zip`} />
                  {packageOptions.length > 1 && (
                    <NativeSelect label="Standard" description="Leave it unless the LMS asks for another." value={option.standard} maw="20rem" mt="xs"
                      data={packageOptions.map((each) => ({ value: each.standard, label: each.label }))} onChange={(event) => choose({ standard: event.currentTarget.value })} />
                  )}
                </div>
                <section aria-labelledby="steps" className="stack measure">
                  <h2 id="steps">{lms.id === 'other' ? 'In the LMS' : `In ${lms.name}`}</h2>
                  <ol className="steps">{lms.steps.map((step) => <li key={step}>{step}</li>)}</ol>
                </section>
              </div>
            );
          }}
        </Loaded>
      )}
    </CoursePage>
  );
}
