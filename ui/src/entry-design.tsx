import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense } from "react";
import { createRoot } from "react-dom/client";
import "@/design/tokens.css";
import "@/design/base.css";
import { queryClient } from "@/api/client";
import { Gallery } from "@/design/gallery/Gallery";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Suspense>
        <Gallery />
      </Suspense>
    </QueryClientProvider>,
  );
}
