import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Choice, Loading, ProblemNotice } from "@/design";
import { useText } from "@/i18n";
import { GuideMaterials } from "./GuideMaterials";
import { GuideSpecials, GuideSteps } from "./GuideSteps";
import { PageTitle } from "./PageTitle";
import { sourceOf } from "./source";

/** GuidePage is the 办事指南: who may apply, a check for oneself, what to hand in, how long it takes, whom to ask. */
export function GuidePage() {
  const t = useText("public");
  const guide = useQuery({ queryKey: ["guide"], queryFn: () => answer(api.GET("/api/public/guide")), staleTime: 300_000 });
  return (
    <>
      <PageTitle>{t("guide.title")}</PageTitle>
      {guide.isPending && <Loading />}
      {guide.isError && <><h1 className="pub-h1">{t("guide.heading")}</h1><ProblemNotice problem={problemOf(guide.error)} onRetry={() => void guide.refetch()} /></>}
      {guide.data && <Whole guide={guide.data} />}
    </>
  );
}

function Whole({ guide }: { guide: Schemas["Guide"] }) {
  const t = useText("public");
  return (
    <>
      <header className="pub-head">
        <h1>{guide.name}</h1>
        <p>{t("guide.basis", { basis: guide.basis })}</p>
      </header>
      <p className="pub-start">
        <a className="pub-button" href="/app/desk">{t("guide.start")}</a>
        <span className="pub-sub">{t("guide.startHint")}</span>
      </p>
      <nav aria-label={t("guide.contents")} className="pub-contents">
        {(["conditions", "check", "materials", "steps", "ask"] as const).map((part) => <a key={part} href={`#${part}`}>{t(`guide.${part}`)}</a>)}
      </nav>

      <h2 id="conditions" className="pub-h2">{t("guide.conditions")}</h2>
      <ol className="pub-conditions">
        {guide.conditions.map((condition) => <li key={condition.number}><b>{condition.name}</b><span className="pub-sub">{condition.article}</span><p>{condition.words}</p></li>)}
      </ol>
      <SelfCheck questions={guide.selfCheck} />
      <h2 id="materials" className="pub-h2">{t("guide.materials")}</h2>
      <GuideMaterials materials={guide.materials} />
      <h2 id="steps" className="pub-h2">{t("guide.steps")}</h2>
      <GuideSteps steps={guide.steps} />
      <h3 className="pub-h3">{t("guide.specials")}</h3>
      <GuideSpecials specials={guide.specials} />
      <h2 id="ask" className="pub-h2">{t("guide.ask")}</h2>
      <GuideContacts guide={guide} />
    </>
  );
}

function SelfCheck({ questions }: { questions: string[] }) {
  const t = useText("public");
  const [answers, setAnswers] = useState<Record<number, string>>({});
  const given = Object.keys(answers).length;
  const no = Object.values(answers).filter((value) => value === "no").length;
  return (
    <section aria-labelledby="check">
      <h2 id="check" className="pub-h2">{t("guide.check")}</h2>
      <p>{t("check.what")}</p>
      <div className="pub-check">
        {questions.map((question, i) => (
          <Choice
            key={question}
            legend={t("check.question", { number: i + 1, question })}
            name={`check-${i}`}
            inline
            value={answers[i] ?? ""}
            options={[{ value: "yes", label: t("check.yes") }, { value: "no", label: t("check.no") }]}
            onChange={(value) => setAnswers({ ...answers, [i]: value })}
          />
        ))}
      </div>
      <p role="status" className="pub-check-result">
        {given < questions.length ? t("check.left", { left: questions.length - given }) : no === 0 ? t("check.good") : t("check.notYet", { no })}
      </p>
    </section>
  );
}

function GuideContacts({ guide }: { guide: Schemas["Guide"] }) {
  const t = useText("public");
  return (
    <dl className="pub-facts">
      <div><dt>{t("ask.fee")}</dt><dd>{guide.fee.words}<span className="pub-sub">{t("ask.source", { source: sourceOf(guide.fee.source, t) })}</span></dd></div>
      {guide.contacts.map((contact) => (
        <div key={contact.name}><dt>{contact.name}</dt><dd className="number">{contact.phone}<span className="pub-sub">{t("ask.source", { source: sourceOf(contact.source, t) })}</span></dd></div>
      ))}
    </dl>
  );
}
