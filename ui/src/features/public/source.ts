import type { Text } from "@/i18n";

/** sourceOf says where a rule comes from: an article or document by its name; what the authorities have set is a code. */
export function sourceOf(source: string, t: Text<"public">): string {
  return source === "setting" ? t("source.setting") : source;
}
