import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { DeliveryCohortsDocument, DeliverySettingDocument } from '../generated/graphql.js';
import { useCourse } from '../instructor/CourseContext.js';
import { CoursePage } from '../instructor/CoursePage.js';
import { Loaded } from '../states/Loaded.js';
import { plural } from '../time/words.js';
import { Changes } from './Changes.js';
import { RulesForm } from './RulesForm.js';
import './delivery.css';

/** How an assessment is delivered: what a learner will meet in a few sentences, then the rules that make it so. */
export function DeliveryPage() {
  const { assessment } = useParams({ from: '/courses/$course/delivery/$assessment' });
  const { cohort = null } = useSearch({ from: '/courses/$course/delivery/$assessment' });
  const { course } = useCourse();
  const [result, again] = useQuery({ query: DeliverySettingDocument, variables: { course: course.id, assessment, cohort } });
  const setting = result.data?.deliverySetting ?? null;
  const reload = () => again({ requestPolicy: 'network-only' });
  return (
    <CoursePage title={setting === null ? 'Delivery' : `Delivery of ${setting.title}`} lead="When, how often and how it is taken. Rules stand outside the course version and can change while it runs.">
      <div className="stack wide">
        <ForWhom cohort={cohort} />
        <Loaded result={result} value={setting} retry={reload} what="assessment" need="instructors and coordinators">
          {(found) => (
            <>
              <p className="quiet">{found.source === 'own' ? (cohort === null ? 'These rules are set here, for everybody without rules of their own.' : 'These rules are set here, for this cohort.')
                : found.source === 'all' ? 'This cohort has no rules of its own: those for everybody hold.' : 'Nothing is set: the course itself says how it is delivered.'}
                {found.openAttempts > 0 && ` ${plural(found.openAttempts, 'learner is', 'learners are')} in the middle of an attempt.`}</p>
              <RulesForm key={`${found.revision}/${cohort ?? ''}/${found.source}`} setting={found} onSaved={reload} />
              <Changes changes={found.changes} />
            </>
          )}
        </Loaded>
      </div>
    </CoursePage>
  );
}

function ForWhom({ cohort }: { cohort: string | null }) {
  const { course } = useCourse();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: DeliveryCohortsDocument });
  const cohorts = data?.cohorts.nodes.filter((each) => each.courseVersion.course.id === course.id) ?? [];
  if (cohorts.length === 0 && cohort === null) return null;
  return (
    <div className="row ends">
      <NativeSelect label="Rules for" value={cohort ?? ''} data={[{ value: '', label: 'Everybody without rules of their own' }, ...cohorts.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          void navigate({ to: '.', search: (before: object) => ({ ...before, cohort: chosen === '' ? undefined : chosen }) });
        }} />
      {cohort !== null && <Link to="/cohorts/$cohort" params={{ cohort }}>To the cohort</Link>}
    </div>
  );
}
