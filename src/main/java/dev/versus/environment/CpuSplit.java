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
 * CPUs of their own for the load generator and for the services, so that a target that is dear to ask does not look dear to
 * serve. Linux with {@code taskset} (util-linux) only.
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

    /** The first half of the CPUs that this process may use for the generator, the rest for services; nothing if there is one. */
    public static Optional<CpuSplit> halves() {
        List<Integer> allowed = allowedTo(ProcessHandle.current().pid());
        int half = allowed.size() / 2;
        return half == 0 || !hasTaskset()
                ? Optional.empty()
                : Optional.of(new CpuSplit(allowed.subList(0, half), allowed.subList(half, allowed.size())));
    }

    /** The CPUs that a process may use; none if it has ended, or where there is no such record. */
    public static List<Integer> allowedTo(long pid) {
        return Proc.ofThisHost()
                .text(pid, "status")
                .lines()
                .filter(line -> line.startsWith(ALLOWED))
                .findFirst()
                .map(line -> parse(line.substring(ALLOWED.length()).strip()))
                .orElse(List.of());
    }

    /** Reads the kernel's list form, such as {@code 0-3,8}. */
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

    /** Moves every service of the deployment, what it will start, and what carries requests to it, to the services' CPUs. */
    public void confine(Deployment deployment) {
        Stream<ProcessHandle> served = deployment.services().stream()
                .flatMap(service -> ProcessHandle.of(service.process().pid()).stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
        Stream.concat(served, deployment.forwarders().stream()).forEach(process -> pin(process.pid(), services));
    }

    /** Moves this JVM, and what it will start, to the generator's CPUs. */
    public void confineThisJvm() {
        pin(ProcessHandle.current().pid(), generator);
    }

    /** Gives this JVM, and what it will start, all CPUs of both halves again: what is started on half of them would be unlike. */
    public void releaseThisJvm() {
        List<Integer> all = Stream.concat(generator.stream(), services.stream()).toList();
        pin(ProcessHandle.current().pid(), all);
    }

    /** All threads of a process; one that has ended meanwhile needs no CPU. */
    private static void pin(long pid, List<Integer> cpus) {
        String list = cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
        var unused = ShortCommand.succeeds("taskset", "-a", "-c", "-p", list, String.valueOf(pid));
    }

    @Override
    public String toString() {
        return "generator on " + generator + ", services on " + services;
    }
}
