import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense } from "react";
import { createRoot } from "react-dom/client";
import "@/design/tokens.css";
import "@/design/base.css";
import { queryClient } from "@/api/client";
import { reporting } from "@/app/report";
import { PublicPages } from "@/features/public/PublicPages";

const root = document.getElementById("root");
if (root) {
  createRoot(root, reporting).render(
    <QueryClientProvider client={queryClient}>
      <Suspense>
        <PublicPages />
      </Suspense>
    </QueryClientProvider>,
  );
}
