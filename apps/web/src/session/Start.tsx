import { Navigate } from '@tanstack/react-router';
import { useSession } from './Session.js';
import { homeOf } from './roles.js';

/** The front door: takes each person to the desk where her work begins. */
export function Start() {
  const { person } = useSession();
  return person === null || person === undefined ? null : <Navigate to={homeOf(person)} replace />;
}
