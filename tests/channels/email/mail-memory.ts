import type { MailMemory } from '../../../lib/channels/email/memory.ts';
import type { Beginning, MailTarget } from '../../../lib/domain/mail.ts';

/** What the channel remembers, in memory, to be looked into. */
export interface WatchedMemory extends MailMemory {
  readonly targets: ReadonlyMap<string, MailTarget>;
  block(address: string, why: 'bounce' | 'complaint'): void;
  speak(address: string, language: 'en' | 'de'): void;
  /** A conversation began out of the ordinary. */
  began(conversation: string, beginning: Beginning): void;
  /** A new day: what was said once may be said again. */
  nextDay(): void;
}

/** Begins knowing nothing. */
export function createMailMemory(): WatchedMemory {
  const targets = new Map<string, MailTarget>();
  const subjects = new Map<string, string>();
  const people = new Map<string, { language?: 'en' | 'de'; blocked?: 'bounce' | 'complaint' }>();
  const said = new Map<string, string>();
  const beginnings = new Map<string, Beginning>();
  const tallies = new Map<string, number>();
  const sendings = new Map<string, { tries: number; message?: string }>();
  const know = (address: string, what: object) => people.set(address, { ...people.get(address), ...what });
  return {
    targets,
    block: (address, blocked) => void know(address, { blocked }),
    speak: (address, language) => void know(address, { language }),
    nextDay: () => {
      said.clear();
      tallies.clear();
    },
    began: (conversation, beginning) => void beginnings.set(conversation, beginning),
    correspondents: { get: async (_, address) => people.get(address) ?? {} },
    mailSubjects: {
      get: async (conversation) => subjects.get(conversation),
      beginning: async (conversation) => beginnings.get(conversation),
      keep: async (conversation, subject) => {
        if (!subjects.has(conversation)) subjects.set(conversation, subject);
      },
    },
    mailTargets: { remember: async (id, target) => void targets.set(id, target) },
    once: {
      first: async (team, what, _, by = '') => {
        const key = `${team} ${what}`;
        const before = said.get(key);
        if (before === undefined) said.set(key, by);
        return before === undefined || (by !== '' && before === by);
      },
    },
    tallies: {
      count: async (team, what) => {
        const count = (tallies.get(`${team} ${what}`) ?? 0) + 1;
        tallies.set(`${team} ${what}`, count);
        return count;
      },
    },
    mailSendings: {
      begin: async (id) => {
        const { tries = 0, message } = sendings.get(id) ?? {};
        if (message !== undefined) return { tries, message };
        sendings.set(id, { tries: tries + 1 });
        return { tries: tries + 1 };
      },
      sent: async (id, message) => void sendings.set(id, { tries: 1, message }),
      unsent: async (id, tries) => {
        if (sendings.get(id)?.tries === tries) sendings.set(id, { tries: tries - 1 });
      },
    },
  };
}
