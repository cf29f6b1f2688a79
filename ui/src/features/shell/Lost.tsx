import { Empty } from "@/design";
import { useText } from "@/i18n";

/** Lost is the page of an address that there is not. */
export function Lost() {
  const t = useText("shell");
  return (
    <main className="lost" id="main">
      <title>{t("lost.title")}</title>
      <h1>{t("lost.title")}</h1>
      <Empty title={t("lost.why")} action={<a href="/app">{t("lost.home")}</a>} />
    </main>
  );
}
