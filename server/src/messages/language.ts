import { ENGLISH } from "./english";
import { GERMAN } from "./german";
import type { Wording } from "./wording";

/** A language in which everything is worded, as its tag begins. */
export type Language = "en" | "de";

/** What each language says. */
export const WORDINGS: Readonly<Record<Language, Wording>> = { en: ENGLISH, de: GERMAN };

let current: Wording = ENGLISH;

/** Gives the language that serves a locale such as `de-AT`; English for every locale that has no other. */
export function languageOf(locale: string | undefined): Language {
  const language = locale?.toLowerCase().split(/[-_.@]/, 1)[0];
  return language === "de" ? "de" : "en";
}

/**
 * Chooses the language of every sentence from here on. A server does so once, before it words anything: a process serves
 * one client, and a client has one language. Who chooses nothing, such as the command line, speaks English.
 */
export function useLanguage(language: Language): void {
  current = WORDINGS[language];
}

/** The words of the language that was chosen. */
export function wording(): Wording {
  return current;
}
