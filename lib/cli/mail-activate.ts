import { SetupProblem } from '../setup/explain.ts';
import { explainSes, openMailWorld } from './mail-world.ts';
import type { RuleSet } from './receipt-rules.ts';
import { createTerminal, type Io } from './terminal.ts';
import type { WorldOptions } from './world.ts';

/**
 * `cardwire mail activate`: makes the set with our rule the one that SES goes by. There is one for a whole account and region, so another one
 * that is active is never replaced: that would switch somebody's mail off without a word.
 */
export async function activate(
  options: WorldOptions & { readonly ruleSet?: string },
  io: Io,
): Promise<boolean> {
  const out = createTerminal(io.stdout, io.env);
  const { rules, name, where, close } = openMailWorld(options, io);
  try {
    const active = await rules.active();
    if (active?.rules.some((rule) => rule.name === name)) {
      out.line(`The rule set ${active.name} is active ${where} already, and our rule is in it.`);
      return true;
    }
    const set = options.ruleSet ?? name;
    const ours = await rules.named(set);
    if (!ours?.rules.some((rule) => rule.name === name))
      throw new SetupProblem(missing(name, set, where, active));
    if (active) throw new SetupProblem(taken(active, where));
    await rules.activate(set);
    out.line(out.style('green', `The rule set ${set} is active ${where}: mail comes in from now on.`));
    return true;
  } catch (error) {
    return explainSes(error);
  } finally {
    close();
  }
}

function missing(name: string, set: string, where: string, active: RuleSet | undefined): string {
  const into = active ? `, and with mailRuleSet=${active.name}, because that set is active and stays so` : '';
  return `there is no rule ${name} in a receipt rule set ${set} ${where}: deploy with the parameter mailDomain first${into}`;
}

function taken({ name, rules }: RuleSet, where: string): string {
  const held = rules.length === 1 ? '1 rule' : `${rules.length} rules`;
  return (
    `another receipt rule set, ${name} with ${held}, is active ${where}. There is one for the whole account and region, so it stays. ` +
    `Put our rule into it: deploy again with --param="mailRuleSet=${name}"`
  );
}
