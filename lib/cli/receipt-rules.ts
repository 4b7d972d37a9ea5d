import {
  DescribeActiveReceiptRuleSetCommand,
  type DescribeActiveReceiptRuleSetCommandOutput,
  DescribeReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';

/** A set of SES's rules for what comes in. */
export interface RuleSet {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** One of its rules. */
export interface Rule {
  readonly name: string;
  readonly enabled: boolean;
  /** Domains and addresses; empty is every domain of the account. */
  readonly recipients: readonly string[];
}

/** SES's receipt rule sets of one account and region (contract 1.1). Throws what the client throws. */
export interface ReceiptRules {
  /** The one that is active; undefined when none is, and all mail is turned away. */
  active(): Promise<RuleSet | undefined>;
  /** Undefined when there is none of this name. */
  named(name: string): Promise<RuleSet | undefined>;
  /** Makes it the active one, whichever was before. */
  activate(name: string): Promise<void>;
}

/** Opens them. */
export function createReceiptRules(ses: SESClient): ReceiptRules {
  return {
    active: async () => setOf(await ses.send(new DescribeActiveReceiptRuleSetCommand({}))),
    async named(name) {
      try {
        return setOf(await ses.send(new DescribeReceiptRuleSetCommand({ RuleSetName: name })));
      } catch (error) {
        if (error instanceof Error && error.name.startsWith('RuleSetDoesNotExist')) return undefined;
        throw error;
      }
    },
    async activate(name) {
      await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: name }));
    },
  };
}

/** SES answers without a set where none is active. */
function setOf({
  Metadata,
  Rules = [],
}: Pick<DescribeActiveReceiptRuleSetCommandOutput, 'Metadata' | 'Rules'>): RuleSet | undefined {
  if (Metadata?.Name === undefined) return undefined;
  const rules = Rules.map(({ Name = '', Enabled = false, Recipients = [] }) => ({
    ...{ name: Name, enabled: Enabled, recipients: Recipients },
  }));
  return { name: Metadata.Name, rules };
}
