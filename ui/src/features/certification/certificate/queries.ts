import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** certificateQuery reads one certificate of the register. */
export function certificateQuery(number: string) {
  return queryOptions({
    queryKey: ["cases", "certificate", number],
    queryFn: () => answer(api.GET("/api/certificates/{number}", { params: { path: { number } } })),
  });
}
