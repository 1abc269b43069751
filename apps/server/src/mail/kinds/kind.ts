/** What people can unsubscribe from; `transactional` is what somebody asked for this minute, and can't be unsubscribed from. */
export const mailCategories = ['transactional', 'reminders', 'certificates'] as const;
export type MailCategory = (typeof mailCategories)[number];

/** A word that a template may name in braces, such as {name}. */
export interface MailVariable {
  /** What it holds, for whoever edits the template. */
  about: string;
  /** Shown in a preview where there is nothing real to show. */
  example: string;
  /** An address of ours that the mail links to. */
  link?: true;
  /** Whoever has it can sign in or join: staff are not shown it, and it is forgotten once the mail is sent. */
  secret?: true;
}

/** The words of a mail: plain text with {variables}; an empty line begins a paragraph. */
export interface MailTemplate { subject: string; text: string }

export interface MailKind {
  /** What staff call it. */
  title: string;
  category: MailCategory;
  /** After so many seconds it is of no use to anybody, and is not sent any more. */
  usefulSeconds: number;
  variables: Record<string, MailVariable>;
  /** Nobody writes its words or asks for it. */
  internal?: true;
  /** Where no mail server is set up, an administrator may read its secret, to hand it over herself. */
  handedOver?: true;
  /** By language (BCP 47, two letters); English is always there. */
  templates: { en: MailTemplate } & Record<string, MailTemplate>;
}

export const day = 24 * 3600;
