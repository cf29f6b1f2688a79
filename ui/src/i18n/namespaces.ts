/** The language files: one per feature, flat keys. zh-CN is the measure; en must have the same keys (a test says so). */
export interface Namespaces {
  shell: typeof import("../locales/zh-CN/shell.json");
  words: typeof import("../locales/zh-CN/words.json");
  design: typeof import("../locales/zh-CN/design.json");
  queue: typeof import("../locales/zh-CN/queue.json");
  case: typeof import("../locales/zh-CN/case.json");
  desk: typeof import("../locales/zh-CN/desk.json");
  application: typeof import("../locales/zh-CN/application.json");
  acceptance: typeof import("../locales/zh-CN/acceptance.json");
  panel: typeof import("../locales/zh-CN/panel.json");
  expert: typeof import("../locales/zh-CN/expert.json");
  verification: typeof import("../locales/zh-CN/verification.json");
  commitment: typeof import("../locales/zh-CN/commitment.json");
  act: typeof import("../locales/zh-CN/act.json");
  receipt: typeof import("../locales/zh-CN/receipt.json");
  publication: typeof import("../locales/zh-CN/publication.json");
  batch: typeof import("../locales/zh-CN/batch.json");
  template: typeof import("../locales/zh-CN/template.json");
  month: typeof import("../locales/zh-CN/month.json");
  operator: typeof import("../locales/zh-CN/operator.json");
  audit: typeof import("../locales/zh-CN/audit.json");
  certificate: typeof import("../locales/zh-CN/certificate.json");
  revocation: typeof import("../locales/zh-CN/revocation.json");
  calendar: typeof import("../locales/zh-CN/calendar.json");
  message: typeof import("../locales/zh-CN/message.json");
  public: typeof import("../locales/zh-CN/public.json");
  visit: typeof import("../locales/zh-CN/visit.json");
}

export type Namespace = keyof Namespaces;

/** The keys of a namespace. */
export type Key<N extends Namespace> = Exclude<keyof Namespaces[N], "default"> & string;
