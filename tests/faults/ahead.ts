// Given to a process with `--import <this file's URL>?<milliseconds>`: its clock, and that of its workers, runs so much ahead.
const ahead = Number(new URL(import.meta.url).search.slice(1));
const { now } = Date;
Date.now = () => now() + ahead;
