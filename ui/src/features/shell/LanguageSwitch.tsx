import { setLanguage, useLanguage, useText } from "@/i18n";

/** LanguageSwitch offers the other language, in its own words. */
export function LanguageSwitch() {
  const t = useText("shell");
  const language = useLanguage();
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <button type="button" className="link-button" lang={other} onClick={() => setLanguage(other)}>
      {t("language.other")}
    </button>
  );
}
