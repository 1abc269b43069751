import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCourse } from './CourseContext.js';
import { keepVersion } from './CoursePage.js';
import type { Statement } from './flags.js';
import { shortened } from './shortened.js';

const few = 3;

export function StatementRow({ statement }: { statement: Statement }) {
  const { course } = useCourse();
  const [all, setAll] = useState(false);
  const items = all ? statement.items : statement.items.slice(0, few);
  const hidden = statement.items.length - items.length;
  return (
    <tr id={statement.id}>
      <th scope="row">
        <span className="small quiet number">{statement.id}, {statement.section}</span><br />
        <span style={{ fontWeight: 400 }}>{statement.text}</span>
      </th>
      <td className="wide" data-label="Taught in">
        {statement.lessons.length === 0 ? <span className="sign bad" data-sign="▲">No lesson teaches it</span> : (
          <ul className="stack tight">{statement.lessons.map((lesson) => (
            <li key={lesson.id}><Link to="/courses/$course/lessons/$lesson" params={{ course: course.id, lesson: lesson.id }} search={keepVersion}>{lesson.title}</Link></li>
          ))}</ul>
        )}
      </td>
      <td className="wide" data-label="Asked by">
        {statement.items.length === 0 ? <span className="sign warn" data-sign="▲">No item asks it</span> : (
          <ul className="stack tight">
            {items.map((item) => (
              <li key={item.id}>
                <Link to="/courses/$course/items/$item" params={{ course: course.id, item: item.id }} search={keepVersion}>{shortened(item.stem, 60)}</Link>{' '}
                <span className="small quiet">{item.level}</span>
              </li>
            ))}
            {hidden > 0 && <li><button type="button" className="link small" onClick={() => setAll(true)}>{hidden} more</button></li>}
          </ul>
        )}
      </td>
    </tr>
  );
}
