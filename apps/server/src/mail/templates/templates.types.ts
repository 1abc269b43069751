import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';

@ObjectType({ description: 'The words of a kind of mail in a language.' })
@Allow('with-parent')
export class MailTemplateView {
  @Field(() => String, { description: 'The kind of mail.' })
  kind!: string;
  @Field(() => String, { description: 'The language, two letters.' })
  language!: string;
  @Field(() => String, { description: 'The subject, with variables in braces.' })
  subject!: string;
  @Field(() => String, { description: 'The text, with variables in braces; an empty line begins a paragraph.' })
  text!: string;
  @Field(() => Boolean, { description: 'Whether the organisation wrote it; if not, it is what Preceptor brings along.' })
  own!: boolean;
  @Field(() => Boolean, { description: 'Whether there are words in this language; if not, these are the English ones.' })
  translated!: boolean;
  @Field(() => Int, { description: 'Which saving this is; 0: nobody has saved any.' })
  revision!: number;
}

@ObjectType({ description: 'What is wrong in a template.' })
@Allow('with-parent')
export class MailTemplateFault {
  @Field(() => String, { description: 'Where: subject or text.' })
  field!: string;
  @Field(() => Int, { description: 'The line, counted from 1.' })
  line!: number;
  @Field(() => Int, { description: 'The character in the line, counted from 1.' })
  column!: number;
  @Field(() => String, { description: 'What is wrong and what would be right.' })
  says!: string;
}
@ObjectType({ description: 'How a mail would look with a template.' })
@Allow('with-parent')
export class MailPreview {
  @Field(() => String, { description: 'The subject, filled.' })
  subject!: string;
  @Field(() => String, { description: 'The text, filled.' })
  text!: string;
  @Field(() => String, { nullable: true, description: 'Whose mail it was filled from, the last of this kind; null: from examples.' })
  filledFrom!: string | null;
  @Field(() => [MailTemplateFault], { description: 'What keeps it from being used, at most 100.' })
  faults!: MailTemplateFault[];
}

@InputType({ description: 'A template as somebody writes it.' })
export class MailTemplateInput {
  @Field(() => String, { description: 'The kind of mail.' })
  kind!: string;
  @Field(() => String, { description: 'The language, two letters.' })
  language!: string;
  @Field(() => String, { description: 'The subject, 1 to 200 characters.' })
  subject!: string;
  @Field(() => String, { description: 'The text, 1 to 10,000 characters.' })
  text!: string;
}
