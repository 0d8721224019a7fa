import { has, say } from './texts.js';

/*
 * Which words of an exception mean which cause; the first that fits counts. Mail comes first: its exceptions also speak of connections,
 * as those of the database do.
 */
const CAUSES = [
  ['mailSignIn', /AuthenticationFailed|Authentication failed|authentication credentials|\b535\b/i],
  ['mailAddress', /Invalid Addresses|SendFailedException|AddressException|Illegal address|\b55[0-4]\b/i],
  ['mailDown', /mail server|MailConnect|MailSend|Couldn't connect to host|SMTP|UnknownHost/i],
  ['diskFull', /No space left|disk (is )?full|not enough space|could not extend file|53100/i],
  ['keyMissing', /could not be decrypted|cannot be decrypted|decryption failed|keyset|The keys in|GeneralSecurityException|AEADBadTag/i],
  ['decision', /DMN-|decision (table|definition)|FEEL|hit policy/i],
  ['memory', /OutOfMemory|heap space/i],
  ['conflict', /OptimisticLock|could not serialize|deadlock|lock timeout/i],
  ['databaseBusy', /Connection is not available|JDBC Connection|CannotGetJdbc|Connection refused|too many connections|HikariPool/i],
  ['program', /Unknown property used|Cannot resolve identifier|NoSuchBean|ClassNotFound|NoSuchMethod|No outgoing sequence flow|couldn't instantiate/i],
];

/** @returns {{id, title, todo}} in plain words */
export function causeOf(message) {
  const [id] = CAUSES.find(([, words]) => words.test(message ?? '')) ?? ['other'];
  return { id, title: say(`cause.${id}`), todo: say(`cause.${id}.do`) };
}

export function effectOf(activityId) {
  return say(has(`effect.${activityId}`) ? `effect.${activityId}` : 'effect.other');
}
