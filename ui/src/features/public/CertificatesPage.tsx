import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf, type Problem } from "@/api/problem";
import { Button, Choice, Empty, ErrorSummary, Field, ProblemNotice, TextInput } from "@/design";
import { momentOf, useText } from "@/i18n";
import { CheckedCertificate, Owner } from "./CheckedCertificate";
import { PageTitle } from "./PageTitle";
import { faultsOf, outcomeOf, wishOf, type Asked, type By, type Fault } from "./query";

const nameId = "query-name";
const numberId = "query-number";

/** CertificatesPage checks a certificate by the holder's name and one number. What is asked stands in no address and is not kept. */
export function CertificatesPage() {
  const t = useText("public");
  const [asked, setAsked] = useState<Asked>({ name: "", by: "number", number: "" });
  const [sent, setSent] = useState(0);
  const [faults, setFaults] = useState<Fault[]>([]);
  const query = useMutation({ mutationFn: () => answer(api.POST("/api/public/certificates/query", { body: wishOf(asked) })), gcTime: 0 });
  const put = (change: Partial<Asked>) => {
    setAsked({ ...asked, ...change });
    if (query.data || query.error) query.reset(); // an answer belongs to what was asked
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(asked);
    setFaults(found);
    setSent(sent + 1);
    if (found.length === 0) query.mutate();
  };
  const problem = query.error ? problemOf(query.error) : undefined;
  const numberFault = faults.find((fault) => fault !== "name");
  const summary = faults.map((fault) => ({ pointer: fault === "name" ? "/name" : "/number", code: fault, message: t(`query.fault.${fault}`) }));
  return (
    <>
      <PageTitle>{t("query.title")}</PageTitle>
      <header className="pub-head">
        <h1>{t("query.heading")}</h1>
        <p>{t("query.lead")}</p>
      </header>
      {faults.length > 0 && <ErrorSummary key={sent} problems={summary} targetOf={(pointer) => (pointer === "/name" ? nameId : numberId)} />}
      <form className="pub-search pub-query" onSubmit={submit} autoComplete="off" noValidate>
        <Field id={nameId} label={t("query.name")} error={faults.includes("name") ? t("query.fault.name") : undefined} required>
          {(wiring) => <TextInput {...wiring} maxLength={100} value={asked.name} onChange={(event) => put({ name: event.currentTarget.value })} autoComplete="off" />}
        </Field>
        <Choice<By>
          legend={t("query.by")}
          name="by"
          inline
          value={asked.by}
          options={[{ value: "number", label: t("query.number") }, { value: "idNumber", label: t("query.idNumber") }]}
          onChange={(by) => put({ by, number: "" })}
        />
        <Field id={numberId} label={t(`query.${asked.by}`)} hint={t(`query.${asked.by}Hint`)} error={numberFault ? t(`query.fault.${numberFault}`) : undefined} required>
          {(wiring) => <TextInput {...wiring} className="number" maxLength={60} value={asked.number} onChange={(event) => put({ number: event.currentTarget.value })} autoComplete="off" spellCheck={false} autoCapitalize="characters" />}
        </Field>
        <Button kind="primary" type="submit" icon="search" busy={query.isPending}>{t("query.go")}</Button>
        <p className="pub-sub">{t("query.privacy")}</p>
      </form>
      <Answer data={query.data} problem={problem} onAgain={() => query.mutate()} />
    </>
  );
}

/** Answer takes the focus when it comes, so that it is read out. */
function Answer({ data, problem, onAgain }: { data: Schemas["CertificateAnswer"] | undefined; problem: Problem | undefined; onAgain: () => void }) {
  const t = useText("public");
  const box = useRef<HTMLElement>(null);
  const there = data !== undefined || problem !== undefined;
  useEffect(() => {
    if (there) box.current?.focus();
  }, [there]);
  if (!there) return null;
  const outcome = outcomeOf(data?.items);
  return (
    <section ref={box} className="pub-answer" tabIndex={-1} aria-label={t("query.answer")} role="status">
      {problem && problem.status === 422 && <ProblemNotice problem={problem} />}
      {problem && problem.status !== 422 && (
        <div className="pub-verdict" data-tone="unsure">
          <h2>{t(problem.status === 429 ? "query.tooOften" : "query.unavailable")}</h2>
          <p>{problem.status === 429 ? problem.detail || t("query.tooOftenWhat") : t("query.unavailableWhat")}</p>
          <Button kind="primary" onClick={onAgain}>{t("again")}</Button>
        </div>
      )}
      {outcome === "none" && (
        <>
          <div className="pub-verdict" data-tone="bad"><h2>{t("query.none")}</h2><p>{t("query.noneWhy")}</p></div>
          <Empty title={t("query.todo")}>
            <ol className="pub-todo">
              <li>{t("query.todo.check")}</li>
              <li>{t("query.todo.body")}</li>
              <li>{t("query.todo.old")}</li>
              <li>{t("query.todo.fake")}</li>
            </ol>
          </Empty>
        </>
      )}
      {data && data.items.length > 1 && <p className="pub-count">{t("query.several", { n: data.items.length })}</p>}
      {data?.items.map((one) => <CheckedCertificate key={one.number} certificate={one} level={2} />)}
      {data && <><p className="pub-sub">{t("receipt.checked", { when: momentOf(data.checkedAt), owner: data.owner })}</p><Owner answer={data} /></>}
    </section>
  );
}
