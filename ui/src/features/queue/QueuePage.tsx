import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Schemas } from "@/api/client";
import { has, useSession } from "@/api/session";
import { Button, Empty, Pager, ProblemNotice, QueueTable, Tabs, toast, useHotkeys } from "@/design";
import { useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { BulkBar } from "./BulkBar";
import { useClaim } from "./claim";
import { useColumns } from "./columns";
import { FilterBar, isProvincial } from "./FilterBar";
import { hrefOf, isNarrowed, narrowed, noNarrowing, readList, searchOf, tabsOf, type List, type Tab } from "./list";
import { leaveAt, returnTo } from "./place";
import { mayOf, RowAction, type May } from "./RowAction";
import { markSeen, seenTasks } from "./seen";
import { useTasks } from "./tasks";
import { remember, taskHref, taskKey } from "./trail";
import "./queue.css";

type Task = Schemas["Task"];

const route = getRouteApi("/desks/app/queue");

/** QueuePage is a desk's list of work: what can be taken, what is one's own, what waits for others, what is done. */
export function QueuePage() {
  const session = useSession();
  const search = route.useSearch();
  const expert = has(session, "expert") && !has(session, "handler", "reviewer", "signer");
  const list = readList(search, expert);
  return session ? <Queue key={list.tab} list={list} expert={expert} session={session} /> : null;
}

function Queue({ list, expert, session }: { list: List; expert: boolean; session: Schemas["Session"] }) {
  const t = useText("queue");
  const navigate = useNavigate();
  const here = hrefOf(list, expert);
  const go = (next: List, replace = true) => void navigate({ to: "/app/queue", search: searchOf(next, expert), replace, resetScroll: next.tab !== list.tab });
  const tasks = useTasks(list, expert, (pages) => go({ ...list, pages }));
  const reference = useQuery(referenceQuery).data;
  const columns = useColumns({ tab: list.tab, expert, wide: !session.body || isProvincial(session), reference, gone: tasks.gone });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(() => returnTo(here));
  const [seen, setSeen] = useState(() => seenTasks(session.user.id));
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const claim = useClaim(tasks.put);
  const rows = tasks.rows;
  const row = rows.find((task) => taskKey(task) === current);

  useEffect(() => remember(here, rows.filter((task) => mayOf(task, list.tab, { expert }) !== "view").map((task) => ({ key: taskKey(task), href: taskHref(task) }))), [expert, here, list.tab, rows]);
  useReturn(table, rows, current);
  useEffect(() => setSelected((before) => keepOnly(before, rows)), [rows]);

  const may = (task: Task) => mayOf(task, list.tab, { gone: tasks.gone.has(taskKey(task)), expert });
  const open = (task: Task) => {
    const key = taskKey(task);
    leaveAt(here, key);
    markSeen(session.user.id, key);
    setSeen(seenTasks(session.user.id));
    void navigate({ href: hrefOfRow(task, may(task)) });
  };
  const move = (by: number) => focusRow(table.current, rows.length, rows.findIndex((task) => taskKey(task) === current), by, (i) => setCurrent(rows[i] && taskKey(rows[i])));
  useHotkeys({
    j: { run: () => move(1), label: t("key.next") },
    k: { run: () => move(-1), label: t("key.previous") },
    Enter: { run: () => row && open(row), label: t("key.open") },
    ...(expert ? {} : { x: { run: () => current && setSelected(toggled(selected, current)), label: t("key.select") } }),
    ...(expert ? {} : { c: { run: () => row && (may(row) === "claim" ? claim.take(row) : toast(t("key.cannotClaim"), "info")), label: t("key.claim") } }),
    "/": { run: () => search.current?.focus(), label: t("key.search") },
    r: { run: tasks.refresh, label: t("key.refresh") },
  });

  return (
    <div className="queue" data-density="officer">
      <title>{t(expert ? "title.reviews" : "title")}</title>
      <header className="queue-head">
        <h1>{t(expert ? "heading.reviews" : "heading")}</h1>
        <Tabs<Tab>
          label={t("tabs")}
          items={tabsOf(expert).map((tab) => ({ key: tab, label: t(expert && tab === "mine" ? "tab.reviews" : `tab.${tab}`), count: countOf(tasks.counts, tab, expert), href: hrefOf(narrowed({ ...list, stage: "", urgency: "" }, { tab }), expert) }))}
          current={list.tab}
          onPick={(tab) => go(narrowed({ ...list, stage: "", urgency: "" }, { tab }), false)}
        />
        <p className="queue-news" role="status">
          {tasks.fresh > 0 && <Button kind="quiet" small icon="retry" onClick={tasks.refresh}>{t("fresh", { n: tasks.fresh })}</Button>}
        </p>
      </header>
      {selected.size > 0 ? (
        <BulkBar tasks={rows.filter((task) => selected.has(taskKey(task)))} tab={list.tab} onDone={tasks.refresh} onClear={() => setSelected(new Set())} put={tasks.put} />
      ) : (
        <FilterBar list={list} session={session} expert={expert} rows={rows} stages={reference?.stages ?? []} searchBox={search} onChange={(next) => go(next)} />
      )}
      <div ref={table} className="queue-list">
        {tasks.problem && rows.length > 0 && <ProblemNotice problem={tasks.problem} onRetry={tasks.refresh} />}
        <QueueTable
          caption={t(`tab.${list.tab}`)}
          columns={columns}
          rows={rows}
          rowKey={taskKey}
          rowLabel={(task) => `${task.enterpriseName} ${task.caseNo}`}
          selected={expert ? undefined : selected}
          onSelect={expert ? undefined : setSelected}
          current={current}
          onCurrent={setCurrent}
          rowHref={(task) => hrefOfRow(task, may(task))}
          onOpen={open}
          bold={(task) => list.tab !== "done" && list.tab !== "waiting" && !seen.has(taskKey(task))}
          action={(task) => (
            <RowAction task={task} may={may(task)} href={hrefOfRow(task, may(task))} onOpen={() => open(task)} onClaim={() => claim.take(task)} busy={claim.busy.has(taskKey(task))} />
          )}
          loading={tasks.loading}
          error={rows.length === 0 && tasks.problem}
          onRetry={tasks.refresh}
          empty={<NoTasks list={list} expert={expert} onAll={() => go(narrowed(list, noNarrowing))} />}
        />
        <Pager next={tasks.more && "more"} busy={tasks.busy} onMore={() => tasks.more?.()} />
      </div>
    </div>
  );
}

function NoTasks({ list, expert, onAll }: { list: List; expert: boolean; onAll: () => void }) {
  const t = useText("queue");
  if (isNarrowed(list)) return <Empty title={t("empty.narrowed")} action={<Button onClick={onAll}>{t("filter.clear")}</Button>} />;
  return <Empty title={t.of(`empty.${expert ? "reviews." : ""}${list.tab}`)}>{t.of(`empty.${expert ? "reviews." : ""}${list.tab}.next`)}</Empty>;
}

/**
 * useReturn puts the focus on the row from which a task was opened, once it is there, and again if the page takes it away
 * while it is still filling. It ends with the first key or press, and takes the focus from nothing else.
 */
function useReturn(table: React.RefObject<HTMLDivElement | null>, rows: readonly Task[], current: string | undefined) {
  const wanted = useRef(current);
  useEffect(() => {
    const end = () => (wanted.current = undefined);
    const acts = ["keydown", "pointerdown"] as const;
    for (const act of acts) window.addEventListener(act, end, { capture: true });
    return () => {
      for (const act of acts) window.removeEventListener(act, end, { capture: true });
    };
  }, []);
  useLayoutEffect(() => {
    if (!wanted.current || (document.activeElement && document.activeElement !== document.body)) return;
    const at = rows.findIndex((task) => taskKey(task) === wanted.current);
    if (at >= 0) table.current?.querySelectorAll<HTMLElement>("[data-row-link]")[at]?.focus({ preventScroll: true });
  });
}

function focusRow(table: HTMLElement | null, count: number, at: number, by: number, then: (index: number) => void) {
  if (count === 0) return;
  const next = at < 0 ? 0 : Math.max(0, Math.min(count - 1, at + by));
  then(next);
  const link = table?.querySelectorAll<HTMLElement>("[data-row-link]")[next];
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
}

/** hrefOfRow leads to the task where there is something to do, else to the case. */
function hrefOfRow(task: Task, may: May): string {
  return may === "view" ? `/app/cases/${encodeURIComponent(task.caseNo)}` : taskHref(task);
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

function keepOnly(selected: ReadonlySet<string>, rows: readonly Task[]): ReadonlySet<string> {
  if (selected.size === 0) return selected;
  const here = new Set(rows.map(taskKey));
  const kept = [...selected].filter((key) => here.has(key));
  return kept.length === selected.size ? selected : new Set(kept);
}

function countOf(counts: Schemas["TaskCounts"] | undefined, tab: Tab, expert: boolean): number | undefined {
  if (expert && tab === "mine") return counts?.group;
  return tab === "done" ? undefined : counts?.[tab];
}
