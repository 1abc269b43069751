import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { ProfilesService } from '../../profiles/profiles.service.js';

export interface KnownLicence { type: string; number: string; state: string }

/** The licences of learners as certificates bear them: none without a number. */
@Injectable()
export class LicencesService {
  constructor(private readonly profiles: ProfilesService) {}

  /** By account, of those whose number is known to the actor. */
  async of(actor: Actor, accountIds: readonly string[]): Promise<Map<string, KnownLicence>> {
    const known = await this.profiles.of(actor, accountIds);
    return new Map([...known].flatMap(([account, { type, number, state }]) => (number === null ? [] : [[account, { type: type ?? '', number, state: state ?? '' }]])));
  }
}
