import { type GivenFile, keepFile, publicFile } from './files.ts';
import { asList } from './messages.ts';
import type { Json, SimModal } from './model.ts';
import type { World } from './world.ts';

/** What a person fills in: a text, chosen values (by value or label), or files. */
export type FieldValue = string | readonly string[] | readonly GivenFile[];
export type Fields = Readonly<Record<string, FieldValue>>;

/** A part of an open form that can be filled in. */
export interface FormField {
  readonly customId: string;
  readonly label: string;
  readonly required: boolean;
  /** What stands in it, or is chosen, before anybody touches it. */
  readonly value: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** The fields of a form as its person sees them. */
export function fieldsOf({ components }: SimModal): readonly FormField[] {
  return components
    .filter(({ type }) => type === 18)
    .map((label) => {
      const inner = label.component as Json;
      const options = asList(inner.options) as unknown as (FormField['options'][number] & Json)[];
      const chosen = options.find((option) => option.default === true)?.value;
      return {
        ...{ customId: String(inner.custom_id), label: String(label.label), options },
        required: inner.required !== false,
        value: String(inner.value ?? chosen ?? ''),
      };
    });
}

/** What the client says instead of sending it off; undefined when it sends it. */
export function formRefusal(modal: SimModal, fields: Fields): string | undefined {
  for (const { component, label } of modal.components as readonly { component?: Json; label?: string }[]) {
    if (!component) continue;
    const values = valuesOf(component, fields);
    const length = component.type === 4 ? [...(values[0] ?? '')].length : values.length;
    const most = Number(component.type === 4 ? (component.max_length ?? 4000) : (component.max_values ?? 1));
    if (component.required !== false && length === 0) return `${label}: this field is required`;
    if (length > most) return `${label}: too long`;
    if (length > 0 && length < Number(component.min_length ?? 0)) return `${label}: too short`;
  }
  return undefined;
}

/** The data of a form that is sent off (contract A1.3): labels around what was filled in, texts displayed without. */
export function submission(world: World, modal: SimModal, fields: Fields): Json {
  const attachments: Record<string, Json> = {};
  const components = modal.components.map((part) => {
    const inner = part.component as Json | undefined;
    if (!inner) return { type: part.type, id: part.id };
    const { type, id, custom_id } = inner;
    const values =
      type === 19 ? upload(world, fields[String(custom_id)], attachments) : valuesOf(inner, fields);
    const filled = type === 4 ? { value: values[0] ?? '' } : { values };
    return { type: 18, id: part.id, component: { type, id, custom_id, ...filled } };
  });
  const resolved = Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {};
  return { custom_id: modal.custom_id, components, ...resolved };
}

function upload(world: World, given: FieldValue | undefined, attachments: Record<string, Json>): string[] {
  const files = (Array.isArray(given) ? given : []) as readonly GivenFile[];
  return files.map((each) => {
    const file = keepFile(world, world.application.id, each, true);
    attachments[file.id] = publicFile(world, file);
    return file.id;
  });
}

/** What stands in a field when it is sent off: what was filled in, else what stood there. */
function valuesOf(component: Json, fields: Fields): string[] {
  const given = fields[String(component.custom_id)];
  const options = asList(component.options);
  if (given === undefined) {
    const chosen = options.filter((option) => option.default === true).map(({ value }) => String(value));
    return component.type === 4 ? [String(component.value ?? '')].filter((text) => text !== '') : chosen;
  }
  if (typeof given === 'string' && component.type === 4) return given === '' ? [] : [given];
  const wanted = (typeof given === 'string' ? [given] : given).map(String).filter((each) => each !== '');
  if (component.type !== 3) return wanted;
  return wanted.map((each) => {
    const option = options.find(({ value, label }) => value === each || label === each);
    if (!option) throw new Error(`no option ${each} in the form`);
    return String(option.value);
  });
}
