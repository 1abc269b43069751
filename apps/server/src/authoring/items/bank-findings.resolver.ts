import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/allow.js';
import { ItemBank } from '../banks/banks.types.js';
import { AuthoredItem } from './authored-item.types.js';
import { BankFindingsService } from './bank-findings.service.js';
import { BankFinding, BankFindings } from './bank-findings.types.js';
import { ItemsService } from './items.service.js';

@Resolver(() => BankFinding)
export class BankFindingResolver {
  constructor(private readonly items: ItemsService) {}

  @ResolveField(() => AuthoredItem, { nullable: true, description: 'The item that it is about; null: the bank as a whole.' })
  item(@CurrentActor() actor: Actor, @Parent() { itemId }: BankFinding): Promise<AuthoredItem | null> | null {
    return itemId === null ? null : this.items.find(actor, itemId);
  }

  @ResolveField(() => [AuthoredItem], { description: 'The items that take part beside it, 20 at most.' })
  async others(@CurrentActor() actor: Actor, @Parent() { otherIds }: BankFinding): Promise<AuthoredItem[]> {
    return (await Promise.all(otherIds.map((id) => this.items.find(actor, id)))).flatMap((item) => item ?? []);
  }
}

@Resolver(() => ItemBank)
export class BankFindingsResolver {
  constructor(private readonly lint: BankFindingsService) {}

  @ResolveField(() => BankFindings, { description: 'What the item lint finds when the bank\'s items stand beside each other.' })
  findings(@CurrentActor() actor: Actor, @Parent() { id }: ItemBank): Promise<BankFindings> {
    return this.lint.of(actor, id);
  }
}

@Resolver(() => AuthoredItem)
export class BesideResolver {
  constructor(private readonly lint: BankFindingsService) {}

  @ResolveField(() => [BankFinding], { description: 'What the item lint finds about it beside the other items of its bank.' })
  async beside(@CurrentActor() actor: Actor, @Parent() { id, bankId }: AuthoredItem): Promise<BankFinding[]> {
    return (await this.lint.of(actor, bankId)).findings.filter(({ itemId, otherIds }) => itemId === id || otherIds.includes(id));
  }
}
