package dev.versus.environment;

import dev.versus.linux.Proc;
import dev.versus.linux.TcpListener;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Check for processes that other machines can reach: they listen on TCP beyond loopback, in the network namespace of this JVM. Processes
 * that this user may not inspect are not found.
 *
 * @param listeners the sockets of that namespace that listen beyond loopback
 */
public record Exposure(Proc proc, List<TcpListener> listeners) {

    private static final String MEND = ", which other machines can reach: let it bind 127.0.0.1 (in the environment"
            + " 'process', 0.0.0.0 in its command or variables becomes that), or give it a network of its own, by the"
            + " environment 'namespace' or 'docker' and without the host's network";

    public Exposure {
        listeners = List.copyOf(listeners);
    }

    /** Reads the sockets that listen on this host at this moment. */
    public static Exposure now() {
        Proc proc = Proc.ofThisHost();
        return new Exposure(
                proc,
                TcpListener.all(proc).stream()
                        .filter(TcpListener::isBeyondLoopback)
                        .toList());
    }

    /** Returns the reason to refuse the first of these processes that other machines can reach; nothing if there is none. */
    public Optional<String> of(Collection<ProcessIdentity> processes) {
        if (listeners.isEmpty()) {
            return Optional.empty();
        }
        return processes.stream()
                .flatMap(process -> reason(process.pid()).stream())
                .findFirst();
    }

    private Optional<String> reason(long pid) {
        Set<String> open = proc.links(pid, "fd");
        String addresses = listeners.stream()
                .filter(listener -> listener.isAmong(open))
                .map(TcpListener::toString)
                .distinct()
                .collect(Collectors.joining(" and "));
        String program = proc.text(pid, "comm").strip();
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of("listens on " + addresses + " (process " + pid + ", " + program + ")" + MEND);
    }
}
