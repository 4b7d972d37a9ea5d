import type { Acting } from './person.ts';
import { newId, one, type SimCard, type SimChecklist, type SimItem, stamp } from './world.ts';

/** What a person does to the details of a card. People are named by username, labels by name, dates are ISO 8601. */
export interface SimDetails {
  rename(card: string, title: string): Promise<void>;
  describe(card: string, description: string): Promise<void>;
  /** Undefined takes the date away. */
  due(card: string, at: string | undefined): Promise<void>;
  assign(card: string, username: string): Promise<void>;
  unassign(card: string, username: string): Promise<void>;
  addMember(card: string, username: string): Promise<void>;
  label(card: string, name: string): Promise<void>;
  unlabel(card: string, name: string): Promise<void>;
  setCustomField(card: string, name: string, value: string): Promise<void>;
  attachment(card: string, fileName: string): Promise<void>;
  detach(card: string, fileName: string): Promise<void>;
  checklist(card: string, title: string, items: readonly string[]): Promise<SimChecklist>;
  /** By the item's title. */
  removeItem(card: string, item: string): Promise<void>;
  tick(card: string, item: string): Promise<void>;
  untick(card: string, item: string): Promise<void>;
}

/** The hands of a person, for the details. */
export function createDetails({ world, cardOf, boardOf, beside, before }: Acting): SimDetails {
  const userOf = (username: string) =>
    one(world.users, (user) => user.username === username, `user ${username}`);
  const labelOf = (card: SimCard, name: string) =>
    one(boardOf(card).labels, (label) => label.name === name, `label ${name}`);
  const checklistOf = ({ checklistId }: SimItem) =>
    one(world.checklists, ({ _id }) => _id === checklistId, 'such checklist').title;

  return {
    rename: async (id, title) => {
      const card = cardOf(id);
      // A1.6: `card` is the old title.
      await before('act-a-changedTitle', card, { value: title, oldValue: card.title }, () => {
        card.title = title;
      });
    },
    describe: async (id, description) => {
      const card = cardOf(id);
      await before('act-a-changedDescription', card, { value: description }, () => {
        card.description = description;
      });
    },
    due: async (id, at) => {
      const card = cardOf(id);
      await before('act-a-dueAt', card, { timeValue: at, timeOldValue: card.dueAt }, () => {
        card.dueAt = at;
      });
    },
    assign: async (id, username) => {
      const card = cardOf(id);
      const { _id } = userOf(username);
      // A1.8: who was assigned is nowhere in the payload.
      await before('act-joinAssignee', card, {}, () => {
        card.assignees = [...card.assignees, _id];
      });
    },
    unassign: async (id, username) => {
      const card = cardOf(id);
      const { _id } = userOf(username);
      await before('act-unjoinAssignee', card, {}, () => {
        card.assignees = card.assignees.filter((other) => other !== _id);
      });
    },
    addMember: async (id, username) => {
      const card = cardOf(id);
      const user = userOf(username);
      const member = user.fullname === '' ? user.username : user.fullname;
      await before('act-joinMember', card, { member }, () => {
        card.members = [...card.members, user._id];
      });
    },
    label: async (id, name) => {
      const card = cardOf(id);
      const label = labelOf(card, name);
      await before('act-addedLabel', card, { label: label.name, labelId: label._id }, () => {
        card.labelIds = [...card.labelIds, label._id];
      });
    },
    unlabel: async (id, name) => {
      const card = cardOf(id);
      const label = labelOf(card, name);
      await before('act-removedLabel', card, { label: label.name, labelId: label._id }, () => {
        card.labelIds = card.labelIds.filter((other) => other !== label._id);
      });
    },
    setCustomField: async (id, customField, customFieldValue) => {
      const card = cardOf(id);
      await before('act-setCustomField', card, { customField, customFieldValue }, () => {
        const others = card.customFields.filter(({ _id }) => _id !== `field-${customField}`);
        card.customFields = [...others, { _id: `field-${customField}`, value: customFieldValue }];
      });
    },
    attachment: async (id, name) => {
      const { boardId } = cardOf(id);
      const rest = { type: '', bytes: Buffer.from(name), createdAt: stamp(world) };
      const file = { _id: newId(), boardId, cardId: id, name, ...rest };
      world.files.push(file);
      await beside('act-addAttachment', cardOf(id), { attachment: name, attachmentId: file._id });
    },
    detach: async (id, name) => {
      const file = one(world.files, (each) => each.cardId === id && each.name === name, `file ${name}`);
      world.files = world.files.filter((other) => other !== file);
      await beside('act-deleteAttachment', cardOf(id), { attachment: name, attachmentId: file._id });
    },
    checklist: async (id, title, items) => {
      const card = cardOf(id);
      const checklist = { _id: newId(), cardId: id, title };
      world.checklists.push(checklist);
      await beside('act-addChecklist', card, { checklist: title });
      for (const item of items) {
        world.items.push({
          _id: newId(),
          checklistId: checklist._id,
          cardId: id,
          title: item,
          isFinished: false,
        });
        await beside('act-addChecklistItem', card, { checklist: title, checklistItem: item });
      }
      return checklist;
    },
    removeItem: async (id, title) => {
      const item = one(world.items, (each) => each.cardId === id && each.title === title, `item ${title}`);
      const extra = { checklist: checklistOf(item), checklistItem: title };
      // A1.6: sent first.
      const sending = beside('act-removedChecklistItem', cardOf(id), extra);
      world.items = world.items.filter((other) => other !== item);
      await sending;
    },
    tick: (id, title) => tick(id, title, true),
    untick: (id, title) => tick(id, title, false),
  };

  async function tick(id: string, title: string, done: boolean): Promise<void> {
    const fits = (each: SimItem) => each.cardId === id && each.title === title;
    const item = one(world.items, fits, `item ${title}`);
    item.isFinished = done;
    const extra = { checklist: checklistOf(item), checklistItem: title };
    await beside(done ? 'act-checkedItem' : 'act-uncheckedItem', cardOf(id), extra);
    // A1.12: told again on every later edit while the checklist is complete.
    const all = world.items.filter(({ checklistId }) => checklistId === item.checklistId);
    if (all.every(({ isFinished }) => isFinished)) await beside('act-completeChecklist', cardOf(id), extra);
  }
}
