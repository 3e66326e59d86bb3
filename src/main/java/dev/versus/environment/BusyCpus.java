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
 * CPUs that are kept from sleeping by one busy loop each. The loops run in the scheduler's idle class in an {@link IdleGroup}, so that they
 * give way to every other process at once. The reason: a sleeping CPU of a virtual machine takes some 50 µs to wake up, at every hop of
 * every request. Needs Linux with {@code taskset} and {@code chrt} (util-linux). The loops and their cgroup are gone when this JVM has
 * ended, even if it was killed.
 *
 * <p>Use it only for CPUs whose threads run in a real-time class. Beside ordinary threads, a loop of hardly any weight that is always
 * runnable upsets the accounting of the scheduler (EEVDF): a thread that ran a millisecond too long then waits for a second of all others'
 * time. Neighbouring cgroups stood still for up to four seconds.
 */
public final class BusyCpus implements AutoCloseable {

    /**
     * Loops until the parent process is gone, which it checks from time to time. The last loop that ends removes the cgroup given as
     * {@code $0}.
     */
    private static final String LOOP =
            "while kill -0 $PPID 2>/dev/null; do i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; done;"
                    + " echo $$ >\"$0/../cgroup.procs\"; rmdir \"$0\"";

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final long SECONDS = 5;

    private final List<Process> loops = new ArrayList<>();
    private final Proc proc = Proc.ofThisHost();

    private final IdleGroup group;

    private BusyCpus(IdleGroup group) {
        this.group = group;
    }

    /** Tells whether CPUs can be kept awake on this host without taking time from other processes. */
    public static boolean arePossible() {
        Optional<IdleGroup> tried = IdleGroup.make();
        tried.ifPresent(IdleGroup::remove);
        return tried.isPresent();
    }

    /** Keeps these CPUs awake until the result is closed. Returns nothing where the loops would take time from other processes. */
    public static Optional<BusyCpus> of(Collection<Integer> cpus) {
        return IdleGroup.make().map(group -> {
            var awake = new BusyCpus(group);
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
            // Awake CPUs improve the figures; a run works without them.
        }
    }

    /** Returns the CPU time that the loops have used so far, in clock ticks. All of it was idle time. */
    public long ticks() {
        return loops.stream()
                .mapToLong(loop -> ticks(proc.text(loop.pid(), "stat")))
                .sum();
    }

    /**
     * Reads the user and kernel ticks from the text of {@code /proc/<pid>/stat}, whose second field is a name in parentheses that may hold
     * any characters.
     */
    static long ticks(String stat) {
        String[] words = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return words.length <= SYSTEM_TICKS
                ? 0
                : Long.parseLong(words[USER_TICKS]) + Long.parseLong(words[SYSTEM_TICKS]);
    }

    @Override
    public void close() {
        loops.forEach(Process::destroyForcibly);
        loops.forEach(BusyCpus::await);
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
