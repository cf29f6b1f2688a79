"use strict";
// The public catalogue on the first page: search and show; all text is set as text, never as markup.
const state = document.getElementById("state");
const entries = document.getElementById("entries");

function line(tag, text, className) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function entry(institution) {
  const article = document.createElement("article");
  const title = line("h3", institution.name);
  const expired = institution.status === "expired" ? " expired" : "";
  title.append(line("span", institution.statusName, "tag" + expired));
  const occupations = institution.occupations.map((o) => o.name + (o.workType && o.workType !== "--" ? "（" + o.workType + "）" : "")).join("、");
  article.append(
    title,
    line("p", "机构备案号 " + institution.filingNo + "　" + institution.regionName + "　有效期至 " + institution.validThrough, "number"),
    line("p", occupations),
  );
  return article;
}

async function show(query) {
  state.textContent = "正在读取目录……";
  try {
    const answer = await fetch("/api/public/institutions?limit=50&q=" + encodeURIComponent(query), { headers: { "Accept-Language": "zh-CN" } });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail);
    entries.replaceChildren(...body.items.map(entry));
    state.textContent = body.items.length ? "共显示 " + body.items.length + " 家" + (body.next ? "，还有更多，请缩小查询范围" : "") : "没有符合条件的备案企业。请核对名称或备案号；未列入目录的企业不得开展认定。";
  } catch (problem) {
    entries.replaceChildren();
    state.textContent = problem.message || "目录暂时读不出来，请稍后重试。";
  }
}

document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  show(document.getElementById("q").value.trim());
});
show("");
