import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** The way to import a roster, into a cohort or into those that its rows name. */
export function ImportRoster({ cohort }: { cohort?: string }) {
  return <Button variant="default" renderRoot={(props: object) => <Link {...props} to="/rosters/import" search={cohort === undefined ? {} : { cohort }} />}>Import a roster</Button>;
}
