import type * as z from 'zod/mini';
import { callback } from './limits-callback.ts';
import { commandList, guildCommandList } from './limits-command.ts';
import { interactionMessage, messageCreate, messageEdit } from './limits-message.ts';
import {
  applicationEdit,
  directOpen,
  forumPost,
  threadAlone,
  threadEdit,
  threadFromMessage,
} from './limits-places.ts';

/**
 * Every body that we send to Discord, written by hand from its documentation: the official OpenAPI misses several limits (contract A5.2).
 * Fields that are not ours are refused, so that a wrong name is seen.
 */
export const limits = {
  applicationEdit,
  callback,
  commandList,
  directOpen,
  forumPost,
  guildCommandList,
  interactionMessage,
  messageCreate,
  messageEdit,
  threadAlone,
  threadEdit,
  threadFromMessage,
} as const;

/** A tree that follows the body and ends in `_errors` (contract A2.4). */
export interface ErrorTree {
  _errors?: { readonly code: string; readonly message: string }[];
  [part: string]: ErrorTree | ErrorTree['_errors'];
}

type Issue = z.core.$ZodIssue;

/** What is wrong with a body, as Discord's 50035 tells it. Of a union the branch that comes closest. */
export function errorTree(issues: readonly Issue[]): ErrorTree {
  const tree: ErrorTree = {};
  for (const issue of issues.flatMap((each) => leaves(each))) {
    let at = tree;
    for (const part of issue.path) {
      const key = String(part);
      const next = (at[key] ?? {}) as ErrorTree;
      at[key] = next;
      at = next;
    }
    at._errors = [...(at._errors ?? []), { code: codeOf(issue), message: issue.message }];
  }
  return tree;
}

function leaves(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (branch: readonly Issue[]) => Math.max(...branch.map(({ path }) => path.length));
  const closest = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a))[0] ?? [];
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(leaves);
}

function codeOf(issue: Issue): string {
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  if (issue.code === 'too_big') return 'BASE_TYPE_MAX_LENGTH';
  if (issue.code === 'unrecognized_keys') return 'UNKNOWN_KEYS';
  return issue.code === 'invalid_type' ? 'BASE_TYPE_REQUIRED' : 'BASE_TYPE_INVALID';
}
