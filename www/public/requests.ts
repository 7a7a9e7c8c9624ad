/**
 * How often the page, or a worker of it, has tried to fetch something: what the browser fetched, and what the content policy stopped.
 * Where a server sends the policy that the page carries anyway, both tell what they stopped: then it is too many, never too few.
 */

/** Directives under which something is fetched or connected to. */
const FETCHES = /-src(-elem|-attr)?$/;
/** What is in the page already, or is no address at all. */
const NOBODY = /^(blob|data|inline|eval|wasm-eval|$)/;

/** Calls back with the number so far whenever it grows, until the returned function is called. */
export function watchRequests(tell: (count: number) => void): () => void {
  // Of some of what is stopped the browser also says that it was fetched.
  const fetched = new Map<string, number>();
  const stopped = new Map<string, number>();
  const count = () => {
    const all = new Set([...fetched.keys(), ...stopped.keys()]);
    tell([...all].reduce((sum, at) => sum + Math.max(fetched.get(at) ?? 0, stopped.get(at) ?? 0), 0));
  };
  const note = (noted: Map<string, number>, address: string) => {
    if (NOBODY.test(address)) return;
    noted.set(address, (noted.get(address) ?? 0) + 1);
    count();
  };
  const violated = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (FETCHES.test(effectiveDirective)) note(stopped, blockedURI);
  };
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) note(fetched, name);
  });
  document.addEventListener("securitypolicyviolation", violated);
  observer.observe({ type: "resource", buffered: true });
  return () => {
    document.removeEventListener("securitypolicyviolation", violated);
    observer.disconnect();
  };
}
