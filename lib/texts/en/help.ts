/** What people can ask for, in English. */
export const help = {
  'help-verb-mistyped':
    'There is no `{verb}`. Did you mean `{meant}`? `/{word} help {meant}` tells about it.',
  'help-verb-unknown': 'There is no `{verb}`. `/{word} help` shows everything you can ask for.',
  'help-title': '**What you can ask for**',
  'help-options':
    'Here each of these is a command with options, which are offered while you type: `/{word} create title:Fix the pump column:Doing`. The lines show what goes with which.',
  'help-cards': 'A card is written as its number (`#42`) or its link.',
  'help-dates':
    'A date is written like `friday`, `next friday 14:00`, `tomorrow`, `in 3 days`, `24.12.` or `2027-12-24`. Without a time it means the end of that day.',
  'help-one': '`/{word} help move` tells more about one command.',
  'help-not-allowed': 'You may not `{verb}` here. `/{word} help` shows everything you can ask for.',
  'help-create': '`/{word} Fix the pump @tom #urgent due:friday` opens a card; `/{word}` alone opens a form',
  'help-create-more':
    '`@name` assigns, `#word` labels, `due:` sets the due date, `in:Doing` or `in:"In review"` picks the column, `notify:me@example.org` sends news to a mail address, and all other words are the title. Lines after the first one are the description. What stands in quotes stays in the title as it is. If your title begins like a command, write `/{word} create Move the table`.',
  'help-show': '`/{word} show #42` shows a card',
  'help-show-more': '`/{word} #42` is enough, and the link of a card works too.',
  'help-comment': '`/{word} comment #42 The part has arrived` comments on a card',
  'help-comment-more': 'The comment may have many lines. `/{word} comment #42` alone opens a form for it.',
  'help-move': '`/{word} move #42 Doing` moves a card to another column',
  'help-move-more':
    "The beginning of the column's name is enough. `/{word} done #42` moves the card to the column that means done.",
  'help-assign': '`/{word} assign #42 @tom` assigns people to a card',
  'help-assign-more':
    'Name one or more: `/{word} assign #42 me @tom`. A full name works as well: `/{word} assign #42 Anna Berg`.',
  'help-unassign': '`/{word} unassign #42 @tom` takes people off a card',
  'help-unassign-more': 'Name one or more: `/{word} unassign #42 me @tom`.',
  'help-due': '`/{word} due #42 next friday` sets the due date',
  'help-due-more':
    '`/{word} due #42 tomorrow 14:00` sets a time as well, `/{word} due #42 none` takes the due date away.',
  'help-label': '`/{word} label #42 #urgent` puts labels on a card',
  'help-label-more':
    'Name one or more: `/{word} label #42 #urgent #kitchen`. A label of two words goes in quotes: `#"needs parts"`.',
  'help-unlabel': '`/{word} unlabel #42 #urgent` takes labels off a card',
  'help-unlabel-more': 'Name one or more: `/{word} unlabel #42 #urgent #kitchen`.',
  'help-rename': '`/{word} rename #42 Fix the big pump` gives a card a new title',
  'help-rename-more': 'Everything after the card is the new title.',
  'help-describe': '`/{word} describe #42 It leaks at the valve` writes the description anew',
  'help-describe-more': 'The description may have many lines and replaces the old one.',
  'help-check': '`/{word} check #42 Order parts` ticks a step of the checklist',
  'help-check-more':
    'The beginning of the step is enough. `/{word} uncheck #42 Order parts` takes the tick away, `/{word} check #42 add Order parts` puts a new step on the checklist.',
  'help-archive': '`/{word} archive #42` puts a card into the archive',
  'help-archive-more': 'Nothing is lost: `/{word} restore #42` brings it back.',
  'help-restore': '`/{word} restore #42` brings an archived card back',
  'help-restore-more': 'It comes back to the column it was in.',
  'help-follow': '`/{word} follow #42` tells you what happens to a card',
  'help-follow-more':
    'You hear of it in a direct message. `/{word} follow #42 here` tells this conversation instead, `/{word} follow #42 notify:me@example.org` a mail address.',
  'help-unfollow': '`/{word} unfollow #42` stops that',
  'help-unfollow-more': '`/{word} unfollow #42 here` stops it for this conversation.',
  'help-trace': '`/{word} trace #42` tells where the news of a card went',
  'help-trace-more':
    'It tells what was received, told and tried again, and where it waits now. Only you see it.',
  'help-list': '`/{word} list mine` lists cards',
  'help-list-more':
    '`mine`, `overdue` and a column can be combined: `/{word} list mine overdue Doing`. `/{word} list` alone lists every open card.',
  'help-search': '`/{word} search pump` finds cards by their words',
  'help-search-more': 'It looks at open cards only.',
  'help-boards': '`/{word} boards` shows the boards there are',
  'help-boards-more':
    'Name one in any command: `/{word} board:ops Fix the pump`. A card on it is written as `OPS-42`.',
  'help-board': '`/{word} board ops` makes this conversation mean another board',
  'help-board-more': 'For one command only, name it there: `/{word} board:ops Fix the pump`.',
  'help-link': '`/{word} link` links your account to your name on the board',
  'help-link-more':
    '`/{word} link` gives you a code to type in another chat; `/{word} link 1234-5678-9abc` uses a code that you were given.',
  'help-help': '`/{word} help` shows this',
  'help-help-more': '`/{word} help move` tells more about one command.',
} as const;
