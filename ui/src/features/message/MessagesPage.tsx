import { useInfiniteQuery, useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Empty, Loading, ProblemNotice, Tabs } from "@/design";
import { momentOf, useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { taskHref } from "@/features/queue/trail";
import { sentenceOf, taskAt } from "./sentence";
import "./message.css";

const route = getRouteApi("/desks/app/messages");
const pageSize = 30;

/** MessagesPage lists what the system has told the person, the enterprise or the body, the newest first. */
export function MessagesPage() {
  const t = useText("message");
  const search = route.useSearch();
  const navigate = useNavigate();
  const unread = search.show === "unread";
  const list = useInfiniteQuery({
    queryKey: ["messages", { unread }],
    queryFn: ({ pageParam }) => answer(api.GET("/api/messages", { params: { query: { ...(unread ? { unread } : {}), ...(pageParam ? { cursor: pageParam } : {}), limit: pageSize } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="messages">
      <title>{t("title")}</title>
      <h1>{t("heading")}</h1>
      <Tabs
        label={t("tabs")}
        current={unread ? "unread" : "all"}
        onPick={(key) => void navigate({ to: "/app/messages", search: key === "unread" ? { show: "unread" } : {} })}
        items={[{ key: "all", label: t("tab.all") }, { key: "unread", label: t("tab.unread"), count: list.data?.pages[0]?.unread }]}
      />
      {list.isPending && <Loading />}
      {list.isError && <ProblemNotice problem={problemOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Empty title={unread ? t("none.unread") : t("none")} action={<Link to="/app">{t("home")}</Link>} />}
      {rows.length > 0 && <ul className="messages-list">{rows.map((message) => <One key={message.id} message={message} />)}</ul>}
      {list.hasNextPage && <Button kind="plain" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("more")}</Button>}
    </div>
  );
}

function One({ message }: { message: Schemas["Message"] }) {
  const t = useText("message");
  const { data: names } = useSuspenseQuery(referenceQuery);
  const read = useMutation({
    mutationFn: () => answer(api.PUT("/api/messages/{messageId}/reading", { params: { path: { messageId: message.id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["messages"] }),
  });
  const task = taskAt(message);
  const isNew = !message.readAt;
  return (
    <li className="messages-one" data-new={isNew}>
      <p className="messages-what">
        {isNew && <span className="messages-dot">{t("new")}</span>}
        {sentenceOf(t, message, names)}
      </p>
      <p className="messages-meta">
        <time dateTime={message.createdAt}>{momentOf(message.createdAt)}</time>
        <span className="number">{message.caseNo}</span>
      </p>
      <p className="messages-do">
        {task && <a href={taskHref(task)} onClick={() => isNew && read.mutate()}>{t("open.task")}</a>}
        <Link to="/app/cases/$caseNo" params={{ caseNo: message.caseNo }} onClick={() => isNew && read.mutate()}>{t("open.case")}</Link>
        {isNew && <Button kind="quiet" busy={read.isPending} onClick={() => read.mutate()}>{t("read")}</Button>}
      </p>
    </li>
  );
}
