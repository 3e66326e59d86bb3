package dev.versus.environment;

import dev.versus.linux.Proc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * CPUs that do not fall asleep: on each runs a loop that gives way to everything else at once, for it is of the scheduler's idle class in
 * an {@link IdleGroup}. A sleeping CPU of a virtual machine takes some 50 µs to wake up, at every hop of every request. Linux with
 * {@code taskset} and {@code chrt} (util-linux) only. The loops end, and their group goes, when this JVM has ended, however it ended.
 *
 * <p>Only for CPUs of threads in a real-time class. Among ordinary ones a loop that hardly counts, yet always could run, upsets the
 * scheduler's book-keeping (EEVDF): whoever ran a millisecond too long is owed for by a second of everybody else's. Cgroups beside
 * each other then stood still for up to four seconds.
 */
public final class AwakeCpus implements AutoCloseable {

    /** Looks now and then whether its parent still lives; whoever ends last can remove the group that it is given. */
    private static final String LOOP =
            "while kill -0 $PPID 2>/dev/null; do i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; done;"
                    + " echo $$ >\"$0/../cgroup.procs\"; rmdir \"$0\"";

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final long SECONDS = 5;

    private final List<Process> loops = new ArrayList<>();
    private final Proc proc = Proc.ofThisHost();

    private final IdleGroup group;

    private AwakeCpus(IdleGroup group) {
        this.group = group;
    }

    /** Whether CPUs can be kept awake here at nobody's cost. */
    public static boolean arePossible() {
        Optional<IdleGroup> tried = IdleGroup.make();
        tried.ifPresent(IdleGroup::remove);
        return tried.isPresent();
    }

    /** Keeps these CPUs awake until it is closed; nothing where that would take time from others. */
    public static Optional<AwakeCpus> of(Collection<Integer> cpus) {
        return IdleGroup.make().map(group -> {
            var awake = new AwakeCpus(group);
            cpus.forEach(awake::keep);
            return awake;
        });
    }

    private void keep(int cpu) {
        List<String> onCpu = List.of("taskset", "-c", String.valueOf(cpu), "chrt", "--idle", "0");
        List<String> loop = List.of("/bin/sh", "-c", LOOP, group.folder().toString());
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(onCpu.stream(), loop.stream()).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (group.add(process.pid())) {
                loops.add(process);
            } else {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            // It is a help, not a need.
        }
    }

    /** The clock ticks that the loops have used up to now: time in which there was nothing to do. */
    public long ticks() {
        return loops.stream()
                .mapToLong(loop -> ticks(proc.text(loop.pid(), "stat")))
                .sum();
    }

    /** Reads the user's and the kernel's ticks of {@code /proc/<pid>/stat}, whose second word may hold anything in parentheses. */
    static long ticks(String stat) {
        String[] words = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return words.length <= SYSTEM_TICKS
                ? 0
                : Long.parseLong(words[USER_TICKS]) + Long.parseLong(words[SYSTEM_TICKS]);
    }

    @Override
    public void close() {
        loops.forEach(Process::destroyForcibly);
        loops.forEach(AwakeCpus::await);
        loops.clear();
        group.remove();
    }

    private static void await(Process loop) {
        try {
            var unused = loop.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
