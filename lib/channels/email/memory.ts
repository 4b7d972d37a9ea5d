import type { Beginning, MailTarget } from '../../domain/mail.ts';

/** What the channel has to remember, by kind: SES cannot be asked what was sent. */
export interface MailMemory {
  readonly correspondents: {
    /** What is known of an address within a team. `blocked`: nothing is sent there. */
    get(
      team: string,
      address: string,
    ): Promise<{ readonly language?: 'en' | 'de'; readonly blocked?: 'bounce' | 'complaint' }>;
  };
  readonly mailSubjects: {
    /** The subject that a conversation began with. One that a mail began has none when that mail may not be answered. */
    get(conversation: string): Promise<string | undefined>;
    /** How a conversation began, where that is out of the ordinary. */
    beginning(conversation: string): Promise<Beginning | undefined>;
    /** Keeps a conversation's first subject. */
    keep(conversation: string, subject: string): Promise<void>;
  };
  readonly mailTargets: {
    /** An answer to the mail with this id is about the target. */
    remember(id: string, target: MailTarget): Promise<void>;
  };
  readonly once: {
    /** True the first time within so many days, and again for the same `by`. */
    first(team: string, what: string, days: number, by?: string): Promise<boolean>;
  };
  readonly tallies: {
    /** Counts one more within a day, and says how many there are by now. */
    count(team: string, what: string): Promise<number>;
  };
  readonly mailSendings: Sendings;
}

/** Which mails were sent. */
export interface Sendings {
  /** Notes that a mail is about to be sent. */
  begin(id: string): Promise<Sending>;
  /** It was sent; `message` is its Message-ID as people see it. */
  sent(id: string, message: string): Promise<void>;
  /** It is sure that the last try did not send it; `tries` is what `begin` said of it. */
  unsent(id: string, tries: number): Promise<void>;
}

/** How far the sending of one mail has come. */
export interface Sending {
  /** Tries that may have sent it, this one among them. */
  readonly tries: number;
  /** Its Message-ID, once SES has said that it took it. */
  readonly message?: string;
}
