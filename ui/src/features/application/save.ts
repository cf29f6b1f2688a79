import { del, get, keys } from "idb-keyval";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { Problem, problemOf } from "@/api/problem";
import { applicationKey, forgetGaps, staffQuery, type Application } from "./queries";
import { isSection, type SectionCode, type Values } from "./section";
import { draftKey, masked, stampOf } from "./stamp";
import { inTurn, settledSaves } from "./turns";

const attempts = 4;

/** SectionStand is a section as the server keeps it; the version is the stamp of its content. */
export interface SectionStand<S extends SectionCode> {
  content: Values[S];
  version: number;
}

/** standOf gives a section as the server keeps it, out of what was read. */
export function standOf<S extends SectionCode>(section: S, application: Application, staff: readonly Schemas["StaffRow"][]): SectionStand<S> {
  const content = (section === "staff" ? staff : application.content[section as Exclude<SectionCode, "staff">]) as Values[S];
  return { content, version: stampOf(content) };
}

/** known gives the stamp of what this page last heard the server holds of a section; nothing when it has not asked. */
function known(applicationId: string, section: SectionCode): number | undefined {
  if (section === "staff") return stampIf(queryClient.getQueryData<Schemas["StaffList"]>(staffQuery(applicationId).queryKey)?.rows);
  return stampIf(queryClient.getQueryData<Application>(applicationKey(applicationId))?.content[section]);
}

const stampIf = (value: unknown) => (value === undefined ? undefined : stampOf(value));

/**
 * saveSection saves one section. The application's version moves with every section that is saved, here or in another tab; that
 * is no conflict. It is one only when the same section holds something else than this page began with.
 */
export function saveSection<S extends SectionCode>(applicationId: string, section: S, content: Values[S], base: number): Promise<{ version: number; savedAt: string }> {
  return inTurn(applicationId, async () => {
    const mine = stampOf(content);
    const stored = known(applicationId, section);
    if (stored !== undefined && stored !== base && stored !== mine) throw new Problem({ status: 409, code: "stale", detail: "" });
    let version = queryClient.getQueryData<Application>(applicationKey(applicationId))?.version ?? (await read(applicationId)).version;
    for (let attempt = 1; ; attempt++) {
      try {
        const saved = await put(applicationId, section, content, version);
        remember(applicationId, section, content, saved.version, saved.savedAt);
        return { version: mine, savedAt: saved.savedAt };
      } catch (thrown) {
        const problem = problemOf(thrown);
        if (problem.status !== 409 || problem.code === "closed" || attempt === attempts) throw problem;
        const theirs = await freshStand(applicationId, section);
        version = theirs.applicationVersion;
        if (theirs.version === mine) return { version: mine, savedAt: theirs.updatedAt };
        if (theirs.version !== base) throw problem;
      }
    }
  });
}

/** freshStand reads a section from the server, past every cache. */
export async function freshStand<S extends SectionCode>(applicationId: string, section: S): Promise<SectionStand<S> & { applicationVersion: number; updatedAt: string }> {
  const application = await read(applicationId);
  const staff = section === "staff" ? await answer(api.GET("/api/applications/{applicationId}/staff", { params: { path: { applicationId } } })) : undefined;
  queryClient.setQueryData(applicationKey(applicationId), application);
  if (staff) queryClient.setQueryData(staffQuery(applicationId).queryKey, staff);
  return { ...standOf(section, application, staff?.rows ?? []), applicationVersion: application.version, updatedAt: application.updatedAt };
}

function read(applicationId: string): Promise<Application> {
  return answer(api.GET("/api/applications/{applicationId}", { params: { path: { applicationId } } }));
}

function put<S extends SectionCode>(applicationId: string, section: S, content: Values[S], version: number): Promise<Schemas["Saved"]> {
  if (section === "staff") {
    return answer(api.PUT("/api/applications/{applicationId}/staff", { params: { path: { applicationId } }, body: { version, rows: content as Values["staff"] } }));
  }
  return answer(
    api.PUT("/api/applications/{applicationId}/sections/{section}", {
      params: { path: { applicationId, section: section as Schemas["SectionCode"] } },
      body: { version, content: content as Schemas["SectionContent"] },
    }),
  );
}

/** remember puts what was saved into what is known, so that the next page begins with it, and has the gaps read again. ID numbers are kept as the server gives them back. */
function remember<S extends SectionCode>(applicationId: string, section: S, content: Values[S], version: number, updatedAt: string): void {
  queryClient.setQueryData<Application>(applicationKey(applicationId), (before) =>
    before && { ...before, version, updatedAt, content: section === "staff" ? before.content : { ...before.content, [section]: content } },
  );
  if (section === "staff") {
    const rows = (content as Values["staff"]).map((row) => ({ ...row, ...(row.idNumber ? { idNumber: masked(row.idNumber) } : {}) }));
    queryClient.setQueryData(staffQuery(applicationId).queryKey, { version, rows });
  }
  window.setTimeout(() => void forgetGaps(applicationId), 0);
}

/** kept lists the sections of which a copy lies in this browser. */
async function kept(applicationId: string): Promise<SectionCode[]> {
  const prefix = draftKey(applicationId, "unit").slice(0, -"unit".length);
  const names = (await keys()).map(String);
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)).filter(isSection);
}

/** unsavedSections lists the sections of which this browser holds something that the server has not. */
export async function unsavedSections(applicationId: string): Promise<SectionCode[]> {
  await settledSaves(applicationId);
  const unsaved = await Promise.all(
    (await kept(applicationId)).map(async (section) => {
      const copy = await get<{ content: unknown }>(draftKey(applicationId, section));
      const { version } = await freshStand(applicationId, section);
      return copy && stampOf(copy.content) !== version ? [section] : [];
    }),
  );
  return unsaved.flat();
}

/** forgetDrafts drops every copy in the browser of an application that is submitted or thrown away. */
export async function forgetDrafts(applicationId: string): Promise<void> {
  const left = await kept(applicationId).catch(() => []);
  await Promise.all(left.map((section) => del(draftKey(applicationId, section)).catch(() => undefined)));
}
