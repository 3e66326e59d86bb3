package dev.versus.linux;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds out which processes have a network namespace of their own, and reads its traffic.
 *
 * @param proc the files of the processes
 */
public record NetworkNamespaces(Proc proc) {

    private static final String LINK = "ns/net";
    private static final String LOOPBACK = "lo";
    private static final int RECEIVED = 0;
    private static final int SENT = 8;

    /**
     * The bytes over all interfaces of a namespace but its loopback, since the interfaces were made.
     *
     * @param received the bytes received
     * @param sent the bytes sent
     */
    public record Traffic(long received, long sent) {

        private Traffic plus(Traffic other) {
            return new Traffic(received + other.received, sent + other.sent);
        }
    }

    /** Tells whether a process has a network namespace that none of the others shares; empty where the process's may not be read. */
    public Optional<Boolean> isOwn(long pid, Collection<Long> others) {
        return proc.link(pid, LINK)
                .map(own -> others.stream()
                        .noneMatch(other ->
                                proc.link(other, LINK).filter(own::equals).isPresent()));
    }

    /** Reads the traffic of a process's network namespace, if none of the others shares it. Source: {@code net/dev} in proc_pid_net(5). */
    public Optional<Traffic> ofOwn(long pid, Collection<Long> others) {
        return isOwn(pid, others)
                .filter(own -> own)
                .map(own -> proc.text(pid, "net/dev"))
                .filter(table -> !table.isEmpty())
                .map(NetworkNamespaces::sum);
    }

    static Traffic sum(String table) {
        return table.lines()
                .map(line -> line.split(":", 2))
                .filter(line -> line.length == 2 && !line[0].strip().equals(LOOPBACK))
                .map(line -> line[1].strip().split("\\s+", -1))
                .filter(counters ->
                        counters.length > SENT && Arrays.stream(counters).allMatch(NetworkNamespaces::isNumber))
                .map(counters -> new Traffic(Long.parseLong(counters[RECEIVED]), Long.parseLong(counters[SENT])))
                .reduce(new Traffic(0, 0), Traffic::plus);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }
}
