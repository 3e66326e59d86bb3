package dev.versus.measurement;

import dev.versus.linux.Proc;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The CPU time of the just-in-time compilers of a process and its descendants. HotSpot compiles in threads of known names, and the kernel
 * counts each thread's time in ns, so a JVM needs no flag for it and notices nothing. Source: HotSpot, compileBroker.cpp; the kernel's
 * Documentation/scheduler/sched-stats.
 */
final class CompilerThreads {

    /** The names {@code C1 CompilerThread0}, {@code C2 CompilerThread0}, …, of which the kernel keeps 15 characters. */
    private static final Pattern NAME = Pattern.compile("C[12] CompilerThre.*");

    private static final long NONE = -1;

    private final long root;
    private final Proc proc;
    /** Nanoseconds by folder of each present thread; {@link #NONE} for one that does not compile. */
    private Map<String, Long> threads = Map.of();

    private boolean found;
    private double seconds;

    CompilerThreads(long root, Proc proc) {
        this.root = root;
        this.proc = proc;
    }

    /** Returns the CPU seconds of all compilers seen up to now, those of ended threads included; empty if there never was one. */
    synchronized OptionalDouble seconds() {
        Map<String, Long> now = new HashMap<>();
        tree(root)
                .flatMap(pid -> proc.threads(pid).stream().map(thread -> pid + "/task/" + thread))
                .forEach(thread -> now.put(thread, nanos(thread)));
        now.forEach(this::add);
        threads = now;
        return found ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    private Stream<Long> tree(long pid) {
        return Stream.concat(Stream.of(pid), proc.children(pid).stream().flatMap(this::tree));
    }

    /** Reads a thread's time; its name only if the thread is new, for a process may have hundreds of them. */
    private long nanos(String thread) {
        Long before = threads.get(thread);
        boolean compiles =
                before == null ? NAME.matcher(text(thread, "comm").strip()).matches() : before != NONE;
        String account = compiles ? text(thread, "schedstat") : "";
        return account.isEmpty() ? NONE : Long.parseLong(account.substring(0, account.indexOf(' ')));
    }

    private String text(String thread, String file) {
        return Proc.text(proc.root().resolve(thread).resolve(file));
    }

    private void add(String thread, long nanos) {
        if (nanos != NONE) {
            found = true;
            seconds += (nanos - Math.min(nanos, threads.getOrDefault(thread, 0L))) / 1e9;
        }
    }
}
