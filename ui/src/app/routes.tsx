import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { queryClient } from "@/api/client";
import { sessionQuery } from "@/api/session";
import { homeOf } from "@/features/shell/home";
import { Frame } from "@/features/shell/Frame";
import { Lost } from "@/features/shell/Lost";
import { Broken, BrokenAlone } from "@/features/shell/Broken";
import { parseSearch, stringifySearch } from "./search";
import { backOf } from "@/features/shell/back";
import { loadTexts, type Namespace } from "@/i18n";

const root = createRootRoute({ component: Frame, notFoundComponent: Lost, errorComponent: BrokenAlone });

/** Every desk needs a person; who is not signed in comes back here afterwards. */
async function someone({ location }: { location: { href: string } }) {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: "/app/login", search: { back: location.href } });
  return { session };
}

const login = createRoute({
  getParentRoute: () => root,
  path: "/app/login",
  validateSearch: (search: Record<string, unknown>): { back?: string } => {
    const back = backOf(search.back);
    return back ? { back } : {};
  },
  component: lazyRouteComponent(() => import("@/features/shell/SignInPage"), "SignInPage"),
});

const desks = createRoute({ getParentRoute: () => root, id: "desks", beforeLoad: someone, errorComponent: BrokenAlone, component: lazyRouteComponent(() => import("@/features/shell/Desks"), "Desks") });

const home = createRoute({
  getParentRoute: () => desks,
  path: "/app",
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.session) });
  },
});

/** worded fetches the words of a page beside its program, so that the page need not wait for them once it is there. */
const worded = (...namespaces: Namespace[]) => ({ loader: () => loadTexts(...namespaces).then(() => null) });

/** The search parameters of lists are free words; each list reads what it knows (list state lives in the address). */
const anyWords = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));

const desk = createRoute({ getParentRoute: () => desks, path: "/app/desk", ...worded("desk", "batch", "month"), component: lazyRouteComponent(() => import("@/features/application/DeskPage"), "DeskPage") });
const application = createRoute({ getParentRoute: () => desks, path: "/app/applications/$applicationId", component: lazyRouteComponent(() => import("@/features/application/ApplicationPage"), "ApplicationPage") });
const check = createRoute({ getParentRoute: () => desks, path: "/app/applications/$applicationId/check", component: lazyRouteComponent(() => import("@/features/application/CheckPage"), "CheckPage") });
const section = createRoute({ getParentRoute: () => desks, path: "/app/applications/$applicationId/$section", validateSearch: anyWords, component: lazyRouteComponent(() => import("@/features/application/SectionPage"), "SectionPage") });
const queue = createRoute({ getParentRoute: () => desks, path: "/app/queue", validateSearch: anyWords, ...worded("queue"), component: lazyRouteComponent(() => import("@/features/queue/QueuePage"), "QueuePage") });
const cases = createRoute({ getParentRoute: () => desks, path: "/app/cases", validateSearch: anyWords, component: lazyRouteComponent(() => import("@/features/case/CasesPage"), "CasesPage") });
const oneCase = createRoute({ getParentRoute: () => desks, path: "/app/cases/$caseNo", validateSearch: anyWords, ...worded("case"), component: lazyRouteComponent(() => import("@/features/case/CasePage"), "CasePage") });
const task = createRoute({ getParentRoute: () => desks, path: "/app/cases/$caseNo/tasks/$stage/$round/$slot", validateSearch: anyWords, loader: ({ params }) => import("@/features/task/stageWords").then(({ loadStageWords }) => loadStageWords(params.stage)), component: lazyRouteComponent(() => import("@/features/task/TaskPage"), "TaskPage") });
const messages = createRoute({ getParentRoute: () => desks, path: "/app/messages", validateSearch: anyWords, component: lazyRouteComponent(() => import("@/features/message/MessagesPage"), "MessagesPage") });
const catalogue = createRoute({ getParentRoute: () => desks, path: "/app/catalogue", validateSearch: anyWords, component: lazyRouteComponent(() => import("@/features/publication/CataloguePage"), "CataloguePage") });
const batches = createRoute({ getParentRoute: () => desks, path: "/app/batches", validateSearch: anyWords, component: lazyRouteComponent(() => import("@/features/certification/batch/BatchesPage"), "BatchesPage") });
const newBatch = createRoute({ getParentRoute: () => desks, path: "/app/batches/new", component: lazyRouteComponent(() => import("@/features/certification/batch/NewBatchPage"), "NewBatchPage") });
const batch = createRoute({ getParentRoute: () => desks, path: "/app/batches/$batchNo", validateSearch: anyWords, component: lazyRouteComponent(() => import("@/features/certification/batch/BatchPage"), "BatchPage") });
const months = createRoute({ getParentRoute: () => desks, path: "/app/months", validateSearch: anyWords, component: lazyRouteComponent(() => import("@/features/certification/month/MonthsPage"), "MonthsPage") });
const templates = createRoute({ getParentRoute: () => desks, path: "/app/result-templates", validateSearch: anyWords, ...worded("template"), component: lazyRouteComponent(() => import("@/features/certification/template"), "TemplatesPage") });
const newTemplate = createRoute({ getParentRoute: () => desks, path: "/app/result-templates/new", ...worded("template"), component: lazyRouteComponent(() => import("@/features/certification/template"), "NewEditionPage") });
const calendar = createRoute({ getParentRoute: () => desks, path: "/app/calendar", validateSearch: anyWords, component: lazyRouteComponent(() => import("@/features/certification/calendar/CalendarPage"), "CalendarPage") });
const certificate = createRoute({ getParentRoute: () => desks, path: "/app/certificates/$number", component: lazyRouteComponent(() => import("@/features/certification/certificate/CertificatePage"), "CertificatePage") });
const stuck = createRoute({ getParentRoute: () => desks, path: "/app/operator/stuck", component: lazyRouteComponent(() => import("@/features/operator/StuckPage"), "StuckPage") });

export const router = createRouter({
  routeTree: root.addChildren([login, desks.addChildren([home, desk, application, check, section, queue, cases, oneCase, task, messages, catalogue, batches, newBatch, batch, months, templates, newTemplate, calendar, certificate, stuck])]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: Broken, // within the frame, which stays
  scrollRestoration: true,
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
