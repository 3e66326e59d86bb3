package dev.versus.environment;

import dev.versus.linux.Proc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Split of the CPUs into those of the load generator and those of the services. It prevents a target whose requests are expensive to send
 * from looking expensive to serve. Needs Linux with {@code taskset} (util-linux).
 *
 * @param generator the CPUs of the generator
 * @param services the CPUs of all services together
 */
public record CpuSplit(List<Integer> generator, List<Integer> services) {

    private static final String ALLOWED = "Cpus_allowed_list:";

    public CpuSplit {
        generator = List.copyOf(generator);
        services = List.copyOf(services);
    }

    /**
     * Gives the first half of the CPUs that this process may use to the generator and the rest to the services. Returns nothing if there is
     * only one CPU, or no {@code taskset}.
     */
    public static Optional<CpuSplit> halves() {
        List<Integer> allowed = allowedTo(ProcessHandle.current().pid());
        int half = allowed.size() / 2;
        return half == 0 || !hasTaskset()
                ? Optional.empty()
                : Optional.of(new CpuSplit(allowed.subList(0, half), allowed.subList(half, allowed.size())));
    }

    /** Returns the CPUs that a process may use; none if it has ended, or where {@code /proc} does not tell. */
    public static List<Integer> allowedTo(long pid) {
        return Proc.ofThisHost()
                .text(pid, "status")
                .lines()
                .filter(line -> line.startsWith(ALLOWED))
                .findFirst()
                .map(line -> parse(line.substring(ALLOWED.length()).strip()))
                .orElse(List.of());
    }

    /** Reads a list of CPUs in the kernel's form, such as {@code 0-3,8}. */
    static List<Integer> parse(String list) {
        return Stream.of(list.split(",", -1))
                .map(range -> range.split("-", -1))
                .flatMap(range -> IntStream.rangeClosed(
                                Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]))
                        .boxed())
                .toList();
    }

    private static boolean hasTaskset() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
    }

    /**
     * Moves to the services' CPUs: every service of the deployment with its child processes, present and future, and the processes that
     * forward requests to services.
     */
    public void confine(Deployment deployment) {
        Stream<ProcessHandle> served = deployment.services().stream()
                .flatMap(service -> service.process().stream())
                .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
        Stream.concat(served, deployment.forwarders().stream()).forEach(process -> pin(process.pid(), services));
    }

    /** Moves this JVM, and everything that it starts from now on, to the generator's CPUs. */
    public void confineThisJvm() {
        pin(ProcessHandle.current().pid(), generator);
    }

    /**
     * Gives this JVM, and everything that it starts from now on, the CPUs of both halves again: a service must not start on fewer CPUs than
     * others have.
     */
    public void releaseThisJvm() {
        List<Integer> all = Stream.concat(generator.stream(), services.stream()).toList();
        pin(ProcessHandle.current().pid(), all);
    }

    /** Pins all threads of a process to these CPUs. A process that has ended in the meantime is no error. */
    private static void pin(long pid, List<Integer> cpus) {
        String list = cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
        var unused = ShortCommand.succeeds("taskset", "-a", "-c", "-p", list, String.valueOf(pid));
    }

    @Override
    public String toString() {
        return "generator on " + generator + ", services on " + services;
    }
}
