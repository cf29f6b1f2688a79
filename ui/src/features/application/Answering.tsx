import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState, type ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { problemOf, type Problem } from "@/api/problem";
import { ErrorSummary, goTo, ProblemNotice, WhyList } from "@/design";
import { useText } from "@/i18n";
import type { Draft } from "@/draft/autosave";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { referenceQuery, snapshotsQuery } from "@/features/task/queries";
import { answered, answersOf, mendedAt, withAnswer, type Answer } from "./answers";
import type { Place } from "./asked";
import { useLive } from "./live";
import { PlaceCard } from "./PlaceCard";
import { sectionOf } from "./labels";
import { gapsQuery, staffQuery } from "./queries";
import { isSection, type SectionCode, type Values } from "./section";
import { targetOf } from "./target";
import { useSection } from "./useSection";
import "./mat.css";
import "./sup.css";

/** AnswerDraft is what is typed and not handed in yet. */
export interface AnswerDraft {
  sheet: { answers: Answer[] };
}

interface AnsweringProps<D extends AnswerDraft> extends PanelProps {
  applicationId: string;
  places: readonly Place[];
  draft: Draft<D>;
  /** The words above the places. */
  lead: ReactNode;
  /** What comes after them; it is told what is missing. */
  children?: ReactNode;
  /** What is missing besides answers. */
  missing: { text: string; id: string }[];
  go: string;
  /** The sheet as it is handed in. */
  sheet: (answers: Answer[]) => unknown;
}

/** Answering answers every entry of a notice in place, and hands all answers in at once. */
export function Answering<D extends AnswerDraft>(props: AnsweringProps<D>) {
  const { view, deciding, applicationId, places, draft, children, missing, go, sheet } = props;
  const t = useText("application");
  const { caseNo } = view.task;
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const { data: snapshots } = useSuspenseQuery(snapshotsQuery(caseNo));
  const frozen = snapshots.items.at(-1)?.content;
  const live = useLive();
  const navigate = useNavigate();
  const materials = useSection(applicationId, "materials", { caseNo });
  const staff = useQuery({ ...staffQuery(applicationId), enabled: places.some((place) => place.sections.includes("staff")) }).data?.rows;
  const [openAt, setOpenAt] = useState<Partial<Record<SectionCode, string>>>(() => opened(places));
  const [stopped, setStopped] = useState<Problem>();

  const { report } = live;
  useEffect(() => report("materials", materials.draft.value, materials.draft));
  const now = { content: { ...materials.application.content, ...live.values, materials: materials.draft.value } as Values, staff: live.values.staff ?? staff };
  const mended = (place: Place) => mendedAt(place, now, frozen);
  const { answers } = draft.value.sheet;
  const left = places.flatMap((place) => place.asked.filter((asked) => !answered(asked, place, answers, mended(place))));
  const gaps = useQuery(gapsQuery(applicationId)).data?.items ?? [];
  const nameOf = (section: SectionCode) => reference.sections.find((one) => one.code === section)?.name ?? section;
  const against = [
    ...left.map((asked) => ({ text: t("sup.why.unanswered", { n: asked.index + 1 }), id: fieldId(`/sheet/answers/${asked.index}/text`) })),
    ...live.unsaved.map((section) => ({ text: t("sup.why.unsaved", { section: nameOf(section) }), id: fieldId(`/mend/${section}`) })),
    ...gaps.map((gap) => ({ text: t("sup.why.gap", { section: nameOf(sectionOf(gap.pointer) as SectionCode), message: gap.message }), pointer: gap.pointer })),
    ...missing,
  ];
  const handedIn = () => sheet(answersOf(places, answers, mended, (sections) => t("sup.changedWords", { sections: sections.map(nameOf).join("”“") }))) as Schemas["AnySheet"];
  const total = places.reduce((sum, place) => sum + place.asked.length, 0);
  const problems = deciding.problem?.fields ?? [];

  /** What was changed in place is saved before the answers go; an answer never speaks of a change that the server has not. */
  const strict: PanelProps["deciding"] = {
    ...deciding,
    decide: async (wish) => {
      setStopped(undefined);
      try {
        await live.flush();
      } catch (thrown) {
        setStopped(problemOf(thrown));
        return undefined;
      }
      return deciding.decide(wish);
    },
  };
  /** lead goes to what is missing: a section that is closed is opened at the place that it belongs to; one that nothing names has its own page. */
  const lead = ({ id, pointer }: { id?: string; pointer?: string }) => {
    if (id) return goTo(id);
    const section = sectionOf(pointer ?? "") as SectionCode;
    const place = places.find((one) => one.sections.includes(section));
    if (!place) return void navigate({ to: "/app/applications/$applicationId/$section", params: { applicationId, section } });
    if (openAt[section] === undefined) setOpenAt((before) => ({ ...before, [section]: place.key }));
    window.setTimeout(() => goTo(targetOf(pointer ?? "") ?? fieldId(`/mend/${section}`)), 400);
  };
  const open = (place: Place, section: SectionCode, shown: boolean) => setOpenAt((before) => ({ ...before, [section]: shown ? place.key : undefined }));
  const words = answers.map((answer) => `${answer.index + 1}. ${answer.text}`).join("\n");

  return (
    <div className="sup">
      {props.lead}
      {stopped && <ProblemNotice problem={stopped} work="kept" />}
      {deciding.problem?.code === "not_ready" && deciding.problem.fields.length > 0 ? (
        <ErrorSummary title={deciding.problem.message} problems={problems} labelOf={(pointer) => nameOf(sectionOf(pointer) as SectionCode)} targetOf={(pointer) => targetOf(pointer) ?? fieldId(`/mend/${sectionOf(pointer)}`)} />
      ) : <DecideProblem view={view} deciding={deciding} mine={words} labelOf={(pointer) => labelOf(pointer, nameOf, t("sup.answer"))} />}
      <p className="sup-progress" role="status">{t("sup.progress", { all: total, n: total - left.length })}</p>
      <ol className="sup-places">
        {places.map((place) => (
          <PlaceCard key={place.key} place={place} applicationId={applicationId} caseNo={caseNo} materials={materials} frozen={frozen} reference={reference} live={live} mended={mended(place)} answers={answers}
            onAnswer={(index, part) => draft.change((before) => ({ ...before, sheet: { ...before.sheet, answers: withAnswer(before.sheet.answers, index, part) } }))}
            problems={problems} openAt={openAt} onOpen={(section, shown) => open(place, section, shown)} />
        ))}
      </ol>
      {children}
      {against.length > 0 && <div className="sup-left"><WhyList title={t("sup.left")} reasons={against.map((one) => ({ text: one.text, onGo: () => lead(one) }))} /></div>}
      <DecideBar view={view} draft={draft} deciding={strict} actions={[{ verdict: "submit", label: go, why: against.map(({ text }) => text), wish: () => ({ verdict: "submit", sheet: handedIn() }) }]} />
    </div>
  );
}

/** opened has the form of a section open at once, where an entry names the section and no field of it. */
function opened(places: readonly Place[]): Partial<Record<SectionCode, string>> {
  const open: Partial<Record<SectionCode, string>> = {};
  for (const place of places) if (place.item && place.pointers.length === 0) open[place.item] ??= place.key;
  return open;
}

function labelOf(pointer: string, nameOf: (section: SectionCode) => string, answer: string): string {
  const [, head = "", , index] = pointer.split("/");
  if (isSection(head)) return nameOf(head);
  return head === "sheet" && index !== undefined && /^\d+$/.test(index) ? `${answer} ${Number(index) + 1}` : "";
}
