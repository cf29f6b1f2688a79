import { useState } from "react";
import { Problem } from "@/api/problem";
import { Button, DeadlineText, Empty, Pager, QueueTable, Tabs, Tag, VerdictCells, type Column, type Finding, type Sorting, type TagState } from "@/design";
import { Section } from "./Section";
import { useWords, type WordKey } from "./words";

interface Sample {
  no: string;
  n: number;
  urgency: "onTime" | "near" | "overdue" | "paused";
  state: TagState;
  stage: "acceptance" | "expert" | "verification";
  findings: Finding[];
  isNew?: boolean;
}

const none: Finding[] = ["", "", "", "", "", "", ""];
const all: Finding[] = ["pass", "pass", "pass", "pass", "pass", "pass", "pass"];
const samples: Sample[] = [
  { no: "210100-2026-000123", n: 1, urgency: "overdue", state: "overdue", stage: "acceptance", findings: ["pass", "pass", "supplement", "", "", "", ""] },
  { no: "210200-2026-000087", n: 2, urgency: "near", state: "near", stage: "acceptance", findings: none, isNew: true },
  { no: "210500-2026-000011", n: 3, urgency: "onTime", state: "working", stage: "verification", findings: all },
  { no: "210300-2026-000042", n: 4, urgency: "onTime", state: "claimable", stage: "acceptance", findings: none, isNew: true },
  { no: "210800-2026-000009", n: 5, urgency: "paused", state: "expert", stage: "expert", findings: ["pass", "pass", "pass", "pass", "supplement", "pass", "pass"] },
  { no: "211100-2026-000031", n: 6, urgency: "onTime", state: "supplement", stage: "acceptance", findings: ["pass", "supplement", "pass", "pass", "refuse", "pass", "pass"] },
];

/** QueueSamples shows the list of work: loaded, loading, empty and failed. */
export function QueueSamples() {
  const w = useWords();
  const [tab, setTab] = useState("mine");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(["210500-2026-000011"]));
  const [current, setCurrent] = useState("210100-2026-000123");
  const [sort, setSort] = useState<Sorting>({ key: "deadline", descending: false });
  const [state, setState] = useState<"loaded" | "loading" | "empty" | "error">("loaded");
  const names = none.map((_, i) => w(`material.${i + 1}` as WordKey));
  const columns: Column<Sample>[] = [
    { key: "deadline", title: w("queue.deadline"), sortable: true, cell: (row) => <DeadlineText plain deadline={{ date: "2026-12-04", left: 3, urgency: row.urgency, text: w(`deadline.${row.urgency}`), provisional: false, start: "2026-11-10", used: 9, calendar: "2026-1" }} /> },
    { key: "no", title: w("queue.no"), cell: (row) => <span className="number">{row.no}</span> },
    { key: "enterprise", title: w("queue.enterprise"), main: true, cell: (row) => w(`enterprise.${row.n}` as WordKey) },
    { key: "stage", title: w("queue.stage"), cell: (row) => <Tag state={row.state}>{w(`stage.${row.stage}`)}</Tag> },
    { key: "cells", title: w("queue.cells"), cell: (row) => <VerdictCells findings={row.findings} names={names} /> },
    { key: "holder", title: w("queue.holder"), hideOnCard: true, cell: (row) => w(`person.${(row.n % 3) + 1}` as WordKey) },
    { key: "idle", title: w("queue.idle"), align: "end", sortable: true, hideOnCard: true, cell: (row) => w("queue.days", { n: row.n * 2 }) },
  ];
  return (
    <Section id="queue" title={w("queue")}>
      <Tabs label={w("queue.state.loaded")} current={state} onPick={setState} items={(["loaded", "loading", "empty", "error"] as const).map((key) => ({ key, label: w(`queue.state.${key}`) }))} />
      <Tabs label={w("queue.tabs")} current={tab} onPick={setTab} items={[
        { key: "claimable", label: w("queue.claimable"), count: 12, urgent: true, href: "#queue" },
        { key: "mine", label: w("queue.mine"), count: 6, href: "#queue" },
        { key: "waiting", label: w("queue.waiting"), count: 3, href: "#queue" },
        { key: "done", label: w("queue.done"), href: "#queue" },
      ]} />
      <QueueTable
        caption={w("queue.caption")}
        columns={columns}
        rows={state === "loaded" ? samples : []}
        rowKey={(row) => row.no}
        rowLabel={(row) => row.no}
        rowHref={(row) => `#${row.no}`}
        onOpen={(row) => setCurrent(row.no)}
        selected={selected}
        onSelect={setSelected}
        current={current}
        onCurrent={setCurrent}
        bold={(row) => row.isNew ?? false}
        sort={sort}
        onSort={setSort}
        action={(row) => <Button small>{row.isNew ? w("buttons.claim") : w("queue.open")}<span className="visually-hidden"> {row.no}</span></Button>}
        loading={state === "loading"}
        error={state === "error" ? new Problem({ status: 503, code: "unavailable", detail: w("notices.detail"), requestId: "0b9e6c1a" }) : undefined}
        onRetry={() => setState("loaded")}
        empty={<Empty title={w("queue.empty")} action={<Button onClick={() => setState("loaded")}>{w("queue.emptyAction")}</Button>}>{w("queue.emptyText")}</Empty>}
      />
      <Pager next="more" onMore={() => undefined} />
    </Section>
  );
}
