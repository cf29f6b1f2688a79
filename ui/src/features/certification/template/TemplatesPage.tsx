import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Button, Loading, NoPermission, ProblemNotice, Tag, type TagState } from "@/design";
import { dayOf, momentOf, useText } from "@/i18n";
import type { Edition, Editions } from "./edition";
import { EditionView } from "./EditionView";
import { templatesQuery } from "./queries";
import "./template.css";

const route = getRouteApi("/desks/app/result-templates");
const tags: Record<Edition["state"], TagState> = { inForce: "filed", coming: "near", past: "void" };

/** TemplatesPage shows the exam centre its editions of the result template (结果模板) and the evidence that goes with it. */
export function TemplatesPage() {
  const t = useText("template");
  const session = useSession();
  const centre = session?.body?.kind === "centre";
  const list = useQuery({ ...templatesQuery, enabled: centre });
  const navigate = useNavigate();
  const edition = Number(route.useSearch().edition);
  return (
    <div className="template" data-density="officer">
      <title>{t("title")}</title>
      <header className="template-head">
        <div>
          <h1>{t("heading")}</h1>
          <p className="template-lead">{t("lead")}</p>
        </div>
        {centre && has(session, "reviewer", "signer") && <Button kind="primary" icon="plus" onClick={() => void navigate({ to: "/app/result-templates/new" })}>{t("new")}</Button>}
      </header>
      {!centre ? <NoPermission who={t("who")} /> : list.error ? <ProblemNotice problem={problemOf(list.error)} onRetry={() => void list.refetch()} /> : list.data ? <Chosen list={list.data} edition={edition} /> : <Loading shape="block" />}
    </div>
  );
}

function Chosen({ list: { items, inForce, fields }, edition }: { list: Editions; edition: number }) {
  const t = useText("template");
  const shown = items.find((one) => one.edition === edition) ?? items.find((one) => one.edition === inForce);
  return (
    <div className="template-columns">
      <nav className="template-editions" aria-label={t("editions")}>
        <ol>
          {items.map((one) => (
            <li key={one.edition}>
              <route.Link className="template-edition" search={{ edition: String(one.edition) }} replace aria-current={one === shown ? "true" : undefined}>
                <span className="template-edition-name"><strong>{t("edition", { n: one.edition })}</strong> <Tag state={tags[one.state]}>{t(`state.${one.state}`)}</Tag></span>
                <span className="template-sub">{t("from", { day: dayOf(one.from) })}</span>
                <span className="template-sub">{one.by && one.at ? t("by", { name: one.by, when: momentOf(one.at) }) : t("delivered")}</span>
              </route.Link>
            </li>
          ))}
        </ol>
      </nav>
      {shown && <EditionView edition={shown} fields={fields} />}
    </div>
  );
}
