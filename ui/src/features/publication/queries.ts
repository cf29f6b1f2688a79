import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "@/api/client";

const most = 20;

/** cityQuery reads the whole catalogue of a city: what is published, and what is filed and not yet published. */
export function cityQuery(region: string) {
  return queryOptions({
    queryKey: ["institutions", "city", region],
    queryFn: async () => {
      const all: Schemas["Institution"][] = [];
      let cursor = "";
      for (let page = 0; page < most; page++) {
        const list = await answer(api.GET("/api/public/institutions", { params: { query: { region, limit: 200, ...(cursor ? { cursor } : {}) } } }));
        all.push(...list.items);
        if (!list.next) break;
        cursor = list.next;
      }
      return all;
    },
    enabled: region !== "",
  });
}

/** institutionQuery reads one filed enterprise with the editions that name it. */
export function institutionQuery(filingNo: string) {
  return queryOptions({
    queryKey: ["institutions", "one", filingNo],
    queryFn: () => answer(api.GET("/api/public/institutions/{filingNo}", { params: { path: { filingNo } } })),
    enabled: filingNo !== "",
  });
}
