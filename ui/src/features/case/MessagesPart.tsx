import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Empty, Loading, ProblemNotice, Timeline } from "@/design";
import { useText } from "@/i18n";
import { sentenceOf } from "@/features/message/sentence";
import { referenceQuery } from "@/features/task/queries";
import type { PartProps } from "./part";

const most = 5;

/** messagesOf reads the messages to the reader and keeps those of one case; it looks through the newest thousand. */
async function messagesOf(caseNo: string): Promise<Schemas["Message"][]> {
  const found: Schemas["Message"][] = [];
  let cursor = "";
  for (let page = 0; page < most; page++) {
    const list = await answer(api.GET("/api/messages", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }));
    found.push(...list.items.filter((message) => message.caseNo === caseNo));
    if (!list.next) break;
    cursor = list.next;
  }
  return found;
}

/** MessagesPart lists what the system has told the reader of this case. */
export function MessagesPart({ now }: PartProps) {
  const t = useText("case");
  const words = useText("message");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const list = useQuery({ queryKey: ["messages", "case", now.caseNo], queryFn: () => messagesOf(now.caseNo) });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemNotice problem={problemOf(list.error)} onRetry={() => void list.refetch()} />;
  if (list.data.length === 0) return <Empty title={t("messages.none")} action={<Link to="/app/messages">{t("messages.all")}</Link>} />;
  return (
    <div className="case-messages">
      <Timeline label={t("tab.messages")} items={list.data.map((message) => ({ id: message.id, when: message.createdAt, title: sentenceOf(words, message, reference), tone: message.readAt ? "plain" : "warn" }))} />
    </div>
  );
}
