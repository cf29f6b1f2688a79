import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { useSession } from "@/api/session";
import { Choice, Empty, Field, Icon, TextArea, TextInput } from "@/design";
import { dayOf, today, useText } from "@/i18n";
import { ActSteps, useAct } from "@/features/act/ActSteps";
import { PasswordAgain } from "@/features/act/PasswordAgain";
import { DecideBar, type Action } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import type { Wish } from "@/features/task/decide";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { caseQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { groupedNumber } from "../number";
import { CertificateFacts } from "./CertificateFacts";
import { certificateQuery } from "./queries";
import { emptyRevocation, revocationGaps, revocationReasons, revocationWish, type RevocationReason, type RevocationSheet } from "./revocation";
import "@/features/act/act.css";

/** RevocationPanel decides whether a certificate is revoked (注销证书), and shows what the public will read before it does. */
export function RevocationPanel({ view, deciding }: PanelProps) {
  const t = useText("revocation");
  const { data: now } = useSuspenseQuery(caseQuery(view.task.caseNo));
  if (!now.certificate) return <Empty title={t("none")} />;
  return <Deciding view={view} deciding={deciding} number={now.certificate} />;
}

function Deciding({ view, deciding, number }: PanelProps & { number: string }) {
  const t = useText("revocation");
  const { task } = view;
  const session = useSession();
  const { data: one } = useSuspenseQuery(certificateQuery(number));
  const draft = useSheet<RevocationSheet>(view, emptyRevocation);
  const act = useAct(task.caseNo, task.stage, task.round);
  const institutional = task.step !== undefined && task.step !== "";
  const final = !institutional || act.last;
  const again = institutional && act.password;
  const [password, setPassword] = useState("");
  const sheet = draft.value;
  const problems = deciding.problem?.fields ?? [];
  const wish = (verdict: "revoke" | "decline"): Wish => ({ verdict, sheet: revocationWish(sheet, verdict) as unknown as Wish["sheet"], ...(again ? { password } : {}) });
  const why = (verdict: "revoke" | "decline") => [...revocationGaps(sheet, verdict, one.name).map((gap) => t(`gap.${gap}`)), ...(again && !password ? [t("gap.password")] : [])];
  const actions: Action[] = [
    {
      verdict: "revoke", label: t(final ? "revoke.go" : "revoke.propose"), kind: "danger", why: why("revoke"), wish: () => wish("revoke"),
      confirm: { title: t(final ? "revoke.confirm" : "revoke.confirmPropose"), body: <Consequences certificate={one} words={sheet.public} final={final} />, go: t(final ? "revoke.go" : "revoke.propose") },
    },
    { verdict: "decline", label: t(final ? "decline.go" : "decline.propose"), kind: "plain", why: why("decline"), wish: () => wish("decline") },
  ];
  return (
    <div className="act" data-density={session?.enterprise ? undefined : "officer"}>
      {institutional && <ActSteps caseNo={task.caseNo} stage={task.stage} round={task.round} />}
      <DecideProblem view={view} deciding={deciding} mine={[sheet.text, sheet.public].filter(Boolean).join("\n")} labelOf={(pointer) => t.of(`label.${pointer.split("/").at(-1) ?? ""}`, "")} />
      <div className="act-columns">
        <div className="act-main"><CertificateFacts certificate={one} /></div>
        <div className="act-side">
          <section className="act-card" aria-labelledby="revocation">
            <h2 id="revocation">{t("title")}</h2>
            <Choice<RevocationReason>
              id={fieldId("/sheet/reason")}
              legend={t("label.reason")}
              value={sheet.reason}
              error={wordsAt(problems, "/sheet/reason")}
              options={revocationReasons.map((value) => ({ value, label: t(`reason.${value}`), hint: t(`reason.${value}What`) }))}
              onChange={(reason) => draft.change({ ...sheet, reason })}
              required
            />
            <Field id={fieldId("/sheet/text")} label={t("label.text")} hint={t("text.hint")} error={wordsAt(problems, "/sheet/text")} required>
              {(wiring) => <TextArea {...wiring} rows={4} maxLength={1000} value={sheet.text} onChange={(event) => draft.change({ ...sheet, text: event.target.value })} />}
            </Field>
            <Field id={fieldId("/sheet/public")} label={t("label.public")} hint={t("public.hint")} error={wordsAt(problems, "/sheet/public")} required>
              {(wiring) => <TextInput {...wiring} maxLength={200} value={sheet.public} onChange={(event) => draft.change({ ...sheet, public: event.target.value })} />}
            </Field>
            {again && <PasswordAgain value={password} onChange={setPassword} error={wordsAt(problems, "/password")} />}
          </section>
          <PublicView certificate={one} words={sheet.public} />
        </div>
      </div>
      <DecideBar view={view} draft={draft} deciding={deciding} actions={actions} />
    </div>
  );
}

/** PublicView is what whoever checks the certificate will read. */
function PublicView({ certificate, words }: { certificate: Schemas["Certificate"]; words: string }) {
  const t = useText("revocation");
  return (
    <section className="cert-public" aria-labelledby="public-view">
      <h3 id="public-view">{t("view.title")}</h3>
      <p className="cert-public-state"><Icon name="strike" />{t("view.state")}</p>
      <p className="number">{groupedNumber(certificate.number)}</p>
      <p>{t("view.since", { day: dayOf(today()) })}</p>
      <p>{t("view.reason", { reason: words.trim() || t("view.empty") })}</p>
    </section>
  );
}

function Consequences({ certificate, words, final }: { certificate: Schemas["Certificate"]; words: string; final: boolean }) {
  const t = useText("revocation");
  return (
    <>
      <p>{t(final ? "effect.now" : "effect.later", { number: groupedNumber(certificate.number), name: certificate.name })}</p>
      <ul className="cert-effects">
        <li>{t("effect.public")}</li>
        <li>{t("effect.number")}</li>
        <li>{t("effect.back")}</li>
      </ul>
      <PublicView certificate={certificate} words={words} />
    </>
  );
}
