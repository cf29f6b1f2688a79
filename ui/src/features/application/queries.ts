import { queryOptions } from "@tanstack/react-query";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { settledSaves } from "./turns";

export type Application = Schemas["Application"];

export const applicationKey = (applicationId: string) => ["applications", applicationId] as const;

/** readApplication reads an application after what this page still saves has arrived. */
export async function readApplication(applicationId: string): Promise<Application> {
  await settledSaves(applicationId);
  return answer(api.GET("/api/applications/{applicationId}", { params: { path: { applicationId } } }));
}

/** applicationQuery reads an application with all its sections and how far each has come. */
export function applicationQuery(applicationId: string) {
  return queryOptions({ queryKey: applicationKey(applicationId), queryFn: () => readApplication(applicationId) });
}

/** applicationsQuery reads the enterprise's applications, the newest first. */
export const applicationsQuery = queryOptions({
  queryKey: ["applications", "all"],
  queryFn: () => answer(api.GET("/api/applications", { params: { query: { limit: 50 } } })),
});

/** staffQuery reads the staff lists of an application, ID numbers masked. */
export function staffQuery(applicationId: string) {
  return queryOptions({
    queryKey: [...applicationKey(applicationId), "staff"],
    queryFn: async () => {
      await settledSaves(applicationId);
      return answer(api.GET("/api/applications/{applicationId}/staff", { params: { path: { applicationId } } }));
    },
  });
}

/** gapsQuery reads everything that is missing or wrong before the application can be submitted. */
export function gapsQuery(applicationId: string) {
  return queryOptions({
    queryKey: [...applicationKey(applicationId), "gaps"],
    queryFn: async () => {
      await settledSaves(applicationId);
      return answer(api.GET("/api/applications/{applicationId}/gaps", { params: { path: { applicationId } } }));
    },
  });
}

/** guideQuery reads the public guide: phones to ask, formats of files, steps with their limits. */
export const guideQuery = queryOptions({
  queryKey: ["reference", "guide"],
  queryFn: () => answer(api.GET("/api/public/guide")),
  staleTime: 10 * 60_000,
});

/** forgetGaps has the gaps and the progress of an application read again: something was saved. */
export function forgetGaps(applicationId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: applicationKey(applicationId) });
}
