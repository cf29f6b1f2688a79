import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import type { Language } from "@/i18n";

/** antdLocale gives antd's own words in the reader's language. */
export const antdLocale = (language: Language) => (language === "en" ? en : zh);

/** nonce is this page's permission for style elements that scripts make (Content-Security-Policy). */
export function nonce(): string {
  return document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
}
