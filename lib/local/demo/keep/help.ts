import { type Fakes, rooms } from '../fakes.ts';
import type { Stack } from '../stack.ts';
import type { Timeline } from '../timeline.ts';
import { deedWords } from './act.ts';

/** Says where everything is, and how to play with it. */
export function printAddresses({ mattermost, wekan }: Fakes, stack: Stack, show: Timeline): void {
  const token = mattermost.world.addToken(mattermost.world.user('tom'));
  const room = mattermost.world.channel(rooms.open).id;
  show.heading('Everything goes on running. Ctrl-C ends it.');
  show.plain(`  fake Mattermost  ${mattermost.url}`);
  show.plain(`  fake Wekan       ${wekan.url}`);
  show.plain(`  Cardwire         ${stack.endpoints.url}`);
  show.plain(`  sent mail        ${stack.endpoints.ses}`);
  show.plain();
  show.plain('From another terminal, in this folder:');
  for (const verb of ['teams', 'check demo', 'trace demo 1']) {
    show.plain(`  ${stack.foundBy} npm run cardwire -- ${verb}`);
  }
  show.plain('A command by hand, as tom:');
  show.plain(`  curl -H 'Authorization: Bearer ${token}' \\`);
  show.plain(`    -d '{"channel_id":"${room}","command":"/card Sweep the yard"}' \\`);
  show.plain(`    ${mattermost.url}/api/v4/commands/execute`);
  printMail(stack, show);
}

function printMail(stack: Stack, show: Timeline): void {
  show.plain('A mail by hand; its answer is shown where sent mail is:');
  show.plain("  printf 'From: eva@example.net\\nSubject: The gate sticks\\n\\nSince the storm.\\n' |");
  show.plain(`    curl smtp://127.0.0.1:${stack.endpoints.smtpPort} --mail-from eva@example.net \\`);
  show.plain('    --mail-rcpt ops@in.example.org --crlf -T -');
}

/** What the prompt takes. */
export function printHelp(show: Timeline): void {
  show.heading(
    'Type who does what. tom and ann are members, gus is a guest; ann, bob and tom are on the board.',
  );
  show.plain(`  tom /card Paint the door @ann due:tomorrow     a command, in ~${rooms.open}`);
  show.plain('  tom /card help                                 all there is to ask for');
  show.plain(`  ann in ${rooms.team} /card list                    a command in another room`);
  show.plain('  ann clicks Comment 1                           a button: Follow, Comment, Assign me, Done');
  show.plain('  ann clicks Move 1 Review                       the select');
  show.plain('  ann fills text=It is done                      a dialog that stands open');
  show.plain('  bob opens Order valves                         a new card, on the board itself');
  show.plain('  bob moves 1 Doing                              a card by its number, on the board itself');
  show.plain(`  also: ${deedWords.slice(1, 8).join(', ')},`);
  show.plain(`        ${deedWords.slice(8).join(', ')}`);
  show.plain('  help, quit');
}
