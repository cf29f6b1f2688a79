import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type RefObject } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { Button, Icon, NativeSelect, TextInput } from "@/design";
import { useText } from "@/i18n";
import { isNarrowed, narrowed, noNarrowing, urgencies, type List } from "./list";
import { SavedViews } from "./SavedViews";

const pause = 350;

/** isProvincial says whether a person's body works for every city. */
export function isProvincial(session: Schemas["Session"]): boolean {
  return session.body?.kind === "centre" || session.body?.kind === "department";
}

/** FilterBar narrows the list; what it is narrowed to stands in the address. */
export function FilterBar({ list, session, expert, rows, stages, searchBox, onChange }: {
  list: List;
  session: Schemas["Session"];
  expert: boolean;
  rows: readonly Schemas["Task"][];
  stages: readonly Schemas["Named"][];
  searchBox: RefObject<HTMLInputElement | null>;
  onChange: (next: List) => void;
}) {
  const t = useText("queue");
  const province = isProvincial(session);
  const regions = useQuery({ queryKey: ["regions"], queryFn: () => answer(api.GET("/api/regions")), staleTime: Infinity, enabled: province }).data?.items;
  const known = new Set(rows.map((task) => task.stage));
  return (
    <div className="queue-bar" role="search" aria-label={t("filter.label")}>
      <SearchBox key={list.tab} value={list.q} box={searchBox} onChange={(q) => onChange(narrowed(list, { q }))} />
      <NativeSelect
        aria-label={t("filter.stage")}
        className="queue-select"
        empty={t("filter.stage.all")}
        value={list.stage}
        options={sorted(stages, known).map((stage) => ({ value: stage.code, label: stage.name }))}
        onChange={(event) => onChange(narrowed(list, { stage: event.target.value }))}
      />
      {province && (
        <NativeSelect
          aria-label={t("filter.region")}
          className="queue-select"
          empty={t("filter.region.all")}
          value={list.region}
          options={(regions ?? []).map((region) => ({ value: region.code, label: region.name }))}
          onChange={(event) => onChange(narrowed(list, { region: event.target.value }))}
        />
      )}
      {list.tab !== "done" && (
        <NativeSelect
          aria-label={t("filter.urgency")}
          className="queue-select"
          empty={t("filter.urgency.all")}
          value={list.urgency}
          options={urgencies.map((urgency) => ({ value: urgency, label: t(`urgency.${urgency}`) }))}
          onChange={(event) => onChange(narrowed(list, { urgency: urgencies.find((one) => one === event.target.value) ?? "" }))}
        />
      )}
      {list.tab === "done" && !expert && (
        <NativeSelect
          aria-label={t("filter.by")}
          className="queue-select"
          empty={t("filter.by.me")}
          value={list.by}
          options={[{ value: "body", label: t("filter.by.body") }]}
          onChange={(event) => onChange(narrowed(list, { by: event.target.value === "body" ? "body" : "" }))}
        />
      )}
      {isNarrowed(list) && <Button kind="quiet" icon="cross" onClick={() => onChange(narrowed(list, noNarrowing))}>{t("filter.clear")}</Button>}
      {!expert && <SavedViews list={list} onOpen={(view) => onChange({ ...view, pages: 1 })} />}
    </div>
  );
}

/** sorted puts the stages that are in the list before those that are not. */
function sorted(stages: readonly Schemas["Named"][], known: ReadonlySet<string>): Schemas["Named"][] {
  return [...stages.filter((stage) => known.has(stage.code)), ...stages.filter((stage) => !known.has(stage.code))].filter((stage) => stage.code !== "finished");
}

function SearchBox({ value, box, onChange }: { value: string; box: RefObject<HTMLInputElement | null>; onChange: (q: string) => void }) {
  const t = useText("queue");
  const [typed, setTyped] = useState(value);
  const said = useRef(value);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (value === said.current) return;
    said.current = value; // the address was changed by something else: a saved view, the way back
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const q = typed.trim();
    if (q === said.current) return;
    const timer = setTimeout(() => {
      said.current = q;
      change.current(q);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className="queue-search">
      <span className="visually-hidden">{t("filter.search")}</span>
      <Icon name="search" />
      <TextInput ref={box} type="search" value={typed} maxLength={100} placeholder={t("filter.search")} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()} />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}
