import { Link } from "wouter";
import { Empty } from "@/design";
import { useText } from "@/i18n";
import { PageTitle } from "./PageTitle";

/** NoSuchPage stands at an address that there is not. */
export function NoSuchPage() {
  const t = useText("public");
  return (
    <>
      <PageTitle>{t("lost")}</PageTitle>
      <h1 className="pub-h1">{t("lost")}</h1>
      <Empty title={t("lost.why")} action={<Link href="/">{t("lost.home")}</Link>} />
    </>
  );
}
