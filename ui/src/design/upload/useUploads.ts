import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Schemas } from "@/api/client";
import { onUploads, putAway, startUpload, unfinished, uploadsOf, type Remembered, type UploadOptions, type UploadTask } from "@/api/upload";

type Document = Schemas["Document"];

function useTasks(slot: string): UploadTask[] {
  const last = useRef<UploadTask[]>([]);
  return useSyncExternalStore(onUploads, () => {
    const now = uploadsOf(slot);
    const same = now.length === last.current.length && now.every((task, i) => task === last.current[i]);
    if (!same) last.current = now;
    return last.current;
  });
}

/** useTaskState follows one file on its way. */
export function useTaskState(task: UploadTask): UploadTask["state"] {
  return useSyncExternalStore((listener) => task.subscribe(listener), () => task.state);
}

/** Uploads are the files on their way to one place of a page. */
export interface Uploads {
  tasks: UploadTask[];
  /** Begun in an earlier visit and not complete. */
  begun: Remembered[];
  start(file: File, more?: Partial<UploadOptions>): void;
  reread(): void;
}

/** useUploads hands each document over once it is accepted, even if the person was elsewhere when it arrived. */
export function useUploads(slot: string, options: UploadOptions, arrived: (document: Document, replaces: string | undefined) => void): Uploads {
  const tasks = useTasks(slot);
  const [begun, setBegun] = useState<Remembered[]>([]);
  const [reading, setReading] = useState(0);
  const give = useRef(arrived);
  give.current = arrived;

  useEffect(() => {
    let here = true;
    void unfinished(slot).then((found) => here && setBegun(found));
    return () => {
      here = false;
    };
  }, [slot, tasks, reading]);

  useEffect(() => {
    const take = (task: UploadTask) => {
      const { phase, document } = task.state;
      if (phase !== "done" || !document || !uploadsOf(slot).includes(task)) return;
      putAway(task);
      give.current(document, task.options.replaces);
    };
    const stops = tasks.map((task) => task.subscribe(() => take(task)));
    tasks.forEach(take);
    return () => stops.forEach((stop) => stop());
  }, [slot, tasks]);

  return {
    tasks,
    begun,
    start: (file, more) => void startUpload(file, { ...options, slot, ...more }),
    reread: () => setReading((n) => n + 1),
  };
}
